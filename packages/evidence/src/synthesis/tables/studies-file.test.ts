import { expect, test } from "vitest";
import { EvidenceError } from "../../checks/evidence-error.ts";
import { poolEffects } from "../pooling/pool-effects.ts";
import { readStudies } from "./studies-file.ts";

function problemsOf(action: () => unknown) {
  try {
    action();
  } catch (error) {
    if (error instanceof EvidenceError)
      return error.problems.map(({ path, found, required }) => `${path}: ${found}; ${required}`);
  }
  throw new Error("nothing was refused");
}

test("effects with standard errors are read and can be pooled", () => {
  const { measure, studies } = readStudies("study,effect,se,year\nA 2001,-0.4,0.2,2001\nB 2005,-0.1,0.1,2005\n");
  expect(measure).toBe("as-given");
  expect(studies[0]).toEqual({ label: "A 2001", effect: -0.4, variance: 0.2 ** 2, line: 2, notes: { year: "2001" } });
  expect(poolEffects(studies).effects).toHaveLength(2);
});

test("means and standard deviations become the measure asked for", () => {
  const text =
    "study,mean_experimental,sd_experimental,n_experimental,mean_control,sd_control,n_control\nA,20,5,25,23,4,16\n";
  expect(readStudies(text).measure).toBe("standardised-mean-difference");
  expect(readStudies(text, { measure: "mean-difference" }).studies[0]).toMatchObject({ effect: -3, variance: 2 });
});

test("counts become log risk ratios unless another measure is asked for", () => {
  const text = "study,events_experimental,n_experimental,events_control,n_control\nFeder 2021,10,15,3,15\n";
  expect(Math.exp(readStudies(text).studies[0]!.effect)).toBeCloseTo(10 / 3, 12);
  expect(Math.exp(readStudies(text, { measure: "log-odds-ratio" }).studies[0]!.effect)).toBeCloseTo(8, 12);
});

test("printed ratios with intervals are taken to logarithms", () => {
  const { studies } = readStudies("study,ratio,ci_low,ci_high\nWhittaker 2021,2.03,0.67,6.15\n");
  expect(studies[0]!.effect).toBeCloseTo(Math.log(2.03), 14);
});

test("every bad row is refused with its line, and no good row slips past", () => {
  const text = 'study,effect,se\nA,0.2,0.1\nB,"0,3",0.1\n,0.4,0.2\nD,0.5\nE,0.1,0\nA,0.3,0.2\n';
  expect(problemsOf(() => readStudies(text))).toEqual([
    'line 3, effect: "0,3"; a number with a decimal point, e.g. -0.4',
    "line 4, study: nothing; a name",
    "line 5: 2 cells; 3, as in the header",
    "line 6, standardError: 0; a finite number above 0",
    "line 7, study: A, as in line 2; a name used once",
  ]);
});

test("counts that cannot be are refused with their line and column", () => {
  const text = "study,events_experimental,n_experimental,events_control,n_control\nA,16,15,3,15\n";
  expect(problemsOf(() => readStudies(text))).toEqual(["line 2, experimental.events: 16; from 0 to 15"]);
});

test("a header that fits no layout, or several, is refused", () => {
  expect(problemsOf(() => readStudies("study,efect,se\nA,1,1\n"))[0]).toContain("did you mean effect?");
  expect(problemsOf(() => readStudies("study,effect\nA,1\n"))[0]).toContain("which make no layout");
  expect(problemsOf(() => readStudies("study,effect,se,variance\nA,1,1,1\n"))[0]).toContain(
    "which make more than one layout",
  );
  expect(problemsOf(() => readStudies("effect,se\n1,1\n"))[0]).toContain("no column study");
  expect(problemsOf(() => readStudies("study,effect,se,se\nA,1,1,1\n"))[0]).toContain("column se twice");
  expect(problemsOf(() => readStudies("study,effect,se\n"))[0]).toContain("a header and at least one study");
  expect(problemsOf(() => readStudies(""))[0]).toContain("a header and at least one study");
  expect(problemsOf(() => readStudies("study,effect,se\nA,1,1\n", { measure: "log-odds-ratio" }))[0]).toContain(
    "one of as-given",
  );
});
