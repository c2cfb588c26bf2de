import { failAt } from "./fail.ts";
import { functionNames } from "./functions.ts";
import { join, type Span } from "./span.ts";
import { type ModifierKind, modifierSpelling, type Target } from "./statement.ts";
import type { Token } from "./token.ts";
import type { TokenStream } from "./token-stream.ts";

const modifiers: ReadonlyMap<string, ModifierKind> = new Map(
  Object.entries(modifierSpelling).map(([kind, spelling]) => [spelling, kind as ModifierKind]),
);

/** What people write for a dosing property in other tools. */
const misspellings: ReadonlyMap<string, string> = new Map([
  ["F", "f"],
  ["lag", "alag"],
  ["ALAG", "alag"],
  ["D", "dur"],
  ["R", "rate"],
]);

/** Words that cannot name a quantity. */
const reservedNames: readonly string[] = ["if", "else", "t", "time", ...functionNames];

/** True when `name` may name a state, a variable or an input. */
export function isUsableName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_.]*$/.test(name) && !reservedNames.includes(name);
}

/**
 * Reads the left side of an assignment: `x`, `d/dt(x)`, `x(0)`, `f(x)`, `alag(x)`, `dur(x)` or `rate(x)`.
 *
 * @throws ModelError `E-SYNTAX` or `E-RESERVED-NAME`
 */
export function parseTarget(stream: TokenStream): { readonly target: Target; readonly span: Span } {
  const first = stream.next();
  if (first.text === "d" && stream.isNext("/")) return parseDerivative(stream, first);
  if (!stream.isNext("(")) {
    if (!isUsableName(first.text)) refuseReserved(first);
    return { target: { kind: "variable", name: first.text }, span: first.span };
  }
  const { argument, span } = parseArgument(stream, first);
  if (argument.kind === "number") return initial(first, argument, span);
  const kind = modifiers.get(first.text);
  if (kind === undefined) {
    const spelling = misspellings.get(first.text);
    const known = "known are d/dt(x), x(0), f(x), alag(x), dur(x) and rate(x)";
    const suggestion = spelling && `${spelling}(${argument.text})`;
    failAt(span, "E-SYNTAX", `Cannot assign to ${first.text}(${argument.text}): ${known}`, suggestion);
  }
  return { target: { kind, state: usable(argument) }, span };
}

function parseDerivative(stream: TokenStream, first: Token): { readonly target: Target; readonly span: Span } {
  stream.next();
  stream.expect("dt", "in d/dt(...)");
  const { argument, span } = parseArgument(stream, first);
  return { target: { kind: "derivative", state: usable(argument) }, span };
}

/** Reads `( one token )` behind `first`. */
function parseArgument(stream: TokenStream, first: Token): { readonly argument: Token; readonly span: Span } {
  stream.expect("(", `after ${first.text === "d" ? "d/dt" : first.text}`);
  const argument = stream.next();
  const close = stream.expect(")", `after ${argument.text || "the name"}`);
  return { argument, span: join(first.span, close.span) };
}

function initial(state: Token, argument: Token, span: Span): { readonly target: Target; readonly span: Span } {
  if (Number(argument.text) !== 0) {
    failAt(
      argument.span,
      "E-SYNTAX",
      `Cannot set a state at ${argument.text}: only x(0), its initial value, can be set`,
    );
  }
  return { target: { kind: "initial", state: usable(state) }, span };
}

function usable(token: Token): string {
  if (token.kind !== "name") failAt(token.span, "E-SYNTAX", `Cannot use \`${token.text}\` as a state: expected a name`);
  return isUsableName(token.text) ? token.text : refuseReserved(token);
}

function refuseReserved(token: Token): never {
  failAt(token.span, "E-RESERVED-NAME", `Cannot name a quantity ${token.text}: the word belongs to the language`);
}
