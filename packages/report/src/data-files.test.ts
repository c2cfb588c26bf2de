import { anxCore, references } from "@kinetamine/ketamine";
import { describe, expect, it } from "vitest";
import { ownReferences, referenceEntries } from "./content/citations.ts";
import { embeddedData } from "./embedded-data.ts";
import { findForbiddenWording } from "./forbidden-wording.ts";
import { answerChangers, knownLimits } from "./known-limits.ts";
import { mechanismSteps } from "./mechanism-steps.ts";
import { regulatoryStatements } from "./regulatory-status.ts";

describe("the statements about approval", () => {
  it("begin with ketamine being approved for no psychiatric disorder", () => {
    expect(regulatoryStatements()[0]!.text).toMatch(/for no psychiatric disorder/);
  });

  it("are dated, and every source is in the bibliography", () => {
    const keys = ownReferences().map((reference) => reference.id);
    for (const statement of regulatoryStatements()) {
      expect(statement.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(statement.sources.length).toBeGreaterThan(0);
      for (const source of statement.sources) expect(keys).toContain(source);
    }
  });
});

describe("the known limits", () => {
  it("cite only works of the bibliography", () => {
    const keys = references.map((reference) => reference.id);
    const limits = [...knownLimits().flatMap((group) => group.limits), ...answerChangers()];
    for (const source of limits.flatMap((limit) => limit.sources)) expect(keys).toContain(source);
  });

  it("name what weighs most: late levels, boluses, missing calibration, contradicting findings, trials without effect", () => {
    const text = knownLimits()
      .flatMap((group) => group.limits.map((limit) => limit.text))
      .join("\n");
    for (const words of ["12 hours", "bolus", "not been calibrated", "rapamycin", "veterans", "forecast for a person"])
      expect(text).toContain(words);
    expect(findForbiddenWording(text)).toEqual([]);
  });
});

it("shows in the ladder only outputs that the model has", () => {
  const names = anxCore().outputs.map((output) => output.name);
  for (const step of mechanismSteps()) for (const output of step.outputs) expect(names).toContain(output.name);
});

it("refuses a data file that is missing or has another shape", () => {
  const never = (value: unknown): value is string => value === "never";
  expect(() => embeddedData("no-such-file", never)).toThrow(expect.objectContaining({ code: "data-file" }));
});

it("numbers references as they are met, links those with an address and marks those it cannot find", () => {
  const [first, second] = referenceEntries(["taylor2018", "nowhere"], references);
  expect(first).toMatchObject({ number: 1, href: "https://doi.org/10.1038/npp.2017.194" });
  expect(first!.text).toMatch(/^Taylor/);
  expect(first!.text).not.toContain("https://");
  expect(second).toEqual({ number: 2, text: "nowhere (not in the bibliography)" });
});
