import { failAt } from "./fail.ts";
import { parseAnnotation } from "./parse-annotation.ts";
import { parseExpression } from "./parse-expression.ts";
import { parseTarget } from "./parse-target.ts";
import { join } from "./span.ts";
import type { Assignment, Conditional, Statement } from "./statement.ts";
import type { TokenStream } from "./token-stream.ts";

/**
 * Reads statements up to the end of the text.
 *
 * @throws ModelError, see `parseModel`
 */
export function parseStatements(stream: TokenStream): readonly Statement[] {
  const statements = parseSequence(stream);
  if (stream.peek().kind !== "end") stream.refuse("there is no `{` for it to close");
  return statements;
}

/** Reads statements up to `}` or the end of the text, which stay unread. */
function parseSequence(stream: TokenStream): readonly Statement[] {
  const statements: Statement[] = [];
  for (;;) {
    skipSeparators(stream);
    if (stream.peek().kind === "end" || stream.isNext("}")) return statements;
    const statement = parseStatement(stream);
    if (statement.kind === "assignment") checkAloneOnLine(statement, statements.at(-1));
    statements.push(statement);
    const next = stream.peek();
    const isEnd = next.kind === "newline" || next.kind === "end" || stream.isNext(";") || stream.isNext("}");
    if (!isEnd) stream.refuse("expected the statement to end here, with a line end or `;`");
  }
}

function skipSeparators(stream: TokenStream): void {
  do stream.skipNewlines();
  while (stream.accept(";"));
}

function parseStatement(stream: TokenStream): Statement {
  if (stream.isNext("if")) return stream.nest("blockDepth", () => parseConditional(stream));
  if (stream.isNext("else")) stream.refuse("there is no block of `if` right before it");
  if (stream.peek().kind !== "name") stream.refuse("expected a statement, such as `x = ...`");
  return parseAssignment(stream);
}

function parseAssignment(stream: TokenStream): Assignment {
  const { target, span: targetSpan } = parseTarget(stream);
  if (!stream.accept("=") && !stream.accept("<-")) stream.refuse("expected `=` after the left side");
  stream.skipNewlines();
  const value = parseExpression(stream);
  if (stream.isNext(";") && stream.peek(1).kind === "annotation") stream.next();
  const assignment = { kind: "assignment", target, targetSpan, value, span: join(targetSpan, value.span) } as const;
  if (stream.peek().kind !== "annotation") return assignment;
  return { ...assignment, annotation: parseAnnotation(stream.next()) };
}

/** A unit comment behind two statements would leave it open which one it describes. */
function checkAloneOnLine(statement: Assignment, previous: Statement | undefined): void {
  if (statement.annotation === undefined || previous === undefined) return;
  const { source, start } = statement.span;
  if (source.text.slice(previous.span.end, start).includes("\n")) return;
  failAt(
    statement.annotation.span,
    "E-UNIT-ANNOTATION",
    "Cannot tell which statement this unit belongs to: put each statement on its own line",
  );
}

function parseConditional(stream: TokenStream): Conditional {
  const start = stream.next();
  const condition = stream.inParentheses("around the condition of `if`", () => parseExpression(stream));
  const whenTrue = parseBlock(stream, "if");
  if (!stream.acceptOnLaterLine("else")) {
    return {
      kind: "if",
      condition,
      whenTrue: whenTrue.statements,
      whenFalse: [],
      span: join(start.span, whenTrue.end),
    };
  }
  if (stream.isNext("if")) {
    const nested = stream.nest("blockDepth", () => parseConditional(stream));
    const span = join(start.span, nested.span);
    return { kind: "if", condition, whenTrue: whenTrue.statements, whenFalse: [nested], span };
  }
  const whenFalse = parseBlock(stream, "else");
  const span = join(start.span, whenFalse.end);
  return { kind: "if", condition, whenTrue: whenTrue.statements, whenFalse: whenFalse.statements, span };
}

function parseBlock(stream: TokenStream, keyword: "if" | "else") {
  stream.skipNewlines();
  stream.expect("{", `to open the block of \`${keyword}\``);
  const statements = parseSequence(stream);
  const { span: end } = stream.expect("}", `to close the block of \`${keyword}\``);
  return { statements, end };
}
