import { describe, expect, it } from "vitest";
import type { Administration } from "./administration.ts";
import { expectWithin, grid, oracleRows, wholeChain } from "./course.contract.ts";
import { dosesFor } from "./doses-for.ts";
import { observedSeries } from "./observed.ts";
import { anxCore } from "./whole-model.ts";

const rows = oracleRows("whole-chain");
const outputs = [...new Set(rows.map(({ output }) => output!))];
const simulate = wholeChain(outputs);

const infusion = (time_h: number, amount_mg: number): Administration => {
  return { drug: "ketamine", route: "iv", time_h, amount_mg, duration_h: 2 / 3 };
};
const nasal = (time_h: number, count: number): Administration => {
  const device = { strength_mg: 28, count, gap_h: 5 / 60 };
  return { drug: "esketamine", route: "intranasal", time_h, amount_mg: 28 * count, duration_h: 0, device };
};
const injection = (route: "sc" | "im", time_h: number, amount_mg: number): Administration => {
  return { drug: "ketamine", route, time_h, amount_mg, duration_h: 0 };
};

/** The situations of generate.R, told again in the words of this package. */
const scenarios: Readonly<Record<string, { sessions: readonly Administration[]; values: Record<string, number> }>> = {
  "single-infusion": { sessions: [infusion(0, 35)], values: { BASE: 24 } },
  "nasal-three-devices": { sessions: [nasal(0, 3)], values: { BASE: 24 } },
  "six-infusions-in-one-patient": {
    sessions: [0, 48, 96, 168, 216, 264].map((time) => infusion(time, 46)),
    values: {
      ...{ BASE: 26, m_d: 1, w_AC: 0.25, PLSmax: 0.25, tau_PLS: 336, WT: 92, AGE: 70, ASIAN: 1 },
      ...{ eta_CLint: 0.3, eta_Qliver: -0.1, eta_V1: 0.2, eta_Q3: -0.1, eta_kv: 0.2, eta_MTT: 0.1, eta_VN: -0.15 },
      ...{ eta_CLN: 0.25, eta_CLH: -0.2, eta_K_int: -0.2, eta_S_G: 0.3, eta_A50: -0.25, eta_tau_SYN: 0.2 },
      ...{ eta_tau_SPN: -0.3, eta_E50: 0.4, eta_EC50_d: -0.2, eta_SBPmax: 0.35, eta_Emax: 0.5 },
    },
  },
  "two-nasal-sessions-with-interactions": {
    sessions: [nasal(0, 2), nasal(72, 2)],
    values: {
      ...{
        BASE: 47,
        m_d: 0.6,
        PLSmax: 0.25,
        tau_PLS: 336,
        WT: 55,
        ASIAN: 1,
        JAPANESE: 1,
        CLINT_FOLD: 0.417,
        FGUT_FOLD: 0.375,
      },
      ...{ eta_FRn: -0.6, eta_k_fast: 0.4, eta_k_swallowed: 0.7 },
    },
  },
  "subcutaneous-then-intramuscular": {
    sessions: [injection("sc", 0, 70), injection("im", 168, 35)],
    values: { BASE: 24 },
  },
};

it.each(Object.entries(scenarios))("agrees with a second implementation in R: %s", (name, { sessions, values }) => {
  const expected = rows.filter(({ scenario }) => scenario === name);
  const times = [...new Set(expected.map(({ time_h }) => Number(time_h)))];
  const course = simulate(
    sessions.flatMap((session) => dosesFor(session)),
    times,
    values,
  );
  expect(expected.length).toBe(times.length * outputs.length);
  for (const output of outputs) {
    const ofOutput = expected.filter((row) => row.output === output);
    const peak = Math.max(...ofOutput.map(({ value }) => Math.abs(Number(value))));
    for (const { time_h, value } of ofOutput) {
      expectWithin(course.at(output, Number(time_h)), Number(value), 1e-5 * peak, `${output} at ${time_h} h`);
    }
  }
});

it("tests every random effect and every covariate that acts by default in one of these situations", () => {
  const used = new Set(Object.values(scenarios).flatMap(({ values }) => Object.keys(values)));
  const { variability, covariates } = anxCore();
  const untested = [...variability.etas, ...covariates.map(({ name }) => name)].filter((name) => !used.has(name));
  expect(untested).toEqual(["eta_k_im", "eta_k_sc", "SEXF", "QLIVER_FOLD", "scale_floor"]);
});

describe("acute effects after fast absorption, known to be over-predicted", () => {
  const times = grid(0, 1 / 120, 360);
  const peakOver = (id: string, session: Administration) => {
    const { output, points } = observedSeries.find((series) => series.id === id)!;
    return Math.max(...simulate(dosesFor(session), times).all(output)) / points[0]!.value;
  };

  // The fast share of nasal and subcutaneous doses enters a central volume of 11 L that infusions taught.
  it.each([
    { id: "doherty2020-pressure", session: nasal(0, 3), least: 1.3, most: 1.6 },
    { id: "glue2018-cadss", session: injection("sc", 0, 70), least: 1.5, most: 1.8 },
    { id: "glue2018-pressure", session: injection("sc", 0, 70), least: 2.2, most: 2.7 },
  ])("$id: $least to $most times what was observed", ({ id, session, least, most }) => {
    expect(peakOver(id, session)).toBeGreaterThan(least);
    expect(peakOver(id, session)).toBeLessThan(most);
  });

  it("while infusions agree: pressure at 40 min within a sixth of 16.0 mmHg", () => {
    expectWithin(peakOver("yale2024-pressure", infusion(0, 35)), 1, 1 / 6);
  });
});
