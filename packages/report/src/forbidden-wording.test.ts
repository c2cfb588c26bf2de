import { describe, expect, it } from "vitest";
import { syntheticInput } from "../test/synthetic-run.ts";
import { findForbiddenWording, forbiddenPhrases } from "./forbidden-wording.ts";
import { renderHtmlReport } from "./html/render-html-report.ts";
import { renderCredibilityRecord, renderMarkdownReport } from "./markdown/render-markdown-report.ts";

describe("the wording check", () => {
  it.each([
    ["The Optimal  dose is", "optimal dose"],
    ["a recommended\ndose", "recommended dose"],
    ["safe-dose", "safe dose"],
    ["You should ask", "you should"],
    ["she WILL RESPOND", "will respond"],
    ["clinically proven.", "proven"],
    ["Microdosing", "microdosing"],
    ["a trip", "trip"],
  ])("finds in %j the phrase %s", (text, phrase) => {
    expect(findForbiddenWording(text).map((finding) => finding.phrase)).toEqual([phrase]);
  });

  it.each([
    "strip, stripe and triple",
    "unproven",
    "the dose is safe to store",
    "you showed",
    "provenance",
    "respondents will answer",
  ])("lets %j pass", (text) => {
    expect(findForbiddenWording(text)).toEqual([]);
  });

  it("says where a phrase stands and what to say in its place", () => {
    const [finding] = findForbiddenWording("First words, then the optimal dose, then more");
    expect(finding).toMatchObject({ index: 22, insteadSay: "dose under comparison" });
    expect(finding!.excerpt).toContain("then the optimal dose, then");
  });

  it("has for every phrase something else to say that passes itself", () => {
    for (const { phrase, insteadSay } of forbiddenPhrases()) {
      expect(findForbiddenWording(phrase).length).toBeGreaterThan(0);
      expect(findForbiddenWording(insteadSay)).toEqual([]);
    }
  });
});

it("finds no forbidden wording in any of the rendered reports", () => {
  const input = syntheticInput({ subjectCount: 5 });
  const page = renderHtmlReport(input);
  const words = page.replace(/<style>.*?<\/style>/s, "").replace(/<[^>]+>/g, " ");
  const attributes = [...page.matchAll(/aria-label="([^"]*)"/g)].map((match) => match[1]).join("\n");
  for (const text of [words, attributes, renderMarkdownReport(input), renderCredibilityRecord(input)]) {
    expect(findForbiddenWording(text)).toEqual([]);
  }
});
