import fc from "fast-check";
import { checkModel } from "../model/check-model.ts";
import type { CheckedModel } from "../model/checked-model.ts";
import { parseModel } from "../model/parse-model.ts";

/** Names the random expressions may use: two inputs, two states and time in h as a pure number. */
const names = ["p", "q", "x", "y", "tau"];

const declarations = [
  { name: "p", unit: "1", kind: "parameter" },
  { name: "q", unit: "1", kind: "eta" },
  { name: "per_h", unit: "1/h", kind: "parameter" },
] as const;

/**
 * Random arithmetic as text, every operation in parentheses.
 *
 * @param extra further operations, written with `$` for each operand
 */
export function randomExpression(extra: readonly string[] = []): fc.Arbitrary<string> {
  const templates = ["($ + $)", "($ - $)", "($ * $)", "($ / $)", "(-$)", ...extra];
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 5, depthSize: "small", withCrossShrink: true },
      fc.constantFrom(...names, "0", "1", "2", "0.3"),
      fc
        .tuple(fc.constantFrom(...templates), fc.array(tie("expression"), { minLength: 4, maxLength: 4 }))
        .map(([template, parts]) => parts.reduce((text, part) => text.replace("$", part), template)),
    ),
  }));
  return expression;
}

/** The remaining operations, written so that simplification must carry their values through bit by bit. */
export const otherOperations = [
  "exp($)",
  "log($)",
  "log10($)",
  "sqrt($)",
  "abs($)",
  "min($, $)",
  "max($, $, $)",
  "($ ^ q)", // an exponent that is a small whole number would become a product, which may round differently
  "(p ^ (q + $))",
  "($ < $)",
  "($ >= $)",
  "($ == $)",
  "($ > $ && $ <= $)",
  "(!($ > $ || $ != $))",
];

/**
 * A model of two states whose derivatives, an intermediate and an output are the given expressions.
 * The intermediate `z` is assigned in the branches of an `if`.
 */
export function modelOf(first: string, second: string, third: string): CheckedModel {
  const text = `
tau = t*per_h
if (${first} > ${second}) { z = ${third} } else { z = ${second} }
d/dt(x) = (z + ${first})*per_h  # [1]
d/dt(y) = (z - ${second} + (${third}))*per_h*p*q  # [1]
out = z*${first}  # [1]`;
  return checkModel(parseModel([{ name: "random", text }]), declarations);
}

/** A point at which to compare, as the reference wants it: values by name, the factor `per_h` being 1. */
export function pointValues(p: number, q: number, x: number, y: number, t: number): Map<string, number> {
  return new Map(Object.entries({ p, q, per_h: 1, x, y, t }));
}
