import { closestWord } from "../../checks/closest-word.ts";
import { EvidenceError, type Problem } from "../../checks/evidence-error.ts";
import type { StudyEffect } from "../effect-sizes/study-effect.ts";
import { type CsvRecord, readCsv } from "./read-csv.ts";
import { effectOfColumns, type FileMeasure, type Layout, studyLayouts } from "./study-layouts.ts";

/** A study of a user's own file. */
export interface FileStudy extends StudyEffect {
  /** Line of the file, counted from 1. */
  readonly line: number;
  /** Cells of the columns that are not numbers of the effect, e.g. `group`. */
  readonly notes: Readonly<Record<string, string>>;
}

/** A user's own studies, ready for pooling. */
export interface StudiesFile {
  readonly measure: FileMeasure;
  readonly studies: readonly FileStudy[];
}

/** Columns any layout may have besides its own. */
const COMMON = ["study", "group", "year", "cluster", "note"] as const;

/**
 * Reads a user's own studies from comma-separated text. The header names the columns: `study`, those of one layout of `studyLayouts`, and
 * optionally `group`, `year`, `cluster`, `note`. Every fault of the file is listed with its line; nothing is skipped or repaired.
 * @param text of the file
 * @param options measure, for layouts that allow several
 * @throws EvidenceError `evidence-studies-invalid`
 * @example
 * readStudies("study,effect,se\nA 2001,-0.4,0.2\n").studies[0]?.effect // => -0.4
 */
export function readStudies(text: string, { measure }: { readonly measure?: FileMeasure } = {}): StudiesFile {
  const [header, ...records] = readCsv(text);
  if (header === undefined || records.length === 0)
    fail([{ path: "the file", found: "empty", required: "a header and at least one study" }]);
  const columns = header.cells.map((name) => name.trim());
  const layout = layoutOf(columns, header.line);
  const chosen = measure ?? layout.measures[0]!;
  if (!layout.measures.includes(chosen))
    fail([{ path: "measure", found: chosen, required: `one of ${layout.measures.join(", ")} for these columns` }]);
  const problems: Problem[] = [];
  const studies = records.flatMap((record) => {
    const study = studyFrom(record, { columns, layout, measure: chosen });
    if ("label" in study) return [study];
    problems.push(...study.problems);
    return [];
  });
  problems.push(...repeatedNames(studies));
  if (problems.length > 0) fail(problems);
  return { measure: chosen, studies };
}

function fail(problems: readonly Problem[]): never {
  throw new EvidenceError("evidence-studies-invalid", "read the file of studies", problems);
}

function layoutOf(columns: readonly string[], line: number): Layout {
  const known = [...new Set([...COMMON, ...studyLayouts.flatMap((layout) => layout.columns)])];
  const unknown = columns.filter((column) => !known.includes(column));
  const problems: Problem[] = unknown.map((column) => {
    const near = closestWord(column, known);
    return {
      path: `line ${line}`,
      found: `column ${JSON.stringify(column)}`,
      required: near === undefined ? `one of ${known.join(", ")}` : `a known column (did you mean ${near}?)`,
    };
  });
  columns.forEach((column, index) => {
    if (columns.indexOf(column) !== index)
      problems.push({ path: `line ${line}`, found: `column ${column} twice`, required: "each column once" });
  });
  if (!columns.includes("study"))
    problems.push({ path: `line ${line}`, found: "no column study", required: "a name for each study" });
  const fitting = studyLayouts.filter((layout) => layout.columns.every((column) => columns.includes(column)));
  if (problems.length === 0 && fitting.length !== 1)
    problems.push({
      path: `line ${line}`,
      found: `columns ${columns.join(", ")}, which make ${fitting.length === 0 ? "no" : "more than one"} layout`,
      required: `one of: ${studyLayouts.map((layout) => layout.columns.join(", ")).join(" | ")}`,
    });
  if (problems.length > 0) fail(problems);
  return fitting[0]!;
}

interface Context {
  readonly columns: readonly string[];
  readonly layout: Layout;
  readonly measure: FileMeasure;
}

function studyFrom(
  { line, cells }: CsvRecord,
  { columns, layout, measure }: Context,
): FileStudy | { readonly problems: readonly Problem[] } {
  if (cells.length !== columns.length)
    return {
      problems: [
        { path: `line ${line}`, found: `${cells.length} cells`, required: `${columns.length}, as in the header` },
      ],
    };
  const cellOf = (column: string) => cells[columns.indexOf(column)]!.trim();
  const label = cellOf("study");
  const problems: Problem[] =
    label === "" ? [{ path: `line ${line}, study`, found: "nothing", required: "a name" }] : [];
  const numbers: Record<string, number> = {};
  for (const column of layout.columns) {
    const value = numberFrom(cellOf(column));
    if (value === undefined)
      problems.push({
        path: `line ${line}, ${column}`,
        found: JSON.stringify(cellOf(column)),
        required: "a number with a decimal point, e.g. -0.4",
      });
    else numbers[column] = value;
  }
  if (problems.length > 0) return { problems };
  const notes = Object.fromEntries(
    columns
      .filter((column) => column !== "study" && !layout.columns.includes(column))
      .map((column) => [column, cellOf(column)]),
  );
  try {
    return { label, ...effectOfColumns(numbers, layout, measure), line, notes };
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    return { problems: error.problems.map((problem) => ({ ...problem, path: `line ${line}, ${problem.path}` })) };
  }
}

/** A plain decimal number; no thousands separators, decimal commas, blanks or words. */
function numberFrom(cell: string): number | undefined {
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(cell) ? Number(cell) : undefined;
}

function repeatedNames(studies: readonly FileStudy[]): readonly Problem[] {
  return studies.flatMap(({ label, line }, index) => {
    const first = studies.findIndex((other) => other.label === label);
    if (first === index) return [];
    return [
      {
        path: `line ${line}, study`,
        found: `${label}, as in line ${studies[first]!.line}`,
        required: "a name used once",
      },
    ];
  });
}
