/**
 * Runs the R scripts behind the oracle cases again and compares what they give with the committed fixtures.
 *
 *   node tools/regenerate-evidence-oracles.mjs [--write] [case ...]
 *
 * Without `--write` nothing is changed; a number that moved by more than 1e-10 of its size, or any other difference, is printed and the
 * exit code is 1. With `--write` the fixtures are replaced. Needs Rscript with metafor, metadat and clubSandwich; says what is missing.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const RELATIVE = 1e-10;
const REQUIRED = ["metafor", "metadat", "clubSandwich"];
const SHOWN = 10;
const folders = ["packages/evidence/oracle/", "packages/numerics/oracle/"].map((folder) =>
  fileURLToPath(new URL(`../${folder}`, import.meta.url)),
);

/** Packages R lacks, or undefined when there is no R. */
function missingPackages() {
  const script = `cat(setdiff(c(${REQUIRED.map((name) => `"${name}"`).join(", ")}), rownames(installed.packages())))`;
  const found = spawnSync("Rscript", ["-e", script], { encoding: "utf8" });
  return found.error || found.status !== 0 ? undefined : found.stdout.split(" ").filter(Boolean);
}

/** Differences between two parsed JSON values, as lines of text. */
function differences(before, after, path = "") {
  if (typeof before === "number" && typeof after === "number") {
    const isClose = Math.abs(after - before) <= RELATIVE * Math.max(Math.abs(before), Math.abs(after));
    return isClose ? [] : [`${path}: ${before} became ${after}`];
  }
  const areObjects = [before, after].every((value) => value !== null && typeof value === "object");
  if (!areObjects)
    return before === after ? [] : [`${path}: ${JSON.stringify(before)} became ${JSON.stringify(after)}`];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(before[key], after[key], `${path}/${key}`));
}

function regenerate(folder, { write }) {
  const target = join(folder, "expected.json");
  const text = execFileSync("Rscript", [join(folder, "generate.R")], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const before = existsSync(target) ? JSON.parse(readFileSync(target, "utf8")) : null;
  const changes = differences(before, JSON.parse(text));
  if (write && changes.length > 0) writeFileSync(target, text);
  console.log(`${changes.length === 0 ? "same   " : write ? "written" : "DIFFERS"} ${folder}`);
  for (const change of changes.slice(0, SHOWN)) console.log(`        ${change}`);
  if (changes.length > SHOWN) console.log(`        and ${changes.length - SHOWN} more`);
  return changes.length;
}

const words = process.argv.slice(2);
const write = words.includes("--write");
const chosen = words.filter((word) => word !== "--write");
const missing = missingPackages();
if (missing === undefined || missing.length > 0) {
  console.error(
    missing === undefined
      ? "Cannot regenerate the fixtures: Rscript was not found; on Debian install r-base-core, r-cran-metafor and r-cran-clubsandwich"
      : `Cannot regenerate the fixtures: R lacks ${missing.join(", ")}; on Debian install ${missing.map((name) => `r-cran-${name.toLowerCase()}`).join(", ")}`,
  );
  process.exit(2);
}
const cases = folders
  .filter(existsSync)
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((folder) => existsSync(join(folder, "generate.R")))
  .filter((folder) => chosen.length === 0 || chosen.some((name) => folder.endsWith(`/${name}`)));
const changed = cases.filter((folder) => regenerate(folder, { write }) > 0).length;
console.log(`${cases.length} cases, ${changed} ${write ? "written" : "different"}`);
process.exit(changed > 0 && !write ? 1 : 0);
