import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ScenarioError } from "../scenario/input-problem.ts";
import { readScenario } from "../scenario/read-scenario.ts";
import { explainPlan } from "./explain-plan.ts";
import { type PlanOptions, planRun } from "./plan-run.ts";

const examples = new URL("../../../../examples/", import.meta.url);
const golden = new URL("../../golden/", import.meta.url);

function text(name: string): string {
  return readFileSync(new URL(`${name}.scenario.yaml`, examples), "utf8");
}

function planOf(scenario: string, options: PlanOptions = {}) {
  return planRun(readScenario(scenario, "s.yaml"), options);
}

/** The smallest example with some text replaced. */
function changed(from: string, to: string): string {
  const original = text("single-infusion");
  expect(original).toContain(from);
  return original.replace(from, to);
}

function problemsOf(scenario: string, options: PlanOptions = {}): readonly string[] {
  try {
    planOf(scenario, options);
  } catch (error) {
    if (error instanceof ScenarioError)
      return error.problems.map((p) => `${p.code} ${p.line}:${p.column} ${p.path} - ${p.message}`);
    throw error;
  }
  return [];
}

describe("the plan of an example", () => {
  // These texts were read line by line against the scenario files: days, amounts for 70 kg (0.5 mg/kg = 35 mg), rates
  // (35 mg over 40 min = 52.5 mg/h), tiers and findings. A change here changes what users run: say why in RESULTS-CHANGELOG.
  it.each(
    readdirSync(examples).flatMap((file) => file.match(/^(.*)\.scenario\.yaml$/)?.[1] ?? []),
  )("%s reads as it was agreed", async (name) => {
    const plan = planRun(readScenario(text(name), `${name}.scenario.yaml`));
    await expect(`${explainPlan(plan)}\n`).toMatchFileSnapshot(fileURLToPath(new URL(`${name}.explain.txt`, golden)));
  });

  it("is plain data: nothing is lost on the way to a worker or a lock file", () => {
    const plan = planOf(text("iv-twice-weekly"));
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  it("holds every parameter and input that the model reads, and nothing twice", () => {
    const { parameters, population, variability } = planOf(text("iv-twice-weekly"));
    const names = [...parameters.map(({ name }) => name), ...Object.keys(population.covariates), ...variability.etas];
    expect(new Set(names).size).toBe(names.length);
    expect(population.typical).toMatchObject({ WT: 78, AGE: 42, SEXF: 1, BASE: 26, scale_floor: 0 });
  });

  it("records what the scenario asks for and what its summary is made of", () => {
    const observed = "observe: { until: 14 d, pk: { analytes: [S-NK] }, pd: [SPINE], scales: [SBP] }";
    const plan = planOf(changed("observe: { until: 14 d }", observed));
    expect(plan.outputs.map(({ name }) => name)).toEqual([
      "C_ketamine_venous",
      "C_esnorketamine_venous",
      "C_esnorketamine_arterial",
      "spine_density",
      "score",
      "CADSS",
      "SBP_change",
    ]);
  });

  it("takes the scale from the baseline where a disorder has several", () => {
    const pcl =
      "population: { indication: ptsd, n: 200, baseline: { scale: PCL-5, mean: 47, sd: 13, min: 31, max: 80 } }";
    const plan = planOf(changed("population: { indication: ocd, n: 200 }", pcl));
    expect(plan.scale).toMatchObject({ name: "PCL-5", remissionAtMost: 28 });
  });
});

describe("a scenario that cannot be planned", () => {
  it.each([
    [
      "another model version",
      "version: 0.1.0",
      "version: 1.4.0",
      "not-allowed 11:33 model.version - must be 0.1.0, the version this program holds, found 1.4.0",
    ],
    [
      "a dose after the end",
      "days: [1]",
      "days: [1, 15]",
      "inconsistent 23:19 regimens.0.doses.0.schedule - puts a dose on study day 15, after observe.until = 14 d",
    ],
    [
      "ten times the usual dose",
      "0.5 mg/kg\n",
      "5 mg/kg\n",
      "hard-limit 20:15 regimens.0.doses.0.dose - must be at most 2 mg/kg, the most this program simulates, found 5 mg/kg, ten times the usual 0.5 mg/kg",
    ],
    [
      "a fixed dose too large for the lightest virtual patient",
      "0.5 mg/kg\n        weight_basis: actual\n",
      "100 mg\n",
      "hard-limit 20:15 regimens.0.doses.0.dose - must be at most 2 mg/kg, the most this program simulates, found 100 mg, which is 2.222 mg/kg at 45 kg",
    ],
    [
      "minors",
      "n: 200",
      "n: 200, covariates: { AGE: { distribution: constant, value: 16, unit: a } }",
      "hard-limit 12:59 population.covariates.AGE - must be at least 18 a for every virtual patient, found 16 a",
    ],
    [
      "a scale of another disorder",
      "n: 200",
      "n: 200, baseline: { scale: LSAS, mean: 80, sd: 20, min: 60, max: 144 }",
      "not-allowed 12:59 population.baseline.scale - must be Y-BOCS in ocd, found LSAS",
    ],
    [
      "a baseline off the scale",
      "n: 200",
      "n: 200, baseline: { scale: Y-BOCS, mean: 30, sd: 5, min: 20, max: 60 }",
      "inconsistent 12:50 population.baseline - must lie within the scale, 0 to 40, found 20 to 60",
    ],
    [
      "a scale that is not measured there",
      "until: 14 d",
      "until: 14 d, scales: [HAM-A]",
      "inconsistent 24:34 observe.scales.0 - cannot be observed in this population: must be one of Y-BOCS, CADSS, SBP, HR, found HAM-A",
    ],
    [
      "a run that does not fit",
      "n: 200 }",
      "n: 20000 }",
      "too-large-to-run 12:35 population.n - would hold 20000 courses x 223 times x 23 outputs = 1.0e+8 numbers, at most 1e+8 fit",
    ],
  ])("because of %s points at the entry", (_, from, to, problem) => {
    const scenario = changed(from, to).replace("14 d", from === "n: 200 }" ? "42 d" : "14 d");
    expect(problemsOf(scenario)).toEqual([expect.stringContaining(problem)]);
  });

  it("names every reason at once", () => {
    const scenario = changed("version: 0.1.0", "version: 0.0.9").replace("0.5 mg/kg\n", "3 mg/kg\n");
    expect(problemsOf(scenario).map((line) => line.split(" ")[0])).toEqual(["not-allowed", "hard-limit"]);
  });
});

describe("a dose beyond the studied range", () => {
  const high = changed("0.5 mg/kg\n", "1.5 mg/kg\n");

  it("is planned only when the person who starts the run asks for it", () => {
    expect(problemsOf(high)).toEqual([
      expect.stringContaining(
        "outside-studied-range 20:15 regimens.0.doses.0.dose - 1.5 mg/kg lies above everything studied",
      ),
    ]);
    const plan = planOf(high, { beyondStudiedRange: true });
    expect(plan.beyondStudiedRange).toBe(true);
    expect(plan.regimens[0]?.doses[0]).toMatchObject({ range: "outside", isBeyondStudied: true });
    expect(plan.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["outside-studied-range", "beyond-requested"]),
    );
  });

  it("is never planned for a plain audience, nor past the hard limit", () => {
    const plain = `${high}report: { audience: plain }\n`;
    expect(problemsOf(plain, { beyondStudiedRange: true })[0]).toContain(
      "reports for a plain audience show studied doses only",
    );
    expect(problemsOf(changed("0.5 mg/kg\n", "2.5 mg/kg\n"), { beyondStudiedRange: true })[0]).toContain("hard-limit");
  });

  it("cannot be asked for in the file", () => {
    expect(() => planOf(`${high}beyond_studied_range: true\n`)).toThrow("is not a known key");
  });
});

describe("findings", () => {
  const codes = (scenario: string) => planOf(scenario).findings.map(({ code }) => code);

  it("say that the drug is not approved, whatever else is right", () => {
    expect(codes(text("single-infusion"))).toContain("not-approved");
  });

  it.each([
    ["a dose in mg that was meant in mg/kg", "0.5 mg/kg\n        weight_basis: actual\n", "0.5 mg\n", "possible-slip"],
    [
      "a weight in pounds",
      "n: 200",
      "n: 200, covariates: { WT: { distribution: constant, value: 172, unit: kg } }",
      "possible-slip",
    ],
    [
      "weights beyond the data",
      "n: 200",
      "n: 200, covariates: { WT: { distribution: uniform, min: 38, max: 90, unit: kg } }",
      "outside-pharmacokinetic-data",
    ],
    ["a name of a person", "title: One infusion", "title: One infusion of 2024-05-03", "possible-identifier"],
    ["medicines without effect", "n: 200", "n: 200, concomitant: [{ class: ssri, fraction: 0.5 }]", "without-effect"],
    ["few virtual patients", "n: 200", "n: 20", "few-subjects"],
    ["a dose below the smallest studied", "0.5 mg/kg\n", "0.08 mg/kg\n", "outside-studied-range"],
    ["a course no trial gave", "days: [1]", "days: [1, 4]", "course-beyond-trials"],
  ])("mention %s", (_, from, to, code) => {
    expect(codes(text("single-infusion"))).not.toContain(code);
    expect(codes(changed(from, to))).toContain(code);
  });
});

describe("the explanation", () => {
  const explained = explainPlan(planOf(text("iv-twice-weekly")));

  it("has the line of each dose that population software would record", () => {
    expect(explained).toContain(
      "dose 3: day 8 09:00, ketamine 35.0 mg base for a 70 kg adult (0.5 mg/kg) over 40 min, 52.5 mg/h, EVID 1, RATE 52.5",
    );
  });

  it("holds nothing to set a pump by and no advice", () => {
    for (const name of ["iv-twice-weekly", "esketamine-nasal-course", "dose-comparison", "single-infusion"]) {
      const all = explainPlan(planOf(text(name)));
      expect(all).not.toMatch(
        /\bm[lL]\b|mL\/h|\bpump\b|\bsyringe\b|\brecommend|\boptimal\b|\byou should\b|\bsafe dose\b/i,
      );
    }
  });
});
