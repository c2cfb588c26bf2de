import { describe, expect, it } from "vitest";
import { fakeResult, fakeSummary } from "../../test/support/fake-run.ts";
import { headlines } from "./headlines.ts";

const [contrast] = fakeSummary.contrasts;
if (!contrast) throw new Error("the fake run has a contrast");

describe("headlines", () => {
  it("say how the others compare with the first regimen, with sign, share and spread", () => {
    const rows = [
      { ...contrast, endpoint: "CADSS_peak", label: "Peak dissociation", unit: "{points}", relative: Number.NaN },
      { ...contrast, endpoint: "ketamine_peak_first", mean: 29.7298, q05: -1.23456, relative: 0.146 },
      { ...contrast, endpoint: "ketamine_auc_first" },
      { ...contrast, endpoint: "CADSS_peak", from: "B", to: "C" },
    ];
    expect(headlines(fakeResult, { ...fakeSummary, contrasts: rows })).toEqual([
      "In this model, in the same virtual patients under each regimen:",
      "  Peak, ketamine, B less A: +29.7 ng/mL (+15 %); 9 of 10 lie between -1.23 and -15",
      "  Peak dissociation, B less A: -20 points; 9 of 10 lie between -25 and -15",
    ]);
  });

  it("are none for a run of one regimen", () => {
    expect(headlines(fakeResult, { ...fakeSummary, contrasts: [] })).toEqual([]);
  });
});
