import { describe, expect, test } from "vitest";
import { changed } from "../checks/changed.contract.ts";
import type { EvidenceError } from "../checks/evidence-error.ts";
import type { Trial } from "./trial.ts";
import { loadTrials, readTrial, trialFor } from "./trials.ts";

function problemsOf(value: unknown, file: string) {
  try {
    readTrial(value, { file });
    return [];
  } catch (error) {
    return (error as EvidenceError).problems;
  }
}

describe("the trial records", () => {
  test("are all read and keep the order of their identifiers", () => {
    const ids = loadTrials().map(({ id }) => id);
    expect(ids).toHaveLength(33);
    expect(ids).toEqual([...ids].sort());
  });

  test("state the control type of every study, with a control arm exactly where there is one", () => {
    const withControl = (type: Trial["control"]["type"]) =>
      loadTrials()
        .filter(({ control }) => control.type === type)
        .map(({ id }) => id);
    expect(withControl("saline")).toEqual([
      "abdallah2022",
      "brennan-nct02234011",
      "pradhan2017",
      "rodriguez2013",
      "taylor2018",
    ]);
    expect(withControl("midazolam")).toEqual([
      "duek2023",
      "feder2014",
      "feder2021",
      "glue2020",
      "goodman-nct01371110",
      "rodriguez-nct02206776",
    ]);
    expect(withControl("fentanyl")).toEqual(["beaglehole2025ocd", "beaglehole2025ptsd"]);
    expect(withControl("ketorolac")).toEqual(["dadabayev2020"]);
    expect(withControl("none")).toHaveLength(18);
  });

  // Numbers as the reports print them; the sums are arithmetic.
  test.each([
    ["abdallah2022", "allocated", 55 + 55 + 53],
    ["abdallah2022", "analysed", 54 + 53 + 51],
    ["abdallah2022", "completed", 36 + 41 + 40],
    ["feder2014", "allocated", 22 + 19],
    ["feder2021", "allocated", 15 + 15],
    ["feder2021", "completed", 14 + 15],
    ["rodriguez2013", "allocated", 8 + 7],
    ["pradhan2017", "allocated", 5 + 5],
    ["duek2023", "allocated", 14 + 14],
  ] as const)("add up over the groups of %s: %s", (id, field, total) => {
    expect(trialFor(id).arms.reduce((sum, arm) => sum + arm[field].value!, 0)).toBe(total);
  });

  test("judge every randomised study with RoB 2 and no other, crossovers with their own variant", () => {
    for (const { id, design, riskOfBias } of loadTrials()) {
      expect(riskOfBias.tool === "not-applicable", id).toBe(!design.randomised);
      if (design.kind === "crossover") expect(riskOfBias.tool, id).toBe("rob2-crossover");
      if (design.kind === "parallel") expect(riskOfBias.tool, id).toBe("rob2-parallel");
    }
  });

  test("keep the known faults of the sources from being pooled", () => {
    const unpooled = (id: string) =>
      trialFor(id)
        .outcomes.filter(({ doNotPool }) => doNotPool)
        .map((each) => each.id);
    expect(unpooled("feder2014")).toEqual(expect.arrayContaining(["qids-24h", "madrs-24h"]));
    expect(unpooled("rodriguez2013")).toEqual(["y-bocs-response-7d-both"]);
    expect(unpooled("duek2023")).toEqual(expect.arrayContaining(["bdi-visit-1", "bdi-7d"]));
    const hdrs = trialFor("bloch2012").outcomes.filter(({ scale }) => scale === "hdrs");
    expect(hdrs.flatMap(({ cells }) => cells.map(({ n }) => n))).toEqual([7, 7, 7, 7]);
  });

  test("count the people who appear in several reports once: overlap is mutual and shares a cluster", () => {
    for (const { id, overlap } of loadTrials())
      for (const other of overlap.sharesParticipantsWith) {
        expect(trialFor(other).overlap.sharesParticipantsWith, `${other} names ${id}`).toContain(id);
        expect(trialFor(other).overlap.cluster).toBe(overlap.cluster);
      }
    const otago = loadTrials().filter(({ overlap }) => overlap.cluster === "otago");
    expect(otago.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["glue2017", "glue2018", "glue2020", "lattie2021"]),
    );
  });

  test("have an appraisal in all three parts", () => {
    for (const { id, appraisal } of loadTrials())
      for (const part of Object.values(appraisal)) expect(part.length, id).toBeGreaterThan(5);
  });

  const bias = trialFor("taylor2018").riskOfBias.domains;
  test.each([
    ["a number that is a text", "feder2014", "outcomes[3].cells[0].n", "19"],
    ["more events than people", "duek2023", "outcomes[6].cells[0].events", 14],
    ["a percentage that does not fit its count", "taylor2018", "outcomes[1].cells[0].percent", 40],
    ["a cell of an arm that does not exist", "feder2021", "outcomes[1].cells[1].arm", "saline"],
    ["a value marked as not found", "glue2018", "participants.enrolled.status", "not-found"],
    ["a value read without a source", "glue2018", "participants.enrolled.sources", []],
    ["a citation that leads nowhere", "glue2018", "participants.enrolled.sources[0].ref", "glue2081"],
    ["an unknown scale", "glue2018", "outcomes[0].scale", "fqq"],
    ["an inert control called active", "taylor2018", "control.activity", "active"],
    ["an overall judgement milder than a domain", "taylor2018", "riskOfBias.overall.judgement", "low"],
    [
      "a crossover judged without the carry-over domain",
      "taylor2018",
      "riskOfBias.domains",
      bias.filter((_, i) => i !== 1),
    ],
    ["an event without a definition", "taylor2018", "outcomes[1].definition", undefined],
    ["a misspelt key", "taylor2018", "desing", {}],
    ["two outcomes of one name", "taylor2018", "outcomes[1].id", "lsas-course"],
    ["an estimate outside its interval", "feder2021", "outcomes[0].contrasts[1].estimate", 2],
    ["a mean outside its interval", "albott2018", "outcomes[0].cells[0].mean", -50],
    ["a negative spread", "feder2014", "outcomes[3].cells[0].sd", -19.4],
  ] as const)("are refused with the exact path for %s", (_fault, id, path, replacement) => {
    const problems = problemsOf(changed(trialFor(id), path, replacement), id);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
  });

  test("are refused when the control is not the drug of the control arm, or groups do not add up", () => {
    const saline = { type: "saline", activity: "passive", note: "nothing to feel" };
    expect(problemsOf(changed(trialFor("feder2021"), "control", saline), "feder2021")[0]!.path).toBe("control.type");
    const oneMore = changed(trialFor("feder2021"), "arms[0].allocated.value", 16);
    expect(problemsOf(oneMore, "feder2021")).toEqual([
      { path: "arms", found: "31 people allocated", required: "30, as enrolled" },
    ]);
  });

  test("are refused when the file has another name than the record", () => {
    expect(problemsOf(trialFor("taylor2018"), "taylor2019")[0]!.path).toBe("id");
  });

  test("are found by identifier, and an unknown one is refused with the list", () => {
    expect(trialFor("taylor2018").label).toBe("Taylor 2018");
    expect(() => trialFor("tailor2018")).toThrow(/evidence-trial-unknown/);
  });

  test("are not numbered by disorder alone: each disorder has its studies", () => {
    const count = (disorder: Trial["disorders"][number]) =>
      loadTrials().filter(({ disorders }) => disorders.includes(disorder)).length;
    expect({
      sad: count("sad"),
      gad: count("gad"),
      ptsd: count("ptsd"),
      ocd: count("ocd"),
      panic: count("panic"),
    }).toEqual({
      sad: 6,
      gad: 6,
      ptsd: 13,
      ocd: 9,
      panic: 1,
    });
  });
});
