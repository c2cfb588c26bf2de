import { readFileSync } from "node:fs";
import { executorHere, planRun, readScenario, simulateRun, studiedRange, summariseRun } from "@kinetamine/design";
import { observedSeries, references } from "@kinetamine/ketamine";
import { beforeAll, describe, expect, it } from "vitest";
import { createFigureDocument } from "../src/drawing/figure-document.ts";
import { renderFigure } from "../src/drawing/render-figure.ts";
import { figureCatalogue } from "../src/figures/figure-catalogue.ts";
import { figureFromCsv } from "../src/figures/figure-definition.ts";
import type { FigureSpec } from "../src/figures/figure-spec.ts";
import { runFigures } from "../src/figures/run-figures.ts";
import { findForbiddenWording } from "../src/forbidden-wording.ts";
import { renderHtmlReport } from "../src/html/render-html-report.ts";
import type { ReportInput } from "../src/report-input.ts";
import { figureCsv } from "../src/table/figure-csv.ts";
import { readXml } from "./well-formed-xml.ts";

/** A worked scenario with few virtual patients: what is tested is that the parts fit, not what the model says. */
async function realInput(name: string): Promise<ReportInput> {
  const text = readFileSync(new URL(`../../../examples/${name}.scenario.yaml`, import.meta.url), "utf8")
    .replace(/^ {2}n: \d+/m, "  n: 6")
    .replace(/patients: \d+/, "patients: 6")
    .replace(/parameters: \d+/, "parameters: 2");
  const result = await simulateRun(planRun(readScenario(text, name)), executorHere);
  const reproduction = { command: `kinetamine run ${name}.scenario.yaml`, toolVersion: "0.0.0", details: [] };
  return {
    result,
    summary: summariseRun(result),
    observed: observedSeries,
    studies: studiedRange.studies,
    references,
    reproduction,
  };
}

describe.each(["single-infusion", "esketamine-nasal-course"])("the worked scenario %s", (name) => {
  let input: ReportInput;
  let figures: readonly FigureSpec[];
  beforeAll(async () => {
    input = await realInput(name);
    figures = runFigures(input);
  }, 120_000);

  it("gives figures that are well formed, hold only numbers, and can be drawn again from their files", () => {
    for (const figure of figures) {
      const definition = figureCatalogue.find(({ id }) => id === figure.id)!;
      const picture = renderFigure(figure, createFigureDocument());
      readXml(picture);
      expect(picture).not.toMatch(/NaN|Infinity|undefined/);
      expect(renderFigure(figureFromCsv(definition, figureCsv(figure)), createFigureDocument())).toBe(picture);
    }
  });

  it("finds published values for the plasma figure", () => {
    const sources = figures
      .find(({ id }) => id === "F02")!
      .rows.filter((row) => row.kind === "observed")
      .map((row) => row.source);
    expect(sources.join("; ")).toMatch(name === "single-infusion" ? /Zarate 2006, mean/ : /Perez-Ruixo 2021, model/);
  });

  it("shows the same session peaks as the endpoints of the summary", () => {
    const peaks = figures
      .find(({ id }) => id === "F07")!
      .rows.filter((row) => row.kind === "peak" && row.output === "CADSS");
    expect(peaks.length).toBeGreaterThan(0);
    for (const row of peaks) {
      const endpoint = input.summary.endpoints.find(
        (candidate) => candidate.regimen === row.regimen && candidate.endpoint === `CADSS_peak_session_${row.session}`,
      );
      expect([row.q05, row.q50, row.q95]).toEqual([endpoint!.q05, endpoint!.q50, endpoint!.q95]);
    }
  });

  it("cites only works of the bibliography and uses no forbidden wording", () => {
    const page = renderHtmlReport(input);
    expect(page).not.toContain("not in the bibliography");
    expect(findForbiddenWording(page.replace(/<style>.*?<\/style>/s, "").replace(/<[^>]+>/g, " "))).toEqual([]);
  });
});
