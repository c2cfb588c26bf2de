import { EvidenceError } from "../../checks/evidence-error.ts";
import { type TauSquaredEstimator, tauSquaredEstimators } from "./tau-squared/estimate-tau-squared.ts";

/**
 * How coefficients are tested.
 *
 * `wald`: standard normal. `t`: Student's t on k - p degrees of freedom, standard error unchanged. `hartung-knapp`: the variance is
 * multiplied by the weighted residual variance, t on k - p. `hartung-knapp-ad-hoc`: the same, but never below the Wald variance.
 * Source: Hartung & Knapp 2001, Stat Med 20:3875-3889; Sidik & Jonkman 2002; ad hoc rule Knapp & Hartung 2003, Stat Med 22:2693-2710,
 * discussed in Jackson et al. 2017, Stat Med 36:3923-3934.
 */
export const inferences = ["wald", "t", "hartung-knapp", "hartung-knapp-ad-hoc"] as const;
export type Inference = (typeof inferences)[number];

/** Choices of a synthesis; every one has a default. */
export interface PoolingOptions {
  /** `common`: all studies estimate one effect. `random`: effects vary between studies. Default `random`. */
  readonly model?: "common" | "random";
  /** Default `REML`. */
  readonly estimator?: TauSquaredEstimator;
  /** Between-study variance taken as known instead of estimated. */
  readonly tauSquared?: number;
  /** Default `wald` for the common model, `hartung-knapp-ad-hoc` for random effects. */
  readonly inference?: Inference;
  /** Coverage of intervals, default 0.95. */
  readonly level?: number;
}

/** The choices with every default written out. */
export interface ResolvedOptions {
  readonly model: "common" | "random";
  readonly estimator: TauSquaredEstimator;
  readonly tauSquared: number | undefined;
  readonly inference: Inference;
  readonly level: number;
}

/**
 * Writes out the defaults.
 * @throws EvidenceError `evidence-synthesis-invalid` for a choice that does not exist or contradicts another
 */
export function resolveOptions(options: PoolingOptions): ResolvedOptions {
  const { model = "random", estimator = "REML", tauSquared, level = 0.95 } = options;
  const inference = options.inference ?? (model === "common" ? "wald" : "hartung-knapp-ad-hoc");
  const isRescaled = inference === "hartung-knapp" || inference === "hartung-knapp-ad-hoc";
  requireOption(model === "common" || model === "random", ["model", model, "common or random"]);
  requireOption(tauSquaredEstimators.includes(estimator), [
    "estimator",
    estimator,
    `one of ${tauSquaredEstimators.join(", ")}`,
  ]);
  requireOption(inferences.includes(inference), ["inference", inference, `one of ${inferences.join(", ")}`]);
  requireOption(model === "random" || !isRescaled, ["inference", inference, "wald or t under a common effect"]);
  requireOption(model === "random" || tauSquared === undefined, [
    "tauSquared",
    `${tauSquared}`,
    "absent under a common effect",
  ]);
  requireOption(tauSquared === undefined || tauSquared >= 0, ["tauSquared", `${tauSquared}`, "0 or more"]);
  requireOption(level > 0 && level < 1, ["level", `${level}`, "between 0 and 1"]);
  return { model, estimator, tauSquared, inference, level };
}

function requireOption(isMet: boolean, [path, found, required]: readonly [string, string, string]): void {
  if (!isMet)
    throw new EvidenceError("evidence-synthesis-invalid", "pool with these options", [{ path, found, required }]);
}
