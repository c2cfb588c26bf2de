/** Writes the published JSON Schema of the scenario format; run after a build, then format. A test fails while the file is out of date. */
import { mkdirSync, writeFileSync } from "node:fs";
import { scenarioJsonSchema } from "./dist/index.js";

const folder = new URL("../../schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
const schema = JSON.stringify(scenarioJsonSchema(), null, 2);
writeFileSync(new URL("kinetamine.scenario.v1.schema.json", folder), `${schema}\n`);
