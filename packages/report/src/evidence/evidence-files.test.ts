import { loadClaims, loadGuidance, loadPublishedSyntheses, loadTrials } from "@kinetamine/evidence";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { findForbiddenWording } from "../forbidden-wording.ts";
import { evidenceFiles } from "./evidence-files.ts";
import { askAll } from "./evidence-question.ts";
import { gradeRecords, recordedGrade } from "./grade-records.ts";

const files = evidenceFiles();
const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? "";
const page = textOf("report.html");
const { document } = parseHTML(page);
const answered = askAll().filter(({ answer }) => answer.studies.length > 0);
const wordsIn = (selector: string) => document.querySelector(selector)?.textContent ?? "";

describe("the evidence report", () => {
  it("is the same to the byte every time", () => {
    expect(evidenceFiles()).toEqual(files);
  });

  it("fetches nothing, runs nothing, and gives every id once and every link its target", () => {
    expect(page).not.toMatch(/<script|<link|<iframe|@import|url\(http|src=/i);
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of document.querySelectorAll("a[href^='#']"))
      expect(ids).toContain(link.getAttribute("href")?.slice(1));
  });

  it("uses none of the words the product avoids, titles of cited works apart", () => {
    const copy = parseHTML(page).document;
    for (const section of copy.querySelectorAll("#references")) section.remove();
    const quoted = [...copy.querySelectorAll("#study-pages li")].filter((item) =>
      item.textContent?.includes("https://"),
    );
    for (const citation of quoted) citation.remove();
    expect(findForbiddenWording(copy.body.textContent ?? "")).toEqual([]);
  });

  it("has a section with a forest plot for every question that has studies, and names the number for every other", () => {
    expect(answered.length).toBeGreaterThan(5);
    for (const { id, answer } of answered) {
      const section = document.getElementById(id);
      expect(section?.querySelectorAll("figure").length).toBeGreaterThan(0);
      for (const { label } of answer.studies) expect(section?.textContent).toContain(label);
      for (const caution of answer.cautions) expect(section?.textContent).toContain(caution);
    }
    expect(document.querySelectorAll("#map tbody tr")).toHaveLength(30);
  });

  it("counts every study on record in or out of each question", () => {
    for (const { id } of answered) {
      const caption = [...(document.getElementById(id)?.querySelectorAll("caption") ?? [])].find((one) =>
        one.textContent?.startsWith("From"),
      );
      const rows = [...(caption?.closest("table")?.querySelectorAll("tbody tr") ?? [])];
      const leftOut = rows.reduce((sum, row) => sum + Number(row.querySelector(".number")?.textContent), 0);
      const used = Number(/to (\d+) used/.exec(caption?.textContent ?? "")?.[1]);
      expect(leftOut + used).toBe(loadTrials().length);
    }
  });

  it("holds every study, claim, rule and published synthesis", () => {
    for (const { label, overview = wordsIn("#studies") } of loadTrials() as readonly {
      label: string;
      overview?: string;
    }[])
      expect([overview.includes(label), wordsIn("#study-pages").includes(label)]).toEqual([true, true]);
    for (const { id } of loadClaims()) expect(wordsIn("#claims")).toContain(`Findings on ${id}:`);
    for (const { statement } of loadGuidance()) expect(wordsIn("#guidance")).toContain(statement);
    for (const { what } of loadPublishedSyntheses()) expect(wordsIn("#published")).toContain(what);
  });

  it("says the same in Markdown", () => {
    const headings = [...document.querySelectorAll("h2")].map(({ textContent }) => textContent);
    const text = textOf("report.md");
    for (const heading of headings) expect(text.replaceAll("\\", "")).toContain(`## ${heading}`);
  });
});

describe("the recorded GRADE judgements", () => {
  it("cover every answered question with the studies it has now, and no other question", () => {
    expect(
      gradeRecords()
        .map(({ question }) => question)
        .toSorted(),
    ).toEqual(answered.map(({ id }) => id).toSorted());
    for (const question of answered) expect(recordedGrade(question)?.judgements, question.id).toHaveLength(5);
  });

  it("no longer hold when an answer loses a study", () => {
    const [question] = answered.filter(({ answer }) => answer.studies.length > 1);
    const answer = { ...question!.answer, studies: question!.answer.studies.slice(1) };
    expect(recordedGrade({ ...question!, answer })).toBeUndefined();
  });
});

describe("the files beside the page", () => {
  it("hold a picture and data for each figure, a script for each answer, and the bibliography twice", () => {
    const paths = files.map(({ path }) => path);
    const figures = [...document.querySelectorAll("figure")].map(({ id }) => id);
    for (const id of figures) expect(paths).toEqual(expect.arrayContaining([`figures/${id}.svg`, `figures/${id}.csv`]));
    for (const { id, answer } of answered) {
      const script = textOf(`metafor/${id}.R`);
      for (const { effect, variance } of answer.studies)
        expect(script).toMatch(new RegExp(`${effect}[\\s\\S]*${variance}`));
    }
    expect(textOf("references.bib").match(/^@/gm)?.length).toBe(textOf("references.ris").match(/^TY {2}- /gm)?.length);
    expect(textOf("data/effects.csv").trimEnd().split("\n")).toHaveLength(
      1 + answered.flatMap(({ answer }) => answer.studies).length,
    );
  });
});
