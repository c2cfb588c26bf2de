import { EvidenceError } from "../../checks/evidence-error.ts";
import { submatrix } from "../least-squares/matrix.ts";
import { solveSymmetric } from "../least-squares/solve-symmetric.ts";
import { type LikelihoodKind, type LikelihoodPoint, likelihoodPoint, logLikelihoodAt } from "./variance-likelihood.ts";
import { type VarianceProblem, whiten } from "./whitened-model.ts";

/** How the variances of the levels are estimated. */
export interface VarianceOptions {
  readonly kind: LikelihoodKind;
  readonly designLogDeterminant: number;
  /** Variances that are given instead of estimated, by level. */
  readonly fixed?: readonly (number | undefined)[];
  /** Where to start, when the answer is known to be near; several starting points unless given. */
  readonly start?: readonly number[];
}

const STEPS = 500;
/** A step this small relative to the size of the variances no longer changes the estimate. */
const SETTLED = 1e-12;
/** Close enough to tell which starting point leads to the highest peak. */
const NEAR = 1e-4;

/**
 * The variances >= 0 with the highest likelihood: Fisher scoring with halved steps inside the region of non-negative variances, from
 * several starting points, of which the best end is taken.
 * @throws EvidenceError `evidence-synthesis-no-convergence` when no start settles
 */
export function estimateVariances(problem: VarianceProblem, options: VarianceOptions): LikelihoodPoint {
  const starts = options.start === undefined ? startingPoints(problem) : [options.start];
  const ends = starts
    .map((start) => start.map((value, level) => options.fixed?.[level] ?? value))
    .map((start) => climb(problem, start, { ...options, until: NEAR }))
    .filter((end) => end !== undefined);
  const best = ends.reduce<LikelihoodPoint | undefined>(
    (highest, end) => (highest === undefined || end.logLikelihood > highest.logLikelihood ? end : highest),
    undefined,
  );
  const settled = best && climb(problem, best.variances, { ...options, until: SETTLED });
  if (settled === undefined)
    throw new EvidenceError("evidence-synthesis-no-convergence", "estimate the variances of the levels", [
      { path: "variances", found: `still moving after ${STEPS} steps`, required: "settled" },
    ]);
  return settled;
}

/** The spread of the effects shared out evenly, given wholly to one level after another, and almost none. */
function startingPoints({ effects, levels }: VarianceProblem): readonly (readonly number[])[] {
  const mean = effects.reduce((sum, effect) => sum + effect, 0) / effects.length;
  const spread = effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0) / effects.length;
  const even = levels.map(() => spread / levels.length);
  const single = levels.map((_, chosen) => levels.map((__, level) => (level === chosen ? spread : spread * 1e-3)));
  return [even, ...single, levels.map(() => spread * 1e-3)];
}

function climb(
  problem: VarianceProblem,
  start: readonly number[],
  options: VarianceOptions & { readonly until: number },
): LikelihoodPoint | undefined {
  let point = likelihoodPoint(problem, start, options);
  for (let step = 0; step < STEPS; step++) {
    const direction = scoringStep(point, options.fixed);
    const next = bestAlong(problem, { point, direction }, options);
    const scale = Math.max(...point.variances, Number.MIN_VALUE);
    const change = Math.max(...next.map((value, level) => Math.abs(value - point.variances[level]!)));
    if (change <= options.until * scale) return point;
    point = likelihoodPoint(problem, next, options);
  }
  return undefined;
}

/** The Fisher scoring step of the variances that are free to move: neither given, nor at 0 with the likelihood falling above 0. */
function scoringStep(
  { variances, gradient, information }: LikelihoodPoint,
  fixed: VarianceOptions["fixed"],
): readonly number[] {
  const free = variances
    .map((_, level) => level)
    .filter((level) => fixed?.[level] === undefined && (variances[level]! > 0 || gradient[level]! > 0));
  if (free.length === 0) return variances.map(() => 0);
  const solution = solveSymmetric(
    submatrix(information, { rows: free, columns: free }),
    Float64Array.from(free, (level) => gradient[level]!),
  );
  return variances.map((_, level) => solution[free.indexOf(level)] ?? 0);
}

/** The first point on the halved steps along a direction, cut off at 0, that does not lower the likelihood. */
function bestAlong(
  problem: VarianceProblem,
  { point, direction }: { readonly point: LikelihoodPoint; readonly direction: readonly number[] },
  options: VarianceOptions,
): readonly number[] {
  for (let length = 1; length > 1e-14; length /= 2) {
    const next = point.variances.map((value, level) => Math.max(0, value + length * direction[level]!));
    const height = logLikelihoodAt(whiten(problem, next), options.kind, options.designLogDeterminant);
    // Rounding of the likelihood must not stop a step that is right to more digits than the likelihood shows.
    if (height >= point.logLikelihood - 1e-12 * Math.abs(point.logLikelihood)) return next;
  }
  return point.variances;
}
