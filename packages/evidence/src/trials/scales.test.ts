import { describe, expect, test } from "vitest";
import { loadGuidance } from "../guidance/guidance.ts";
import { loadScales, scaleFor } from "./scales.ts";
import { loadTrials } from "./trials.ts";

describe("the scales", () => {
  test("are all used by a study or a rule", () => {
    const used = new Set([
      ...loadTrials().flatMap(({ outcomes }) => outcomes.map(({ scale }) => scale)),
      ...loadGuidance().flatMap(({ limits }) => limits.flatMap(({ scale }) => (scale === undefined ? [] : [scale]))),
    ]);
    expect([...loadScales().keys()].filter((id) => !used.has(id))).toEqual([]);
  });

  test("hold every reported score within their range", () => {
    for (const { id, outcomes } of loadTrials())
      for (const { id: outcome, scale, measure, cells } of outcomes.filter((each) => each.measure === "score")) {
        const range = scaleFor(scale).range.value;
        for (const { mean } of cells)
          if (range !== null && mean !== undefined && measure === "score") {
            expect(mean, `${id}/${outcome}`).toBeGreaterThanOrEqual(range.min);
            expect(mean, `${id}/${outcome}`).toBeLessThanOrEqual(range.max);
          }
      }
  });

  test("prefer a clinician's rating to a self-rating within a disorder", () => {
    for (const disorder of ["sad", "gad", "ptsd", "ocd"] as const) {
      const ranked = [...loadScales().values()]
        .filter(({ disorders, construct }) => disorders.includes(disorder) && construct === "disorder")
        .sort((a, b) => a.preference - b.preference);
      expect(ranked[0]!.rater, disorder).toBe("clinician");
    }
  });

  test("refuse an unknown identifier", () => {
    expect(() => scaleFor("y-bocs-2")).toThrow(/data\/scales.json/);
  });
});
