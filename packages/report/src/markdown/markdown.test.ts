import { describe, expect, it } from "vitest";
import { hostileInput } from "../../test/hostile-input.ts";
import { hostileTexts } from "../../test/hostile-texts.ts";
import { syntheticInput } from "../../test/synthetic-run.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { contentMarkdown } from "./inline-markdown.ts";
import { renderCredibilityRecord, renderMarkdownReport } from "./render-markdown-report.ts";

const input = syntheticInput({ subjectCount: 5 });

describe("the Markdown report", () => {
  const text = renderMarkdownReport(input);

  it("is the same to the byte for the same input and ends with one line end", () => {
    expect(renderMarkdownReport(input)).toBe(text);
    expect(text).toMatch(/[^\n]\n$/);
  });

  it("has the sections of the page, and links each figure and its data", () => {
    const headings = [...text.matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(headings).toEqual(
      expect.arrayContaining([
        "Key results",
        "Studied range",
        "Assumptions",
        "What this cannot tell you",
        "How to reproduce this",
        "If you are in a crisis",
        "References",
      ]),
    );
    for (let number = 1; number <= 9; number++) {
      expect(text).toContain(`](figures/F0${number}.svg)`);
      expect(text).toContain(`](figures/F0${number}.csv)`);
    }
  });

  it("keeps as many cells in every row of a table as its heading has", () => {
    const cells = (line: string) => line.replaceAll("\\|", "").split("|").length;
    const lines = text.split("\n");
    lines.forEach((line, index) => {
      if (/^\| -/.test(line)) expect(cells(line)).toBe(cells(lines[index - 1]!));
      if (line.startsWith("|") && lines[index - 1]?.startsWith("|") === true)
        expect(cells(line)).toBe(cells(lines[index - 1]!));
    });
  });
});

describe("the credibility record", () => {
  it("answers in the words of ICH M15 and says what would change the answer", () => {
    const text = renderCredibilityRecord(input);
    for (const words of [
      "Question of interest",
      "Context of use",
      "Model influence",
      "Consequence of a wrong decision",
      "## Assumptions",
      "## Applicability",
      "## What would change the answer",
      "claims no conformity",
    ]) {
      expect(text).toContain(words);
    }
  });
});

describe("hostile text in Markdown", () => {
  const noMarkup = (text: string) => {
    const withoutCode = text.replace(/(`+)[^`].*?\1/g, "").replace(/^ {4}.*$/gm, "");
    expect(withoutCode).not.toMatch(/<(?!https:\/\/)/);
    expect(withoutCode).not.toMatch(/(?<!\\)\]\((?!figures\/F\d\d\.(svg|csv)\))/);
  };

  it("begins no markup anywhere in the report", () => {
    const text = renderMarkdownReport(hostileInput(hostileTexts.join(" ")));
    noMarkup(text);
    expect([...text.matchAll(/^# /gm)]).toHaveLength(1);
  });

  it.each(hostileTexts)("begins no markup in a line that holds %j", (hostile) => {
    const line = contentMarkdown(
      [hostile, { kind: "strong", text: hostile }, { kind: "badge", text: hostile, tone: "note" }],
      () => 1,
    );
    noMarkup(line);
    expect(line).not.toContain("\n");
    expect(line).not.toMatch(/(?<!\\)\|/);
  });

  it("escapes what begins lists, headings, quotes, rules and code at the start of a line", () => {
    for (const start of ["# a", "- a", "+ a", "1. a", "1) a", "> a", "* a", "=== a", "``` a", "    a|b"]) {
      expect(escapeMarkdown(start)).not.toMatch(/^\s*(#|[-+*]\s|\d+[.)]|>|=|`)/);
    }
  });

  it("fences code that holds backticks with more of them, and keeps table bars inside", () => {
    expect(contentMarkdown([{ kind: "code", text: "a`b|c" }], () => 0)).toBe("`` a`b\\|c ``");
    expect(contentMarkdown([{ kind: "cite", key: "x" }], () => 7)).toBe(" \\[7\\]");
  });
});
