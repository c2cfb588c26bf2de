import type { StudyEffect } from "../effect-sizes/study-effect.ts";
import type { Moderator } from "../meta-regression/regression-design.ts";
import type { ResolvedOptions } from "../pooling/options.ts";

/** An analysis to be repeated in R. */
export interface RepeatableAnalysis {
  /** First line of the script, as a comment. */
  readonly title: string;
  readonly effects: readonly StudyEffect[];
  readonly options: ResolvedOptions;
  readonly moderators?: readonly Moderator[];
}

/** What metafor calls our inferences. */
const tests: Readonly<Record<ResolvedOptions["inference"], string>> = {
  wald: "z",
  t: "t",
  "hartung-knapp": "knha",
  "hartung-knapp-ad-hoc": "adhoc",
};

/** metafor's own option for this interval has changed its name between versions. */
const PREDICTION =
  "print(c(res$beta) + c(-1, 1) * qt(1 - res$level / 2, res$k - 2) * sqrt(res$se^2 + res$tau2), digits = 8)";

/**
 * An R script that repeats an analysis with the package metafor: the effects, the model, intervals of heterogeneity, prediction, and the
 * study left out one at a time. Numbers are written in full. metafor's default convergence limits it to about five digits; the script
 * tightens them.
 * @param analysis title, effects, options as resolved by the fit, moderators if any
 */
export function metaforScript({ title, effects, options, moderators = [] }: RepeatableAnalysis): string {
  const isRandom = options.model === "random";
  const isPlain = moderators.length === 0;
  const canVary = isRandom && effects.length > 1 && options.tauSquared === undefined;
  return [
    ...title.split("\n").map((line) => `# ${line}`),
    "# Needs R with the package metafor.",
    "library(metafor)",
    "",
    "dat <- data.frame(",
    [
      `  study = ${vector(effects.map(({ label }) => quoted(label)))}`,
      `  yi = ${vector(effects.map(({ effect }) => `${effect}`))}`,
      `  vi = ${vector(effects.map(({ variance }) => `${variance}`))}`,
      ...moderators.map((moderator, index) => `  x${index + 1} = ${moderatorVector(moderator)}`),
    ].join(",\n"),
    ")",
    "",
    `res <- rma(${arguments_(options, moderators)})`,
    "print(res, digits = 8)",
    ...(canVary ? ["print(confint(res, control = list(tol = 1e-12)), digits = 8)"] : []),
    ...(isRandom && isPlain && effects.length > 2
      ? ["# Prediction interval on k - 2 degrees of freedom.", PREDICTION]
      : []),
    ...(isPlain && effects.length > 2 ? ["print(leave1out(res), digits = 8)"] : []),
    "",
  ].join("\n");
}

function arguments_(
  { model, estimator, tauSquared, inference, level }: ResolvedOptions,
  moderators: readonly Moderator[],
): string {
  const terms = moderators.map((moderator, index) =>
    "values" in moderator ? `x${index + 1}` : `factor(x${index + 1}, levels = ${levels(moderator)})`,
  );
  return [
    "yi",
    "vi",
    ...(terms.length > 0 ? [`mods = ~ ${terms.join(" + ")}`] : []),
    "data = dat",
    "slab = study",
    `method = "${model === "common" ? "EE" : estimator}"`,
    ...(tauSquared === undefined ? [] : [`tau2 = ${tauSquared}`]),
    `test = "${tests[inference]}"`,
    `level = ${Number((100 * level).toPrecision(12))}`,
    ...(model === "random" ? ["control = list(threshold = 1e-10, maxiter = 1000, tol = 1e-10)"] : []),
  ].join(", ");
}

/** The reference category first, then the others in the order they are met. */
function levels(moderator: Extract<Moderator, { categories: unknown }>): string {
  const { categories, reference = categories[0]! } = moderator;
  return vector([...new Set([reference, ...categories])].map(quoted));
}

function moderatorVector(moderator: Moderator): string {
  return vector("values" in moderator ? moderator.values.map((value) => `${value}`) : moderator.categories.map(quoted));
}

function vector(items: readonly string[]): string {
  return `c(${items.join(", ")})`;
}

/** An R string literal. */
function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}
