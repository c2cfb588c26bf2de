import { type ForestRow, forestRows, funnel, poolEffects, predictionInterval } from "@kinetamine/evidence";
import { describe, expect, it } from "vitest";
import { allElements, readXml, wordsOf } from "../../test/well-formed-xml.ts";
import { createFigureDocument } from "../drawing/figure-document.ts";
import { renderFigure } from "../drawing/render-figure.ts";
import { figureCsv } from "../table/figure-csv.ts";
import { effectAxis } from "./effect-axis.ts";
import { forestFigure } from "./forest-figure.ts";
import { forestFigureRows } from "./forest-row.ts";
import { funnelFigure } from "./funnel-figure.ts";

const studies = [
  { label: "Small <A>", effect: -0.9, variance: 0.25 },
  { label: "Large B", effect: -0.3, variance: 0.02 },
  { label: "Middling C", effect: -0.6, variance: 0.1 },
  { label: "Odd D", effect: 0.2, variance: 0.08 },
];
const pooled = poolEffects(studies);
const groups = [studies.slice(0, 2), studies.slice(2)].map((members, index) => ({
  heading: index === 0 ? "parallel studies" : "crossover studies",
  pooled: poolEffects(members),
}));
const rows = forestRows({ pooled, groups, prediction: predictionInterval({ fit: pooled, point: pooled.pooled }) });
const content = {
  id: "E1",
  title: "Four studies",
  rows,
  measure: "mean difference",
  isRatio: false,
  sides: "",
} as const;
const dom = createFigureDocument();

describe.each([720, 328])("a forest plot %i px wide", (width) => {
  const text = renderFigure(forestFigure(content), dom, { width });

  it("is well-formed, the same every time, and holds no number that is not one", () => {
    expect(renderFigure(forestFigure(content), createFigureDocument(), { width })).toBe(text);
    expect(readXml(text).attributes.role).toBe("img");
    expect(text).not.toMatch(/NaN|undefined/);
  });

  it("names every study, the groups apart, the pooled result and the prediction", () => {
    const words = wordsOf(readXml(text));
    for (const name of [
      "Small <A>",
      "Large B",
      "Parallel studies",
      "Crossover studies",
      "Pooled apart",
      "Pooled: ",
      "Prediction: a new study",
    ])
      expect(words).toContain(name);
  });

  it("tells pooled results from studies by shape: a closed outline for each of them", () => {
    const diamonds = allElements(readXml(text)).filter(
      ({ name, attributes }) => name === "path" && /^M[-\d.,]+L[-\d.,]+L[-\d.,]+L[-\d.,]+Z$/.test(attributes.d ?? ""),
    );
    expect(diamonds.length).toBeGreaterThanOrEqual(3);
  });
});

describe("the axis of a forest plot", () => {
  const wide: ForestRow[] = [
    { kind: "study", label: "A", estimate: -0.5, low: -1, high: 0 },
    { kind: "pooled", label: "one study", estimate: -0.5, low: -50, high: 49 },
  ];

  it("holds every study and no difference, and cuts what would squeeze them", () => {
    const axis = effectAxis(
      forestFigureRows(wide, () => ""),
      false,
    );
    expect(axis.low).toBeLessThan(-1);
    expect(axis.high).toBeGreaterThan(0);
    expect(axis.low).toBeGreaterThan(-2);
    expect(axis.high).toBeLessThan(1);
  });

  it("shows by arrows that an interval goes on, and has none where all fits", () => {
    const arrows = (shown: readonly ForestRow[]) =>
      renderFigure(forestFigure({ ...content, rows: shown }), dom).match(/rotate\(-?90\)/g)?.length ?? 0;
    expect(arrows(wide)).toBe(2);
    expect(arrows(wide.slice(0, 1))).toBe(0);
  });

  it("is symmetric for a ratio and its inverse on a logarithmic axis", () => {
    const ratio: ForestRow[] = [{ kind: "study", label: "A", estimate: 1, low: 1 / 8, high: 8 }];
    const axis = effectAxis(
      forestFigureRows(ratio, () => ""),
      true,
    );
    expect(axis.low * axis.high).toBeCloseTo(1, 10);
    expect(axis.none).toBe(1);
  });
});

describe("the data behind", () => {
  it("a forest plot hold the numbers of the synthesis, weights adding up to 100", () => {
    const figure = forestFigure(content);
    const weights = figure.rows.filter(({ kind }) => kind === "study").map(({ weight }) => Number(weight));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 10);
    expect(figureCsv(figure)).toContain(`pooled,"Pooled: REML, Hartung-Knapp ad hoc",,${pooled.pooled.estimate},`);
  });

  it("a funnel plot hold effect and standard error of each study", () => {
    const figure = funnelFigure({
      id: "E2",
      title: "Funnel",
      measure: "mean difference",
      funnel: funnel({ effects: studies }, { centre: -0.4 }),
    });
    expect(figure.rows[1]).toEqual({ label: "Large B", effect: -0.3, standard_error: Math.sqrt(0.02), kind: "study" });
    const words = wordsOf(readXml(renderFigure(figure, dom)));
    for (const { label } of studies) expect(words).toContain(label);
  });
});
