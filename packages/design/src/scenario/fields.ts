/** Building blocks of the scenario schema: text that is safe in tables and pages, and quantities with compulsory units. */
import { z } from "zod";
import type { InputProblemCode } from "./input-problem.ts";
import type { Quantity, QuantityRule } from "./quantity.ts";
import { quantityPattern, readQuantity } from "./quantity.ts";

/** A rule between entries that was broken, in the form schema checks add to their list. */
export function problem(code: InputProblemCode, path: readonly (string | number)[], message: string, input: unknown) {
  return { code: "custom" as const, path: [...path], message, input, params: { code } };
}

/** A quantity written as text; the schema for editors shows the pattern and an example. */
export function quantityField(rule: QuantityRule) {
  return z
    .unknown()
    .meta({ type: "string", pattern: quantityPattern(rule), examples: [rule.example] })
    .transform((input, context): Quantity => {
      const reading = readQuantity(input, rule);
      if (reading.ok) return reading.quantity;
      const absent = input === undefined;
      const message = absent ? `is missing, give e.g. ${rule.example}` : reading.reason;
      context.issues.push(problem(absent ? "missing" : "quantity", [], message, input));
      return z.NEVER;
    });
}

/** Text for titles, labels and questions: one line, no control characters, not starting like a spreadsheet formula. */
export function textField(longest: number) {
  return z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}=+@\s-][^\p{Cc}\p{Zl}\p{Zp}]*$/u, {
      error: "must be one line of text that does not start with a space or one of = + - @",
    });
}

/** Ids become folder and file names, so they are limited to lower-case letters, digits and hyphens. */
export const scenarioId = z.string().regex(/^[a-z0-9-]{1,40}$/, {
  error: (issue) => `must be 1 to 40 lower-case letters, digits or hyphens, found ${JSON.stringify(issue.input)}`,
});

/** Regimen ids appear in tables and legends. */
export const regimenId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/, {
  error: (issue) => `must be 1 to 20 letters, digits or hyphens, found ${JSON.stringify(issue.input)}`,
});

/** A place of the format that is refused until it is implemented, so that nothing written is silently ignored. */
export function notSupported(what: string) {
  return z
    .unknown()
    .meta({ not: {} })
    .transform((input, context): undefined => {
      if (input === undefined) return undefined;
      context.issues.push(problem("not-supported", [], `is not supported in this version: ${what}`, input));
      return z.NEVER;
    })
    .optional();
}
