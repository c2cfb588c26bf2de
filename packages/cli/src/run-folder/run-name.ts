/** Prefix of a folder that is still being written. */
export const partialPrefix = ".partial-";

/**
 * Name of a run folder: start time, scenario and the first eight digits of the scenario's hash.
 * @param started when the run began
 * @param scenario its id (letters, digits and hyphens) and SHA-256 (hex)
 * @param attempt 1 for the first try; later tries, after a name was taken, add `-2`, `-3`
 * @returns for instance `2026-01-01T00-00-00Z_iv-gad-6x_3f9c01ab`; no colon, so that every file system takes it
 */
export function runName(started: Date, scenario: { readonly id: string; readonly hash: string }, attempt = 1): string {
  const utc = `${started.toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
  const suffix = attempt === 1 ? "" : `-${attempt}`;
  return `${utc}_${scenario.id}_${scenario.hash.slice(0, 8)}${suffix}`;
}
