import { describe, expect, test } from "vitest";
import { changed } from "../checks/changed.contract.ts";
import type { EffectInput } from "./effect-input.ts";
import { selectTrials, type TrialCriteria } from "./select-trials.ts";
import { type EffectInputOptions, toEffectInputs } from "./to-effect-inputs.ts";
import type { Trial } from "./trial.ts";
import { loadTrials, trialFor } from "./trials.ts";

const inputs = (criteria: TrialCriteria, options?: EffectInputOptions) =>
  toEffectInputs(selectTrials(loadTrials(), criteria), options);
const named = (rows: readonly EffectInput[]) => rows.map(({ study, outcome }) => `${study}/${outcome}`);
const rowOf = (rows: readonly EffectInput[], study: string, outcome: string) => {
  const row = rows.find((each) => each.study === study && each.outcome === outcome);
  if (row === undefined) throw new Error(`no row ${study}/${outcome} among ${named(rows).join(", ")}`);
  return row;
};

describe("rows for pooling", () => {
  test("give the first-period means of Feder 2014 at 7 days, whose differences and errors are known", () => {
    const { rows } = inputs({ disorder: "ptsd", window: "7-14d" }, { choose: "all" });
    // Differences and standard errors computed by hand from the posted means: 5.69 = sqrt(19.4^2/19 + 13.73^2/15), likewise 6.87.
    for (const [outcome, difference, error] of [
      ["ies-r-7d", -10.56, 5.69],
      ["caps-7d", -11.69, 6.87],
    ] as const) {
      const row = rowOf(rows, "feder2014", outcome);
      if (row.kind !== "means") throw new Error(row.kind);
      const { experimental: k, controlGroup: m } = row;
      expect(k.mean - m.mean).toBeCloseTo(difference, 2);
      expect(Math.sqrt(k.sd ** 2 / k.n + m.sd ** 2 / m.n)).toBeCloseTo(error, 2);
      expect(row).toMatchObject({ analysis: "first-period", isCrossover: true, better: "lower", status: "seen" });
    }
  });

  test("give the changes of Duek 2023, gone at 30 days", () => {
    const { rows } = inputs({ disorder: "ptsd" }, { outcomes: "continuous" });
    // Differences -9.15 (SE 6.65) and +1.63 (SE 5.36): hand arithmetic on the published participant-level file.
    for (const [outcome, difference, error] of [
      ["pcl-5-change-7d", -9.15, 6.65],
      ["pcl-5-change-30d", 1.63, 5.36],
    ] as const) {
      const row = rowOf(rows, "duek2023", outcome);
      if (row.kind !== "means") throw new Error(row.kind);
      const { experimental: k, controlGroup: m } = row;
      expect(k.mean - m.mean).toBeCloseTo(difference, 2);
      expect(Math.sqrt(k.sd ** 2 / k.n + m.sd ** 2 / m.n)).toBeCloseTo(error, 2);
      expect(row.caveats.join()).toContain("exposure therapy");
    }
    expect(rowOf(rows, "duek2023", "pcl-5-change-7d").caveats).toContain("rated 5 d after the dose");
  });

  test("give counts whose odds ratios, with half a person added to each cell, are 18.2, 15 and 6.8", () => {
    const { rows } = inputs({ randomisedOnly: true }, { outcomes: "events" });
    const oddsRatio = (study: string, outcome: string) => {
      const row = rowOf(rows, study, outcome);
      if (row.kind !== "events") throw new Error(row.kind);
      const { experimental: a, controlGroup: b } = row;
      return ((a.events + 0.5) * (b.n - b.events + 0.5)) / ((a.n - a.events + 0.5) * (b.events + 0.5));
    };
    expect(oddsRatio("taylor2018", "lsas-response-14d")).toBeCloseTo(18.2, 1);
    expect(oddsRatio("rodriguez2013", "y-bocs-response-7d")).toBeCloseTo(15, 1);
    expect(oddsRatio("feder2021", "caps-5-response-week-2")).toBeCloseTo(6.8, 1);
  });

  test("mark people who are their own controls, and say when the pairing is lost", () => {
    const { rows } = inputs({ randomisedOnly: true }, { choose: "all" });
    expect(rowOf(rows, "taylor2018", "lsas-response-14d").analysis).toBe("paired-margins-only");
    expect(rowOf(rows, "feder2014", "ies-r-24h")).toMatchObject({
      kind: "contrast",
      analysis: "paired",
      estimate: -12.7,
    });
    expect(rowOf(rows, "rodriguez2013", "y-bocs-response-7d").analysis).toBe("first-period");
    expect(rowOf(rows, "feder2021", "caps-5-response-week-2")).toMatchObject({
      analysis: "parallel-groups",
      isCrossover: false,
    });
  });

  test("keep one outcome per trial, window and kind, by the stated preference", () => {
    const { rows, excluded } = inputs(
      { disorder: "ptsd", window: "7-14d", randomisedOnly: true },
      { outcomes: "continuous" },
    );
    expect(named(rows)).toEqual(["duek2023/pcl-5-change-7d", "feder2014/caps-7d"]);
    expect(excluded).toContainEqual({
      study: "feder2014",
      outcome: "ies-r-7d",
      reason: "caps-7d of the same trial is preferred",
    });
  });

  test("never use faulty, baseline, depression or memory-only numbers", () => {
    const { rows, excluded } = inputs({ disorder: "ptsd" }, { choose: "all" });
    expect(named(rows).filter((name) => /qids|madrs|bdi|baseline|visit-1/.test(name))).toEqual([]);
    expect(rows.some(({ status }) => status === "recalled")).toBe(false);
    expect(excluded).toContainEqual({ study: "feder2014", outcome: "qids-24h", reason: "measures depression" });
    expect(excluded).toContainEqual({
      study: "abdallah2022",
      outcome: "pcl-5-course",
      reason: "the numbers needed were not obtained",
    });
  });

  test("never come from an outcome that is marked as not to be pooled, however its numbers look", () => {
    const { rows, excluded } = inputs({ randomisedOnly: true }, { choose: "all" });
    for (const { study, outcome } of rows)
      expect(
        trialFor(study).outcomes.find(({ id }) => id === outcome)!.doNotPool,
        `${study}/${outcome}`,
      ).toBeUndefined();
    expect(excluded.find(({ outcome }) => outcome === "y-bocs-response-7d-both")!.reason).toMatch(/^Carry-over/);
  });

  test("take numbers from memory only when asked, and carry the weakest status of what they use", () => {
    const remembered = changed(trialFor("feder2014"), "outcomes[4].cells[1].status", "recalled") as Trial;
    const rowsFrom = (options: EffectInputOptions) =>
      toEffectInputs(selectTrials([remembered]), { choose: "all", ...options }).rows;
    expect(named(rowsFrom({}))).not.toContain("feder2014/caps-7d");
    expect(rowOf(rowsFrom({ allowRecalled: true }), "feder2014", "caps-7d").status).toBe("recalled");
    expect(rowOf(rowsFrom({}), "feder2014", "caps-below-50-14d").status).toBe("derived");
    expect(rowOf(rowsFrom({}), "feder2014", "ies-r-7d").status).toBe("seen");
  });

  test("account for every outcome of every study: a row or a reason", () => {
    const { rows, excluded } = inputs({}, { choose: "all" });
    for (const trial of loadTrials())
      for (const { id } of trial.outcomes) {
        const found = rows.some((row) => row.study === trial.id && row.outcome === id);
        const left = excluded.some((each) => each.study === trial.id && each.outcome === id);
        expect(found !== left, `${trial.id}/${id}`).toBe(true);
      }
    for (const trial of loadTrials().filter(({ outcomes }) => outcomes.length === 0))
      expect(excluded.map(({ study }) => study)).toContain(trial.id);
  });

  test("leave uncontrolled changes out unless asked, and then keep them apart", () => {
    expect(inputs({ disorder: "ocd" }).excluded).toContainEqual({
      study: "bloch2012",
      outcome: "y-bocs-change-1d",
      reason: "no comparison group",
    });
    const { rows } = inputs({ disorder: "ocd" }, { includeUncontrolled: true, choose: "all" });
    const row = rowOf(rows, "bloch2012", "y-bocs-change-1d");
    expect(row).toMatchObject({ kind: "single-group-change", analysis: "single-group", controlArm: null });
    // 1.11 sqrt(10): the registry's "standard deviation" read as a standard error.
    if (row.kind === "single-group-change") expect(row.experimental.sd).toBeCloseTo(3.51, 2);
  });

  test("carry the cluster, so that reports of the same people can be told", () => {
    const { rows } = inputs({}, { choose: "all", includeUncontrolled: true });
    for (const row of rows) expect(row.cluster).toBe(loadTrials().find(({ id }) => id === row.study)!.overlap.cluster);
  });

  test("report everything the selection left out as well", () => {
    const selection = selectTrials(loadTrials(), { disorder: "panic", randomisedOnly: true });
    expect(toEffectInputs(selection)).toEqual({
      rows: [],
      excluded: selection.excluded.map(({ trial, reason }) => ({ study: trial, reason })),
    });
  });
});
