import { exp, log, log10, pow } from "@kinetamine/numerics";
import type { Tape } from "./tape.ts";

/** Runs one program: reads time, states and given values, writes the results. */
export type TapeRunner = (t: number, y: Float64Array, given: Float64Array, out: Float64Array) => void;

/**
 * Turns a tape into a function by interpretation: the executable reference for other back ends.
 *
 * Allocates its registers once; calls allocate nothing. The function is not re-entrant.
 */
export function createTapeRunner(tape: Tape): TapeRunner {
  const { states, given: givenIndex, code, results, loadsTime } = tape;
  const registers = new Float64Array(tape.registerCount);
  registers.set(tape.constants);
  const firstState = tape.constants.length + (loadsTime ? 1 : 0);
  const firstGiven = firstState + states.length;
  const firstResult = firstGiven + givenIndex.length;
  return (t, y, given, out) => {
    if (loadsTime) registers[firstState - 1] = t;
    for (let i = 0; i < states.length; i++) registers[firstState + i] = y[states[i]!]!;
    for (let i = 0; i < givenIndex.length; i++) registers[firstGiven + i] = given[givenIndex[i]!]!;
    runInstructions(code, registers, firstResult);
    for (let i = 0; i < results.length; i++) out[i] = registers[results[i]!]!;
  };
}

/**
 * One case per operation, each a loop over a run of it. Cases are bare numbers, in the order of `opcodes`, because
 * engines build jump tables only from literals.
 */
function runInstructions(code: Int32Array, r: Float64Array, firstResult: number): void {
  for (let at = 0, target = firstResult; at < code.length; ) {
    const opcode = code[at]!;
    const stop = target + code[at + 1]!;
    at += 2;
    switch (opcode) {
      case 0: // add
        for (; target < stop; target++, at += 2) r[target] = r[code[at]!]! + r[code[at + 1]!]!;
        break;
      case 1: // subtract
        for (; target < stop; target++, at += 2) r[target] = r[code[at]!]! - r[code[at + 1]!]!;
        break;
      case 2: // multiply
        for (; target < stop; target++, at += 2) r[target] = r[code[at]!]! * r[code[at + 1]!]!;
        break;
      case 3: // divide
        for (; target < stop; target++, at += 2) r[target] = r[code[at]!]! / r[code[at + 1]!]!;
        break;
      case 4: // power
        for (; target < stop; target++, at += 2) r[target] = pow(r[code[at]!]!, r[code[at + 1]!]!);
        break;
      case 5: // min
        for (; target < stop; target++, at += 2) r[target] = Math.min(r[code[at]!]!, r[code[at + 1]!]!);
        break;
      case 6: // max
        for (; target < stop; target++, at += 2) r[target] = Math.max(r[code[at]!]!, r[code[at + 1]!]!);
        break;
      case 7: // less
        for (; target < stop; target++, at += 2) r[target] = r[code[at]!]! < r[code[at + 1]!]! ? 1 : 0;
        break;
      case 8: // lessOrEqual
        for (; target < stop; target++, at += 2) r[target] = r[code[at]!]! <= r[code[at + 1]!]! ? 1 : 0;
        break;
      case 9: // equal
        for (; target < stop; target++, at += 2) r[target] = r[code[at]!]! === r[code[at + 1]!]! ? 1 : 0;
        break;
      case 10: // notEqual
        for (; target < stop; target++, at += 2) r[target] = r[code[at]!]! !== r[code[at + 1]!]! ? 1 : 0;
        break;
      case 11: // and
        for (; target < stop; target++, at += 2) r[target] = Math.min(r[code[at]!]!, r[code[at + 1]!]!);
        break;
      case 12: // or
        for (; target < stop; target++, at += 2) r[target] = Math.max(r[code[at]!]!, r[code[at + 1]!]!);
        break;
      case 13: // negate
        for (; target < stop; target++, at++) r[target] = -r[code[at]!]!;
        break;
      case 14: // not
        for (; target < stop; target++, at++) r[target] = 1 - r[code[at]!]!;
        break;
      case 15: // exp
        for (; target < stop; target++, at++) r[target] = exp(r[code[at]!]!);
        break;
      case 16: // log
        for (; target < stop; target++, at++) r[target] = log(r[code[at]!]!);
        break;
      case 17: // log10
        for (; target < stop; target++, at++) r[target] = log10(r[code[at]!]!);
        break;
      case 18: // sqrt
        for (; target < stop; target++, at++) r[target] = Math.sqrt(r[code[at]!]!);
        break;
      case 19: // abs
        for (; target < stop; target++, at++) r[target] = Math.abs(r[code[at]!]!);
        break;
      case 20: // select
        for (; target < stop; target++, at += 3)
          r[target] = r[code[at]!]! !== 0 ? r[code[at + 1]!]! : r[code[at + 2]!]!;
        break;
    }
  }
}
