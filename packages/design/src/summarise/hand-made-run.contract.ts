/** Runs small enough to be summarised by hand, for tests. */
import type { CourseBlock, CourseKind, PlannedDose, RunPlan, RunResult } from "../run-types.ts";

/** Courses of one regimen: for each course, for each output, its values over time. */
interface HandMadeBlock {
  readonly regimen: string;
  readonly kind: CourseKind;
  readonly courses: readonly (readonly (readonly number[])[])[];
}

export interface HandMadeRun {
  readonly times: readonly number[];
  /** Names of outputs in the order used by the blocks. */
  readonly outputs: readonly string[];
  /** Start of every dose of each regimen [h]. */
  readonly regimens: Readonly<Record<string, readonly number[]>>;
  readonly blocks: readonly HandMadeBlock[];
}

const scale = { name: "HAM-A", min: 0, max: 56, responseFraction: 0.5, remissionAtMost: 7, responseSource: "by hand" };

function dose(number: number, time_h: number): PlannedDose {
  return {
    number,
    day: 1 + time_h / 24,
    clock: "09:00",
    time_h,
    drug: "ketamine",
    expressedAs: "base",
    route: "iv",
    dose: { value: 0.5, unit: "mg/kg" },
    amount_mg_70kg: 35,
    duration_h: 2 / 3,
    range: "studied-elsewhere",
    isBeyondStudied: false,
    rangeReason: "by hand",
    rangeSources: [],
  };
}

/** A run result with only those parts of a plan that summaries read. */
export function handMadeRun(run: HandMadeRun): RunResult {
  const plan = {
    indication: "gad",
    scale,
    regimens: Object.entries(run.regimens).map(([id, times]) => ({
      id,
      label: id,
      doses: times.map((time, index) => dose(index + 1, time)),
    })),
    times: run.times,
    outputs: run.outputs.map((name) => ({ name, label: name, unit: "1", group: "symptoms" })),
    subjectCount: run.blocks.find((block) => block.kind === "subjects")?.courses.length ?? 0,
  } as unknown as RunPlan;
  const blocks = run.blocks.map((block): CourseBlock => {
    const values = block.courses.flatMap((course) =>
      run.times.flatMap((_, time) => course.map((output) => output[time] ?? Number.NaN)),
    );
    return {
      regimen: block.regimen,
      kind: block.kind,
      courses: block.courses.length,
      values: Float64Array.from(values),
    };
  });
  return { plan, blocks, subjects: [], failures: [], steps: 0 };
}

/** A course whose single output follows the given values. */
export function single(...values: readonly number[]): readonly (readonly number[])[] {
  return [values];
}
