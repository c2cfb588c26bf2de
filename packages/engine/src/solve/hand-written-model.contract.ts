import type { CompiledModel } from "../compile/compiled-model.ts";
import type { Modifier } from "../model/modifier.ts";

/** A model written out by hand, for tests that must not depend on the compiler. */
export interface HandWritten {
  readonly states: readonly string[];
  readonly inputs?: readonly string[];
  /** Outputs by name; default: every state. */
  readonly outputs?: Readonly<Record<string, (t: number, y: Float64Array, p: Float64Array) => number>>;
  readonly derivative: (t: number, y: Float64Array, p: Float64Array) => readonly number[];
  /** Dense Jacobian by rows; `null` marks a place that is zero by structure. */
  readonly jacobian: (t: number, y: Float64Array, p: Float64Array) => readonly (readonly (number | null)[])[];
  /** Present exactly when the right-hand side reads time. */
  readonly timeDerivative?: (t: number, y: Float64Array, p: Float64Array) => readonly number[];
  readonly initial?: (p: Float64Array) => readonly number[];
  readonly modifiers?: readonly (Modifier & {
    readonly value: (t: number, y: Float64Array, p: Float64Array) => number;
  })[];
}

/** Wraps hand-written equations as a compiled model. */
export function handWrittenModel(source: HandWritten): CompiledModel {
  const n = source.states.length;
  const names = (list: readonly string[]) => list.map((name) => ({ name, unit: "1" }));
  const outputs =
    source.outputs ??
    Object.fromEntries(source.states.map((name, i) => [name, (_t: number, y: Float64Array) => y[i]!]));
  const inputs = (source.inputs ?? []).map((name) => ({ name, unit: "1", kind: "parameter" as const }));
  // Structure must not depend on values, so any point will do.
  const rows = source.jacobian(0, new Float64Array(n).fill(0.5), new Float64Array(inputs.length).fill(0.5));
  const columns = rows.map((row, i) => [...row.keys()].filter((j) => j === i || row[j] !== null));
  const rowStart = new Int32Array(n + 1);
  for (const [i, row] of columns.entries()) rowStart[i + 1] = rowStart[i]! + row.length;
  const modifiers = source.modifiers ?? [];
  return {
    states: names(source.states),
    inputs,
    outputs: names(Object.keys(outputs)),
    pattern: { size: n, rowStart, column: Int32Array.from(columns.flat()) },
    isAutonomous: source.timeDerivative === undefined,
    modifiers: modifiers.map(({ state, kind }) => ({ state, kind })),
    hash: "hand-written",
    createKernel: () => ({
      individualCount: inputs.length,
      individual: (values, individual) => individual.set(values),
      initial: (p, y) => y.set(source.initial?.(p) ?? new Float64Array(n)),
      derivative: (t, y, p, dydt) => dydt.set(source.derivative(t, y, p)),
      jacobian: (t, y, p, values) => {
        const dense = source.jacobian(t, y, p);
        values.set(columns.flatMap((row, i) => row.map((j) => dense[i]![j] ?? 0)));
      },
      timeDerivative: (t, y, p, dfdt) => dfdt.set(source.timeDerivative?.(t, y, p) ?? new Float64Array(n)),
      outputs: (t, y, p, out) => out.set(Object.values(outputs).map((output) => output(t, y, p))),
      modifiers: (t, y, p, out) => out.set(modifiers.map(({ value }) => value(t, y, p))),
    }),
  };
}

/** Depot, central and peripheral amounts with first-order rates; inputs ka, k, k12, k21 [1/h]. Bolus, infusion and oral closed forms exist. */
export const twoCompartments = handWrittenModel({
  states: ["depot", "central", "peripheral"],
  inputs: ["ka", "k", "k12", "k21"],
  derivative: (_t, y, p) => [
    -p[0]! * y[0]!,
    p[0]! * y[0]! - (p[1]! + p[2]!) * y[1]! + p[3]! * y[2]!,
    p[2]! * y[1]! - p[3]! * y[2]!,
  ],
  jacobian: (_t, _y, p) => [
    [-p[0]!, null, null],
    [p[0]!, -p[1]! - p[2]!, p[3]!],
    [null, p[2]!, -p[3]!],
  ],
});
