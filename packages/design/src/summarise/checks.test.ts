import { describe, expect, it } from "vitest";
import type { RunResult } from "../run-types.ts";
import { handMadeRun, single } from "./hand-made-run.contract.ts";
import { quantileIntervalWidth, unsettledShare } from "./settled-percentiles.ts";
import { summariseRun } from "./summarise-run.ts";

const courses = Array.from({ length: 200 }, (_, index) => single(30, 15 + index / 20));

function run(change: Partial<Parameters<typeof handMadeRun>[0]> = {}): RunResult {
  return handMadeRun({
    times: [0, 24],
    outputs: ["score"],
    regimens: { A: [0] },
    blocks: [
      { regimen: "A", kind: "subjects", courses },
      { regimen: "A", kind: "half-tolerance", courses: courses.slice(0, 2) },
    ],
    ...change,
  });
}

function failed(result: RunResult): readonly string[] {
  return summariseRun(result)
    .checks.filter((check) => !check.passed)
    .map((check) => `${check.id}: ${check.found}`);
}

describe("the checks of a run", () => {
  it("all pass on a sound run", () => {
    expect(failed(run())).toEqual([]);
  });

  it("fail on a course that did not finish", () => {
    const failure = {
      regimen: "A",
      kind: "subjects" as const,
      subject: 7,
      status: "max-steps",
      time_h: 3,
      reason: "too many steps",
    };
    expect(failed({ ...run(), failures: [failure] })).toEqual([
      "courses-finished: 1 of 202 courses failed; first: A, subjects 7, too many steps at 3 h",
    ]);
  });

  it("fail on a negative value beyond rounding, not on a trace", () => {
    const withScore = (score: number) =>
      run({
        blocks: [
          { regimen: "A", kind: "subjects", courses: [single(30, score), ...courses.slice(1)] },
          { regimen: "A", kind: "half-tolerance", courses: [single(30, score)] },
        ],
      });
    expect(failed(withScore(-1e-7))).toEqual([]);
    expect(failed(withScore(-1e-3))).toEqual(["nothing-negative: score -0.001"]);
  });

  it("fail when half the tolerance moves an output by more than 1 % of its peak", () => {
    const half = (score: number) => [
      { regimen: "A", kind: "subjects" as const, courses },
      { regimen: "A", kind: "half-tolerance" as const, courses: [single(30, score)] },
    ];
    expect(failed(run({ blocks: half(15.29) }))).toEqual([]);
    expect(failed(run({ blocks: half(15.33) }))).toEqual([
      "tolerance-halving: largest shift 1.1 % of the output's peak, score in A; 1 pairs of courses compared",
    ]);
    expect(failed(run({ blocks: half(Number.NaN) }))[0]).toContain("tolerance-halving: largest shift Infinity %");
    expect(failed(run({ blocks: half(15).slice(0, 1) }))[0]).toContain("; 0 pairs of courses compared");
  });

  it("fail when too few virtual patients were drawn", () => {
    const few = courses.slice(0, 40);
    expect(
      failed(
        run({
          blocks: [
            { regimen: "A", kind: "subjects", courses: few },
            { regimen: "A", kind: "half-tolerance", courses: few.slice(0, 1) },
          ],
        }),
      ),
    ).toEqual([
      "percentiles-settled: too few virtual patients for an interval of the outer percentiles, score_change_end in A",
    ]);
  });

  it("fail when scores pile up at an end of the scale", () => {
    const piled = courses.map((course, index) => (index < 32 ? single(30, 0.2) : course));
    expect(
      failed(
        run({
          blocks: [
            { regimen: "A", kind: "subjects", courses: piled },
            { regimen: "A", kind: "half-tolerance", courses: piled.slice(0, 1) },
          ],
        }),
      ),
    ).toEqual(["no-pile-up: at most 16 % of virtual patients within half a point, at 0 in A on day 2"]);
  });

  it("fail when a dose lies outside everything studied", () => {
    const sound = run();
    const regimens = sound.plan.regimens.map((regimen) => ({
      ...regimen,
      doses: regimen.doses.map((dose) => ({ ...dose, range: "outside" as const })),
    }));
    expect(failed({ ...sound, plan: { ...sound.plan, regimens } })).toEqual([
      "doses-studied: 0 studied in GAD, 0 elsewhere only, 1 outside",
    ]);
  });
});

describe("the interval of a percentile", () => {
  const sorted = Float64Array.from({ length: 100 }, (_, index) => index + 1);

  it("runs between the order statistics a statistician would pick", () => {
    // n = 100, p = 0.5: ranks 50 -+ 9.8 rounded up, so the 41st and the 60th value; p = 0.05: ranks 5 -+ 4.27, the 1st and 10th.
    expect(quantileIntervalWidth(sorted, 0.5)).toBe(19);
    expect(quantileIntervalWidth(sorted, 0.05)).toBe(9);
    // n = 72: 3.600 -+ 3.625 leaves no lower rank; n = 73: 3.650 -+ 3.650 leaves the 1st and the 8th.
    expect(quantileIntervalWidth(sorted.subarray(0, 72), 0.05)).toBe(Number.POSITIVE_INFINITY);
    expect(quantileIntervalWidth(sorted.subarray(0, 73), 0.05)).toBe(7);
  });

  it("shrinks with more patients, and is nothing when nothing varies", () => {
    const uniform = (n: number) => Float64Array.from({ length: n }, (_, index) => index / n);
    expect(unsettledShare(uniform(4000), 0.9)).toBeLessThan(unsettledShare(uniform(1000), 0.9));
    expect(unsettledShare(new Float64Array(20).fill(3), 0)).toBe(0);
  });
});
