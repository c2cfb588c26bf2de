import { readdirSync, readFileSync } from "node:fs";
import type { StudyEffect } from "../src/synthesis/effect-sizes/study-effect.ts";
import type { Tolerances } from "./compare-tree.ts";

/** One result of the other program. */
export interface Analysis {
  readonly id: string;
  readonly kind: string;
  readonly call: string;
  readonly expected: unknown;
  readonly options: unknown;
  readonly moderators?: unknown;
  readonly at?: unknown;
  readonly groups?: unknown;
  readonly levels?: unknown;
  readonly covariance?: unknown;
  readonly clusters?: unknown;
  readonly order?: unknown;
  readonly effects?: unknown;
}

/** Columns as R wrote them. */
export interface EffectColumns {
  readonly label: readonly string[];
  readonly effect: readonly number[];
  readonly variance: readonly number[];
}

/** A folder of `oracle/`. */
export interface OracleCase {
  readonly name: string;
  readonly title: string;
  readonly tolerances: Tolerances;
  readonly data: {
    readonly effects: EffectColumns;
    readonly tables?: unknown;
    readonly pairs?: unknown;
    readonly groups?: unknown;
  };
  readonly analyses: readonly Analysis[];
}

const folder = new URL("../oracle/", import.meta.url);

/** All oracle cases, in alphabetical order. */
export function oracleCases(): readonly OracleCase[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map(readCase);
}

function readCase(name: string): OracleCase {
  const read = (file: string) => JSON.parse(readFileSync(new URL(`${name}/${file}`, folder), "utf8"));
  const { title, tolerance } = read("case.json");
  const { data, analyses } = read("expected.json");
  return { name, title, tolerances: tolerance, data, analyses };
}

/** The effects of a case, or of a table like it, one record a study. */
export function effectsFrom({ label, effect, variance }: EffectColumns): readonly StudyEffect[] {
  return label.map((name, i) => ({ label: name, effect: effect[i]!, variance: variance[i]! }));
}
