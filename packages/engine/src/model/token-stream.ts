import { failAt } from "./fail.ts";
import { limits } from "./limits.ts";
import { describeToken, type Token } from "./token.ts";

/** A reading position in a list of tokens; inside parentheses line ends do not count. */
export class TokenStream {
  readonly #tokens: readonly Token[];
  #index = 0;
  #parentheses = 0;
  #nesting = 0;

  /** @param tokens non-empty, ending with an `end` token */
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The next token, which stays unread; `end` repeats for ever. */
  peek(ahead = 0): Token {
    if (this.#parentheses > 0) this.skipNewlines();
    return this.#tokens[Math.min(this.#index + ahead, this.#tokens.length - 1)]!;
  }

  next(): Token {
    const token = this.peek();
    this.#index = Math.min(this.#index + 1, this.#tokens.length - 1);
    return token;
  }

  isNext(symbol: string): boolean {
    const token = this.peek();
    return token.text === symbol && (token.kind === "symbol" || token.kind === "name");
  }

  accept(symbol: string): boolean {
    const found = this.isNext(symbol);
    if (found) this.next();
    return found;
  }

  /** Reads `symbol` or refuses what stands in its place. */
  expect(symbol: string, place: string): Token {
    return this.isNext(symbol) ? this.next() : this.refuse(`expected \`${symbol}\` ${place}`);
  }

  skipNewlines(): void {
    while (this.#tokens[this.#index]!.kind === "newline") this.#index++;
  }

  /** Reads `symbol` if only line ends stand before it; otherwise reads nothing. */
  acceptOnLaterLine(symbol: string): boolean {
    const start = this.#index;
    this.skipNewlines();
    if (this.accept(symbol)) return true;
    this.#index = start;
    return false;
  }

  /** Reads `( ... )` around what `read` reads. */
  inParentheses<T>(place: string, read: () => T): T {
    this.expect("(", place);
    this.#parentheses++;
    const result = read();
    this.peek();
    this.#parentheses--;
    this.expect(")", place);
    return result;
  }

  /** Counts the recursion of `read`, so that nested text ends in a message and not in a stack overflow. */
  nest<T>(limit: "expressionDepth" | "blockDepth", read: () => T): T {
    if (this.#nesting >= limits[limit]) {
      failAt(this.peek().span, "E-LIMIT", `Cannot nest deeper than ${limits[limit]} levels`);
    }
    this.#nesting++;
    const result = read();
    this.#nesting--;
    return result;
  }

  /** Refuses the next token. */
  refuse(expectation: string, suggestion?: string): never {
    const token = this.peek();
    if (token.kind === "annotation") {
      failAt(
        token.span,
        "E-UNIT-ANNOTATION",
        "Cannot attach this unit: a unit comment belongs right behind one statement",
      );
    }
    return failAt(token.span, "E-SYNTAX", `Unexpected ${describeToken(token)}: ${expectation}`, suggestion);
  }
}
