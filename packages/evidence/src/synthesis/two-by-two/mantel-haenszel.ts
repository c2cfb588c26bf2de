import { chiSquared } from "@kinetamine/numerics";
import { requireAll } from "../effect-sizes/require-value.ts";
import { twoByTwoEffect } from "../effect-sizes/two-by-two-effect.ts";
import { type Cells, cellsOf, isDoubleZero, type TwoByTwo } from "../effect-sizes/two-by-two-table.ts";
import { type Coefficient, testCoefficient } from "../pooling/coefficient.ts";

/** Measures pooled by Mantel-Haenszel. */
export type MantelHaenszelMeasure = "log-odds-ratio" | "log-risk-ratio" | "risk-difference";

/** A common effect of several tables. */
export interface PooledTables {
  /** Log odds ratio, log risk ratio, or risk difference. */
  readonly pooled: Coefficient;
  /** Tables that carried information. */
  readonly studies: number;
  readonly heterogeneity: { readonly q: number; readonly degreesOfFreedom: number; readonly pValue: number };
}

/**
 * The Mantel-Haenszel common effect of two-by-two tables: no continuity correction of the tables is needed as long as some study had
 * an event in each group. Tables without any event (or with nothing but events) tell nothing about a ratio and are left out of ratios.
 * Heterogeneity is measured by inverse-variance weights around the Mantel-Haenszel estimate.
 * @param tables at least one with information
 * @param options measure; level of the interval, 0.95 unless given
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Mantel & Haenszel 1959; variances Robins, Breslow & Greenland 1986 (OR), Greenland & Robins 1985 (RR), Sato, Greenland &
 * Robins 1989 (RD); Cochrane Handbook 6.5, section 10.4.1.
 */
export function mantelHaenszel(
  tables: readonly TwoByTwo[],
  { measure, level = 0.95 }: { readonly measure: MantelHaenszelMeasure; readonly level?: number },
): PooledTables {
  const informative = tables.filter((table) => !isDoubleZero(table));
  const used = measure === "risk-difference" ? tables : informative;
  requireAll("pool tables by Mantel-Haenszel", [
    [used.length > 0, "tables", `${used.length} with information`, "at least one"],
  ]);
  const { effect, variance } = commonEffects[measure](used.map(cellsOf));
  requireAll("pool tables by Mantel-Haenszel", [
    [Number.isFinite(effect) && variance > 0, "effect", effect, "finite: some study needs an event in each group"],
  ]);
  const estimate = { name: measure, estimate: effect, standardError: Math.sqrt(variance) };
  return {
    pooled: testCoefficient(estimate, { level }),
    studies: used.length,
    heterogeneity: heterogeneityAround(effect, informative, measure),
  };
}

type CommonEffect = (tables: readonly Cells[]) => { readonly effect: number; readonly variance: number };

function total(tables: readonly Cells[], term: (cells: Cells, n: number) => number): number {
  return tables.reduce((sum, cells) => sum + term(cells, cells[0] + cells[1] + cells[2] + cells[3]), 0);
}

const commonEffects: Readonly<Record<MantelHaenszelMeasure, CommonEffect>> = {
  "log-odds-ratio": (tables) => {
    const r = total(tables, ([a, , , d], n) => (a * d) / n);
    const s = total(tables, ([, b, c], n) => (b * c) / n);
    const first = total(tables, ([a, , , d], n) => (((a + d) / n) * (a * d)) / n);
    const cross = total(tables, ([a, b, c, d], n) => (((a + d) / n) * (b * c) + ((b + c) / n) * (a * d)) / n);
    const last = total(tables, ([, b, c], n) => (((b + c) / n) * (b * c)) / n);
    return { effect: Math.log(r / s), variance: (first / r ** 2 + cross / (r * s) + last / s ** 2) / 2 };
  },
  "log-risk-ratio": (tables) => {
    const r = total(tables, ([a, , c, d], n) => (a * (c + d)) / n);
    const s = total(tables, ([a, b, c], n) => (c * (a + b)) / n);
    const spread = total(tables, ([a, b, c, d], n) => ((a + b) * (c + d) * (a + c) - a * c * n) / n ** 2);
    return { effect: Math.log(r / s), variance: spread / (r * s) };
  },
  "risk-difference": (tables) => {
    const weight = total(tables, ([a, b, c, d], n) => ((a + b) * (c + d)) / n);
    const effect = total(tables, ([a, b, c, d], n) => (a * (c + d) - c * (a + b)) / n) / weight;
    const p = total(
      tables,
      ([a, b, c, d], n) =>
        c * ((a + b) / n) ** 2 - a * ((c + d) / n) ** 2 + (((a + b) / n) * ((c + d) / n) * (d + c - a - b)) / 2,
    );
    const q = total(tables, ([a, b, c, d], n) => (a * d + b * c) / (2 * n));
    return { effect, variance: (effect * p + q) / weight ** 2 };
  },
};

/** Tables with an empty cell get 1/2 in every cell here, and only here. */
function heterogeneityAround(
  centre: number,
  tables: readonly TwoByTwo[],
  measure: MantelHaenszelMeasure,
): PooledTables["heterogeneity"] {
  const q = tables.reduce((sum, table) => {
    const { effect, variance } = twoByTwoEffect(table, { measure });
    return sum + (effect - centre) ** 2 / variance;
  }, 0);
  const degreesOfFreedom = Math.max(0, tables.length - 1);
  return { q, degreesOfFreedom, pValue: degreesOfFreedom === 0 ? 1 : chiSquared(degreesOfFreedom).upperTail(q) };
}
