import fc from "fast-check";
import { expect, test } from "vitest";
import { csvText } from "./csv.ts";
import { readCsv } from "./read-csv.ts";

const cellsOf = (text: string) => readCsv(text).map(({ cells }) => cells);

test("plain cells, quoted cells, doubled quotes and line breaks inside quotes are read", () => {
  expect(cellsOf('a,b\r\n"x, y","he said ""no"""\n"two\nlines",z')).toEqual([
    ["a", "b"],
    ["x, y", 'he said "no"'],
    ["two\nlines", "z"],
  ]);
});

test("each record knows the line it starts on", () => {
  expect(readCsv('h\n\n"a\nb"\nc\n').map(({ line }) => line)).toEqual([1, 3, 5]);
});

test("a byte order mark and empty lines are skipped, empty cells are kept", () => {
  expect(cellsOf("\uFEFFa,b\n\n,2\n")).toEqual([
    ["a", "b"],
    ["", "2"],
  ]);
});

test("whatever is written is read back", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ one: fc.string(), two: fc.string() }), { minLength: 1 }), (rows) => {
      fc.pre(rows.every(({ one, two }) => !one.startsWith("\uFEFF") && (one !== "" || two !== "")));
      const read = cellsOf(csvText(rows, ["one", "two"]));
      expect(read.slice(1)).toEqual(rows.map(({ one, two }) => [one, two]));
    }),
  );
});

test("broken quoting is refused with its line", () => {
  expect(() => readCsv('a\n"never closed\n')).toThrow("line 2 is a quote that is never closed");
  expect(() => readCsv('a\n"x"y\n')).toThrow("line 2 is text after a closing quote");
  expect(() => readCsv('a\nx"y\n')).toThrow("line 2 is a quote inside a cell");
});
