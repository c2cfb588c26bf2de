import { studentT } from "@kinetamine/numerics";
import { describe, expect, test } from "vitest";
import { groupMeanOf } from "./group-mean.ts";
import { trialFor } from "./trials.ts";

const contrastOf = (id: string, outcome: string) =>
  trialFor(id).outcomes.find((each) => each.id === outcome)!.contrasts[0]!;
const cellOf = (id: string, outcome: string) => trialFor(id).outcomes.find((each) => each.id === outcome)!.cells[0]!;

describe("numbers derived from others", () => {
  // R 4: 12.7 / qt(1 - 0.02 / 2, 27) = 5.136169; 11.88 / qt(1 - 0.004 / 2, 28) = 3.788075. Tolerance: half of the last digit kept.
  test.each([
    ["feder2014", "ies-r-24h", 27, 5.136169],
    ["feder2021", "caps-5-week-2", 28, 3.788075],
  ] as const)("the standard error of %s %s follows from its p-value", (id, outcome, degreesOfFreedom, fromR) => {
    const { estimate, p, se } = contrastOf(id, outcome);
    expect(Math.abs(estimate) / studentT(degreesOfFreedom).upperQuantile(p! / 2)).toBeCloseTo(fromR, 6);
    expect(Math.abs(se! - fromR)).toBeLessThanOrEqual(0.005);
  });

  // R 4: 10.25 / qt(.975, 14) * sqrt(15) = 18.5091; 3.6 / qt(.975, 14) * sqrt(15) = 6.500758.
  test.each([
    ["pcl-5-change", 18.5091],
    ["madrs-change", 6.500758],
  ] as const)("the standard deviation of Albott 2018 %s follows from its interval", (outcome, fromR) => {
    expect(groupMeanOf(cellOf("albott2018", outcome))!.sd).toBeCloseTo(fromR, 3);
  });

  test.each([
    ["y-bocs-change-1d", 3.5],
    ["y-bocs-change-2d", 3.8],
    ["y-bocs-change-3d", 2.9],
  ] as const)("the standard deviation of Bloch 2012 %s follows from its standard error", (outcome, sd) => {
    expect(groupMeanOf(cellOf("bloch2012", outcome))!.sd).toBeCloseTo(sd, 1);
  });

  test("the depression changes of Bloch 2012 are sevenths, so seven people were rated", () => {
    for (const [outcome, sevenths] of [
      ["hdrs-change-1d", -46],
      ["hdrs-change-2d", -51],
      ["hdrs-change-3d", -36],
    ] as const)
      expect(cellOf("bloch2012", outcome).mean).toBeCloseTo(sevenths / 7, 2);
  });

  test("a group of one, or one without a spread, gives no standard deviation", () => {
    const source = { arm: "a", status: "seen", sources: [] } as const;
    expect(groupMeanOf({ ...source, n: 1, mean: 3, sd: 1 })).toBeUndefined();
    expect(groupMeanOf({ ...source, n: 5, mean: 3 })).toBeUndefined();
    expect(groupMeanOf({ ...source, n: 9, mean: 3, se: 2 })).toEqual({ n: 9, mean: 3, sd: 6 });
  });
});
