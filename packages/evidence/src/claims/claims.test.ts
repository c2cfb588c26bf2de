import { describe, expect, test } from "vitest";
import { changed } from "../checks/changed.contract.ts";
import { loadClaims, readClaims } from "./claims.ts";
import { claimsMarkdown, mechanismMarkdown } from "./claims-markdown.ts";
import { loadMechanismLinks, readMechanismLinks } from "./mechanism-links.ts";

describe("the claims ledger", () => {
  test("is complete: C1 to C19 in order, each with a verdict, reasoning, evidence and a part of the software", () => {
    expect(loadClaims().map(({ id }) => id)).toEqual(Array.from({ length: 19 }, (_, index) => `C${index + 1}`));
    for (const { id, reasoning, evidence, software } of loadClaims()) {
      expect(reasoning.length, id).toBeGreaterThan(40);
      expect(evidence.length, id).toBeGreaterThan(0);
      expect(software.length, id).toBeGreaterThan(0);
    }
  });

  test("finds the third study misattributed and two citations in the wrong journal", () => {
    const verdictOf = (id: string) => loadClaims().find((claim) => claim.id === id)!.verdict;
    expect(verdictOf("C10")).toBe("misattributed");
    expect([verdictOf("C8"), verdictOf("C9"), verdictOf("C13"), verdictOf("C19")]).toEqual([
      "partly",
      "partly",
      "supported",
      "not-supported",
    ]);
  });

  test("shows findings on both sides wherever a claim holds in part", () => {
    for (const { id, verdict, evidence } of loadClaims().filter((claim) => claim.verdict === "partly"))
      expect(new Set(evidence.map(({ bears }) => bears)).size, `${id} ${verdict}`).toBeGreaterThan(1);
  });

  test.each([
    ["a claim left out", "[18]", undefined, "[18]"],
    ["a trial that does not exist", "[7].trials[0]", "taylor2081", "[7].trials"],
    ["a mechanism link that does not exist", "[1].links[0]", "nmda-blok", "[1].links"],
    ["a rule that does not exist", "[12].rules[0]", 30, "[12].rules"],
    ["a citation that leads nowhere", "[1].evidence[0].sources[0].ref", "gilling", "[1].evidence[0].sources[0].ref"],
    ["a verdict without findings for it", "[9].verdict", "supported", "[9].evidence"],
    ["a verdict of another vocabulary", "[9].verdict", "false", "[9].verdict"],
  ] as const)("is refused with its path for %s", (_fault, path, replacement, reported) => {
    expect(() => readClaims(changed(loadClaims(), path, replacement))).toThrow(reported);
  });

  test("prints every claim with its verdict and a bibliography", () => {
    const text = claimsMarkdown(loadClaims());
    for (const { id } of loadClaims()) expect(text).toContain(`## ${id}. `);
    expect(text.match(/\*\*Verdict: /g)).toHaveLength(19);
    expect(text).toContain("## References");
    expect(text).toContain("https://doi.org/10.1038/npp.2017.194");
  });
});

describe("the mechanism links", () => {
  test("cover the steps from dose to symptom with a badge and both sides of the evidence each", () => {
    const ids = loadMechanismLinks().map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        "nmda-block",
        "interneuron-preference",
        "glutamate-surge",
        "ampa-throughput",
        "ampa-to-bdnf",
        "bdnf-to-mtorc1",
        "spine-growth",
        "synapses-to-symptoms",
        "expectancy",
        "blood-pressure",
      ]),
    );
    for (const { id, evidence } of loadMechanismLinks())
      expect([...new Set(evidence.map(({ bears }) => bears))].sort(), id).toEqual(["against", "for"]);
  });

  test("badge as human only what was observed in people or human tissue", () => {
    const badges = new Map(loadMechanismLinks().map(({ id, badge }) => [id, badge]));
    expect(badges.get("nmda-block")).toBe("human");
    expect(badges.get("ampa-throughput")).toBe("animal");
    expect(badges.get("spine-growth")).toBe("animal");
    expect(badges.get("synapses-to-symptoms")).toBe("hypothesis");
  });

  test("carry the tensions that the model must offer as switches", () => {
    const switched = loadMechanismLinks().filter((link) => link.switch !== undefined);
    expect(switched.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["bdnf-to-mtorc1", "hydroxynorketamine", "expectancy", "interneuron-preference"]),
    );
    expect(new Set(switched.map((link) => link.switch)).size).toBe(switched.length);
  });

  test.each([
    ["one side only", "[1].evidence", [loadMechanismLinks()[1]!.evidence[0]], "[1].evidence"],
    ["a badge of another vocabulary", "[1].badge", "mouse", "[1].badge"],
    ["the same identifier twice", "[1].id", "plasma-to-brain", "[1].id"],
    ["a citation that leads nowhere", "[1].evidence[0].sources[0].ref", "nobody", "[1].evidence[0].sources[0].ref"],
  ] as const)("are refused with their path for %s", (_fault, path, replacement, reported) => {
    expect(() => readMechanismLinks(changed(loadMechanismLinks(), path, replacement))).toThrow(reported);
  });

  test("are printed with badge, agreement and variant", () => {
    const text = mechanismMarkdown(loadMechanismLinks());
    expect(text).toContain("**Badge: animal; findings: conflicting.**");
    expect(text).toContain("variant without it: rapamycin-resistant");
  });
});
