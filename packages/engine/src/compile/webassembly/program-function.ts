import type { ComputedOperation } from "../operation-meaning.ts";
import { opcodes, type Tape } from "../tape.ts";
import type { Code } from "./assembly.ts";
import * as wasm from "./assembly.ts";
import type { ElementaryIndices } from "./elementary-functions.ts";
import type { FunctionDefinition } from "./encode-module.ts";

const { f64, get, set } = wasm;
const bytesPerDouble = 8;

/** Where a program finds its operands and leaves its results [bytes from the start of memory]. */
export interface ProgramAddresses {
  readonly states: number;
  readonly given: number;
  readonly results: number;
}

const operations = Object.fromEntries(Object.entries(opcodes).map(([name, code]) => [code, name])) as Readonly<
  Record<number, ComputedOperation>
>;

const truth = (condition: Code): Code => wasm.toDoubleUnsigned(condition);

/** What each operation becomes; truth values are the doubles 1 and 0. */
function emitters(indices: ElementaryIndices): Readonly<Record<ComputedOperation, (...operands: Code[]) => Code>> {
  return {
    add: (a, b) => wasm.add(a!, b!),
    subtract: (a, b) => wasm.sub(a!, b!),
    multiply: (a, b) => wasm.mul(a!, b!),
    divide: (a, b) => wasm.div(a!, b!),
    power: (a, b) => wasm.call(indices.pow, a!, b!),
    min: (a, b) => wasm.min(a!, b!),
    max: (a, b) => wasm.max(a!, b!),
    less: (a, b) => truth(wasm.less(a!, b!)),
    lessOrEqual: (a, b) => truth(wasm.lessOrEqual(a!, b!)),
    equal: (a, b) => truth(wasm.equal(a!, b!)),
    notEqual: (a, b) => truth(wasm.notEqual(a!, b!)),
    and: (a, b) => wasm.min(a!, b!),
    or: (a, b) => wasm.max(a!, b!),
    negate: (a) => wasm.neg(a!),
    not: (a) => wasm.sub(f64(1), a!),
    exp: (a) => wasm.call(indices.expOfSum, a!, f64(0)),
    log: (a) => wasm.call(indices.log, a!),
    log10: (a) => wasm.mul(wasm.call(indices.log, a!), f64(Math.LOG10E)),
    sqrt: (a) => wasm.sqrt(a!),
    abs: (a) => wasm.abs(a!),
    select: (a, b, c) => wasm.choose(wasm.notEqual(a!, f64(0)), b!, c!),
  };
}

const arity = (operation: ComputedOperation): number => {
  if (operation === "select") return 3;
  return ["negate", "not", "exp", "log", "log10", "sqrt", "abs"].includes(operation) ? 1 : 2;
};

/**
 * One tape as a function of time: every register but the constants is a local, so the engine's own optimiser decides what stays in
 * machine registers.
 */
export function programFunction(
  tape: Tape,
  options: { readonly name: string; readonly addresses: ProgramAddresses; readonly indices: ElementaryIndices },
): FunctionDefinition {
  const { addresses, indices } = options;
  const emit = emitters(indices);
  const time = 0;
  const firstLoaded = tape.constants.length + (tape.loadsTime ? 1 : 0);
  // Local 0 is the parameter, time; local 1 + k holds register k.
  const value = (register: number): Code => {
    if (register < tape.constants.length) return f64(tape.constants[register]!);
    return get(register < firstLoaded ? time : 1 + register);
  };
  const at = (base: number, index: number) => base + bytesPerDouble * index;
  const loads = [
    ...Array.from(tape.states, (index) => at(addresses.states, index)),
    ...Array.from(tape.given, (index) => at(addresses.given, index)),
  ].map((address, k) => set(1 + firstLoaded + k, wasm.load(wasm.i32(0), address)));
  const body: number[] = loads.flat();
  let target = firstLoaded + loads.length;
  for (let position = 0; position < tape.code.length; ) {
    const operation = operations[tape.code[position]!]!;
    const count = tape.code[position + 1]!;
    position += 2;
    for (let k = 0; k < count; k++, target++, position += arity(operation)) {
      const operands = Array.from(tape.code.subarray(position, position + arity(operation)), value);
      body.push(...set(1 + target, emit[operation](...operands)));
    }
  }
  for (const [k, register] of tape.results.entries())
    body.push(...wasm.store(wasm.i32(0), at(addresses.results, k), value(register)));
  const locals = Array.from({ length: tape.registerCount }, () => wasm.types.f64);
  return { parameters: [wasm.types.f64], results: [], locals, body, name: options.name };
}
