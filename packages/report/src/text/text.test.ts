import { describe, expect, it } from "vitest";
import { certaintyBadge, weakest } from "./certainty.ts";
import { doseText } from "./dose-text.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { formatEnds, formatInterval } from "./format-interval.ts";
import { formatExact, formatNumber, formatPercent, formatResult } from "./format-number.ts";
import { linkTarget } from "./link-target.ts";
import { isPerSession } from "./per-session.ts";
import { unitLabel, withUnit } from "./unit-label.ts";

describe("numbers for reading", () => {
  it.each([
    [0, "0"],
    [199.6, "200"],
    [1234.5, "1235"],
    [-0.41678, "−0.417"],
    [12.04, "12.0"],
    [0.0000123, "1.23 × 10⁻⁵"],
    [Number.NaN, "not available"],
    [Number.NEGATIVE_INFINITY, "not available"],
  ])("writes %s with three significant digits as %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it("writes what somebody chose without digits it never had", () => {
    expect([0.5, 11, -3, 0.1 + 0.2, Number.NaN].map(formatExact)).toEqual(["0.5", "11", "−3", "0.3", "not available"]);
  });

  it("writes simulated results no finer than a hundredth, and never as minus nothing", () => {
    expect([-0.00182, 0.004, -0.0123, 0.5, -12.74, 200.4].map(formatResult)).toEqual([
      "0.00",
      "0.00",
      "−0.01",
      "0.50",
      "−12.7",
      "200",
    ]);
  });

  it("writes shares as percentages with a no-break space", () => {
    expect(formatPercent(0.423)).toBe("42\u00a0%");
    expect(formatPercent(Number.NaN)).toBe("not available");
  });

  it("names what an interval holds and keeps its ends together", () => {
    expect(formatInterval(-1.94, 11.2, "9 of 10 virtual patients")).toBe(
      "9 of 10 virtual patients: −1.94\u00a0to\u00a011.2",
    );
    expect(formatEnds(Number.NaN, 1)).toBe("not available");
  });
});

describe("words for units, doses and certainty", () => {
  it("turns UCUM codes into what a reader expects", () => {
    expect(["1", "mm[Hg]", "{points}", "{beats}/min", "ng.h/mL", "ng/mL"].map(unitLabel)).toEqual([
      "",
      "mmHg",
      "points",
      "beats/min",
      "ng·h/mL",
      "ng/mL",
    ]);
    expect(withUnit("Block", "1")).toBe("Block");
    expect(withUnit("Peak", "ng/mL")).toBe("Peak (ng/mL)");
  });

  it("says infusions, devices and salts", () => {
    const base = { dose: { value: 0.5, unit: "mg/kg" }, duration_h: 2 / 3, expressedAs: "base" } as const;
    expect(doseText(base)).toBe("0.5 mg/kg over 40 min");
    expect(doseText({ ...base, duration_h: 0, expressedAs: "hydrochloride" })).toBe(
      "0.5 mg/kg as hydrochloride at once",
    );
    const nasal = { dose: { value: 56, unit: "mg" }, duration_h: 0, expressedAs: "base" } as const;
    expect(doseText({ ...nasal, device: { strength_mg: 28, count: 2, gap_h: 1 / 12 } })).toBe(
      "56 mg from 2 devices, 5 min apart",
    );
    expect(doseText({ ...nasal, device: { strength_mg: 56, count: 1, gap_h: 0 } })).toBe("56 mg from 1 device");
  });

  it("holds a step no surer than its weakest quantity, and the unknown for a hypothesis", () => {
    expect(weakest(["human", "animal"])).toBe("animal");
    expect(weakest(["animal", "rumour"])).toBe("hypothesis");
    expect(weakest([])).toBe("hypothesis");
    expect(new Set((["human", "animal", "hypothesis"] as const).map((word) => certaintyBadge(word)[0])).size).toBe(3);
  });

  it("knows endpoints of single sessions by their names", () => {
    expect(["CADSS_peak_session_12", "CADSS_peak", "score_change_24h"].map(isPerSession)).toEqual([true, false, false]);
  });
});

describe("text on its way into markup", () => {
  it("escapes what begins markup and replaces what markup may not hold", () => {
    expect(escapeMarkup(`<a b="c" d='e'>&\u0000\uD800\t`)).toBe(
      "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;\uFFFD\uFFFD\t",
    );
  });

  it("links to https addresses and places in the page only", () => {
    expect(linkTarget("https://doi.org/10.1038/npp.2017.194")).toBe("https://doi.org/10.1038/npp.2017.194");
    expect(linkTarget("#limits")).toBe("#limits");
    for (const href of [
      "javascript:alert(1)",
      "http://example.org",
      "data:text/html,x",
      " https://a.b",
      'https://a.b/"onclick=',
      "//a.b",
      "",
    ]) {
      expect(() => linkTarget(href)).toThrow(expect.objectContaining({ code: "link-target" }));
    }
  });
});
