import { describe, expect, test } from "vitest";
import { EvidenceError } from "../checks/evidence-error.ts";
import { embedded } from "../embedded.generated.ts";
import { fullCitation, shortCitation } from "./cite.ts";
import { indexReferences, loadReferences, referenceFor } from "./references.ts";
import { sourcesIn } from "./sources-in.ts";

const citing = Object.entries(embedded).filter(([name]) => name !== "references");

describe("the bibliography", () => {
  test("resolves every citation of every data file", () => {
    const broken = citing
      .flatMap(([name, content]) => sourcesIn(content, name))
      .filter(({ key }) => !loadReferences().has(key));
    expect(broken).toEqual([]);
  });

  test("holds no work that nobody cites", () => {
    const cited = new Set(citing.flatMap(([, content]) => sourcesIn(content)).map(({ key }) => key));
    expect([...loadReferences().keys()].filter((key) => !cited.has(key))).toEqual([]);
  });

  test("gives every work a DOI, a number or an address, or says that its details are from memory", () => {
    const adrift = [...loadReferences().values()].filter(
      ({ DOI, PMID, PMCID, URL, volume, custom }) =>
        [DOI, PMID, PMCID, URL, volume].every((place) => place === undefined) && !custom.recalled && !custom.readAt,
    );
    expect(adrift.map(({ id }) => id)).toEqual([]);
  });

  test("does not hold one work twice under two keys", () => {
    const dois = [...loadReferences().values()].flatMap(({ DOI }) => (DOI === undefined ? [] : [DOI.toLowerCase()]));
    expect(new Set(dois).size).toBe(dois.length);
  });

  test("says at which entry a key repeats and which field is malformed", () => {
    const entry = referenceFor("taylor2018");
    expect(() => indexReferences([entry, entry])).toThrow('[1].id is "taylor2018", must be a key used once');
    expect(() => indexReferences([{ ...entry, DOI: "https://doi.org/10.1038/npp.2017.194" }])).toThrow(
      '[0].DOI is "https://doi.org/10.1038/npp.2017.194", must be a DOI without https://',
    );
  });

  test("refuses a key it does not hold", () => {
    expect(() => referenceFor("nobody1999")).toThrow(EvidenceError);
  });

  test("writes citations as a reader expects them", () => {
    expect(shortCitation(referenceFor("feder2014"))).toBe("Feder et al. 2014");
    expect(shortCitation(referenceFor("ray2016"))).toBe("Ray and Kious 2016");
    expect(fullCitation(referenceFor("bloch2012"))).toBe(
      "Bloch MH (2012). Effects of ketamine in treatment-refractory obsessive-compulsive disorder. Biological Psychiatry 72(11) 964-970. https://doi.org/10.1016/j.biopsych.2012.05.028",
    );
  });
});
