import { describe, expect, test } from "vitest";
import { changed } from "../checks/changed.contract.ts";
import { limitOf, loadGuidance, readGuidance, ruleFor } from "./guidance.ts";
import { loadRegulatoryStatus } from "./regulatory-status.ts";

describe("the guidance rules", () => {
  test("are all 29, numbered without a gap", () => {
    expect(loadGuidance().map(({ number }) => number)).toEqual(Array.from({ length: 29 }, (_, index) => index + 1));
  });

  test("have a kind, a source, an issuer and a jurisdiction, except the one that was rejected", () => {
    for (const { number, kinds, sources, standing } of loadGuidance())
      expect([kinds.length > 0, sources.length > 0], `rule ${number}`).toEqual([
        standing !== "rejected",
        standing !== "rejected",
      ]);
    expect(
      loadGuidance()
        .filter(({ standing }) => standing === "rejected")
        .map(({ number }) => number),
    ).toEqual([6]);
  });

  test("do not attribute the circulating 160/100 limit to a regulator, and apply no number of it", () => {
    expect(ruleFor(6)).toMatchObject({ standing: "rejected", status: "not-found", limits: [], kinds: [] });
  });

  test("do not apply the Delphi criteria, whose text was not obtained", () => {
    expect(ruleFor(25)).toMatchObject({ standing: "not-obtained", limits: [] });
  });

  // Numbers as the sources print them.
  test.each([
    [4, "systolic", 140],
    [4, "diastolic", 90],
    [5, "single-systolic", 160],
    [7, "observation-esketamine", 2],
    [24, "failed-medicines", 1],
    [24, "failed-psychological", 1],
    [24, "duration", 8],
    [26, "failed-medicines", 2],
    [26, "severity", 24],
  ] as const)("set in rule %d the limit %s to %d", (number, name, value) => {
    expect(limitOf(number, name).value).toBe(value);
  });

  test("say in the statement every number they set, so that text and limit cannot drift apart", () => {
    const words: Readonly<Record<number, string>> = { 1: "one", 2: "two", 6: "six", 8: "eight" };
    for (const { number, statement, issuer, limits } of loadGuidance())
      for (const { value, name } of limits) {
        const said = `${statement} ${issuer}`.toLowerCase();
        const isSaid =
          new RegExp(`\\b${value}\\b`).test(said) || (words[value] !== undefined && said.includes(words[value]));
        expect(isSaid, `rule ${number}, ${name}: ${value}`).toBe(true);
      }
  });

  test.each([
    ["a rule left out", "[28]", undefined, "[28]"],
    ["a wrong number", "[4].number", 6, "[4].number"],
    ["a rule without a source", "[2].sources", [], "[2].sources"],
    ["an unknown scale", "[27].limits[0].scale", "lsass", "[27].limits[0].scale"],
    [
      "a limit in the rejected rule",
      "[5].limits",
      [{ name: "systolic", comparison: "above", value: 160, unit: "mm[Hg]" }],
      "[5].limits",
    ],
    ["a citation that leads nowhere", "[0].sources[0].ref", "fda", "[0].sources[0].ref"],
  ] as const)("are refused with their path for %s", (_fault, path, replacement, reported) => {
    expect(() => readGuidance(changed(loadGuidance(), path, replacement))).toThrow(reported);
  });

  test("refuse a limit that a rule does not set", () => {
    expect(() => limitOf(4, "pulse")).toThrow(/must be pulse/);
  });
});

describe("the regulatory status", () => {
  test("covers both products in the jurisdictions looked at, and approves nothing for anxiety, OCD or PTSD", () => {
    const entries = loadRegulatoryStatus();
    expect(new Set(entries.map(({ product, jurisdiction }) => `${product} ${jurisdiction}`)).size).toBe(entries.length);
    for (const jurisdiction of ["US", "EU", "UK", "AU"] as const)
      expect(
        entries.filter((entry) => entry.jurisdiction === jurisdiction).length,
        jurisdiction,
      ).toBeGreaterThanOrEqual(2);
    for (const { standing, text } of entries.filter(({ product }) => product === "esketamine nasal spray")) {
      expect(standing).toBe("approved-for-other-use");
      expect(text).toContain("Not for anxiety disorders, OCD or PTSD");
    }
  });
});
