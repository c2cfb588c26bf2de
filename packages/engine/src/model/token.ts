import type { Span } from "./span.ts";

/**
 * The smallest pieces of the text. `annotation` is a comment that begins with `[` behind code on its line;
 * other comments and blanks leave no token.
 */
export interface Token {
  readonly kind: "number" | "name" | "symbol" | "annotation" | "newline" | "end";
  readonly text: string;
  readonly span: Span;
}

/** A token as an error message names it. */
export function describeToken(token: Token): string {
  if (token.kind === "end") return "the end of the text";
  if (token.kind === "newline") return "the end of the line";
  return `\`${token.text}\``;
}
