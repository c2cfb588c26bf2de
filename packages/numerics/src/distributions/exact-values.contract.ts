import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Distribution } from "./distribution.ts";

type Parameters = Readonly<Record<string, number>>;
type Column = readonly (number | string | null)[];

interface RCase {
  readonly distribution: string;
  readonly parameters: Parameters;
  readonly probability: readonly number[];
  readonly x: readonly number[];
  readonly [column: string]: unknown;
}

const folder = new URL("../../oracle/distributions/", import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const r: { cases: RCase[]; logGamma: { x: number[] } } = read("expected.json");
const exact: { cases: Record<string, Column>[]; logGamma: number[] } = read("exact.json");
const tolerance: Record<"exact" | "logGamma" | "R", { relative: number }> = read("case.json").tolerance;

/** Points and true values of log gamma with the tolerance of the case. */
export const logGammaOracle = { x: r.logGamma.x, value: exact.logGamma, relative: tolerance.logGamma.relative };

/** Below this, doubles lose digits and R and we may both return 0. */
const SMALLEST = 1e-300;

function relativeError(found: number, wanted: number): number {
  return found === wanted || (Math.abs(found) < SMALLEST && Math.abs(wanted) < SMALLEST)
    ? 0
    : Math.abs(found - wanted) / Math.abs(wanted);
}

/** Every distribution must agree with the exact values of its family, and with R where R is accurate. */
export function agreesWithExactValues(name: string, build: (parameters: never) => Distribution): void {
  r.cases.forEach((given, index) => {
    if (given.distribution !== name) return;
    const truth = exact.cases[index]!;
    test(`${name} ${JSON.stringify(given.parameters)} has its true densities, tails and quantiles`, () => {
      const distribution = build(given.parameters as never);
      const compare = (column: keyof Distribution, points: readonly number[]) =>
        points.forEach((point, i) => {
          const found = distribution[column](point);
          const wanted = truth[column]?.[i];
          if (typeof wanted === "number")
            expect(relativeError(found, wanted), `${column}(${point}) = ${found}, exactly ${wanted}`).toBeLessThan(
              tolerance.exact.relative,
            );
        });
      for (const column of ["density", "cdf", "upperTail"] as const) compare(column, given.x);
      for (const column of ["quantile", "upperQuantile"] as const) compare(column, given.probability);
    });
    test(`${name} ${JSON.stringify(given.parameters)} agrees with R`, () => {
      const distribution = build(given.parameters as never);
      for (const column of ["density", "cdf", "upperTail"] as const)
        given.x.forEach((point, i) => {
          const wanted = Number((given[column] as Column)[i]);
          const found = distribution[column](point);
          expect(relativeError(found, wanted), `${column}(${point}) = ${found}, R ${wanted}`).toBeLessThan(
            tolerance.R.relative,
          );
        });
    });
  });
}

/** R's quantiles of one family, for discrete distributions where they must be met exactly. */
export function rCases(name: string): readonly RCase[] {
  return r.cases.filter(({ distribution }) => distribution === name);
}
