/** Writes the generated pages of docs/reference from the built packages. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { referencePages } from "./reference-pages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

for (const { file, text } of referencePages()) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
