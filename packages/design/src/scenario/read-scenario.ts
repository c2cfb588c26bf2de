/** From the text of a scenario file to a scenario, or to the list of everything that is wrong with it. */

import { sha256 } from "@kinetamine/engine";
import type { InputProblem } from "./input-problem.ts";
import { ScenarioError } from "./input-problem.ts";
import type { Scenario } from "./scenario-schema.ts";
import { scenarioSchema, scenarioSchemaName } from "./scenario-schema.ts";
import { describeIssue, problemsOf } from "./schema-problems.ts";
import type { YamlDocument } from "./yaml-document.ts";
import { parseYaml } from "./yaml-document.ts";

/** A scenario that was read, with what is needed to name its text and to point at its lines. */
export interface ScenarioDocument {
  readonly scenario: Scenario;
  /** SHA-256 of the text as UTF-8 [hex]. */
  readonly hash: string;
  /** Name used in messages. */
  readonly file: string;
  /** Line and column of entries, for problems found after reading. */
  readonly places: YamlDocument;
}

/**
 * Reads a scenario file strictly: compulsory units, no unknown keys, nothing repaired.
 * @param text content of the file: YAML 1.2 or JSON, at most 256 KB
 * @param file name to use in messages; nothing is opened
 * @returns the scenario with defaults of the format filled in
 * @throws ScenarioError listing every problem as `file:line:column path - message`
 * @example
 * readScenario("schema: kinetamine.scenario/v1", "a.yaml"); // throws: a.yaml:1:1 id - is missing ...
 */
export function readScenario(text: string, file: string): ScenarioDocument {
  const places = parseYaml(text, file);
  const wrongFormat = formatProblemOf(places, file);
  if (wrongFormat !== undefined) throw new ScenarioError([wrongFormat]);
  const reading = scenarioSchema.safeParse(places.value, { error: describeIssue });
  if (!reading.success) throw new ScenarioError(problemsOf(reading.error.issues, places, file));
  return { scenario: reading.data, hash: sha256(text), file, places };
}

/** A file of another format would only drown its reader in unknown keys, so the format is checked first and alone. */
function formatProblemOf(document: YamlDocument, file: string): InputProblem | undefined {
  const top = document.value as Readonly<Record<string, unknown>> | null;
  const isGroup = typeof top === "object" && top !== null && !Array.isArray(top);
  const name = isGroup ? top.schema : undefined;
  if (name === scenarioSchemaName) return undefined;
  const place = document.locate(isGroup ? ["schema"] : [], "value");
  const path = isGroup ? "schema" : "";
  return { code: "schema-version", file, ...place, path, message: formatHint(name, isGroup) };
}

function formatHint(name: unknown, isGroup: boolean): string {
  const wanted = `schema: ${scenarioSchemaName}`;
  if (!isGroup) return `must be a group of keys beginning with ${wanted}`;
  if (name === undefined) return `is missing; begin the file with ${wanted}`;
  const version = /^kinetamine\.scenario\/v([0-9]{1,4})$/.exec(String(name))?.[1];
  if (version !== undefined && Number(version) > 1) {
    return `must be ${scenarioSchemaName}, found ${name}: the file is written for a newer version of this program`;
  }
  if (version !== undefined) {
    return `must be ${scenarioSchemaName}, found ${name}: formats before v1 were never published; rewrite the file`;
  }
  if (/^kinetamine\.[a-z]+\/v[0-9]+$/.test(String(name))) {
    return `must be ${scenarioSchemaName}, found ${name}: this version reads scenarios only`;
  }
  return `must be ${scenarioSchemaName}, found ${JSON.stringify(name)?.slice(0, 60)}`;
}
