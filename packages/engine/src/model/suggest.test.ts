import { describe, expect, it } from "vitest";
import { closest } from "./suggest.ts";

describe("closest", () => {
  const names = ["CL", "V1", "ka", "central", "peripheral", "eta_CL"];

  it.each([
    ["cl", "CL"],
    ["cental", "central"],
    ["centarl", "central"], // neighbours swapped: one edit
    ["perpheral", "peripheral"],
    ["etaCL", "eta_CL"],
    ["ak", "ka"],
    ["V2", "V1"],
  ])("finds what %s meant: %s", (word, meant) => {
    expect(closest(word, names)).toBe(meant);
  });

  it.each(["x", "plasma", "q9"])("does not guess at %s", (word) => {
    expect(closest(word, names)).toBeUndefined();
  });
});
