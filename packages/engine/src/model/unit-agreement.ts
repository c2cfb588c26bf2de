import { failAt } from "./fail.ts";
import { formatUnit } from "./format-unit.ts";
import type { Span } from "./span.ts";
import { describeFactor, sameDimension, sameUnit, type Unit } from "./units.ts";

/** Unit of a value; `undefined` for the literal 0, which fits every unit. */
export type FlexibleUnit = Unit | undefined;

/** What to say when two units disagree. */
export interface Disagreement {
  readonly span: Span;
  /** E.g. `Cannot add mg to mg/L`. */
  readonly describe: (found: string, required: string) => string;
  /** Words on the way out. */
  readonly remedy?: string;
}

/**
 * The unit two values share.
 *
 * @throws ModelError `E-UNIT-MISMATCH`, or `E-UNIT-SCALE` naming the factor when only the scale differs
 */
export function agree(found: FlexibleUnit, required: FlexibleUnit, disagreement: Disagreement): FlexibleUnit {
  if (found === undefined) return required;
  if (required === undefined || sameUnit(found, required)) return found;
  const [foundText, requiredText] = [formatUnit(found), formatUnit(required)];
  const remedy = disagreement.remedy === undefined ? "" : `; ${disagreement.remedy}`;
  const problem = disagreement.describe(foundText, requiredText);
  if (!sameDimension(found, required)) {
    failAt(disagreement.span, "E-UNIT-MISMATCH", `${problem}: the dimensions differ${remedy}`);
  }
  const factor = describeFactor(found, required);
  const reason = `one ${foundText} is ${factor} times ${requiredText}, so a factor ${factor} is missing`;
  return failAt(disagreement.span, "E-UNIT-SCALE", `${problem}: ${reason}${remedy}`);
}
