import { failAt } from "./fail.ts";
import type { UnitAnnotation } from "./statement.ts";
import type { Token } from "./token.ts";

/** Splits the comment `# [unit] label` at the bracket that closes the first; unit symbols may contain brackets themselves, as in `mm[Hg]`. */
export function parseAnnotation(token: Token): UnitAnnotation {
  const { text, span } = token;
  const open = text.indexOf("[");
  const close = matchingBracket(text, open);
  if (close === undefined) failAt(span, "E-UNIT-ANNOTATION", "Missing `]` behind the unit in this comment");
  return {
    unit: text.slice(open + 1, close),
    label: text.slice(close + 1).trim(),
    span: { source: span.source, start: span.start + open + 1, end: span.start + close },
  };
}

function matchingBracket(text: string, open: number): number | undefined {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === "[") depth++;
    if (text[i] === "]" && --depth === 0) return i;
  }
  return undefined;
}
