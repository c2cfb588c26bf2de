import { describe, expect, it } from "vitest";
import { disorders, findDisorder } from "./disorder.ts";

describe("disorders", () => {
  it("have scales whose baselines, remission and response fit on them", () => {
    for (const { scales } of disorders) {
      for (const { name, min, max, baseline, remission, response } of scales) {
        expect(min, name).toBeLessThan(max);
        expect(baseline.min, name).toBeLessThan(baseline.mean);
        expect(baseline.mean, name).toBeLessThan(baseline.max);
        expect(baseline.max, name).toBeLessThanOrEqual(max);
        expect(remission.atMost, name).toBeLessThan(baseline.min);
        expect(response.fraction, name).toBeLessThan(1);
      }
    }
  });

  it("set the four parameters that belong to a disorder, depression with a multiplier of 1", () => {
    for (const { parameters } of disorders) {
      expect(parameters.map(({ name }) => name)).toEqual(["m_d", "w_AC", "PLSmax", "tau_PLS"]);
    }
    expect(findDisorder("mdd").parameters[0]!.value).toBe(1);
  });

  it("tell the mean of responders and non-responders where patients are of two kinds", () => {
    const { mixture, parameters } = findDisorder("ocd");
    const { responderShareMin, responder, nonResponder } = mixture!;
    // 0.46 at the lower share, carried as 0.45.
    expect(parameters[0]!.value).toBeCloseTo(responderShareMin * responder + (1 - responderShareMin) * nonResponder, 1);
  });

  it("are refused under a name that no record has", () => {
    expect(() => findDisorder("panic")).toThrow(expect.objectContaining({ code: "ketamine-disorder-unknown" }));
  });
});
