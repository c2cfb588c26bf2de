import { mean } from "@kinetamine/numerics";
import type { CourseBlock, Ribbon, RunPlan, RunResult } from "../run-types.ts";
import { blockOf } from "./course.ts";
import { sortedNumbers, spreadOf } from "./spread.ts";

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
  return plan.regimens.flatMap((regimen) => {
    const block = (kind: CourseBlock["kind"]) => blockOf(result, { regimen: regimen.id, kind });
    const blocks = { subjects: block("subjects"), typical: block("typical"), parameters: block("parameters") };
    return plan.outputs.map((output, index) =>
      ribbonOf(plan, { regimen: regimen.id, output: output.name, index, ...blocks }),
    );
  });
}

interface RibbonSource {
  readonly regimen: string;
  readonly output: string;
  readonly index: number;
  readonly subjects: CourseBlock | undefined;
  readonly typical: CourseBlock | undefined;
  readonly parameters: CourseBlock | undefined;
}

function ribbonOf(plan: RunPlan, source: RibbonSource): Ribbon {
  const { regimen, output, index } = source;
  const across = (block: CourseBlock | undefined) => (time: number) =>
    sortedNumbers(column(plan, block, { index, time }));
  const times = plan.times.map((_, time) => time);
  const subjects = times.map(across(source.subjects));
  const spreads = subjects.map(spreadOf);
  const hasDraws = (source.parameters?.courses ?? 0) > 0;
  const draws = hasDraws ? times.map(across(source.parameters)).map(spreadOf) : [];
  return {
    regimen,
    output,
    q05: spreads.map((spread) => spread.q05),
    q25: spreads.map((spread) => spread.q25),
    q50: spreads.map((spread) => spread.q50),
    q75: spreads.map((spread) => spread.q75),
    q95: spreads.map((spread) => spread.q95),
    mean: subjects.map((sorted) => (sorted.length === 0 ? Number.NaN : mean(sorted))),
    typical: times.map((time) => column(plan, source.typical, { index, time })[0] ?? Number.NaN),
    parameter05: draws.map((spread) => spread.q05),
    parameter95: draws.map((spread) => spread.q95),
  };
}

/** One output at one time in every course of a block. */
function column(
  plan: RunPlan,
  block: CourseBlock | undefined,
  at: { readonly index: number; readonly time: number },
): Float64Array {
  const outputs = plan.outputs.length;
  const stride = plan.times.length * outputs;
  const values = new Float64Array(block?.courses ?? 0);
  for (let course = 0; course < values.length; course += 1) {
    values[course] = block?.values[course * stride + at.time * outputs + at.index] ?? Number.NaN;
  }
  return values;
}
