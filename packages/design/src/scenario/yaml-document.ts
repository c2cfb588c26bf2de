/**
 * Untrusted YAML to plain data. The parser is fed token by token so that size, depth and forbidden syntax are refused
 * before any tree is built: composing a tree recurses, and a few hundred thousand nested dashes would end the process.
 */
import { Composer, CST, type Document, isMap, isScalar, isSeq, Lexer, LineCounter, Parser } from "yaml";
import type { InputProblem, InputProblemCode, Place } from "./input-problem.ts";
import { ScenarioError } from "./input-problem.ts";

const longestFile = 256 * 1024;
const deepest = 20;
const mostNodes = 20_000;
/** A node takes a handful of tokens with its spaces, newline and comment. */
const mostTokens = 10 * mostNodes;

/** Keys and list positions from the top of the document. */
export type DocumentPath = readonly (string | number)[];

/** Parsed data together with where each entry stands. Objects have no prototype, so `__proto__` is a key like any other. */
export interface YamlDocument {
  readonly value: unknown;
  /** Place of an entry, or of the nearest entry around it when it is absent. */
  locate(path: DocumentPath, part: "key" | "value"): Place;
}

/**
 * Parses one YAML 1.2 document of plain maps, lists, text, numbers, true, false and null.
 * Anchors, aliases, tags, directives and duplicate keys are refused; so are texts beyond 256 KB, 20 levels or 20,000 entries.
 * @throws ScenarioError with codes file-*, yaml-* or duplicate-key
 */
export function parseYaml(text: string, file: string): YamlDocument {
  const lines = lineStarts(text);
  const refuse = (code: InputProblemCode, offset: number, message: string): InputProblem => {
    return { code, file, ...placeOf(Math.min(offset, text.length), lines), path: "", message };
  };
  const tokens = guardedTokens(text, refuse);
  const [document, ...further] = [...new Composer({ uniqueKeys: false, stringKeys: true }).compose(tokens)];
  if (further.length > 0) {
    throw new ScenarioError([
      refuse("yaml-syntax", further[0]?.range[0] ?? 0, "must hold one document, found several"),
    ]);
  }
  if (document === undefined) throw new ScenarioError([refuse("yaml-syntax", 0, "is empty, must hold a scenario")]);
  if (document.errors.length > 0) {
    throw new ScenarioError(
      document.errors.map((e) => refuse("yaml-syntax", e.pos[0], `is not valid YAML: ${e.message}`)),
    );
  }
  return collect(document, refuse, lines);
}

type Refuse = (code: InputProblemCode, offset: number, message: string) => InputProblem;

function guardedTokens(text: string, refuse: Refuse): CST.Token[] {
  const stop = (code: InputProblemCode, offset: number, message: string): never => {
    throw new ScenarioError([refuse(code, offset, message)]);
  };
  if (text.length > longestFile) {
    stop("file-too-large", 0, `must be at most ${longestFile} characters, found ${text.length}`);
  }
  const control = text.search(/[^\P{Cc}\t\n\r]|\uFFFD/u);
  if (control >= 0) stop("file-characters", control, "must be UTF-8 text without control characters");
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  let afterScalarMark = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (!afterScalarMark) refuseSpecialSyntax(lexeme, parser.offset, stop);
    afterScalarMark = lexeme === CST.SCALAR;
    tokens.push(...parser.next(lexeme));
    if (parser.stack.filter(CST.isCollection).length > deepest) {
      stop("yaml-depth", parser.offset - lexeme.length, `must be at most ${deepest} levels deep`);
    }
    lexemes += 1;
    if (lexemes > mostTokens) stop("yaml-nodes", parser.offset, `must have at most ${mostNodes} entries`);
  }
  tokens.push(...parser.end());
  return tokens;
}

const specialSyntax: Readonly<Record<string, string>> = {
  anchor: "anchors (&) are not allowed; quote the text if it is meant as text",
  alias: "aliases (*) are not allowed; quote the text if it is meant as text",
  tag: "tags (!) are not allowed; quote the text if it is meant as text",
  "directive-line": "directives (%) are not allowed; the file is read as YAML 1.2",
};

function refuseSpecialSyntax(lexeme: string, offset: number, stop: (...problem: Parameters<Refuse>) => never): void {
  const reason = specialSyntax[CST.tokenType(lexeme) ?? ""];
  if (reason !== undefined) stop("yaml-alias", offset, reason);
}

/** Walks the tree once: plain values, places, duplicate keys, number of entries. */
function collect(document: Document.Parsed, refuse: Refuse, lines: LineCounter): YamlDocument {
  const places = new Map<string, { readonly key: number; readonly value: number }>();
  const problems: InputProblem[] = [];
  let nodes = 0;
  const visit = (node: unknown, path: DocumentPath, keyOffset: number): unknown => {
    nodes += 1;
    const start = offsetOf(node) ?? keyOffset;
    places.set(JSON.stringify(path), { key: keyOffset, value: start });
    if (nodes > mostNodes)
      throw new ScenarioError([refuse("yaml-nodes", start, `must have at most ${mostNodes} entries`)]);
    if (isSeq(node)) return node.items.map((item, index) => visit(item, [...path, index], offsetOf(item) ?? start));
    if (!isMap(node)) return isScalar(node) ? node.value : null;
    const entries: Record<string, unknown> = Object.create(null);
    for (const pair of node.items) {
      const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
      const offset = offsetOf(pair.key) ?? start;
      const entryPath = [...path, key];
      if (key in entries)
        problems.push({ ...refuse("duplicate-key", offset, `is given twice`), path: entryPath.join(".") });
      entries[key] = visit(pair.value, entryPath, offset);
    }
    return entries;
  };
  const value = visit(document.contents, [], 0);
  if (problems.length > 0) throw new ScenarioError(problems);
  return { value, locate: (path, part) => placeOf(nearest(places, path)[part], lines) };
}

function offsetOf(node: unknown): number | undefined {
  const range = (node as { readonly range?: readonly number[] | null } | null)?.range;
  return range?.[0];
}

function nearest<T>(places: ReadonlyMap<string, T>, path: DocumentPath): T {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = places.get(JSON.stringify(path.slice(0, length)));
    if (found !== undefined) return found;
  }
  throw new Error("a parsed document has no place for its top");
}

function lineStarts(text: string): LineCounter {
  const lines = new LineCounter();
  for (let start = 0; start !== -1; ) {
    lines.addNewLine(start);
    const end = text.indexOf("\n", start);
    start = end === -1 ? -1 : end + 1;
  }
  return lines;
}

function placeOf(offset: number, lines: LineCounter): Place {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
