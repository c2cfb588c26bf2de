import { mean } from "@kinetamine/numerics";
import type { CourseBlock, Ribbon, RunPlan, RunResult } from "../run-types.ts";
import { blockOf } from "./course.ts";
import { type Spread, spreadOf } from "./spread.ts";

/**
 * Spread of every output over time.
 *
 * Two bands that mean different things: the quantiles say how virtual patients differ from each other with the parameters
 * as they stand; the parameter interval says how far the typical patient would move if the parameters were redrawn from
 * their stated uncertainty. Neither contains the other.
 * @returns one ribbon for each regimen and output, in the order of the plan
 */
export function ribbonsOf(result: RunResult): readonly Ribbon[] {
  const { plan } = result;
  return plan.regimens.flatMap(({ id }) => {
    const spreads = (kind: CourseBlock["kind"]) => spreadsOverTime(plan, blockOf(result, { regimen: id, kind }));
    const subjects = spreads("subjects");
    const typical = spreads("typical");
    const draws = spreads("parameters");
    return plan.outputs.map(
      ({ name }, index): Ribbon => ({
        regimen: id,
        output: name,
        ...bands(subjects[index] ?? []),
        mean: (subjects[index] ?? []).map((at) => at.mean),
        typical: (typical[index] ?? []).map((at) => at.q50),
        parameter05: (draws[index] ?? []).filter(isDrawn).map((at) => at.q05),
        parameter95: (draws[index] ?? []).filter(isDrawn).map((at) => at.q95),
      }),
    );
  });
}

interface SpreadAtTime extends Spread {
  readonly mean: number;
  /** Courses behind the numbers. */
  readonly n: number;
}

function isDrawn({ n }: SpreadAtTime): boolean {
  return n > 0;
}

function bands(spreads: readonly SpreadAtTime[]): Pick<Ribbon, "q05" | "q25" | "q50" | "q75" | "q95"> {
  return {
    q05: spreads.map((at) => at.q05),
    q25: spreads.map((at) => at.q25),
    q50: spreads.map((at) => at.q50),
    q75: spreads.map((at) => at.q75),
    q95: spreads.map((at) => at.q95),
  };
}

/**
 * Spread across the courses of a block, for each output along time. Courses lie far apart in memory and the outputs of one
 * time side by side, so all outputs of a time are collected in one pass.
 */
function spreadsOverTime(plan: RunPlan, block: CourseBlock | undefined): readonly (readonly SpreadAtTime[])[] {
  const columns = plan.outputs.map(() => new Float64Array(block?.courses ?? 0));
  const spreads = plan.outputs.map((): SpreadAtTime[] => []);
  for (let time = 0; time < plan.times.length; time += 1) {
    const n = block === undefined ? 0 : collect(block, { stride: plan.times.length * columns.length, time }, columns);
    columns.forEach((column, output) => {
      const sorted = column.subarray(0, n).sort();
      spreads[output]?.push({ ...spreadOf(sorted), mean: n === 0 ? Number.NaN : mean(sorted), n });
    });
  }
  return spreads;
}

/** Fills the columns with one time of every course that did not fail, and says how many those are. */
function collect(
  block: CourseBlock,
  at: { readonly stride: number; readonly time: number },
  columns: readonly Float64Array[],
): number {
  let n = 0;
  for (let course = 0; course < block.courses; course += 1) {
    const start = course * at.stride + at.time * columns.length;
    if (Number.isNaN(block.values[start] ?? Number.NaN)) continue;
    for (let output = 0; output < columns.length; output += 1) {
      const column = columns[output];
      if (column !== undefined) column[n] = block.values[start + output] ?? Number.NaN;
    }
    n += 1;
  }
  return n;
}
