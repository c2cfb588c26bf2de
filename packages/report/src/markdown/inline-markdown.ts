import type { Content, Inline } from "../content/block.ts";
import { linkTarget } from "../text/link-target.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** Writes a line of content; citations become their numbers in brackets. */
export function contentMarkdown(content: Content, numberOf: (key: string) => number): string {
  return content.map((inline) => inlineMarkdown(inline, numberOf)).join("");
}

function inlineMarkdown(inline: Inline, numberOf: (key: string) => number): string {
  if (typeof inline === "string") return escapeMarkdown(inline);
  switch (inline.kind) {
    case "strong":
      return `**${escapeMarkdown(inline.text)}**`;
    case "code":
      return codeSpan(inline.text);
    case "badge":
      return `**${escapeMarkdown(inline.text)}**`;
    case "link":
      return `[${escapeMarkdown(inline.text)}](<${linkTarget(inline.href)}>)`;
    case "cite":
      return ` \\[${numberOf(inline.key)}\\]`;
  }
}

/** A code span with a fence longer than any run of backticks inside; bars are escaped for tables. */
function codeSpan(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cs}]+/gu, " ").replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}
