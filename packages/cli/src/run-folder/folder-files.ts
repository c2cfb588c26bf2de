import { sha256 } from "./write-file.ts";

/** Files of a run folder that have a fixed name and a special role. */
export const folderFiles = {
  marker: "INCOMPLETE",
  log: "log.ndjson",
  manifest: "manifest.json",
  manifestHash: "manifest.sha256",
  scenario: "scenario.yaml",
  lock: "scenario.lock.json",
} as const;

/** First line of the marker. */
export const markerText = "This run has not finished. Do not use what is in this folder.\n";

/**
 * The content of manifest.sha256, in the form `sha256sum --check` reads.
 * @param manifest bytes of manifest.json
 */
export function manifestHashLine(manifest: Uint8Array): string {
  return `${sha256(manifest)}  ${folderFiles.manifest}\n`;
}
