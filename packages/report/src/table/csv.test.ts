import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Column, numberColumn, textColumn } from "./column.ts";
import { readCsv } from "./read-csv.ts";
import { writeCsv } from "./write-csv.ts";

const columns: readonly Column[] = [textColumn("words", "Words"), numberColumn("value", "Value")];

describe("the CSV of a figure", () => {
  it("gives back every text and every finite number or NaN, whatever they are", () => {
    const row = fc.record({
      words: fc.string({ unit: "binary" }),
      value: fc.oneof(fc.double({ noDefaultInfinity: true }), fc.constant(Number.NaN)),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const positive = rows.map(({ words, value }) => ({ words, value: value === 0 ? 0 : value }));
        expect(readCsv(writeCsv(columns, positive), columns)).toEqual(positive);
      }),
    );
  });

  it("lets no text begin as a formula, and leaves negative numbers bare", () => {
    const rows = ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "'quoted"].map((words) => ({ words, value: -12.3 }));
    const lines = writeCsv(columns, rows).trimEnd().split("\n").slice(1);
    expect(lines).toEqual([
      "'=1+1,-12.3",
      "'+A1,-12.3",
      "'-A1,-12.3",
      "'@SUM(A1),-12.3",
      "'\t=1,-12.3",
      "''quoted,-12.3",
    ]);
  });

  it("quotes what would break a line, as RFC 4180 says", () => {
    expect(writeCsv(columns, [{ words: 'a "b", c\nd', value: Number.NaN }])).toBe('words,value\n"a ""b"", c\nd",\n');
  });

  it("reads a file whose lines end as on Windows", () => {
    expect(readCsv("words,value\r\na,1\r\n", columns)).toEqual([{ words: "a", value: 1 }]);
  });

  it.each([
    ["words,amount\na,1\n", "figure-csv-header"],
    ["words,value\na\n", "figure-csv-width"],
    ["words,value\na,1,2\n", "figure-csv-width"],
    ["words,value\na,one\n", "figure-csv-number"],
    ["words,value\na, \n", "figure-csv-number"],
    ['words,value\n"a,1\n', "figure-csv-quote"],
  ])("refuses %j with code %s", (text, code) => {
    expect(() => readCsv(text, columns)).toThrow(expect.objectContaining({ code }));
  });

  it("refuses to write a missing, infinite or mistyped value", () => {
    for (const row of [{ words: "a" }, { words: "a", value: Number.POSITIVE_INFINITY }, { words: 1, value: 1 }]) {
      expect(() => writeCsv(columns, [row as never])).toThrow(expect.objectContaining({ code: "figure-cell" }));
    }
  });
});
