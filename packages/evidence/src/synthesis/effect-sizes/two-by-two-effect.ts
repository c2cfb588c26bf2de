import type { Estimate } from "./estimate.ts";
import { requireAll } from "./require-value.ts";
import { type Cells, cellsOf, correctedCells, type TwoByTwo, type ZeroCells } from "./two-by-two-table.ts";

/** Effects of a two-by-two table; ratios are on the log scale. */
export type TwoByTwoMeasure = "log-odds-ratio" | "log-risk-ratio" | "risk-difference" | "peto-log-odds-ratio";

/** Options of `twoByTwoEffect`. */
export interface TwoByTwoOptions {
  readonly measure: TwoByTwoMeasure;
  readonly zeroCells?: ZeroCells;
  /** For `if-any-zero`: whether some table of the analysis has an empty cell; only this one is looked at unless given. */
  readonly anyZero?: boolean;
}

/**
 * Log odds ratio, log risk ratio, risk difference or Peto's log odds ratio of two independent groups, experimental against control.
 * Empty cells get 1/2 in all four cells of their table unless told otherwise; Peto's needs no correction and gets none.
 * @throws EvidenceError `evidence-synthesis-invalid` when the counts, or a zero cell left uncorrected, leave the effect undefined
 * Source: Cochrane Handbook 6.5, sections 6.4.1 and 10.4.4; Yusuf et al. 1985, Prog Cardiovasc Dis 27:335-371 (Peto);
 * as `escalc` of metafor 3.8.
 */
export function twoByTwoEffect(table: TwoByTwo, options: TwoByTwoOptions): Estimate {
  const { measure, zeroCells = {}, anyZero = cellsOf(table).includes(0) } = options;
  if (measure === "peto-log-odds-ratio") return petoEffect(cellsOf(table));
  const cells = correctedCells(table, zeroCells, anyZero);
  const estimate = formulas[measure](cells);
  requireAll(`compute the ${measure} of a table with cells ${cells.join(", ")}`, [
    [Number.isFinite(estimate.effect), "effect", estimate.effect, "a finite number: correct the empty cells"],
    [
      estimate.variance > 0 && Number.isFinite(estimate.variance),
      "variance",
      estimate.variance,
      "above 0: correct the empty cells",
    ],
  ]);
  return estimate;
}

const formulas: Readonly<Record<Exclude<TwoByTwoMeasure, "peto-log-odds-ratio">, (cells: Cells) => Estimate>> = {
  "log-odds-ratio": ([a, b, c, d]) => ({
    effect: Math.log((a * d) / (b * c)),
    variance: 1 / a + 1 / b + 1 / c + 1 / d,
  }),
  "log-risk-ratio": ([a, b, c, d]) => ({
    effect: Math.log((a * (c + d)) / (c * (a + b))),
    variance: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
  }),
  "risk-difference": ([a, b, c, d]) => ({
    effect: a / (a + b) - c / (c + d),
    variance: (a * b) / (a + b) ** 3 + (c * d) / (c + d) ** 3,
  }),
};

/** Observed minus expected events over their hypergeometric variance. */
function petoEffect([a, b, c, d]: Cells): Estimate {
  const [experimental, control, events, others] = [a + b, c + d, a + c, b + d];
  const n = experimental + control;
  const information = (experimental * control * events * others) / (n ** 2 * (n - 1));
  requireAll("compute Peto's log odds ratio", [
    [information > 0, "events", events, `between 0 and ${n}, neither none nor all of them`],
  ]);
  return { effect: (a - (experimental * events) / n) / information, variance: 1 / information };
}
