import { pow } from "@kinetamine/numerics";
import type { Kernel } from "../kernel.ts";
import type { Programs } from "../programs.ts";
import type { Tape } from "../tape.ts";
import { types } from "./assembly.ts";
import { type ElementaryIndices, elementaryFunctions } from "./elementary-functions.ts";
import { encodeModule } from "./encode-module.ts";
import { programFunction } from "./program-function.ts";

const programNames = [
  "individual",
  "initial",
  "derivative",
  "jacobian",
  "timeDerivative",
  "outputs",
  "modifiers",
] as const;
const bytesPerDouble = 8;
const pageSize = 65536;

/** `special` is the one import, then the elementary functions in their order, then the programs. */
const indices: ElementaryIndices = { special: 0, expOfSum: 1, log: 2, productError: 3, pow: 4 };

/** One memory for all programs: states, given values, results, each as long as the longest [doubles]. */
interface Layout {
  readonly states: number;
  readonly given: number;
  readonly results: number;
  readonly end: number;
}

function layoutOf(programs: Programs): Layout {
  const tapes = programNames.map((name) => programs[name]);
  const longest = (measure: (tape: Tape) => number) => tapes.reduce((most, tape) => Math.max(most, measure(tape)), 0);
  const reach = (indices: Int32Array) => indices.reduce((most, index) => Math.max(most, index + 1), 0);
  const states = longest((tape) => reach(tape.states));
  const given = longest((tape) => reach(tape.given));
  const results = longest((tape) => tape.results.length);
  return { states: 0, given: states, results: states + given, end: states + given + results };
}

/** A compiled model's programs as WebAssembly bytes with the layout of their memory; made once, used by every kernel of the model. */
export interface WebAssemblyPrograms {
  readonly module: WebAssembly.Module;
  readonly layout: Layout;
  readonly individualCount: number;
}

/**
 * Compiles the programs of a model.
 *
 * @throws WebAssembly.CompileError where a content security policy forbids WebAssembly; the caller falls back to interpretation
 */
export function compilePrograms(programs: Programs): WebAssemblyPrograms {
  const layout = layoutOf(programs);
  const addresses = {
    states: layout.states * bytesPerDouble,
    given: layout.given * bytesPerDouble,
    results: layout.results * bytesPerDouble,
  };
  const functions = programNames.map((name) => programFunction(programs[name], { name, addresses, indices }));
  const special = { name: "pow", parameters: [types.f64, types.f64], results: [types.f64] };
  const module = new WebAssembly.Module(encodeModule([...elementaryFunctions(indices), ...functions], [special]));
  return { module, layout, individualCount: programs.individual.results.length };
}

/** A kernel with its own memory. Operands are copied in and results out, because callers own their arrays. */
export function createWebAssemblyKernel({ module, layout, individualCount }: WebAssemblyPrograms): Kernel {
  const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil((layout.end * bytesPerDouble) / pageSize)) });
  const { exports } = new WebAssembly.Instance(module, { env: { memory, pow } });
  const doubles = new Float64Array(memory.buffer);
  const program = (name: (typeof programNames)[number]) => exports[name] as (t: number) => void;
  const runner = (name: (typeof programNames)[number]) => {
    const run = program(name);
    return (t: number, y: Float64Array, given: Float64Array, out: Float64Array) => {
      doubles.set(y, layout.states);
      doubles.set(given, layout.given);
      run(t);
      copyOut(doubles, layout.results, out);
    };
  };
  const none = new Float64Array(0);
  const [individual, initial] = [runner("individual"), runner("initial")];
  return {
    individualCount,
    individual: (inputs, values) => individual(0, none, inputs, values),
    initial: (values, y) => initial(0, none, values, y),
    derivative: runner("derivative"),
    jacobian: runner("jacobian"),
    timeDerivative: runner("timeDerivative"),
    outputs: runner("outputs"),
    modifiers: runner("modifiers"),
  };
}

/** A loop, because `subarray` would allocate on every call. */
function copyOut(from: Float64Array, start: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = from[start + i]!;
}
