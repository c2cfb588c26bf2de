import { describe, expect, test } from "vitest";
import { studyPage } from "./study-page.ts";
import { escapeText, studyPageMarkdown } from "./study-page-markdown.ts";
import { loadTrials, trialFor } from "./trials.ts";

describe("a study page", () => {
  test.each(
    loadTrials().map((trial) => [trial.id, trial] as const),
  )("of %s tells what was done, found and limits it, and where it was read", (_id, trial) => {
    const { sections, citation } = studyPage(trial);
    expect(sections[0]).toEqual({
      title: "In short",
      paragraphs: [trial.appraisal.done, trial.appraisal.found, trial.appraisal.limits],
    });
    expect(sections.map(({ title }) => title)).toEqual(
      expect.arrayContaining(["Design", "People", "Treatments", "Risk of bias", "Use here", "Where it was read"]),
    );
    expect(citation.length).toBeGreaterThan(20);
  });

  test("shows every number with its status and every fault of the sources", () => {
    const text = studyPageMarkdown(studyPage(trialFor("feder2014")));
    expect(text).toContain("mean 25.76, SD 19.4");
    expect(text).toContain("mean-difference -12.7, SE 5.14, p = 0.02, same people | derived |");
    expect(text).toContain("equals the baseline QIDS-SR to the decimal");
    expect(text).toContain("Here: recorded and marked not to be pooled");
    expect(text).toContain("qids-24h is not pooled: the posted 24-hour values are the baseline values");
  });

  test("says what was not found instead of leaving it out", () => {
    const text = studyPageMarkdown(studyPage(trialFor("taylor2018")));
    expect(text).toContain("- Women: not found");
    expect(text).toContain("not applicable (no active amount)");
    expect(text).toContain("| not obtained | not-found |");
  });

  test("has tables whose rows are as long as their head", () => {
    for (const trial of loadTrials())
      for (const { table, title } of studyPage(trial).sections)
        for (const row of table?.rows ?? []) expect(row.length, `${trial.id} ${title}`).toBe(table!.head.length);
  });

  test("cannot be broken out of by text in a record", () => {
    expect(escapeText("<script>|*x*\n# y")).toBe("\\<script\\>|\\*x\\* # y");
    const page = studyPage(trialFor("taylor2018"));
    const spoilt = {
      ...page,
      title: "<img src=x onerror=alert(1)>",
      sections: [{ title: "T", table: { head: ["a"], rows: [["x | y\n| z"]] } }],
    };
    expect(studyPageMarkdown(spoilt)).toContain("# \\<img src=x onerror=alert(1)\\>");
    expect(studyPageMarkdown(spoilt)).toContain("| x \\| y \\| z |");
  });
});
