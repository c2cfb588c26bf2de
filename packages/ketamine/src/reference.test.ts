import { describe, expect, it } from "vitest";
import { citeShort, formatReference } from "./format-reference.ts";
import { findReference, type Reference, references } from "./reference.ts";
import { findSourceProblems } from "./source-problems.ts";

describe("formatReference", () => {
  it("prints six names, then et al, in the Vancouver style, and ends in the address", () => {
    expect(formatReference(findReference("simons2022"))).toBe(
      "Simons P, Olofsen E, van Velzen M, van Lemmen M, Mooren R, van Dasselaar T, et al. S-Ketamine oral thin film-Part 1: " +
        "Population pharmacokinetics of S-ketamine, S-norketamine and S-hydroxynorketamine. Frontiers in Pain Research. " +
        "2022;3:946486. https://doi.org/10.3389/fpain.2022.946486",
    );
  });

  it("prints volume and issue, and falls back from DOI to PubMed and to an address", () => {
    expect(formatReference(findReference("hawley2002"))).toMatch(
      /Journal of Affective Disorders\. 2002;72\(2\):177-184\. https:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/12200208$/,
    );
    expect(formatReference(findReference("spravato"))).toMatch(
      /^Janssen\. .* 2019\. https:\/\/www\.janssenlabels\.com/,
    );
  });

  it("cites by first author and year, by journal where authors could not be obtained", () => {
    expect(citeShort(findReference("otto2021"))).toBe("Otto 2021");
    expect(citeShort(findReference("yale2024"))).toBe("General Hospital Psychiatry 2024");
  });

  it("refuses a key that the bibliography does not hold", () => {
    expect(() => findReference("nobody1900")).toThrow(expect.objectContaining({ code: "ketamine-reference-unknown" }));
  });
});

describe("findSourceProblems", () => {
  const work: Reference = { ...findReference("otto2021"), id: "a2000" };
  const citing = (ref: string) => ({ parameters: { x: [{ sources: [{ ref, where: "Table 1" }] }] } });

  it("finds nothing wrong with the shipped data", () => {
    expect(findSourceProblems()).toEqual([]);
  });

  it("reports a citation without a reference, with its place", () => {
    expect(findSourceProblems(citing("b2000"), [work]).map(({ path }) => path)).toEqual([
      "parameters.x[0].sources[0]",
      "references.a2000",
    ]);
  });

  it("reports a reference that nobody could look up", () => {
    const { DOI, ...lost } = work;
    expect(DOI).toBeDefined();
    expect(findSourceProblems(citing("a2000"), [lost])).toEqual([
      { path: "references.a2000", message: "Cannot find this work: a DOI, PubMed number or address needed" },
    ]);
  });

  it("sees keys in order, each once", () => {
    const keys = references.map(({ id }) => id);
    expect(keys).toEqual([...new Set(keys)].sort());
  });
});
