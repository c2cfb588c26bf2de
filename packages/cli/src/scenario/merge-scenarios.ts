import { isDeepStrictEqual } from "node:util";
import type { ScenarioDocument } from "@kinetamine/design";
import { CliError } from "../cli-error.ts";

/** What scenarios must share to stand side by side: the same virtual patients, seen at the same times, by the same model. */
const sharedParts = ["model", "population", "observe", "simulate"] as const;

const longestId = 40;
const longestTitle = 200;

type RawScenario = Readonly<Record<string, unknown>>;
interface RawRegimen {
  readonly id: string;
}

/**
 * Puts the regimens of several scenarios into one, the rest being that of the first.
 * @param documents at least two, in the order of the command line
 * @returns a scenario as JSON text, which is YAML too: `kinetamine run` reproduces the comparison from it
 * @throws CliError `scenarios-differ` unless model, population, observation and simulation (with its seed) are the same
 */
export function mergeScenarios(documents: readonly ScenarioDocument[]): string {
  const [first, ...others] = documents;
  if (!first) throw new CliError("scenarios-differ", "Cannot compare: no scenario was given");
  for (const other of others) requireSameParts(first, other);
  const ids = documents.map(({ scenario }) => scenario.id);
  const merged = {
    ...(first.places.value as RawScenario),
    id: ids.join("-vs-").slice(0, longestId).replace(/-+$/, ""),
    title: `Side by side: ${ids.join(", ")}`.slice(0, longestTitle),
    regimens: mergeRegimens(documents.map(({ places }) => (places.value as { regimens: RawRegimen[] }).regimens)),
  };
  return `${JSON.stringify(merged, null, 2)}\n`;
}

function requireSameParts(first: ScenarioDocument, other: ScenarioDocument): void {
  for (const part of sharedParts) {
    const difference = firstDifference(first.scenario[part], other.scenario[part], part);
    if (difference === undefined) continue;
    throw new CliError(
      "scenarios-differ",
      `Cannot compare ${first.file} with ${other.file}: ${difference}; both must describe the same virtual patients, seed, model and times`,
    );
  }
}

/** Where two values first differ, in the words of a path and both values. */
function firstDifference(a: unknown, b: unknown, path: string): string | undefined {
  if (isDeepStrictEqual(a, b)) return undefined;
  if (isGroup(a) && isGroup(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    for (const key of keys) {
      const difference = firstDifference(a[key], b[key], `${path}.${key}`);
      if (difference !== undefined) return difference;
    }
  }
  return `${path} is ${describe(a)} in the one and ${describe(b)} in the other`;
}

function isGroup(value: unknown): value is RawScenario {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  return value === undefined ? "absent" : JSON.stringify(value);
}

/** A regimen that several scenarios share appears once; ids that clash get the number of their scenario in front. */
function mergeRegimens(lists: readonly (readonly RawRegimen[])[]): readonly RawRegimen[] {
  const merged: { readonly regimen: RawRegimen; readonly scenario: number }[] = [];
  for (const [index, regimens] of lists.entries()) {
    for (const regimen of regimens) {
      if (merged.some((known) => isDeepStrictEqual(known.regimen, regimen))) continue;
      merged.push({ regimen, scenario: index + 1 });
    }
  }
  const clashes = new Set(merged.map(({ regimen }) => regimen.id)).size < merged.length;
  return merged.map(({ regimen, scenario }) => (clashes ? { ...regimen, id: `${scenario}-${regimen.id}` } : regimen));
}
