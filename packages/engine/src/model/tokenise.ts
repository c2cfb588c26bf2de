import { failAt } from "./fail.ts";
import { limits } from "./limits.ts";
import type { ModelSource, Span } from "./span.ts";
import type { Token } from "./token.ts";

/** The groups of `anyToken`, in order. */
const groups = ["blank", "comment", "number", "name", "symbol", "newline"] as const;
const anyToken =
  /([ \t\r]+)|(#[^\n]*)|((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([A-Za-z][A-Za-z0-9_.]*)|(<-|\*\*|<=|>=|==|!=|&&|\|\||[-+*/^()={}<>!,;])|(\n)/y;
const annotation = /^#[ \t]*\[/;
const wordCharacter = /[A-Za-z0-9_.]/;

/** What to write instead of characters that other languages have. */
const replacements: ReadonlyMap<string, string> = new Map([
  ["&", "&&"],
  ["|", "||"],
  ["[", "("],
  ["]", ")"],
  ["×", "*"],
  ["·", "*"],
  ["÷", "/"],
  ["−", "-"],
  ["–", "-"],
]);

/**
 * Splits one source into tokens, ending with an `end` token.
 *
 * @throws ModelError `E-CHARACTER`, `E-NUMBER` or `E-LIMIT` (a name too long)
 */
export function tokenise(source: ModelSource): readonly Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < source.text.length; ) {
    anyToken.lastIndex = start;
    const match = anyToken.exec(source.text);
    if (match === null) refuseCharacter({ source, start, end: start + 1 });
    const text = match[0];
    const group = groups.find((_, i) => match[i + 1] !== undefined)!;
    const span = { source, start, end: start + text.length };
    const kind = group === "comment" ? kindOfComment(text, tokens) : group;
    if (kind === "number") checkNumber(text, span);
    if (kind === "name") checkNameLength(text, span);
    if (kind !== "blank") tokens.push({ kind, text, span });
    start = span.end;
  }
  const end = source.text.length;
  tokens.push({ kind: "end", text: "", span: { source, start: end, end } });
  return tokens;
}

/** A comment is a unit annotation when it begins with `[` and stands behind code; otherwise it is as good as a blank. */
function kindOfComment(text: string, before: readonly Token[]): "annotation" | "blank" {
  const followsCode = before.length > 0 && before.at(-1)!.kind !== "newline";
  return followsCode && annotation.test(text) ? "annotation" : "blank";
}

function checkNumber(text: string, span: Span): void {
  if (wordCharacter.test(span.source.text[span.end] ?? "")) {
    failAt(span, "E-NUMBER", `Cannot read what follows the number ${text}: put an operator between them, as in 2 * x`);
  }
  const value = Number(text);
  const vanishes = value === 0 && /[1-9]/.test(text.split(/e/i)[0]!);
  if (!Number.isFinite(value) || vanishes) {
    failAt(span, "E-NUMBER", `Cannot hold ${text} in double precision: sizes from 5e-324 to 1.8e308 are possible`);
  }
}

function checkNameLength(text: string, span: Span): void {
  if (text.length <= limits.nameLength) return;
  failAt(span, "E-LIMIT", `Cannot use a name of ${text.length} characters: at most ${limits.nameLength} are allowed`);
}

function refuseCharacter(span: Span): never {
  const character = String.fromCodePoint(span.source.text.codePointAt(span.start)!);
  const hint = character === "_" ? ": a name begins with a letter" : "";
  failAt(span, "E-CHARACTER", `Unexpected character ${JSON.stringify(character)}${hint}`, replacements.get(character));
}
