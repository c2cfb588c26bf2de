import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatProblem, ScenarioError } from "./input-problem.ts";
import { readScenario } from "./read-scenario.ts";

const examples = new URL("../../../../examples/", import.meta.url);

/** One entry to a line, so that a test can replace a line by its number and expect a problem there. */
const lines = `schema: kinetamine.scenario/v1
id: test
title: A test
credibility:
  question_of_interest: What is it?
  context_of_use: research-and-education
  model_influence: low
  consequence_of_wrong_decision: low
model: { id: anx-core, version: 0.1.0 }
population:
  indication: gad
  n: 20
regimens:
  - id: A
    label: first
    doses:
      - drug: ketamine
        expressed_as: base
        route: iv
        dose: 0.5 mg/kg
        weight_basis: actual
        infusion: 40 min
        schedule: { days: [1, 4] }
observe: { until: 14 d }
simulate: { seed: 1 }
`.split("\n");

function withLine(number: number, text: string): string {
  return lines.map((line, index) => (index === number - 1 ? text : line)).join("\n");
}

function problemsIn(text: string): readonly string[] {
  try {
    readScenario(text, "s.yaml");
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems.map((p) => `${p.code} | ${formatProblem(p)}`);
    throw error;
  }
  return [];
}

describe("a scenario file", () => {
  it("is read with the defaults of the format filled in", () => {
    const { scenario } = readScenario(lines.join("\n"), "s.yaml");
    expect(scenario.regimens[0]?.doses[0]).toMatchObject({
      dose: { value: 0.5, unit: "mg/kg" },
      infusion: { value: 40, unit: "min" },
    });
    expect(scenario.simulate).toEqual({ seed: 1, uncertainty: { parameters: 0 }, residual_error: false });
    expect(scenario.report).toEqual({ audience: "technical" });
  });

  it("is named by the SHA-256 of its text", () => {
    const text = lines.join("\n");
    expect(readScenario(text, "s.yaml").hash).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
  });

  it("may be JSON, which is YAML", () => {
    const { scenario } = readScenario(lines.join("\n"), "s.yaml");
    const json = JSON.stringify({ ...scenario, regimens: [], observe: { until: "14 d" } });
    expect(problemsIn(json)).toEqual([expect.stringContaining("regimens - must have at least 1 entries")]);
  });

  it.each(readdirSync(examples).filter((name) => name.endsWith(".scenario.yaml")))("example %s is read", (name) => {
    expect(problemsIn(readFileSync(new URL(name, examples), "utf8"))).toEqual([]);
  });
});

describe("a slip in a scenario file is refused where it stands", () => {
  it.each([
    [
      2,
      "id: Test Run",
      'not-allowed | s.yaml:2:5 id - must be 1 to 40 lower-case letters, digits or hyphens, found "Test Run"',
    ],
    [
      2,
      "id: ../up",
      'not-allowed | s.yaml:2:5 id - must be 1 to 40 lower-case letters, digits or hyphens, found "../up"',
    ],
    [
      2,
      "id: null",
      "wrong-type | s.yaml:2:5 id - must be text (quote it if it looks like a number, true, false or null), found null",
    ],
    [
      2,
      "id:",
      "wrong-type | s.yaml:2:4 id - must be text (quote it if it looks like a number, true, false or null), found null",
    ],
    [
      3,
      "title: =cmd|' /C calc'!A0",
      "not-allowed | s.yaml:3:8 title - must be one line of text that does not start with a space or one of = + - @",
    ],
    [
      6,
      "  context_of_use: clinical",
      'not-allowed | s.yaml:6:19 credibility.context_of_use - must be research-and-education, found "clinical"',
    ],
    [
      9,
      "model: { id: anx-core, version: latest }",
      'not-allowed | s.yaml:9:33 model.version - must be an exact version such as 0.1.0, found "latest"',
    ],
    [
      9,
      "model: { id: anx-core, version: 0.1.0, structural_uncertainty: [anx-core, anx-lite] }",
      "not-supported | s.yaml:9:75 model.structural_uncertainty.1 - is not supported in this version: the only structural variant is anx-core, found anx-lite",
    ],
    [
      11,
      "  indication: mdd",
      'not-allowed | s.yaml:11:15 population.indication - must be gad, sad, ptsd or ocd, found "mdd"',
    ],
    [12, "  n: 12.5", "wrong-type | s.yaml:12:6 population.n - must be a whole number, found 12.5"],
    [12, "  n: -3", "out-of-bounds | s.yaml:12:6 population.n - must be at least 1, found -3"],
    [12, "  n: .inf", "wrong-type | s.yaml:12:6 population.n - must be a finite number, found Infinity"],
    [
      14,
      "  - id: 1",
      "wrong-type | s.yaml:14:9 regimens.0.id - must be text (quote it if it looks like a number, true, false or null), found 1",
    ],
    [
      17,
      "      - drug: midazolam",
      'not-allowed | s.yaml:17:15 regimens.0.doses.0.drug - must be ketamine or esketamine, found "midazolam"',
    ],
    [
      17,
      "      - drug: esketamin",
      'not-allowed | s.yaml:17:15 regimens.0.doses.0.drug - must be ketamine or esketamine, found "esketamin"; did you mean esketamine?',
    ],
    [
      18,
      "        expressed_as: salt",
      'not-allowed | s.yaml:18:23 regimens.0.doses.0.expressed_as - must be base or hydrochloride, found "salt"',
    ],
    [
      19,
      "        route: oral",
      'not-allowed | s.yaml:19:16 regimens.0.doses.0.route - must be iv or intranasal, found "oral"',
    ],
    [20, "        dose: 0.5", "quantity | s.yaml:20:15 regimens.0.doses.0.dose - needs a unit, e.g. 0.5 mg/kg"],
    [
      20,
      "        dose: 0,5 mg/kg",
      "quantity | s.yaml:20:15 regimens.0.doses.0.dose - has a decimal comma; write a point, e.g. 0.5 mg/kg, found 0,5 mg/kg",
    ],
    [
      20,
      "        dose: -0.5 mg/kg",
      "quantity | s.yaml:20:15 regimens.0.doses.0.dose - must not be negative, found -0.5 mg/kg",
    ],
    [
      20,
      "        dose: 0.5 ug/kg",
      "quantity | s.yaml:20:15 regimens.0.doses.0.dose - must be in mg/kg or mg, e.g. 0.5 mg/kg, found 0.5 ug/kg",
    ],
    [
      20,
      "        dose: 0.5 mL",
      "quantity | s.yaml:20:15 regimens.0.doses.0.dose - must be in mg/kg or mg, e.g. 0.5 mg/kg, found 0.5 mL",
    ],
    [
      20,
      "        dose: 5e-1 mg/kg",
      "quantity | s.yaml:20:15 regimens.0.doses.0.dose - must be written without an exponent, e.g. 0.5 mg/kg, found 5e-1 mg/kg",
    ],
    [
      20,
      "        dose: 35 mg",
      "inconsistent | s.yaml:21:23 regimens.0.doses.0.weight_basis - has no meaning for a dose in mg; remove it or give the dose in mg/kg",
    ],
    [20, "", "missing | s.yaml:17:9 regimens.0.doses.0.dose - is missing, give e.g. 0.5 mg/kg"],
    [
      21,
      "",
      "missing | s.yaml:17:9 regimens.0.doses.0.weight_basis - is missing: a dose in mg/kg needs weight_basis, e.g. actual",
    ],
    [
      21,
      "        weight_basis: ideal",
      "not-supported | s.yaml:21:23 regimens.0.doses.0.weight_basis - is not supported in this version: only the actual weight is modelled",
    ],
    [
      22,
      "        infusion: 0 min",
      "quantity | s.yaml:22:19 regimens.0.doses.0.infusion - must be above zero, found 0 min",
    ],
    [
      22,
      "        infusoin: 40 min",
      "unknown-key | s.yaml:22:9 regimens.0.doses.0.infusoin - is not a known key; did you mean infusion?",
    ],
    [
      23,
      "        schedule: { days: [4, 1] }",
      "inconsistent | s.yaml:23:27 regimens.0.doses.0.schedule.days - must increase, found 4, 1",
    ],
    [
      23,
      "        schedule: { days: [0] }",
      "out-of-bounds | s.yaml:23:28 regimens.0.doses.0.schedule.days.0 - must be at least 1, found 0",
    ],
    [
      23,
      "        schedule: { per_week: 2, weeks: 3 }",
      "inconsistent | s.yaml:23:19 regimens.0.doses.0.schedule - must give either days, or per_week with weeks, first_day and days_of_week",
    ],
    [
      23,
      "        schedule: { days: [1], weeks: 3 }",
      "inconsistent | s.yaml:23:19 regimens.0.doses.0.schedule - must give either days, or per_week with weeks, first_day and days_of_week",
    ],
    [
      23,
      "        schedule: { per_week: 3, weeks: 3, first_day: 1, days_of_week: [1, 4] }",
      "inconsistent | s.yaml:23:72 regimens.0.doses.0.schedule.days_of_week - must list per_week = 3 days, found 2",
    ],
    [24, "observe: { until: 14 }", "quantity | s.yaml:24:19 observe.until - needs a unit, e.g. 56 d"],
    [
      24,
      "observe: { until: 14 d, pk: { analytes: [KETAMINE] } }",
      'not-allowed | s.yaml:24:42 observe.pk.analytes.0 - must be KET, S-KET, R-KET, NK, S-NK, R-NK or HNK, found "KETAMINE"',
    ],
    [
      25,
      "simulate: { seed: 1, residual_error: true }",
      "not-allowed | s.yaml:25:38 simulate.residual_error - is not supported in this version: only false, measurement error is not simulated",
    ],
    [
      25,
      "simulate: { seed: 1, uncertainty: { patients: 30 } }",
      "inconsistent | s.yaml:25:47 simulate.uncertainty.patients - must equal population.n = 20, found 30",
    ],
    [25, "simulate: {}", "missing | s.yaml:25:11 simulate.seed - is missing"],
  ])("line %i: %s", (number, text, problem) => {
    const problems = problemsIn(withLine(number, text));
    expect(problems).toContain(problem);
  });

  it("a decimal comma in a flow map, which YAML reads as a new key, gets its own hint", () => {
    const text = withLine(20, "").replace(
      "schedule: { days: [1, 4] }",
      "dose: 0.5 mg/kg\n        schedule: { weeks: 0,5 }",
    );
    expect(problemsIn(text)).toContain(
      "unknown-key | s.yaml:24:30 regimens.0.doses.0.schedule.5 - is not a key; if the comma before it is a decimal comma, write a point",
    );
  });

  it("rules that hold a dose are refused rather than ignored", () => {
    const text = withLine(
      23,
      "        schedule: { days: [1] }\n        hold_if: [{ measure: SBP, at: predose, op: '>', value: 140 mmHg }]",
    );
    expect(problemsIn(text)).toEqual([
      "not-supported | s.yaml:24:18 regimens.0.doses.0.hold_if - is not supported in this version: rules that hold a dose",
    ]);
  });

  it("all problems are reported at once, in the order of the file", () => {
    const text = lines
      .join("\n")
      .replace("dose: 0.5 mg/kg", "dose: 0.5")
      .replace("n: 20", "n: 0")
      .replace("seed: 1", "seeds: 1")
      .replace("until: 14 d", "until: 2 weeks");
    expect(problemsIn(text).map((line) => line.split(" - ")[0])).toEqual([
      "out-of-bounds | s.yaml:12:6 population.n",
      "quantity | s.yaml:20:15 regimens.0.doses.0.dose",
      "quantity | s.yaml:24:19 observe.until",
      "missing | s.yaml:25:11 simulate.seed",
      "unknown-key | s.yaml:25:13 simulate.seeds",
    ]);
  });

  it("two regimens may not share an id", () => {
    const second = lines.slice(13, 23).join("\n");
    const text = [...lines.slice(0, 23), second, ...lines.slice(23)].join("\n");
    expect(problemsIn(text)).toEqual(["inconsistent | s.yaml:24:9 regimens.1.id - is used by another regimen: A"]);
  });

  it("__proto__ is one more unknown key and changes nothing", () => {
    const problems = problemsIn(`${lines.join("\n")}__proto__: { seed: 9 }\n`);
    expect(problems).toEqual([expect.stringContaining("unknown-key | s.yaml:26:1 __proto__ - is not a known key")]);
    expect({}).not.toHaveProperty("seed");
  });

  it("a long list of problems is cut in the message and kept in full beside it", () => {
    const text = `${lines.join("\n")}${Array.from({ length: 80 }, (_, i) => `extra${i}: 1`).join("\n")}`;
    expect(problemsIn(text)).toHaveLength(80);
    expect(() => readScenario(text, "s.yaml")).toThrow("and 30 more problems");
  });
});

describe("the version of the format", () => {
  it.each([
    [
      "schema: kinetamine.scenario/v2",
      "must be kinetamine.scenario/v1, found kinetamine.scenario/v2: the file is written for a newer version of this program",
    ],
    [
      "schema: kinetamine.scenario/v0",
      "must be kinetamine.scenario/v1, found kinetamine.scenario/v0: formats before v1 were never published; rewrite the file",
    ],
    [
      "schema: kinetamine.trial/v1",
      "must be kinetamine.scenario/v1, found kinetamine.trial/v1: this version reads scenarios only",
    ],
    ["schema: 1", "must be kinetamine.scenario/v1, found 1"],
    ["", "is missing; begin the file with schema: kinetamine.scenario/v1"],
  ])("%s is explained before anything else", (line, message) => {
    const problems = problemsIn(withLine(1, line));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`schema - ${message}`);
  });

  it("a file that is not a group of keys is no scenario", () => {
    expect(problemsIn("- a\n- b\n")).toEqual([
      "schema-version | s.yaml:1:1 (file) - must be a group of keys beginning with schema: kinetamine.scenario/v1",
    ]);
  });
});
