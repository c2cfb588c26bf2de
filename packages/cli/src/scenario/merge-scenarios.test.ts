import { readScenario } from "@kinetamine/design";
import { describe, expect, it } from "vitest";
import { mergeScenarios } from "./merge-scenarios.ts";
import { scenarioTemplate } from "./scenario-template.ts";

const read = (text: string, file = "x.yaml") => readScenario(text, file);
const change = (from: string, to: string) => {
  if (!scenarioTemplate.includes(from)) throw new Error(`the template has no "${from}"`);
  return scenarioTemplate.replace(from, to);
};

/** The template with its second regimen given another infusion time, so that B differs and A is shared. */
const slower = change("infusion: 60 min", "infusion: 100 min").replace("id: my-scenario", "id: slower");

describe("mergeScenarios", () => {
  it("puts all regimens into one scenario that can be read again, shared ones once", () => {
    const merged = read(mergeScenarios([read(scenarioTemplate), read(slower)])).scenario;
    expect(merged.id).toBe("my-scenario-vs-slower");
    expect(merged.regimens.map(({ id }) => id)).toEqual(["1-A", "1-B", "2-B"]);
    expect(merged.regimens[2]?.doses[0]).toMatchObject({ infusion: { value: 100, unit: "min" } });
  });

  it("keeps ids that do not clash", () => {
    const other = slower.replace("- id: A", "- id: C").replace("- id: B", "- id: D").replace("over 40 min", "again");
    const merged = read(mergeScenarios([read(scenarioTemplate), read(other)])).scenario;
    expect(merged.regimens.map(({ id }) => id)).toEqual(["A", "B", "C", "D"]);
  });

  it("keeps the id within the length of the format", () => {
    const long = change("id: my-scenario", `id: ${"a".repeat(39)}`);
    expect(read(mergeScenarios([read(long), read(slower)])).scenario.id).toBe("a".repeat(39));
  });

  it.each([
    ["seed: 20260101", "seed: 2", "simulate.seed is 20260101 in the one and 2 in the other"],
    ["n: 500", "n: 100", "population.n is 500 in the one and 100 in the other"],
    ["indication: sad", "indication: gad", 'population.indication is "sad" in the one and "gad" in the other'],
    ["until: 14 d", "until: 21 d", "observe.until.value is 14 in the one and 21 in the other"],
    [
      "    SEXF: { distribution: bernoulli, p: 0.5 } # 1 is female\n",
      "",
      'population.covariates.SEXF is {"distribution":"bernoulli","p":0.5} in the one and absent in the other',
    ],
  ])("refuses scenarios that differ in %j", (from, to, message) => {
    const documents = [read(scenarioTemplate, "a.yaml"), read(change(from, to), "b.yaml")];
    expect(() => mergeScenarios(documents)).toThrow(
      `Cannot compare a.yaml with b.yaml: ${message}; both must describe`,
    );
  });
});
