import { expect, test } from "vitest";
import type { EffectInput } from "../../trials/effect-input.ts";
import { loadTrials } from "../../trials/trials.ts";
import { answerForest } from "../tables/answer-forest.ts";
import { answerQuestion } from "./answer-question.ts";
import { cautionsFor } from "./cautions.ts";
import { compareWithPublished } from "./compare-with-published.ts";
import { mergeSharedControl } from "./merge-shared-control.ts";
import { loadPublishedSyntheses, readPublishedSyntheses } from "./published-syntheses.ts";
import { questionGrid } from "./question-grid.ts";
import { screeningCounts } from "./screening-counts.ts";
import { studyFromRow } from "./study-from-row.ts";

const trials = loadTrials();
const ask = (question: Parameters<typeof answerQuestion>[1]["question"], options = {}) =>
  answerQuestion(trials, { question, options });

test("PTSD at 7 to 14 days pools Duek 2023 and the first period of Feder 2014, as computed by hand", () => {
  const { studies, pooled, favours } = ask({ criteria: { disorder: "ptsd", window: "7-14d" }, outcomes: "continuous" });
  expect(studies.map(({ label }) => label)).toEqual(["Duek 2023", "Feder 2014"]);
  // CAPS 54 (23.63) n 19 against 65.69 (16.36) n 15: g = -0.55, standard error 0.35.
  const feder = studies[1]!;
  expect(feder.effect).toBeCloseTo(-0.55, 2);
  expect(Math.sqrt(feder.variance)).toBeCloseTo(0.35, 2);
  expect(pooled!.pooled.estimate).toBeGreaterThan(Math.min(...studies.map(({ effect }) => effect)));
  expect(favours).toBe("negative");
});

test("with two studies that happen to agree the methods differ, and the answer says so", () => {
  const { cautions, alternatives } = ask({ criteria: { disorder: "ptsd", window: "7-14d" }, outcomes: "continuous" });
  expect(alternatives.map(({ name }) => name)).toContain("random effects, REML, Wald");
  expect(cautions.some((caution) => caution.startsWith("2 studies"))).toBe(true);
  expect(
    cautions.some((caution) => caution.includes('"No difference" lies inside the interval, but outside it under')),
  ).toBe(true);
});

test("without a time window a trial gives several effects, which are told apart and also pooled as dependent", () => {
  const { studies, cautions, clustered } = ask({ criteria: { disorder: "ptsd" }, outcomes: "continuous" });
  const labels = studies.map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels).toContain("Duek 2023, follow-up");
  expect(cautions.some((caution) => caution.includes("(duek2023); they are not independent"))).toBe(true);
  expect(clustered!.robust.clusters).toBe(new Set(studies.map(({ row }) => row.cluster)).size);
});

test("a question without usable numbers is answered by saying so, not by a number", () => {
  const { studies, pooled, cautions, excluded } = ask({
    criteria: { disorder: "gad", window: "24h" },
    outcomes: "continuous",
  });
  expect(studies).toEqual([]);
  expect(pooled).toBeUndefined();
  expect(cautions[0]).toBe("No trial with usable numbers was found; this is not evidence that there is no effect");
  expect(excluded.length).toBeGreaterThan(0);
});

test("one study is given as it is", () => {
  const answer = ask({ criteria: { disorder: "ocd", window: "7-14d" }, outcomes: "events", measure: "log-odds-ratio" });
  expect(answer.studies).toHaveLength(1);
  // Rodriguez 2013, 4 of 8 against 0 of 7, with 1/2 added: odds ratio 15.
  expect(Math.exp(answer.pooled!.pooled.estimate)).toBeCloseTo((4.5 * 7.5) / (4.5 * 0.5), 10);
  expect(answer.cautions[0]).toMatch(/^One study/);
  expect(answerForest(answer).map(({ kind }) => kind)).toEqual(["study", "pooled"]);
});

test("every trial is counted once, as used or as left out", () => {
  const answer = ask({ criteria: { disorder: "ptsd" }, outcomes: "continuous" });
  const counts = screeningCounts(answer);
  expect(counts.considered).toBe(trials.length);
  expect(counts.used + counts.leftOut.reduce((sum, { trials: left }) => sum + left.length, 0)).toBe(trials.length);
});

test("a difference in points is pooled on its own scale, and standardised only by a given standard deviation", () => {
  const question = { criteria: { disorder: "ptsd", window: "24h" }, outcomes: "continuous" } as const;
  const inPoints = ask({ ...question, measure: "mean-difference" });
  expect(inPoints.pooled!.pooled.estimate).toBe(-12.7);
  const without = ask(question);
  expect(without.studies).toEqual([]);
  expect(without.excluded.some(({ reason }) => reason.includes("cannot be standardised"))).toBe(true);
  const given = ask(question, { standardDeviations: { "ies-r": 17 } });
  expect(given.pooled!.pooled.estimate).toBeCloseTo(-12.7 / 17, 12);
  expect(given.studies[0]!.caveats).toContain("standardised by a given standard deviation of 17 points");
});

test("the published syntheses all have citations, and an interval around each estimate", () => {
  expect(loadPublishedSyntheses().length).toBeGreaterThan(5);
  const wrong = [
    { ...loadPublishedSyntheses()[0]!, pooled: [{ ...loadPublishedSyntheses()[0]!.pooled[0]!, estimate: 1 }] },
  ];
  expect(() => readPublishedSyntheses(wrong)).toThrow("[0].pooled[0].estimate is 1");
  expect(() => readPublishedSyntheses([{ ...loadPublishedSyntheses()[0]!, citation: "nobody1900" }])).toThrow(
    "nobody1900",
  );
});

test("an answer stands beside published estimates of the same question, with reasons why they differ", () => {
  const answer = ask({ criteria: { disorder: "ptsd", window: "7-14d" }, outcomes: "continuous" });
  const comparisons = compareWithPublished(answer, loadPublishedSyntheses());
  const borgogna = comparisons.find(({ published }) => published.id === "7d")!;
  expect(borgogna).toMatchObject({ synthesis: "borgogna2024", isComparable: true });
  expect(borgogna.ours!.estimate).toBe(answer.pooled!.pooled.estimate);
  const kwan = comparisons.find(({ synthesis }) => synthesis === "kwan2024")!;
  expect(kwan.isComparable).toBe(false);
  expect(kwan.differences[0]).toBe("Different measures: uncontrolled-change there, standardised-mean-difference here");
  expect(comparisons.some(({ published }) => published.disorder === "sad")).toBe(false);
});

test("ratios stand beside published ratios, not as logarithms", () => {
  const answer = ask({ criteria: { disorder: "sad", window: "7-14d" }, outcomes: "events", measure: "log-odds-ratio" });
  const [whittaker] = compareWithPublished(answer, loadPublishedSyntheses());
  // Taylor 2018: 6 of 18 against 0 of 17 with 1/2 added.
  expect(whittaker!.ours!.estimate).toBeCloseTo((6.5 * 17.5) / (12.5 * 0.5), 9);
  expect(whittaker!.published.estimate).toBe(28.94);
});

test("every question of the grid gets an answer, and a thin one says so", () => {
  const answers = questionGrid().map((question) => ask(question));
  expect(answers).toHaveLength(6 * 5 * 3 * 2);
  for (const { pooled, studies, cautions } of answers) {
    expect(pooled === undefined).toBe(studies.length === 0);
    if (studies.length < 5) expect(cautions.length).toBeGreaterThan(0);
  }
});

/** A row as the trial records give it, for what no record of ours has. */
const row = {
  study: "made2026",
  label: "Made 2026",
  citation: "feder2014",
  outcome: "score-24h",
  isPrimary: true,
  disorders: ["ptsd"],
  scale: "caps",
  rater: "clinician",
  measure: "score",
  window: "24h",
  control: "saline",
  controlActivity: "passive",
  route: "iv",
  experimentalArm: "low",
  controlArm: "saline",
  controlShared: 2,
  isCrossover: false,
  analysis: "parallel-groups",
  cluster: "made2026",
  better: "lower",
  riskOfBias: "low",
  status: "seen",
  sources: [],
  caveats: [],
  kind: "means",
  experimental: { n: 20, mean: 40, sd: 10 },
  controlGroup: { n: 30, mean: 50, sd: 12 },
} as const satisfies EffectInput;
const high = { ...row, experimentalArm: "high", experimental: { n: 20, mean: 30, sd: 10 } };

test("two doses against one control are combined, or get half of the control each", () => {
  const [combined, ...none] = mergeSharedControl([row, high], "combine");
  expect(none).toEqual([]);
  expect(combined).toMatchObject({
    experimentalArm: "low, high",
    experimental: { n: 40, mean: 35 },
    controlGroup: { n: 30 },
  });
  const split = mergeSharedControl([row, high], "split");
  expect(split.map((each) => each.kind === "means" && each.controlGroup.n)).toEqual([15, 15]);
  expect(split.map(({ label }) => label)).toEqual(["Made 2026, low", "Made 2026, high"]);
});

test("counts are combined and split likewise, and a contrast keeps its own error with a caveat", () => {
  const { experimental, controlGroup, ...rest } = row;
  expect(experimental.n).toBeLessThan(controlGroup.n);
  const counts = (arm: string, events: number) =>
    ({
      ...rest,
      kind: "events",
      experimentalArm: arm,
      experimental: { events, n: 20 },
      controlGroup: { events: 6, n: 30 },
    }) as const;
  const two = [counts("low", 5), counts("high", 9)];
  expect(mergeSharedControl(two, "combine")).toMatchObject([
    { experimental: { events: 14, n: 40 }, controlGroup: { n: 30 } },
  ]);
  expect(mergeSharedControl(two, "split")).toMatchObject([
    { experimental: { events: 5, n: 20 }, controlGroup: { events: 3, n: 15 } },
    { experimental: { events: 9, n: 20 }, controlGroup: { events: 3, n: 15 } },
  ]);
  const contrast = (arm: string) =>
    ({ ...rest, kind: "contrast", experimentalArm: arm, estimate: -5, standardError: 2 }) as const;
  for (const how of ["combine", "split"] as const)
    for (const merged of mergeSharedControl([contrast("low"), contrast("high")], how)) {
      expect(merged).toMatchObject({ estimate: -5, standardError: 2 });
      expect(merged.caveats.at(-1)).toContain("counts those people twice");
    }
});

test("a lone row keeps its control whole", () => {
  expect(mergeSharedControl([row], "split")).toEqual([row]);
});

const options = { measure: "standardised-mean-difference", correlation: 0.5, standardDeviations: {} } as const;

test("means of both periods of a crossover use the imputed correlation and say so", () => {
  const study = studyFromRow({ ...row, analysis: "paired-margins-only" }, options);
  expect(study).toMatchObject({ design: "crossover", participants: 30 });
  expect("caveats" in study && study.caveats).toContain("within-person correlation of 0.5 imputed");
});

test("on a scale where more is better the sign of a standardised difference is turned", () => {
  const [one, other] = [studyFromRow(row, options), studyFromRow({ ...row, better: "higher" }, options)];
  expect("effect" in one && "effect" in other && one.effect + other.effect).toBe(0);
});

test("a row that cannot give the measure has a reason", () => {
  const reasonOf = (changed: EffectInput, measure: "log-risk-ratio" | "standardised-mean-difference") => {
    const found = studyFromRow(changed, { ...options, measure });
    return "reason" in found ? found.reason : undefined;
  };
  const { experimental, controlGroup, ...rest } = row;
  expect(experimental.n + controlGroup.n).toBe(50);
  const events = {
    ...rest,
    kind: "events",
    experimental: { events: 0, n: 9 },
    controlGroup: { events: 0, n: 8 },
  } as const;
  const contrast = { ...rest, kind: "contrast", estimate: -5, standardError: 2 } as const;
  const change = { ...rest, kind: "single-group-change", experimental } as const;
  expect(reasonOf(row, "log-risk-ratio")).toBe("a score cannot be expressed as a ratio of events");
  expect(reasonOf(events, "log-risk-ratio")).toContain("tells nothing about a ratio");
  expect(reasonOf(events, "standardised-mean-difference")).toContain("counts of people");
  expect(reasonOf(contrast, "log-risk-ratio")).toBe("a score cannot be expressed as a ratio of events");
  expect(reasonOf(change, "standardised-mean-difference")).toBe("an uncontrolled change is not a comparison");
});

test("several effects of one group of researchers are pointed out", () => {
  const study = studyFromRow(row, options);
  if ("reason" in study) throw new Error(study.reason);
  const cautions = cautionsFor({ studies: [study, { ...study, label: "again" }], alternatives: [], byDesign: [] });
  expect(cautions.some((caution) => caution.includes("(made2026); they are not independent"))).toBe(true);
});
