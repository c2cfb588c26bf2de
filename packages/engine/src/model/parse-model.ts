import { fail, failAt } from "./fail.ts";
import { limits } from "./limits.ts";
import { parseStatements } from "./parse-statement.ts";
import type { ModelSource } from "./span.ts";
import type { Statement } from "./statement.ts";
import type { Token } from "./token.ts";
import { TokenStream } from "./token-stream.ts";
import { tokenise } from "./tokenise.ts";

/** Model text as trees, before any meaning is checked. */
export interface ParsedModel {
  readonly sources: readonly ModelSource[];
  /** Of all sources, in the order given. */
  readonly statements: readonly Statement[];
}

/**
 * Reads model text.
 *
 * Several sources read as one text, in the order given; a statement cannot span two of them. Time and memory are
 * bounded for any text, see `limits`.
 *
 * @param sources names appear in error messages
 * @throws ModelError with `name:line:column`, codes `E-CHARACTER`, `E-NUMBER`, `E-SYNTAX`, `E-RESERVED-NAME`,
 *   `E-FUNCTION-UNKNOWN`, `E-FUNCTION-ARGUMENTS`, `E-UNIT-ANNOTATION` or `E-LIMIT`
 * @example
 * parseModel([{ name: "decay.model", text: "d/dt(x) = -k*x  # [mg]" }]).statements.length // => 1
 */
export function parseModel(sources: readonly ModelSource[]): ParsedModel {
  const length = sources.reduce((sum, { text }) => sum + text.length, 0);
  if (length > limits.textLength) {
    fail("E-LIMIT", sources[0]!.name, `Cannot read ${length} characters: at most ${limits.textLength} are allowed`);
  }
  const tokens = sources.map(tokenise);
  checkNameCount(tokens.flat());
  return { sources, statements: tokens.flatMap((list) => parseStatements(new TokenStream(list))) };
}

function checkNameCount(tokens: readonly Token[]): void {
  const names = new Set<string>();
  for (const token of tokens) {
    if (token.kind === "name") names.add(token.text);
    if (names.size > limits.names)
      failAt(token.span, "E-LIMIT", `Cannot use more than ${limits.names} different names`);
  }
}
