import type { ResponseCurve, RunResult } from "../run-types.ts";
import { blockOf, type Course, coursesOf, outputIndex } from "./course.ts";

/**
 * Share of virtual patients in response and in remission over time.
 *
 * Response: the score has fallen from its value at time 0 by at least the scale's response fraction of its height above
 * the scale's minimum. Remission: the score is at or below the scale's cut. Standard errors are those of a proportion and
 * describe the number of virtual patients only.
 */
export function responsesOf(result: RunResult): readonly ResponseCurve[] {
  const { plan } = result;
  const score = outputIndex(plan, "score");
  if (score < 0) return [];
  return plan.regimens.flatMap(({ id }) => {
    const block = blockOf(result, { regimen: id, kind: "subjects" });
    if (block === undefined) return [];
    const courses = coursesOf(plan, block).filter((course) => course.isComplete);
    const share = (has: (course: Course, time: number) => boolean) =>
      plan.times.map((_, time) => courses.filter((course) => has(course, time)).length / courses.length);
    const { min, responseFraction, remissionAtMost } = plan.scale;
    const response = share((course, time) => {
      const height = course.value(score, 0) - min;
      return height - (course.value(score, time) - min) >= responseFraction * height;
    });
    const remission = share((course, time) => course.value(score, time) <= remissionAtMost);
    const error = (p: number) => Math.sqrt((p * (1 - p)) / courses.length);
    return [
      { regimen: id, response, remission, responseError: response.map(error), remissionError: remission.map(error) },
    ];
  });
}
