#!/usr/bin/env node
import { existsSync } from "node:fs";

const built = new URL("../dist/main.js", import.meta.url);
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`kinetamine needs Node 20.19 or newer, this is Node ${process.versions.node}`);
  process.exitCode = 1;
} else if (existsSync(built)) {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  console.error("kinetamine is not built yet: run `npm run build` in the repository first");
  process.exitCode = 1;
}
