/** Makes a fresh clone ready to run: checks Node, installs the locked packages once, embeds data, compiles. Needs the network only for the installation. */
import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const minimumNode = [20, 19];

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > minimumNode[0] || (major === minimumNode[0] && minor >= minimumNode[1])) return;
  console.error(`Cannot run on Node ${process.versions.node}: Node ${minimumNode.join(".")} or newer is required`);
  process.exit(1);
}

/** npm writes node_modules/.package-lock.json at the end of an installation, so its age tells whether one finished since the lock file changed. */
function isInstalled() {
  const mark = `${root}/node_modules/.package-lock.json`;
  return existsSync(mark) && statSync(mark).mtimeMs >= statSync(`${root}/package-lock.json`).mtimeMs;
}

function run(label, command, ...rest) {
  const begin = performance.now();
  try {
    execFileSync(command, rest, {
      cwd: root,
      stdio: ["ignore", "ignore", "pipe"],
      shell: process.platform === "win32",
    });
  } catch (error) {
    console.error(String(error.stderr ?? error));
    console.error(`Cannot set up: ${label} failed`);
    process.exit(1);
  }
  console.error(`set-up: ${label} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
}

requireNode();
if (!isInstalled())
  run("install locked packages", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
run("compile", "npm", "run", "--silent", "build");
