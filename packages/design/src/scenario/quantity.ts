/**
 * Quantities as people write them: a plain decimal number, optional spaces, a unit from a closed list.
 * Nothing is guessed: a missing unit, a decimal comma, a sign or an exponent is refused with the form that would be read.
 */

/** A number with its unit, as written. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

/** What a place in a scenario accepts. */
export interface QuantityRule {
  /** Units allowed here, the usual one first. */
  readonly units: readonly string[];
  /** A correct entry, shown in messages. */
  readonly example: string;
  /** Whether 0 is meaningful here, such as no wait between two nasal devices. */
  readonly zeroAllowed?: boolean;
}

/** Either the quantity or the reason why the text is not one; the reason reads on from the name of the field. */
export type QuantityReading =
  | { readonly ok: true; readonly quantity: Quantity }
  | { readonly ok: false; readonly reason: string };

const longestQuantity = 40;

/** Pattern of a readable quantity, for editors; the reading itself gives better reasons than a failed pattern. */
export function quantityPattern(rule: QuantityRule): string {
  const units = rule.units.map((unit) => unit.replace(/[/[\]()]/g, "\\$&")).join("|");
  return `^[0-9]+(\\.[0-9]+)? *(${units})$`;
}

/**
 * Reads one quantity.
 * @param input value from a parsed file: text such as `0.5 mg/kg`; a bare number has no unit and is refused
 * @param rule units allowed in this place
 * @returns the quantity in the unit as written, or the reason for refusing it; never throws
 */
export function readQuantity(input: unknown, rule: QuantityRule): QuantityReading {
  if (typeof input === "number") return refuse(`needs a unit, e.g. ${rule.example}`);
  if (typeof input !== "string") return refuse(`must be a number with a unit, e.g. ${rule.example}`);
  const text = input.trim();
  const badForm = reasonForBadForm(text, rule);
  if (badForm !== undefined) return refuse(badForm);
  const [, digits = "", unit = ""] = /^([0-9]+(?:\.[0-9]+)?) *(.*)$/.exec(text) ?? [];
  if (unit === "") return refuse(`needs a unit, e.g. ${rule.example}, found ${text}`);
  if (!rule.units.includes(unit)) {
    return refuse(`must be in ${rule.units.join(" or ")}, e.g. ${rule.example}, found ${text}`);
  }
  const value = Number(digits);
  if (value === 0 && rule.zeroAllowed !== true) return refuse(`must be above zero, found ${text}`);
  return { ok: true, quantity: { value, unit } };
}

function refuse(reason: string): QuantityReading {
  return { ok: false, reason };
}

/** Each wrong form has its own sentence: the commonest slips must be recognisable to the person who made them. */
function reasonForBadForm(text: string, rule: QuantityRule): string | undefined {
  const wanted = `e.g. ${rule.example}`;
  if (text.length > longestQuantity) return `must be a number with a unit in at most ${longestQuantity} characters`;
  if (/^[+]?(infinity|inf|nan|\.inf|\.nan)\b/i.test(text)) return `must be a finite number, ${wanted}, found ${text}`;
  if (/^[-\u2212\u2013]/.test(text)) return `must not be negative, found ${text}`;
  if (/^[0-9]*,[0-9]/.test(text)) {
    return `has a decimal comma; write a point, ${wanted}, found ${text}`;
  }
  if (/^[0-9.]+e[-+0-9]/i.test(text)) return `must be written without an exponent, ${wanted}, found ${text}`;
  if (!/^[0-9]+(\.[0-9]+)?( |[^0-9.]|$)/.test(text)) {
    return `must be a plain decimal number with a unit, ${wanted}, found ${text}`;
  }
  return undefined;
}

const secondsPerUnit: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600, d: 86_400, wk: 604_800 };

/**
 * Converts a time to whole seconds, in which doses and sampling times are compared exactly.
 * @param quantity time in s, min, h, d or wk
 * @returns time [s], rounded to the nearest second
 * @throws Error when the unit is not a unit of time
 */
export function inSeconds(quantity: Quantity): number {
  const factor = secondsPerUnit[quantity.unit];
  if (factor === undefined) throw new Error(`cannot convert ${quantity.value} ${quantity.unit} to seconds`);
  return Math.round(quantity.value * factor);
}

/** Writes a quantity as it may be read again. */
export function formatQuantity(quantity: Quantity): string {
  return `${quantity.value} ${quantity.unit}`;
}
