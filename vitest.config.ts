import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const packages = ["numerics", "engine", "ketamine", "evidence", "design", "report"];

/** Tests read the sources of every package, so an edit is tested without a build; tests of the built command line live in `packages/cli/test`. */
export default defineConfig({
  resolve: {
    alias: Object.fromEntries(
      packages.map((name) => [
        `@kinetamine/${name}`,
        fileURLToPath(new URL(`packages/${name}/src/index.ts`, import.meta.url)),
      ]),
    ),
  },
  test: {
    include: ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts", "tools/**/*.test.mjs"],
    testTimeout: 60_000,
  },
});
