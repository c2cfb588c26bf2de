import { describe, expect, test } from "vitest";
import { selectTrials } from "./select-trials.ts";
import { loadTrials } from "./trials.ts";

const all = loadTrials();
const idsOf = (criteria: Parameters<typeof selectTrials>[1]) => selectTrials(all, criteria).trials.map(({ id }) => id);

describe("selecting trials", () => {
  test("accounts for every study: selected or left out with a reason", () => {
    const { trials, excluded } = selectTrials(all, { disorder: "ptsd", control: "active", window: "24h" });
    expect(trials.length + excluded.length).toBe(all.length);
    expect(excluded.every(({ reason }) => reason.length > 0)).toBe(true);
  });

  test("keeps the randomised PTSD trials with a comparator that can be felt", () => {
    expect(idsOf({ disorder: "ptsd", control: "active", randomisedOnly: true })).toEqual([
      "beaglehole2025ptsd",
      "dadabayev2020",
      "duek2023",
      "feder2014",
      "feder2021",
    ]);
  });

  test("tells a comparator by name from one by kind", () => {
    expect(idsOf({ disorder: "ptsd", control: "midazolam" })).toEqual(["duek2023", "feder2014", "feder2021"]);
    expect(idsOf({ disorder: "ptsd", control: "passive" })).toEqual(["abdallah2022", "pradhan2017"]);
    expect(idsOf({ control: "none", disorder: "sad" })).toEqual(["glue2017", "glue2018", "lattie2021", "swanson2024"]);
  });

  test("selects by route and by window", () => {
    expect(idsOf({ route: "intranasal" })).toEqual(["bellvitge2025", "brennan-nct02234011", "rodriguez-nct02206776"]);
    expect(idsOf({ disorder: "sad", window: "7-14d" })).toEqual(["taylor2018"]);
  });

  test("leaves out on request and says so", () => {
    const { excluded } = selectTrials(all, { disorder: "sad", without: ["taylor2018"] });
    expect(excluded.find(({ trial }) => trial === "taylor2018")).toEqual({
      trial: "taylor2018",
      reason: "left out on request",
    });
  });

  test("without criteria selects everything", () => {
    expect(selectTrials(all).trials).toHaveLength(all.length);
  });
});
