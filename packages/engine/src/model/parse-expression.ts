import { type BinaryOperator, type Expression, operands } from "./expression.ts";
import { failAt } from "./fail.ts";
import { argumentCount, functionNames, isFunctionName } from "./functions.ts";
import { limits } from "./limits.ts";
import { bindingStrength, strengthOfComparison, strengthOfNot, strengthOfPower, strengthOfSign } from "./precedence.ts";
import { join } from "./span.ts";
import { closest } from "./suggest.ts";
import type { Token } from "./token.ts";
import type { TokenStream } from "./token-stream.ts";

/**
 * Reads one expression by precedence climbing.
 *
 * `^` associates to the right and binds tighter than a minus sign before it, so `-2^2` is -4 and `2^-1` is 0.5, as in R;
 * comparisons do not chain. A line may break inside parentheses and behind an operator.
 *
 * @throws ModelError `E-SYNTAX`, `E-FUNCTION-UNKNOWN`, `E-FUNCTION-ARGUMENTS`, `E-UNIT-ANNOTATION` or `E-LIMIT`
 */
export function parseExpression(stream: TokenStream): Expression {
  const expression = parseOperators(stream, 0);
  checkDepth(expression);
  return expression;
}

/** Reads operators that bind at least as tightly as `minimum`. */
function parseOperators(stream: TokenStream, minimum: number): Expression {
  return stream.nest("expressionDepth", () => {
    let left = parsePrefix(stream, minimum);
    for (;;) {
      const strength = bindingStrength.get(stream.peek().text);
      if (strength === undefined || strength < minimum) break;
      const operator = stream.next();
      stream.skipNewlines();
      const right = parseOperators(stream, strength === strengthOfPower ? strength : strength + 1);
      left = binary(operator, left, right);
      if (strength === strengthOfComparison && bindingStrength.get(stream.peek().text) === strengthOfComparison) {
        stream.refuse("comparisons do not chain; join two comparisons with `&&`");
      }
    }
    if (stream.isNext("<-")) stream.refuse("`<-` assigns; write a comparison with a negative number as `x < -1`");
    return left;
  });
}

function binary(operator: Token, left: Expression, right: Expression): Expression {
  const symbol = (operator.text === "**" ? "^" : operator.text) as BinaryOperator;
  return { kind: "binary", operator: symbol, left, right, span: join(left.span, right.span) };
}

function parsePrefix(stream: TokenStream, minimum: number): Expression {
  const sign = stream.peek();
  if (stream.accept("+")) return parseOperators(stream, strengthOfSign);
  if (stream.accept("-")) return unary(sign, parseOperators(stream, strengthOfSign));
  if (!stream.isNext("!")) return parsePrimary(stream);
  if (minimum > strengthOfNot) stream.refuse("put parentheses around `!` and what it negates");
  stream.next();
  return unary(sign, parseOperators(stream, strengthOfNot));
}

function unary(sign: Token, operand: Expression): Expression {
  return { kind: "unary", operator: sign.text as "-" | "!", operand, span: join(sign.span, operand.span) };
}

function parsePrimary(stream: TokenStream): Expression {
  const token = stream.peek();
  if (token.kind === "number") {
    stream.next();
    return { kind: "number", value: Number(token.text), span: token.span };
  }
  if (token.kind === "name") return parseName(stream);
  if (stream.isNext("(")) return stream.inParentheses("after the expression", () => parseOperators(stream, 0));
  return stream.refuse("expected a number, a name or `(`");
}

function parseName(stream: TokenStream): Expression {
  const { text, span } = stream.next();
  if (stream.isNext("(")) return parseCall(stream, text, span);
  if (text === "t" || text === "time") return { kind: "time", span };
  if (text === "if" || text === "else") {
    failAt(span, "E-SYNTAX", `Cannot use ${text} inside an expression: it begins a statement`);
  }
  if (functionNames.includes(text)) failAt(span, "E-SYNTAX", `Cannot use the function ${text} without arguments`);
  return { kind: "name", name: text, span };
}

function parseCall(stream: TokenStream, name: string, span: Expression["span"]): Expression {
  if (name === "dt") {
    failAt(span, "E-FUNCTION-UNKNOWN", "Cannot read a derivative: give its right-hand side a name and use that");
  }
  if (!isFunctionName(name) && name !== "pow") {
    const suggestion = name === "ln" ? "log" : closest(name, functionNames);
    failAt(span, "E-FUNCTION-UNKNOWN", `Unknown function ${name}: known are ${functionNames.join(" ")}`, suggestion);
  }
  const values: Expression[] = [];
  const open = stream.peek();
  stream.inParentheses(`to close the arguments of ${name}`, () => {
    if (stream.isNext(")")) return;
    do values.push(parseOperators(stream, 0));
    while (stream.accept(","));
  });
  const { min, max } = argumentCount(name);
  if (values.length < min || values.length > max) {
    const required = min === max ? `${min}` : `${min} to ${max}`;
    failAt(span, "E-FUNCTION-ARGUMENTS", `Cannot give ${name} ${values.length} arguments: it takes ${required}`);
  }
  const whole = join(span, values.at(-1)?.span ?? open.span);
  if (name !== "pow") return { kind: "call", name, arguments: values, span: whole };
  return { kind: "binary", operator: "^", left: values[0]!, right: values[1]!, span: whole };
}

/** Chains such as a + b + c nest to the left without recursion in the parser; later stages recurse, so they are bounded here. */
function checkDepth(root: Expression): void {
  const pending: { readonly expression: Expression; readonly depth: number }[] = [{ expression: root, depth: 1 }];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const { expression, depth } = item;
    if (depth > limits.expressionDepth) {
      failAt(
        root.span,
        "E-LIMIT",
        `Cannot use an expression deeper than ${limits.expressionDepth} operators: name its parts`,
      );
    }
    for (const operand of operands(expression)) pending.push({ expression: operand, depth: depth + 1 });
  }
}
