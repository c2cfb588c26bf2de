import { describe, expect, test } from "vitest";
import { compareEntries, loadSecondEntries, numbersOf } from "./second-entry.ts";
import { loadTrials, trialFor } from "./trials.ts";

describe("double entry", () => {
  test.each(loadTrials().map((trial) => [trial.id, trial] as const))("agrees in every number of %s", (id, trial) => {
    expect(compareEntries(trial, loadSecondEntries().get(id)!)).toEqual([]);
  });

  test("covers every study and no other", () => {
    expect([...loadSecondEntries().keys()]).toEqual(loadTrials().map(({ id }) => id));
    for (const [file, { trial }] of loadSecondEntries()) expect(trial).toBe(file);
  });

  test("covers several hundred numbers, outcomes above all", () => {
    const places = loadTrials().flatMap((trial) => [...numbersOf(trial).keys()]);
    expect(places.length).toBeGreaterThan(450);
    expect(places.filter((place) => place.startsWith("outcomes/")).length).toBeGreaterThan(250);
  });

  test("names a differing, a missing and a superfluous number", () => {
    const second = loadSecondEntries().get("taylor2018")!;
    const { "participants/enrolled": _enrolled, ...rest } = second.values;
    const changed = {
      ...second,
      values: { ...rest, "outcomes/lsas-response-14d/ketamine/events": 7, "participants/age": 30 },
    };
    expect(
      compareEntries(trialFor("taylor2018"), changed)
        .map(({ path }) => path)
        .sort(),
    ).toEqual([
      "taylor2018/outcomes/lsas-response-14d/ketamine/events",
      "taylor2018/participants/age",
      "taylor2018/participants/enrolled",
    ]);
  });
});
