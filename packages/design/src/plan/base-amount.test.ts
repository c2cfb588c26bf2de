import { describe, expect, it } from "vitest";
import { asBase } from "./base-amount.ts";

describe("a dose as free base", () => {
  it("is what it says when it is expressed as base", () => {
    expect(asBase({ value: 0.5, unit: "mg/kg" }, "base")).toEqual({ value: 0.5, unit: "mg/kg" });
  });

  it("agrees with the SPRAVATO label: 32.3 mg of the hydrochloride are 28 mg esketamine", () => {
    // Both are printed to three digits, so they can agree to half of the last: 0.05 in 28.
    expect(asBase({ value: 32.3, unit: "mg" }, "hydrochloride").value).toBeCloseTo(28, 1);
  });
});
