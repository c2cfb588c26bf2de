import { readFileSync } from "node:fs";

interface PackageFile {
  readonly name: string;
  readonly version: string;
}

const packageFile = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as PackageFile;

/** Name and version of this program, from its own package.json. */
export const tool = { name: packageFile.name, version: packageFile.version } as const;
