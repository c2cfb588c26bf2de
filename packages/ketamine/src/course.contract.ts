/** Solves the model for tests: typical values unless told otherwise, one row of outputs for each time asked for. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  checkModel,
  compileModel,
  createSolver,
  type Dose,
  type InputDeclaration,
  type ModelSource,
  parseModel,
} from "@kinetamine/engine";
import { expect } from "vitest";
import { findDisorder } from "./disorder.ts";
import { typicalValues } from "./parameters.ts";
import { anxCore } from "./whole-model.ts";

/** A solved course: `at(output, time_h)` reads values at times asked for. */
export interface Course {
  at(output: string, time_h: number): number;
  /** All values of one output, in order of the times. */
  all(output: string): readonly number[];
  readonly times: readonly number[];
}

export type Simulate = (doses: readonly Dose[], times: readonly number[], values?: Values) => Course;

type Values = Readonly<Record<string, number>>;

/** Tight enough that what is left of the difference to an oracle is the oracle's printing. */
const tight = { relative: 1e-8, absolute: 1e-12 };

/** Compiles sources once and returns a function that solves them; inputs without a value are 0, as random effects are. */
export function simulator(
  model: { readonly sources: readonly ModelSource[]; readonly inputs: readonly InputDeclaration[] },
  typical: Values,
  outputs: readonly string[],
  tolerance = tight,
): Simulate {
  const compiled = compileModel(checkModel(parseModel(model.sources), model.inputs), { outputs });
  const solver = createSolver(compiled);
  return (doses, times, values = {}) => {
    const given: Values = { ...typical, ...values };
    const inputs = Float64Array.from(model.inputs, ({ name }) => given[name] ?? 0);
    const solution = solver.solve({ inputs, doses, outputTimes: times, tolerance });
    if (solution.status !== "ok") throw new Error(`${solution.status}: ${solution.failure?.reason}`);
    const column = (output: string) => {
      const index = outputs.indexOf(output);
      if (index < 0) throw new Error(`${output} was not asked for`);
      return times.map((_, row) => solution.outputs[row * outputs.length + index]!);
    };
    return { times, all: column, at: (output, time) => column(output)[times.indexOf(time)]! };
  };
}

/** Values of the reference adult with one disorder, covariates at their defaults. */
export function referenceValues(disorder: string): Values {
  const { parameters, covariates } = anxCore();
  return {
    ...typicalValues([...parameters, ...findDisorder(disorder).parameters]),
    ...Object.fromEntries(covariates.map(({ name, default: value }) => [name, value])),
  };
}

/** The whole model in the reference adult without placebo response or acute relief. */
export function wholeChain(outputs: readonly string[]): Simulate {
  return simulator(anxCore(), { ...referenceValues("mdd"), PLSmax: 0, w_AC: 0 }, outputs);
}

/** Fails unless `found` lies within `tolerance` of `expected`. */
export function expectWithin(found: number, expected: number, tolerance: number, label = ""): void {
  expect(Math.abs(found - expected), `${label} found ${found}, expected ${expected}`).toBeLessThanOrEqual(tolerance);
}

/** `count` times from `start` in steps of `step`, without drift. */
export function grid(start: number, step: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, k) => start + k * step);
}

/** Rows of an oracle's expected.csv, by column. */
export function oracleRows(name: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...lines] = oracleText(name, "expected.csv").trim().split("\n");
  const columns = header!.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index]!]));
  });
}

/** A file of an oracle's folder. */
export function oracleText(name: string, file: string): string {
  return readFileSync(fileURLToPath(new URL(`../oracle/${name}/${file}`, import.meta.url)), "utf8");
}
