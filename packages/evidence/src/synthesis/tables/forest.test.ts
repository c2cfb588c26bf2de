import { expect, test } from "vitest";
import { poolEffects } from "../pooling/pool-effects.ts";
import { csvText } from "./csv.ts";
import { forestRows } from "./forest.ts";

const effects = [
  { label: "A", effect: 0, variance: 1 },
  { label: "B", effect: 2, variance: 1 },
];
const pooled = poolEffects(effects, { model: "common" });

test("a forest has its studies, their weights and the pooled result", () => {
  const rows = forestRows({ pooled });
  expect(rows.map(({ kind, label }) => [kind, label])).toEqual([
    ["study", "A"],
    ["study", "B"],
    ["pooled", "common effect, wald"],
  ]);
  expect(rows[0]!.weight).toBeCloseTo(50, 12);
  expect(rows[0]!.high).toBeCloseTo(1.959963984540054, 12);
  expect(rows[2]!.estimate).toBeCloseTo(1, 14);
});

test("logarithms are shown as ratios", () => {
  const [first] = forestRows({ pooled }, { isLog: true });
  expect(first!.estimate).toBe(1);
  expect(first!.low! * first!.high!).toBeCloseTo(1, 12);
});

test("groups have headings and subtotals, and weights of the whole", () => {
  const groups = effects.map((study) => ({
    heading: `group ${study.label}`,
    pooled: poolEffects([study], { model: "common" }),
  }));
  const rows = forestRows({ pooled, groups, prediction: { low: -1, high: 3 } });
  expect(rows.map(({ kind }) => kind)).toEqual([
    "heading",
    "study",
    "subtotal",
    "heading",
    "study",
    "subtotal",
    "pooled",
    "prediction",
  ]);
  expect(rows[1]!.weight).toBeCloseTo(50, 12);
  expect(rows.at(-1)).toEqual({ kind: "prediction", label: "a new study", low: -1, high: 3 });
});

test("rows become CSV with empty cells for what a row lacks", () => {
  const text = csvText(forestRows({ pooled, prediction: { low: -1, high: 3 } }), [
    "kind",
    "label",
    "estimate",
    "low",
    "high",
  ]);
  const lines = text.split("\r\n");
  expect(lines[0]).toBe("kind,label,estimate,low,high");
  expect(lines[3]).toMatch(/^pooled,"common effect, wald",/);
  expect(lines[4]).toBe("prediction,a new study,,-1,3");
  expect(lines[5]).toBe("");
});
