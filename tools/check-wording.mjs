/** Looks for phrases this project does not use (recommendations, promises, slang) in documents, examples and the texts inside the code. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findForbiddenWording } from "@kinetamine/report";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Files that name the phrases in order to forbid them. */
const speaksOfThePhrases = [/forbidden-wording/, /wording.*\.test\.ts$/, /^MISUSE\.md$/, /^tools\/check-wording\.mjs$/];

const patterns = [
  "*.md",
  "examples/*",
  "packages/*/src/*.ts",
  "packages/*/src/**/*.ts",
  "packages/*/data/**/*.json",
  "packages/*/data/*.json",
];

function trackedFiles() {
  const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", ...patterns], {
    cwd: root,
    encoding: "utf8",
  });
  return [...new Set(list.split("\n").filter(Boolean))].filter(
    (file) => existsSync(join(root, file)) && !speaksOfThePhrases.some((pattern) => pattern.test(file)),
  );
}

const problems = trackedFiles().flatMap((file) =>
  findForbiddenWording(readFileSync(join(root, file), "utf8")).map((hit) => `${file}: ${JSON.stringify(hit)}`),
);
for (const problem of problems) console.error(problem);
console.log(`wording: ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
