import { describe, expect, it } from "vitest";
import { handMadeRun, single } from "./hand-made-run.contract.ts";
import { summariseRun } from "./summarise-run.ts";

const nan = Number.NaN;

describe("a ribbon", () => {
  const run = handMadeRun({
    times: [0, 24],
    outputs: ["score"],
    regimens: { A: [0] },
    blocks: [
      // Five patients at 24 h: 10, 20, 30, 40, 50, not in order; a sixth failed.
      {
        regimen: "A",
        kind: "subjects",
        courses: [single(1, 30), single(2, 10), single(nan, nan), single(3, 50), single(4, 20), single(5, 40)],
      },
      { regimen: "A", kind: "typical", courses: [single(3, 28)] },
      { regimen: "A", kind: "parameters", courses: [single(3, 20), single(3, 24), single(3, 32)] },
    ],
  });
  const [ribbon] = summariseRun(run).ribbons;

  it("has the quantiles of the patients who were simulated (type 7, worked by hand)", () => {
    // 5 values: position 4p, so q05 = 10 + 0.2 * 10 and q25 = 20 exactly.
    expect(ribbon?.q05[1]).toBeCloseTo(12, 12);
    expect(ribbon?.q25[1]).toBe(20);
    expect(ribbon?.q50[1]).toBe(30);
    expect(ribbon?.q75[1]).toBe(40);
    expect(ribbon?.q95[1]).toBeCloseTo(48, 12);
    expect(ribbon?.mean).toEqual([3, 30]);
  });

  it("keeps the typical course and the parameter interval apart from the patients", () => {
    expect(ribbon?.typical).toEqual([3, 28]);
    // 3 draws: position 2p, so 5 % lies 0.1 of the way from 20 to 24 and 95 % lies 0.9 of the way from 24 to 32.
    expect(ribbon?.parameter05[1]).toBeCloseTo(20.4, 12);
    expect(ribbon?.parameter95[1]).toBeCloseTo(31.2, 12);
  });

  it("belongs to its own output and regimen", () => {
    const two = handMadeRun({
      times: [0, 24],
      outputs: ["score", "CADSS"],
      regimens: { A: [0], B: [0] },
      blocks: [
        {
          regimen: "B",
          kind: "subjects",
          courses: [
            [
              [5, 6],
              [7, 8],
            ],
          ],
        },
        {
          regimen: "A",
          kind: "subjects",
          courses: [
            [
              [1, 2],
              [3, 4],
            ],
          ],
        },
      ],
    });
    const medians = summariseRun(two).ribbons.map(({ regimen, output, q50 }) => [regimen, output, ...q50]);
    expect(medians).toEqual([
      ["A", "score", 1, 2],
      ["A", "CADSS", 3, 4],
      ["B", "score", 5, 6],
      ["B", "CADSS", 7, 8],
    ]);
  });

  it("has no parameter interval without parameter draws", () => {
    const without = handMadeRun({
      times: [0],
      outputs: ["score"],
      regimens: { A: [0] },
      blocks: [{ regimen: "A", kind: "subjects", courses: [single(1)] }],
    });
    expect(summariseRun(without).ribbons[0]).toMatchObject({
      q50: [1],
      typical: [nan],
      parameter05: [],
      parameter95: [],
    });
  });
});

describe("response and remission", () => {
  const run = handMadeRun({
    times: [0, 24],
    outputs: ["score"],
    regimens: { A: [0] },
    blocks: [
      {
        regimen: "A",
        kind: "subjects",
        // Half of 20 is 10: exactly half counts, a hair less does not; 7 is the remission cut; one failed.
        courses: [single(20, 10), single(20, 10.01), single(30, 7), single(14, 7.01), single(nan, nan)],
      },
    ],
  });
  const [curve] = summariseRun(run).responses;

  it("are shares of the patients who were simulated, with the cuts of the scale included", () => {
    expect(curve?.response).toEqual([0, 0.5]);
    expect(curve?.remission).toEqual([0, 0.25]);
  });

  it("carry the standard error of a proportion", () => {
    expect(curve?.responseError[1]).toBeCloseTo(Math.sqrt(0.25 / 4), 12);
    expect(curve?.remissionError[1]).toBeCloseTo(Math.sqrt(0.1875 / 4), 12);
  });
});

describe("endpoints", () => {
  const times = [0, 0.5, 1, 24, 48, 48.5, 72, 168];
  const run = handMadeRun({
    times,
    outputs: ["C_ketamine_venous", "CADSS", "SBP_change", "score"],
    regimens: { A: [0, 48] },
    blocks: [
      {
        regimen: "A",
        kind: "subjects",
        courses: [
          [
            [0, 200, 100, 4, 0, 210, 5, 0],
            [0, 10, 20, 1, 0, 12, 1, 0],
            [0, 15, 9, 0, 0, 18, 1, 0],
            [26, 25, 24, 20, 19, 19, 12, 10],
          ],
        ],
      },
    ],
  });
  const value = (id: string) => summariseRun(run).endpoints.find((row) => row.endpoint === id)?.mean;

  it("are the largest recorded values of each session and of all", () => {
    expect(value("ketamine_peak_first")).toBe(200);
    expect(value("CADSS_peak")).toBe(20);
    expect(value("CADSS_peak_session_1")).toBe(20);
    expect(value("CADSS_peak_session_2")).toBe(12);
    expect(value("SBP_peak")).toBe(18);
  });

  it("take exposure by trapezoids over the first 24 h", () => {
    // 0.5*(0+200)/2 + 0.5*(200+100)/2 + 23*(100+4)/2 = 50 + 75 + 1196
    expect(value("ketamine_auc_first")).toBe(1321);
  });

  it("take score changes against time 0, at times after the first and the last dose", () => {
    expect(value("score_change_24h")).toBe(-6);
    expect(value("score_change_24h_after_last")).toBe(-14);
    expect(value("score_change_7d")).toBe(-16);
    expect(value("score_change_end")).toBe(-16);
  });

  it("leave out what the run does not reach", () => {
    expect(value("score_change_21d")).toBeUndefined();
  });
});

describe("a contrast", () => {
  // Two outputs would hide nothing here: one output, two regimens, four patients of whom the last failed under B.
  const run = handMadeRun({
    times: [0, 24],
    outputs: ["score"],
    regimens: { A: [0], B: [0] },
    blocks: [
      { regimen: "A", kind: "subjects", courses: [single(20, 18), single(30, 22), single(24, 14), single(28, 20)] },
      { regimen: "B", kind: "subjects", courses: [single(20, 15), single(30, 21), single(24, 8), single(nan, nan)] },
      { regimen: "A", kind: "parameters", courses: [single(20, 10), single(20, 12)] },
      { regimen: "B", kind: "parameters", courses: [single(20, 9), single(20, 9)] },
    ],
  });
  const contrast = summariseRun(run).contrasts.find((row) => row.endpoint === "score_change_24h");

  it("pairs each patient with himself, B minus A, failures left out as pairs", () => {
    // Changes A: -2, -8, -10; B: -5, -9, -16; differences -3, -1, -6: mean -10/3, sd sqrt(19/3), n = 3.
    expect(contrast).toMatchObject({ from: "A", to: "B" });
    expect(contrast?.mean).toBeCloseTo(-10 / 3, 12);
    expect(contrast?.meanError).toBeCloseTo(Math.sqrt(19 / 3) / Math.sqrt(3), 12);
    expect(contrast?.q50).toBe(-3);
    expect(contrast?.relative).toBeCloseTo(30 / 20 - 1, 12);
  });

  it("pairs parameter draws in the same way", () => {
    // Differences of the typical patient: -1 and -3.
    expect(contrast?.parameter05).toBeCloseTo(-2.9, 12);
    expect(contrast?.parameter95).toBeCloseTo(-1.1, 12);
  });

  it("is not made for a session only one regimen has", () => {
    const more = handMadeRun({
      times: [0, 24, 48],
      outputs: ["CADSS"],
      regimens: { A: [0], B: [0, 24] },
      blocks: [
        { regimen: "A", kind: "subjects", courses: [single(0, 1, 2)] },
        { regimen: "B", kind: "subjects", courses: [single(0, 1, 5)] },
      ],
    });
    expect(summariseRun(more).contrasts.map((row) => row.endpoint)).toEqual(["CADSS_peak", "CADSS_peak_session_1"]);
  });
});
