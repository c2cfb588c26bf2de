/** Reading one course out of a block of values. */
import type { CourseBlock, RunPlan, RunResult } from "../run-types.ts";

/** One simulated course; outputs and times are addressed by their position in the plan. */
export interface Course {
  readonly plan: RunPlan;
  /** False when the subject failed: all values are then NaN. */
  readonly isComplete: boolean;
  value(output: number, time: number): number;
}

/**
 * A course of a block.
 * @param block values, courses x times x outputs, row-major
 * @param index position of the course in the block, from 0
 */
export function courseOf(plan: RunPlan, block: CourseBlock, index: number): Course {
  const outputs = plan.outputs.length;
  const start = index * plan.times.length * outputs;
  return {
    plan,
    isComplete: !Number.isNaN(block.values[start] ?? Number.NaN),
    value: (output, time) => block.values[start + time * outputs + output] ?? Number.NaN,
  };
}

/** All courses of a block. */
export function coursesOf(plan: RunPlan, block: CourseBlock): readonly Course[] {
  return Array.from({ length: block.courses }, (_, index) => courseOf(plan, block, index));
}

/** The block of one kind for a regimen, if the run has one. */
export function blockOf(
  result: RunResult,
  wanted: { readonly regimen: string; readonly kind: CourseBlock["kind"] },
): CourseBlock | undefined {
  return result.blocks.find((block) => block.regimen === wanted.regimen && block.kind === wanted.kind);
}

/** Position of an output in the plan, -1 when it is not recorded. */
export function outputIndex(plan: RunPlan, name: string): number {
  return plan.outputs.findIndex((output) => output.name === name);
}

/** Position of a recorded time, -1 when the run does not record it [h]. */
export function timeIndex(plan: RunPlan, time_h: number): number {
  return plan.times.findIndex((time) => Math.abs(time - time_h) < 1e-9);
}
