import { describe, expect, it } from "vitest";
import { createTapeRunner } from "./interpret.ts";
import { type ComputedOperation, operationMeaning } from "./operation-meaning.ts";
import { opcodes } from "./tape.ts";

const arity = (operation: ComputedOperation) => operationMeaning[operation].length;

/** Operands that separate every operation from every other, edge cases included. */
const numbers = [-2.5, -1, -0, 0, 0.5, 1, 3, 1e300, Number.POSITIVE_INFINITY, Number.NaN];
const truths = [0, 1];
const domain = (operation: ComputedOperation, position: number): readonly number[] => {
  const isTruth = ["and", "or", "not"].includes(operation) || (operation === "select" && position === 0);
  return isTruth ? truths : numbers;
};

/** Runs one instruction on given values. */
function interpret(operation: ComputedOperation, operands: readonly number[]): number {
  const given = Int32Array.from(operands, (_, i) => i);
  const run = createTapeRunner({
    constants: new Float64Array(0),
    loadsTime: false,
    states: new Int32Array(0),
    given,
    code: Int32Array.from([opcodes[operation], 1, ...given]),
    results: Int32Array.of(given.length),
    registerCount: given.length + 1,
  });
  const out = new Float64Array(1);
  run(0, new Float64Array(0), Float64Array.from(operands), out);
  return out[0]!;
}

describe("the interpreter", () => {
  it.each(Object.keys(opcodes) as ComputedOperation[])("computes %s as its meaning says", (operation) => {
    for (const a of domain(operation, 0)) {
      for (const b of domain(operation, 1)) {
        const operands = [a, b, 7].slice(0, arity(operation));
        const expected = operationMeaning[operation](a, b, 7);
        expect(interpret(operation, operands), `${operation}(${operands})`).toBe(expected);
      }
    }
  });

  it("numbers the operations from 0 without gaps, as its jump table needs", () => {
    expect(Object.values(opcodes)).toEqual(Object.keys(opcodes).map((_, i) => i));
  });
});
