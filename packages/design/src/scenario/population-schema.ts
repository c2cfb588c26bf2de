/** Virtual patients, as written in a scenario. */
import { z } from "zod";
import { problem } from "./fields.ts";

const finite = z.number();

/** The forms in which a continuous covariate may vary; truncation is exact, not by clipping. */
function continuousCovariate(unit: string, bounds: { readonly min: number; readonly max: number }) {
  const inBounds = finite.min(bounds.min).max(bounds.max);
  const limits = { min: inBounds, max: inBounds };
  const withUnit = { unit: z.literal(unit) };
  return z
    .discriminatedUnion("distribution", [
      z.strictObject({ distribution: z.literal("constant"), value: inBounds, ...withUnit }),
      z.strictObject({
        distribution: z.literal("truncnormal"),
        mean: inBounds,
        sd: finite.positive().max(bounds.max),
        ...limits,
        ...withUnit,
      }),
      z.strictObject({
        distribution: z.literal("lognormal"),
        geomean: inBounds,
        cv: finite.positive().max(2),
        ...limits,
        ...withUnit,
      }),
      z.strictObject({ distribution: z.literal("uniform"), ...limits, ...withUnit }),
    ])
    .superRefine((covariate, context) => {
      if (covariate.distribution !== "constant" && covariate.min >= covariate.max) {
        const message = `must lie above min, found ${covariate.max} with min ${covariate.min}`;
        context.addIssue(problem("inconsistent", ["max"], message, covariate.max));
      }
    });
}

const covariatesSchema = z.strictObject({
  WT: continuousCovariate("kg", { min: 20, max: 300 }).optional(),
  AGE: continuousCovariate("a", { min: 0, max: 100 }).optional(),
  SEXF: z
    .discriminatedUnion("distribution", [
      z.strictObject({ distribution: z.literal("bernoulli"), p: finite.min(0).max(1) }),
      z.strictObject({ distribution: z.literal("constant"), value: z.literal([0, 1]) }),
    ])
    .meta({ description: "1 for female" })
    .optional(),
});

const baselineSchema = z
  .strictObject({
    scale: z.string().min(1).max(20),
    mean: finite.min(0),
    sd: finite.min(0),
    min: finite.min(0),
    max: finite.min(0),
  })
  .superRefine((baseline, context) => {
    if (!(baseline.min <= baseline.mean && baseline.mean <= baseline.max && baseline.min < baseline.max)) {
      const found = `mean ${baseline.mean}, min ${baseline.min}, max ${baseline.max}`;
      context.addIssue(
        problem("inconsistent", [], `must have min <= mean <= max and min < max, found ${found}`, baseline),
      );
    }
  });

/** Medicines taken beside the study drug; their effect is not part of the model. */
const concomitantSchema = z.strictObject({
  class: z.enum(["ssri", "snri", "benzodiazepine", "opioid", "mood-stabiliser", "antipsychotic", "antihypertensive"]),
  fraction: finite.min(0).max(1),
});

/** Who is simulated and how they vary. */
export const populationSchema = z.strictObject({
  indication: z
    .enum(["gad", "sad", "ptsd", "ocd"])
    .meta({ description: "Generalised anxiety, social anxiety, post-traumatic stress, obsessive-compulsive disorder" }),
  n: z.int().min(1).max(20_000),
  baseline: baselineSchema.optional(),
  covariates: covariatesSchema.optional(),
  concomitant: z
    .array(concomitantSchema)
    .max(7)
    .superRefine((entries, context) => {
      entries.forEach((entry, index) => {
        if (entries.findIndex((other) => other.class === entry.class) < index) {
          context.addIssue(problem("inconsistent", [index, "class"], `is listed twice: ${entry.class}`, entry.class));
        }
      });
    })
    .optional(),
});

/** The population part of a scenario as read. */
export type PopulationEntry = z.output<typeof populationSchema>;
