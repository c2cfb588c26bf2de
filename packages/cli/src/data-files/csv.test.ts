import { describe, expect, it } from "vitest";
import { csvLine, formatText } from "./csv.ts";
import { csvTable } from "./data-table.ts";
import { formatNumber } from "./format-number.ts";
import { readCsv } from "./read-csv.ts";

describe("formatNumber", () => {
  it.each([
    [-12.3, "-12.3"],
    [0, "0"],
    [-0, "0"],
    [0.1 + 0.2, "0.30000000000000004"],
    [1e-9, "1e-9"],
    [1e21, "1e+21"],
    [Number.NaN, ""],
  ])("writes %f as %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it("loses nothing: what is read back is the same number", () => {
    for (const value of [Math.PI, 1 / 3, 5e-324, Number.MAX_VALUE, 0.1 + 0.7]) {
      expect(Number(formatNumber(value))).toBe(value);
    }
  });

  it("refuses an infinity", () => {
    expect(() => formatNumber(Number.POSITIVE_INFINITY)).toThrow("a finite number is required");
  });
});

describe("formatText", () => {
  it.each([
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\0x",
    "＝1",
    "'x",
  ])("keeps %j from being run", (text) => {
    expect(formatText(text).replace(/^"/, "")).toMatch(/^'/);
  });

  it.each([
    ["plain", "plain"],
    ["a,b", '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ["two\nlines", '"two\nlines"'],
    [" lead", '" lead"'],
    ["", ""],
  ])("quotes %j only where the format asks for it", (text, cell) => {
    expect(formatText(text)).toBe(cell);
  });
});

describe("a table", () => {
  it("writes negative numbers bare and disarms formulas, byte for byte", () => {
    const rows = [
      { label: "=cmd", change: -12.3 },
      { label: "0.5 mg/kg, 40 min", change: Number.NaN },
      { label: "-3 points", change: 1.5e-7 },
    ];
    const table = csvTable<(typeof rows)[number]>("data/golden.csv", {
      description: "",
      columns: [
        { name: "label", unit: "", meaning: "", value: (row) => row.label },
        { name: "change_points", unit: "{points}", meaning: "", value: (row) => row.change },
      ],
      rows: () => rows,
    });
    expect(Buffer.from(table.content()).toString("utf8")).toBe(
      `label,change_points\n'=cmd,-12.3\n"0.5 mg/kg, 40 min",\n'-3 points,1.5e-7\n`,
    );
  });

  it("writes one line per row", () => {
    expect(csvLine(["a", 1, -2])).toBe("a,1,-2\n");
  });
});

describe("readCsv", () => {
  it("gives back what was written", () => {
    const cells = ["=cmd", "a,b", 'say "x"', "two\nlines", "", "'quoted", "-12.3", " lead"];
    const heading = cells.map((_, index) => `c${index}`);
    const text = csvLine(heading) + csvLine(cells) + csvLine(cells.toReversed());
    expect(readCsv(text).map((row) => Object.values(row))).toEqual([cells, cells.toReversed()]);
    expect(Object.keys(readCsv(text)[0] ?? {})).toEqual(heading);
  });
});
