import { EvidenceError } from "../../checks/evidence-error.ts";
import { at, type Matrix, multiply, transpose, zeros } from "../least-squares/matrix.ts";
import {
  type Coefficient,
  type OmnibusTest,
  standardErrorAt,
  testCoefficient,
  testTogether,
} from "../pooling/coefficient.ts";
import { adjustedScores, plainScores, satterthwaite } from "./cluster-scores.ts";
import type { MultilevelFit } from "./fit-multilevel.ts";

/**
 * Corrections of the cluster-robust covariance for few clusters: `CR0` none; `CR1` multiplies by m / (m - p) for m clusters and p
 * coefficients; `CR2` is unbiased when the working model holds, with Satterthwaite degrees of freedom for each coefficient.
 */
export type RobustKind = "CR0" | "CR1" | "CR2";

/** Inference that holds even if the correlations within clusters were guessed wrongly. */
export interface RobustInference {
  readonly kind: RobustKind;
  readonly clusters: number;
  readonly coefficients: readonly Coefficient[];
  /** p x p */
  readonly covariance: Matrix;
  /** Present with moderators, for CR0 and CR1. */
  readonly omnibus?: OmnibusTest;
}

/**
 * Cluster-robust standard errors and tests for a multilevel model.
 * Needs clusters that are independent of each other; below about 40 clusters CR0 and CR1 are too optimistic, CR2 holds up, but with
 * Satterthwaite degrees of freedom below 4 no p-value is to be trusted (Tipton 2015, Psychol Methods 20:375-393).
 * @param fit the model, whose variances serve as working weights
 * @param options clusters, one for each effect, usually the study; kind, `CR2` unless given
 * @throws EvidenceError `evidence-synthesis-invalid` for too few clusters, or clusters that divide correlated effects
 * Source: Hedges, Tipton & Johnson 2010, Res Synth Methods 1:39-65; CR2 Pustejovsky & Tipton 2018, J Bus Econ Stat 36:672-683;
 * as `robust` of metafor and `vcovCR` of clubSandwich.
 */
export function robustInference(
  fit: MultilevelFit,
  { clusters, kind = "CR2" }: { readonly clusters: readonly string[]; readonly kind?: RobustKind },
): RobustInference {
  const p = fit.coefficients.length;
  const members = clusterMembers(fit, clusters);
  const m = members.length;
  const scores = kind === "CR2" ? adjustedScores(fit, members) : plainScores(fit, members);
  const covariance = sandwich(fit.covariance, scores.totals, kind === "CR1" ? m / (m - p) : 1);
  const level = fit.options.level;
  const coefficients = fit.coefficients.map(({ name, estimate }, j) => {
    const degreesOfFreedom = kind === "CR2" ? satterthwaite(fit, scores, j) : m - p;
    return testCoefficient(
      { name, estimate, standardError: standardErrorAt(covariance, j) },
      { level, degreesOfFreedom },
    );
  });
  const hasOmnibus = p > 1 && kind !== "CR2";
  return {
    kind,
    clusters: m,
    coefficients,
    covariance,
    ...(hasOmnibus ? { omnibus: testModerators(fit, covariance, m - p) } : {}),
  };
}

/** Positions of the effects of each cluster. */
function clusterMembers(fit: MultilevelFit, clusters: readonly string[]): readonly (readonly number[])[] {
  const n = fit.data.effects.length;
  const names = [...new Set(clusters)];
  const divided = fit.problem.blocks.find(({ members }) => new Set(members.map((i) => clusters[i])).size > 1);
  const p = fit.coefficients.length;
  const problem =
    clusters.length !== n
      ? { path: "clusters", found: `${clusters.length} of them`, required: `one for each of ${n} effects` }
      : names.length <= p
        ? { path: "clusters", found: `${names.length} different ones`, required: `more than the ${p} coefficients` }
        : divided !== undefined
          ? {
              path: "clusters",
              found: "a cluster that divides correlated effects",
              required: "clusters independent of each other",
            }
          : undefined;
  if (problem !== undefined)
    throw new EvidenceError("evidence-synthesis-invalid", "compute cluster-robust standard errors", [problem]);
  return names.map((name) => clusters.flatMap((cluster, i) => (cluster === name ? [i] : [])));
}

/** factor M (sum of t t') M, with one score vector t for each cluster. */
function sandwich(bread: Matrix, totals: readonly Float64Array[], factor: number): Matrix {
  const p = bread.rows;
  const meat = zeros(p, p);
  for (const total of totals)
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) meat.values[i * p + j]! += factor * total[i]! * total[j]!;
  const product = multiply(multiply(bread, meat), transpose(bread));
  // Rounding leaves the product symmetric to the last digits only.
  return {
    ...product,
    values: product.values.map((value, index) => (value + at(product, index % p, Math.floor(index / p))) / 2),
  };
}

function testModerators(fit: MultilevelFit, covariance: Matrix, denominator: number): OmnibusTest {
  return testTogether({
    names: fit.design.names,
    estimates: fit.model.coefficients,
    covariance,
    tested: fit.design.names.map((_, j) => j).slice(1),
    denominatorDegreesOfFreedom: denominator,
  });
}
