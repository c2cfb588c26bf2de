import { describe, expect, it } from "vitest";
import { nearestName } from "./nearest-name.ts";

const known = ["infusion", "weight_basis", "schedule", "dose", "days", "days_of_week"];

describe("the nearest known name", () => {
  it.each([
    ["infusoin", "infusion"],
    ["weightBasis", "weight_basis"],
    ["Dose", "dose"],
    ["doses", "dose"],
    ["day_of_week", "days_of_week"],
    ["duration", undefined],
    ["__proto__", undefined],
    ["", undefined],
    ["x".repeat(100_000), undefined],
  ])("to %.20s is %s", (written, meant) => {
    expect(nearestName(written, known)).toBe(meant);
  });
});
