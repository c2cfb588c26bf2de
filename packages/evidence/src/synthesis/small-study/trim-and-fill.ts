import { EvidenceError } from "../../checks/evidence-error.ts";
import { requireEffects, type StudyEffect } from "../effect-sizes/study-effect.ts";
import { buildDesign } from "../meta-regression/regression-design.ts";
import { fitMixedEffects } from "../pooling/fit-mixed-effects.ts";
import type { PoolingOptions } from "../pooling/options.ts";
import { type PooledEffect, poolEffects } from "../pooling/pool-effects.ts";

/** What a pooled effect would be if the funnel were symmetric. */
export interface TrimAndFill {
  /** The side on which studies seem to be missing. */
  readonly side: "left" | "right";
  /** How many. */
  readonly missing: number;
  /** Standard error of that number. */
  readonly standardError: number;
  /** The mirror images added. */
  readonly filled: readonly StudyEffect[];
  /** Pooled with them. */
  readonly pooled: PooledEffect;
}

/** Options of `trimAndFill`. */
export interface TrimAndFillOptions extends PoolingOptions {
  /** Estimator of the number of missing studies, `L0` unless given. */
  readonly count?: "L0" | "R0" | "Q0";
  /** The side on which studies are missing; unless given, the side opposite to the slope of the asymmetry regression. */
  readonly side?: "left" | "right";
}

const ROUNDS = 100;

/**
 * Trims the studies that make a funnel asymmetric, finds its centre, and fills in their mirror images.
 * A what-if, not a correction: it assumes that asymmetry means suppressed studies with the most extreme results (Cochrane Handbook 6.5,
 * section 13.3.5.3).
 * @param effects at least three
 * @param options count, side, and those of `poolEffects`
 * @throws EvidenceError `evidence-synthesis-invalid`, or `evidence-synthesis-no-convergence` when the count alternates
 * Source: Duval & Tweedie 2000, Biometrics 56:455-463.
 */
export function trimAndFill(effects: readonly StudyEffect[], options: TrimAndFillOptions = {}): TrimAndFill {
  requireEffects(effects, { attempted: "trim and fill the funnel", atLeast: 3 });
  const { count = "L0", side = missingSide(effects, options), ...pooling } = options;
  // Everything below assumes that studies are missing on the left; the other side is its mirror image.
  const sign = side === "left" ? 1 : -1;
  const ordered = effects
    .map((effect) => ({ ...effect, effect: sign * effect.effect }))
    .sort((a, b) => a.effect - b.effect);
  const { missing, standardError, centre } = findMissing(ordered, count, pooling);
  const filled = ordered.slice(ordered.length - missing).map((study) => ({
    label: `mirror of ${study.label}`,
    effect: sign * (2 * centre - study.effect),
    variance: study.variance,
  }));
  return { side, missing, standardError, filled, pooled: poolEffects([...effects, ...filled], pooling) };
}

function missingSide(effects: readonly StudyEffect[], options: PoolingOptions): "left" | "right" {
  const values = effects.map(({ variance }) => Math.sqrt(variance));
  const design = buildDesign(effects.length, [{ name: "standard error", values }]);
  const fit = fitMixedEffects({ effects, design }, { ...options, inference: "wald" });
  return fit.coefficients[1]!.estimate < 0 ? "right" : "left";
}

interface Missing {
  readonly missing: number;
  readonly standardError: number;
  readonly centre: number;
}

function findMissing(ordered: readonly StudyEffect[], count: "L0" | "R0" | "Q0", pooling: PoolingOptions): Missing {
  let missing = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const kept = ordered.slice(0, ordered.length - missing);
    const centre = poolEffects(kept, { ...pooling, inference: "wald" }).pooled.estimate;
    const found = counters[count](signedRanks(ordered.map(({ effect }) => effect - centre)));
    const rounded = Math.max(0, roundHalfToEven(found.missing));
    if (rounded === missing) return { missing, standardError: Math.max(0, found.standardError), centre };
    // Q0 does not exist when nearly all studies lie on one side of the centre.
    if (!(rounded < ordered.length)) throw unsettled(`${found.missing} by ${count}`, `fewer than ${ordered.length}`);
    missing = rounded;
  }
  throw unsettled("a count that does not settle", "the same in two rounds");
}

function unsettled(found: string, required: string): EvidenceError {
  return new EvidenceError("evidence-synthesis-no-convergence", "find the number of missing studies", [
    { path: "missing", found, required },
  ]);
}

/** Ranks of the absolute distances with the signs of the distances; ties keep their order. */
function signedRanks(distances: readonly number[]): readonly number[] {
  const order = distances.map((_, index) => index).sort((a, b) => Math.abs(distances[a]!) - Math.abs(distances[b]!));
  const ranks = new Array<number>(distances.length);
  order.forEach((index, rank) => {
    ranks[index] = Math.sign(distances[index]!) * (rank + 1);
  });
  return ranks;
}

type Counter = (ranks: readonly number[]) => { readonly missing: number; readonly standardError: number };

/** The three estimators of Duval & Tweedie 2000, section 3. */
const counters: Readonly<Record<"L0" | "R0" | "Q0", Counter>> = {
  R0: (ranks) => {
    const missing = ranks.length - Math.max(...ranks.filter((rank) => rank < 0).map((rank) => -rank)) - 1;
    return { missing, standardError: Math.sqrt(2 * Math.max(0, missing) + 2) };
  },
  L0: (ranks) => {
    const k = ranks.length;
    const missing = (4 * positiveSum(ranks) - k * (k + 1)) / (2 * k - 1);
    return { missing, standardError: (4 * Math.sqrt(varianceOfSum(k, missing))) / (2 * k - 1) };
  },
  Q0: (ranks) => {
    const k = ranks.length;
    const missing = k - 0.5 - Math.sqrt(2 * k ** 2 - 4 * positiveSum(ranks) + 0.25);
    const slope = Math.sqrt((k - 0.5) ** 2 - missing * (2 * k - missing - 1));
    return { missing, standardError: (2 * Math.sqrt(varianceOfSum(k, missing))) / slope };
  },
};

function positiveSum(ranks: readonly number[]): number {
  return ranks.reduce((sum, rank) => sum + Math.max(0, rank), 0);
}

/** Variance of the Wilcoxon statistic when `missing` studies are absent on one side. */
function varianceOfSum(k: number, missing: number): number {
  const whole = k * (k + 1) * (2 * k + 1);
  const trimmed = 10 * missing ** 3 + 27 * missing ** 2 + 17 * missing;
  return (whole + trimmed - 18 * k * missing ** 2 - 18 * k * missing + 6 * k ** 2 * missing) / 24;
}

/** As R rounds, so that both programs fill in the same number of studies. */
function roundHalfToEven(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
