import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { modelErrorCodes } from "./error-codes.ts";

/** All sources and tests of the language and compiler, except the table and this file. */
function read(isWanted: (name: string) => boolean): string {
  return ["../model/", "../compile/"]
    .map((folder) => new URL(folder, import.meta.url))
    .flatMap((folder) =>
      readdirSync(folder, { encoding: "utf8", recursive: true }).map((name) => ({ name, path: new URL(name, folder) })),
    )
    .filter(({ name }) => name.endsWith(".ts") && !name.startsWith("error-codes") && isWanted(name))
    .map(({ path }) => readFileSync(path, "utf8"))
    .join("\n");
}

describe("every code in the table", () => {
  const sources = read((name) => !/\.(test|contract)\.ts$/.test(name));
  const tests = read((name) => /\.test\.ts$/.test(name));

  it.each(Object.keys(modelErrorCodes))("%s is thrown somewhere and expected by a test", (code) => {
    expect(sources).toContain(`"${code}"`);
    expect(tests).toContain(code);
  });
});
