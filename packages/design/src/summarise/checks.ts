/** What must hold before a run is reported: a failed check is shown on top of the report, never hidden. */
import type { Check, RunResult } from "../run-types.ts";
import { blockOf, courseOf, coursesOf, outputIndex } from "./course.ts";
import type { MeasuredEndpoint } from "./endpoints.ts";
import { unsettledShare } from "./settled-percentiles.ts";
import { sortedNumbers, spreadOf } from "./spread.ts";

/**
 * All checks of a run, in the order in which they are shown.
 * @param endpoints as measured, for the percentiles that matter
 */
export function checksOf(result: RunResult, endpoints: readonly MeasuredEndpoint[]): readonly Check[] {
  return [
    everyCourseFinished(result),
    nothingNegative(result),
    toleranceHalving(result),
    percentilesSettled(endpoints),
    noPileUp(result),
    dosesInRange(result),
  ];
}

function everyCourseFinished({ blocks, failures }: RunResult): Check {
  const first = failures[0];
  const example =
    first === undefined
      ? ""
      : `; first: ${first.regimen}, ${first.kind} ${first.subject}, ${first.reason} at ${first.time_h} h`;
  const courses = blocks.reduce((sum, block) => sum + block.courses, 0);
  return {
    id: "courses-finished",
    label: "Every course was simulated to the end",
    passed: failures.length === 0,
    found: `${failures.length} of ${courses} courses failed${example}`,
    required: "0 failed",
  };
}

/** Rounding may leave a trace below zero; a millionth of the output's own peak is the solver's relative tolerance. */
const negativeShare = 1e-6;

function nothingNegative({ plan, blocks }: RunResult): Check {
  const outputs = plan.outputs.length;
  const lowest = new Float64Array(outputs).fill(Number.POSITIVE_INFINITY);
  const highest = new Float64Array(outputs).fill(Number.NEGATIVE_INFINITY);
  for (const { values } of blocks) {
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] ?? Number.NaN;
      const output = index % outputs;
      if (value < (lowest[output] ?? value)) lowest[output] = value;
      if (value > (highest[output] ?? value)) highest[output] = value;
    }
  }
  const negative = plan.outputs.flatMap(({ name }, index) => {
    const peak = highest[index] ?? 0;
    return (lowest[index] ?? 0) < -negativeShare * Math.max(peak, 0) ? [`${name} ${lowest[index]}`] : [];
  });
  return {
    id: "nothing-negative",
    label: "No concentration, occupancy, effect or score is negative",
    passed: negative.length === 0,
    found: negative.length === 0 ? "none negative" : negative.join(", "),
    required: `not below -${negativeShare} of the output's peak`,
  };
}

const largestShift = 0.01;

/** Solves a few virtual patients again at half the tolerance and compares every output with its own peak. */
function toleranceHalving(result: RunResult): Check {
  const { plan } = result;
  const outputs = plan.outputs.length;
  let worst = { shift: 0, where: "" };
  let compared = 0;
  for (const { id } of plan.regimens) {
    const coarse = blockOf(result, { regimen: id, kind: "subjects" });
    const fine = blockOf(result, { regimen: id, kind: "half-tolerance" });
    if (coarse === undefined || fine === undefined) continue;
    const isComplete = (index: number) =>
      courseOf(plan, coarse, index).isComplete && courseOf(plan, fine, index).isComplete;
    compared += [...Array(fine.courses).keys()].filter(isComplete).length;
    plan.outputs.forEach((output, index) => {
      const shift = largestShiftOf(coarse.values, fine.values, { output: index, outputs });
      if (!(shift <= worst.shift)) worst = { shift, where: `, ${output.name} in ${id}` };
    });
  }
  return {
    id: "tolerance-halving",
    label: "Halving the solver's tolerance moves no output",
    passed: compared > 0 && worst.shift <= largestShift,
    found: `largest shift ${percent(worst.shift)} of the output's peak${worst.where}; ${compared} pairs of courses compared`,
    required: `at most ${percent(largestShift)}, at least 1 pair`,
  };
}

/** Largest difference of one output between the first courses of two blocks, over its largest value there; a course that failed in one block only counts as a shift without bound. */
function largestShiftOf(
  coarse: Float64Array,
  fine: Float64Array,
  at: { readonly output: number; readonly outputs: number },
): number {
  let difference = 0;
  let peak = 0;
  for (let index = at.output; index < fine.length; index += at.outputs) {
    const [a, b] = [coarse[index] ?? Number.NaN, fine[index] ?? Number.NaN];
    if (Number.isNaN(a) !== Number.isNaN(b)) return Number.POSITIVE_INFINITY;
    if (Number.isNaN(a)) continue;
    difference = Math.max(difference, Math.abs(a - b));
    peak = Math.max(peak, Math.abs(b));
  }
  return difference === 0 ? 0 : difference / peak;
}

/** A third of the 5-95 % distance: with fewer virtual patients the ends of a ribbon say more about the draw than the model. */
const largestUnsettled = 1 / 3;
const reportedEndpoints = ["ketamine_peak_first", "CADSS_peak", "SBP_peak", "score_change_end"];

function percentilesSettled(endpoints: readonly MeasuredEndpoint[]): Check {
  let worst = { share: 0, where: "" };
  for (const { definition, regimen, subjects } of endpoints) {
    if (!reportedEndpoints.includes(definition.id)) continue;
    const sorted = sortedNumbers(subjects);
    const { q05, q95 } = spreadOf(sorted);
    const share = unsettledShare(sorted, q95 - q05);
    if (!(share <= worst.share)) worst = { share, where: `, ${definition.id} in ${regimen}` };
  }
  return {
    id: "percentiles-settled",
    label: "Percentiles are settled: other virtual patients would give the same bands",
    passed: worst.share <= largestUnsettled,
    found: Number.isFinite(worst.share)
      ? `widest 95 % interval of a percentile ${percent(worst.share)} of the 5-95 % range${worst.where}`
      : `too few virtual patients for an interval of the outer percentiles${worst.where}`,
    required: `at most ${percent(largestUnsettled)}`,
  };
}

/** A scale is called blind at an end where more than 15 % of people score there (Terwee 2007, doi:10.1016/j.jclinepi.2006.03.012). */
const largestPileUp = 0.15;

function noPileUp(result: RunResult): Check {
  const { plan } = result;
  const score = outputIndex(plan, "score");
  let worst = { share: 0, where: "" };
  for (const { id } of plan.regimens) {
    const block = blockOf(result, { regimen: id, kind: "subjects" });
    const courses = block === undefined || score < 0 ? [] : coursesOf(plan, block).filter((c) => c.isComplete);
    for (const end of [plan.scale.min, plan.scale.max]) {
      plan.times.forEach((time, index) => {
        const near = courses.filter((course) => Math.abs(course.value(score, index) - end) < 0.5).length;
        const share = near / Math.max(courses.length, 1);
        if (share > worst.share) worst = { share, where: `, at ${end} in ${id} on day ${Math.floor(time / 24) + 1}` };
      });
    }
  }
  return {
    id: "no-pile-up",
    label: "Scores do not pile up at an end of the scale",
    passed: worst.share <= largestPileUp,
    found: `at most ${percent(worst.share)} of virtual patients within half a point${worst.where}`,
    required: `at most ${percent(largestPileUp)}`,
  };
}

function dosesInRange({ plan }: RunResult): Check {
  const doses = plan.regimens.flatMap((regimen) => regimen.doses);
  const count = (range: string) => doses.filter((dose) => dose.range === range).length;
  const indication = plan.indication.toUpperCase();
  return {
    id: "doses-studied",
    label: "Every dose lies inside what trials studied",
    passed: count("outside") === 0,
    found: `${count("studied")} studied in ${indication}, ${count("studied-elsewhere")} elsewhere only, ${count("outside")} outside`,
    required: "0 outside",
  };
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}
