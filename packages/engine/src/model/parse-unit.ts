import { fail } from "./fail.ts";
import { limits } from "./limits.ts";
import { unitAtoms, unitSynonyms } from "./unit-atoms.ts";
import {
  dimensionless,
  divideUnits,
  largestExponent,
  multiplyUnits,
  powerUnit,
  scaleUnit,
  type Unit,
} from "./units.ts";

/** Position in the unit text, moved along by the functions below. */
interface Cursor {
  readonly text: string;
  readonly locate: (offset: number) => string;
  offset: number;
}

/**
 * Reads a unit written in the UCUM subset of the model language.
 *
 * `1`, symbols (`mg`, `L`, `mm[Hg]`, ...), whole-number exponents (`h-1`, `m2`), `.` or `*`, `/` from left to right,
 * parentheses, `%`, whole numbers such as `60`, and `{anything}` for a dimensionless annotation.
 *
 * @param text e.g. `mL/min/kg`
 * @param locate turns an offset in `text` into the path shown in an error
 * @throws ModelError `E-UNIT-SYNTAX` or `E-UNIT-UNKNOWN`
 */
export function parseUnit(text: string, locate: (offset: number) => string = (offset) => `unit:1:${offset + 1}`): Unit {
  const cursor: Cursor = { text, locate, offset: 0 };
  if (text.length > limits.unitLength) {
    failSyntax(cursor, `Cannot read a unit of ${text.length} characters: at most ${limits.unitLength} are allowed`);
  }
  const unit = parseProduct(cursor);
  if (cursor.offset < text.length) failUnexpected(cursor);
  if (largestExponent(unit) > limits.unitExponent) {
    failSyntax(cursor, `Cannot use exponents beyond ${limits.unitExponent} in a unit`);
  }
  return unit;
}

function parseProduct(cursor: Cursor): Unit {
  let unit = cursor.text[cursor.offset] === "/" ? dimensionless : parseFactor(cursor);
  for (;;) {
    const operator = cursor.text[cursor.offset];
    if (operator !== "/" && operator !== "." && operator !== "*") return unit;
    cursor.offset++;
    const factor = parseFactor(cursor);
    unit = operator === "/" ? divideUnits(unit, factor) : multiplyUnits(unit, factor);
  }
}

function parseFactor(cursor: Cursor): Unit {
  if (cursor.text[cursor.offset] === "{") return parseAnnotation(cursor);
  const unit = parsePrimary(cursor);
  const exponent = match(cursor, /[+-]?\d{1,3}/y);
  if (cursor.text[cursor.offset] === "{") parseAnnotation(cursor);
  return exponent === undefined ? unit : powerUnit(unit, Number(exponent));
}

function parsePrimary(cursor: Cursor): Unit {
  if (cursor.text[cursor.offset] === "(") return parseParentheses(cursor);
  const start = cursor.offset;
  const digits = match(cursor, /\d+/y);
  if (digits !== undefined) return parseNumber({ ...cursor, offset: start }, digits);
  const symbol = match(cursor, /%|[A-Za-zµμ]+(?:\[[A-Za-z]*\])?/y);
  if (symbol === undefined) return failUnexpected(cursor);
  const unit = unitAtoms.get(symbol);
  if (unit !== undefined) return unit;
  const known = [...unitAtoms.keys()];
  const suggestion = unitSynonyms.get(symbol) ?? known.find((name) => name.toLowerCase() === symbol.toLowerCase());
  return fail(
    "E-UNIT-UNKNOWN",
    cursor.locate(start),
    `Unknown unit ${symbol}: known are ${known.join(" ")}`,
    suggestion,
  );
}

function parseParentheses(cursor: Cursor): Unit {
  cursor.offset++;
  const unit = parseProduct(cursor);
  if (cursor.text[cursor.offset] !== ")") failSyntax(cursor, "Missing `)` in the unit");
  cursor.offset++;
  return unit;
}

function parseNumber(start: Cursor, digits: string): Unit {
  const rest = start.text.slice(start.offset + digits.length);
  if (/^\*\d/.test(rest)) failSyntax(start, "Cannot read `10*3` in a unit: UCUM means 1000 by it; write 1000");
  return (
    scaleUnit(BigInt(digits)) ??
    failSyntax(start, `Cannot use ${digits} in a unit: it must be a product of 2, 3, 5, 7 and 487`)
  );
}

function parseAnnotation(cursor: Cursor): Unit {
  if (match(cursor, /\{[^{}]*\}/y) === undefined) failSyntax(cursor, "Missing `}` in the unit");
  return dimensionless;
}

function match(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.offset;
  const found = pattern.exec(cursor.text)?.[0];
  if (found !== undefined) cursor.offset += found.length;
  return found;
}

function failUnexpected(cursor: Cursor): never {
  const found = cursor.text[cursor.offset];
  if (found === undefined)
    failSyntax(cursor, `Unit ${cursor.text === "" ? "is empty" : "ends too early"}: write 1 for a pure number`);
  if (/\s/.test(found)) failSyntax(cursor, "Cannot use spaces inside a unit: join factors with `.` or `/`");
  return failSyntax(cursor, `Unexpected ${found} in the unit`);
}

function failSyntax(cursor: Cursor, message: string): never {
  return fail("E-UNIT-SYNTAX", cursor.locate(cursor.offset), message);
}
