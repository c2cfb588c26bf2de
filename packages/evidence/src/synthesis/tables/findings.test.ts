import { expect, test } from "vitest";
import { poolEffects } from "../pooling/pool-effects.ts";
import type { QuestionAnswer } from "../questions/question-answer.ts";
import { type GradeJudgement, gradeCertainty, gradeDomains } from "./grade.ts";
import { findingsRow } from "./summary-of-findings.ts";

const noConcern: readonly GradeJudgement[] = gradeDomains.map((domain) => ({ domain, concern: "none", reason: "" }));
const withConcern = (domain: string, concern: GradeJudgement["concern"]) =>
  noConcern.map((judgement) => (judgement.domain === domain ? { ...judgement, concern, reason: "stated" } : judgement));

test("certainty starts high for randomised trials and falls a step for each serious concern", () => {
  expect(gradeCertainty(noConcern).certainty).toBe("high");
  expect(gradeCertainty(withConcern("imprecision", "serious")).certainty).toBe("moderate");
  expect(gradeCertainty(withConcern("imprecision", "very-serious")).certainty).toBe("low");
  expect(gradeCertainty(withConcern("risk-of-bias", "very-serious"), { isRandomised: false }).certainty).toBe(
    "very-low",
  );
});

test("a rating needs each domain once and a reason for each concern", () => {
  expect(() => gradeCertainty(noConcern.slice(1))).toThrow("risk-of-bias is 0 judgements");
  expect(() => gradeCertainty([{ ...noConcern[0]!, concern: "serious" }, ...noConcern.slice(1)])).toThrow(
    "risk-of-bias.reason",
  );
});

const effects = [{ label: "A", effect: Math.log(0.5), variance: 0.01 }];
const answer: QuestionAnswer = {
  question: { criteria: {}, outcomes: "events" },
  measure: "log-risk-ratio",
  favours: "positive",
  studies: [],
  excluded: [],
  pooled: poolEffects(effects, { model: "common" }),
  alternatives: [],
  byDesign: [],
  omissions: [],
  cautions: ["One study"],
};

test("an effect is applied to the chosen risk, per thousand people", () => {
  const { perThousand, effect } = findingsRow(answer, { outcome: "response", controlRisk: 0.4 });
  expect(effect!.estimate).toBeCloseTo(0.5, 14);
  expect(perThousand!.control).toBe(400);
  expect(perThousand!.experimental).toBeCloseTo(200, 11);
  expect(perThousand!.low).toBeLessThan(200);
});

test("an odds ratio is taken through odds, a risk difference added, and nobody exceeds a thousand", () => {
  const at = (measure: QuestionAnswer["measure"], risk: number, effect = answer.pooled!.pooled.estimate) => {
    const pooled = poolEffects([{ label: "A", effect, variance: 0.01 }], { model: "common" });
    return findingsRow({ ...answer, measure, pooled }, { outcome: "response", controlRisk: risk }).perThousand
      ?.experimental;
  };
  // Odds of 2/3 halved are 1/3, a risk of a quarter.
  expect(at("log-odds-ratio", 0.4)).toBeCloseTo(250, 11);
  expect(at("risk-difference", 0.4, -0.1)).toBeCloseTo(300, 11);
  expect(at("log-risk-ratio", 0.9, 1)).toBe(1000);
  expect(at("mean-difference", 0.4)).toBeUndefined();
});

test("an answer without studies gives a row without an effect", () => {
  const { pooled, ...rest } = answer;
  expect(pooled).toBeDefined();
  expect(findingsRow(rest, { outcome: "response" })).toEqual({
    outcome: "response",
    studies: 0,
    measure: "log-risk-ratio",
    favours: "positive",
    cautions: ["One study"],
  });
});

test("a risk outside 0 to 1 is refused", () => {
  expect(() => findingsRow(answer, { outcome: "response", controlRisk: 40 })).toThrow(
    "controlRisk is 40, must be between 0 and 1",
  );
});
