/**
 * From a checked model to kernels:
 *
 *   statements ──lower──► graph ──differentiate──► graph with Jacobian ──split──► tapes ──► WebAssembly, or interpretation ──► kernel
 *
 * Equal expressions are one node from the start, so whatever two equations, or an equation and a derivative, have in
 * common is computed once per call.
 */
import type { CheckedModel } from "../model/checked-model.ts";
import { fail } from "../model/fail.ts";
import { limits } from "../model/limits.ts";
import type { NamedUnit } from "../model/named-unit.ts";
import { Algebra } from "./algebra.ts";
import type { CompiledModel } from "./compiled-model.ts";
import { ExpressionGraph } from "./graph.ts";
import { differentiateSystem } from "./jacobian.ts";
import { type BackEnd, createKernelFactory } from "./kernel-factory.ts";
import { lowerModel } from "./lower.ts";
import { writePrograms } from "./programs.ts";
import { selectOutputs } from "./select-outputs.ts";
import { sha256 } from "./sha256.ts";

/** Counted up whenever the same model would compile to different programs, so that cached kernels are not mixed up. */
const compilerVersion = 1;

/**
 * Compiles a checked model.
 *
 * @param options.outputs names of states or assigned variables, in the order wanted; by default every variable that
 *   carries a unit comment
 * @param options.backEnd "automatic" (default) uses WebAssembly and interprets where it is not to be had; both give the
 *   same bits
 * @returns orders, structure and a source of kernels; the same for the same model, inputs and outputs, as is its hash
 * @throws ModelError `E-OUTPUT-UNKNOWN`, `E-OUTPUT-DUPLICATE` or `E-LIMIT`
 * @example
 * const decay = parseModel([{ name: "decay", text: "d/dt(x) = -k*x  # [mg]" }]);
 * compileModel(checkModel(decay, [{ name: "k", unit: "1/h", kind: "parameter" }])).states // => [{ name: "x", unit: "mg" }]
 */
export function compileModel(
  checked: CheckedModel,
  options: { readonly outputs?: readonly string[]; readonly backEnd?: BackEnd } = {},
): CompiledModel {
  const outputs = selectOutputs(checked, options.outputs);
  const algebra = new Algebra(new ExpressionGraph(limits.graphNodes, failTooLarge));
  const names = outputs.map(({ name }) => name);
  const lowered = lowerModel(checked, { outputs: names, algebra });
  const { pattern, jacobian, byTime } = differentiateSystem(algebra, lowered.derivatives);
  const programs = writePrograms(algebra.graph, {
    initial: lowered.initial,
    derivative: lowered.derivatives,
    jacobian,
    timeDerivative: byTime,
    outputs: lowered.outputs,
    modifiers: lowered.modifiers,
  });
  return {
    states: checked.states,
    inputs: checked.inputs,
    outputs,
    pattern,
    isAutonomous: !programs.derivative.loadsTime,
    modifiers: checked.modifiers,
    hash: hashOf(checked, outputs),
    createKernel: createKernelFactory(programs, options.backEnd ?? "automatic"),
  };
}

/** Covers all that decides what a kernel computes; file names do not, texts and their order do. */
function hashOf(checked: CheckedModel, outputs: readonly NamedUnit[]): string {
  const texts = checked.sources.map(({ text }) => text);
  const inputs = checked.inputs.map(({ name, unit, kind }) => [name, unit, kind]);
  return sha256(JSON.stringify([compilerVersion, texts, inputs, outputs.map(({ name }) => name)]));
}

function failTooLarge(): never {
  fail("E-LIMIT", "model", `Cannot compile more than ${limits.graphNodes} different expressions, derivatives included`);
}
