import { describe, expect, it } from "vitest";
import { syntheticInput } from "../../test/synthetic-run.ts";
import { runFigures } from "../figures/run-figures.ts";
import { countSentence } from "./assumptions.ts";
import type { Block } from "./block.ts";
import { citedKeys } from "./citations.ts";
import { credibilityDocument } from "./credibility-document.ts";
import { figureTable } from "./figure-table.ts";
import { findingBanners } from "./findings.ts";
import { keyResults } from "./key-results.ts";
import { reportDocument } from "./report-document.ts";

const input = syntheticInput({ subjectCount: 12 });
const { plan } = input.result;
const figures = runFigures(input);

function wordsOf(block: Block): string {
  return JSON.stringify(block);
}

describe("the table beside a figure", () => {
  it("shows every row of a short figure and sixty of a long one, the first and last among them", () => {
    const [strip, plasma] = figures;
    expect(figureTable(strip!).rows).toHaveLength(strip!.rows.length);
    const table = figureTable(plasma!);
    expect(table.rows).toHaveLength(60);
    expect(table.caption).toContain(`60 of ${plasma!.rows.length} rows`);
    expect(table.rows[0]![0]).toEqual(["given"]);
  });

  it("leaves out columns that are empty throughout", () => {
    const headers = figureTable(figures[0]!).columns.map((column) => column.header);
    expect(headers).toContain("Study day");
    const share = figures.find(({ id }) => id === "F08")!;
    const noDraws = { ...share, rows: share.rows.map((row) => ({ ...row, parameter05: Number.NaN })) };
    expect(figureTable(noDraws).columns.map((column) => column.header)).not.toContain(
      "Typical patient, 5 % of draws below",
    );
  });
});

describe("the key results", () => {
  it("compare two regimens in the same virtual patients, and leave more comparisons to the table", () => {
    expect(wordsOf(keyResults(plan, input.summary))).toContain("B less A in the same virtual patients");
    const third = input.summary.contrasts.map((row) => ({ ...row, to: "C" }));
    const many = { ...input.summary, contrasts: [...input.summary.contrasts, ...third] };
    expect(wordsOf(keyResults(plan, many))).not.toContain("in the same virtual patients");
  });

  it("say nothing of endpoints that the run does not have", () => {
    const endpoints = input.summary.endpoints.filter((row) => !row.endpoint.startsWith("score"));
    const words = wordsOf(keyResults(plan, { ...input.summary, endpoints }));
    expect(words).toContain("Exposure");
    expect(words).not.toContain("Symptoms");
  });
});

describe("the findings", () => {
  const finding = { level: "caution", code: "x", path: "a", message: "twice", sources: [] } as const;

  it("stand gravest first, each once with all its places", () => {
    const banners = findingBanners([
      finding,
      { ...finding, path: "b" },
      { ...finding, level: "warning", message: "grave" },
    ]);
    expect(banners.map((banner) => banner.kind === "banner" && banner.tone)).toEqual(["warning", "caution"]);
    expect(wordsOf(banners[1]!)).toContain('"Twice. ",{"kind":"code","text":"a, b"}');
  });

  it("do not repeat what the standing banner says", () => {
    expect(findingBanners([{ ...finding, code: "not-approved" }])).toEqual([]);
  });
});

describe("the documents", () => {
  it("cite nothing that their reference list lacks", () => {
    for (const document of [reportDocument(input), credibilityDocument(input)]) {
      const list = document.blocks.flatMap((block) =>
        block.kind === "section" && block.id === "references" ? block.blocks : [],
      );
      const [references] = list;
      expect(references?.kind === "references" && references.entries.length).toBe(citedKeys(document.blocks).length);
    }
  });

  it("leave out the comparison of a single regimen", () => {
    const single = syntheticInput({ subjectCount: 3, regimens: plan.regimens.slice(0, 1) });
    const ids = reportDocument(single).blocks.flatMap((block) => (block.kind === "section" ? [block.id] : []));
    expect(ids).not.toContain("contrast");
    expect(ids).toContain("endpoints");
  });

  it("count parameters by how firm they are", () => {
    expect(countSentence(plan.parameters)).toBe("The model rests on 2 parameters: 1 calibrated, 1 assumed.");
  });
});
