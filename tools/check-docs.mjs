/** Checks documents: links between files resolve, generated reference pages are current. */

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { referencePages } from "./reference-pages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

function markdownFiles() {
  return execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\n")
    .filter(Boolean);
}

function brokenLinks(file) {
  const text = readFileSync(join(root, file), "utf8").replaceAll(/```[\s\S]*?```/g, "");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]);
  const local = targets.filter((target) => !/^(https?:|mailto:|#)/.test(target)).map((target) => target.split("#")[0]);
  return local
    .filter((target) => !existsSync(join(root, dirname(file), target)))
    .map((target) => `${file}: link to ${target} leads nowhere`);
}

function stalePages() {
  return referencePages()
    .filter(({ file, text }) => !existsSync(join(root, file)) || readFileSync(join(root, file), "utf8") !== text)
    .map(({ file }) => `${file}: not current, run npm run reference`);
}

const problems = [
  ...markdownFiles()
    .filter((file) => existsSync(join(root, file)))
    .flatMap(brokenLinks),
  ...stalePages(),
];
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);
