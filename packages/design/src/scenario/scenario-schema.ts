/** The scenario format `kinetamine.scenario/v1`: one question, one population, one to four regimens. */
import { z } from "zod";
import { regimensSchema } from "./dose-schema.ts";
import { problem, quantityField, scenarioId, textField } from "./fields.ts";
import { populationSchema } from "./population-schema.ts";

/** The value of `schema` in files of this version of the format. */
export const scenarioSchemaName = "kinetamine.scenario/v1";

/** Names of analytes and mechanism read-outs as written in `observe`; plan-outputs.ts says which model outputs they are. */
export const analyteNames = ["KET", "S-KET", "R-KET", "NK", "S-NK", "R-NK", "HNK"] as const;
export const mechanismNames = [
  "NMDA-OCC",
  "BLOCK",
  "GLU",
  "AMPA",
  "BDNF",
  "MTOR",
  "POTENTIATION",
  "SPINE",
  "EFFECT",
] as const;
const scaleNames = ["HAM-A", "LSAS", "CAPS-5", "PCL-5", "Y-BOCS", "CADSS", "SBP", "HR"] as const;
const figureNames = [
  "regimen-strip",
  "pk-ribbon",
  "mechanism-ladder",
  "symptom-ribbon",
  "tolerability-ribbon",
  "responder-curve",
  "regimen-contrast",
] as const;

const credibilitySchema = z
  .strictObject({
    question_of_interest: textField(300),
    context_of_use: z.literal("research-and-education"),
    model_influence: z.enum(["low", "medium", "high"]),
    consequence_of_wrong_decision: z.enum(["low", "medium", "high"]),
  })
  .meta({ description: "What the run is for, in the words of ICH M15" });

const modelSchema = z.strictObject({
  id: z.literal("anx-core"),
  version: z.string().regex(/^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$/, {
    error: (issue) => `must be an exact version such as 0.1.0, found ${JSON.stringify(issue.input)}`,
  }),
  structural_uncertainty: z
    .array(z.string().max(40))
    .min(1)
    .max(10)
    .superRefine((variants, context) => {
      variants.forEach((variant, index) => {
        if (variant === "anx-core") return;
        const message = `is not supported in this version: the only structural variant is anx-core, found ${variant}`;
        context.addIssue(problem("not-supported", [index], message, variant));
      });
    })
    .optional(),
});

const observeSchema = z.strictObject({
  until: quantityField({ units: ["d", "wk", "h"], example: "56 d" }),
  pk: z
    .strictObject({
      analytes: z.array(z.enum(analyteNames)).min(1).optional(),
      dense_hours: z.int().min(2).max(24).default(6),
    })
    .optional(),
  pd: z.array(z.enum(mechanismNames)).min(1).optional(),
  scales: z.array(z.enum(scaleNames)).min(1).optional(),
});

const simulateSchema = z.strictObject({
  seed: z.int().min(0),
  uncertainty: z
    .strictObject({ parameters: z.int().min(0).max(1000).default(0), patients: z.int().min(1).max(20_000).optional() })
    .meta({ description: "Draws of the parameters and number of virtual patients, shown as two separate bands" })
    .prefault({}),
  residual_error: z
    .literal(false, { error: "is not supported in this version: only false, measurement error is not simulated" })
    .default(false),
});

const reportSchema = z.strictObject({
  figures: z.array(z.enum(figureNames)).min(1).optional(),
  audience: z.enum(["technical", "plain"]).default("technical"),
});

/** Every key of the format; keys that are not listed are refused. */
export const scenarioSchema = z
  .strictObject({
    schema: z.literal(scenarioSchemaName),
    id: scenarioId,
    title: textField(200),
    credibility: credibilitySchema,
    model: modelSchema,
    population: populationSchema,
    regimens: regimensSchema,
    observe: observeSchema,
    simulate: simulateSchema,
    report: reportSchema.prefault({}),
  })
  .superRefine((scenario, context) => {
    const { patients } = scenario.simulate.uncertainty;
    if (patients !== undefined && patients !== scenario.population.n) {
      const message = `must equal population.n = ${scenario.population.n}, found ${patients}`;
      context.addIssue(problem("inconsistent", ["simulate", "uncertainty", "patients"], message, patients));
    }
  });

/** A scenario as read: defaults of the format filled in, quantities with their units, nothing expanded yet. */
export type Scenario = z.output<typeof scenarioSchema>;
