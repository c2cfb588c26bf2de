import { EvidenceError } from "../../checks/evidence-error.ts";

/** A record of a CSV file and the line it starts on, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Reader {
  readonly text: string;
  position: number;
  line: number;
}

/**
 * The records of a comma-separated text by RFC 4180: quoted cells may hold commas, quotes (doubled) and line breaks; lines end in CR LF or
 * LF; a byte order mark is skipped; empty lines are skipped.
 * @throws EvidenceError `evidence-studies-invalid` for a quote that is not closed, or text beside a quoted cell
 */
export function readCsv(text: string): readonly CsvRecord[] {
  const reader: Reader = { text: text.replace(/^\uFEFF/, ""), position: 0, line: 1 };
  const records: CsvRecord[] = [];
  while (reader.position < reader.text.length) {
    const line = reader.line;
    const cells = readRecord(reader);
    if (cells.length > 1 || cells[0] !== "") records.push({ line, cells });
  }
  return records;
}

function readRecord(reader: Reader): readonly string[] {
  const cells = [readCell(reader)];
  while (reader.text[reader.position] === ",") {
    reader.position += 1;
    cells.push(readCell(reader));
  }
  if (reader.text[reader.position] === "\r") reader.position += 1;
  if (reader.text[reader.position] === "\n") reader.position += 1;
  reader.line += 1;
  return cells;
}

function readCell(reader: Reader): string {
  if (reader.text[reader.position] === '"') return readQuoted(reader);
  const end = indexFrom(reader, /[,\r\n]/);
  const cell = reader.text.slice(reader.position, end);
  if (cell.includes('"'))
    fail(reader.line, "a quote inside a cell that does not begin with one", "the whole cell in quotes");
  reader.position = end;
  return cell;
}

function readQuoted(reader: Reader): string {
  const start = reader.line;
  let cell = "";
  let position = reader.position + 1;
  for (;;) {
    const end = reader.text.indexOf('"', position);
    if (end < 0) fail(start, "a quote that is never closed", "a closing quote");
    cell += reader.text.slice(position, end);
    if (reader.text[end + 1] !== '"') {
      reader.position = end + 1;
      break;
    }
    cell += '"';
    position = end + 2;
  }
  reader.line += cell.split("\n").length - 1;
  const next = reader.text[reader.position];
  if (next !== undefined && !",\r\n".includes(next))
    fail(start, "text after a closing quote", "a comma or the end of the line");
  return cell;
}

function indexFrom({ text, position }: Reader, pattern: RegExp): number {
  const found = text.slice(position).search(pattern);
  return found < 0 ? text.length : position + found;
}

function fail(line: number, found: string, required: string): never {
  throw new EvidenceError("evidence-studies-invalid", "read the file of studies", [
    { path: `line ${line}`, found, required },
  ]);
}
