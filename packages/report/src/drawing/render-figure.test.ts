import { lineY } from "@observablehq/plot";
import { describe, expect, it } from "vitest";
import { hostileTexts } from "../../test/hostile-texts.ts";
import { syntheticInput } from "../../test/synthetic-run.ts";
import { allElements, readXml } from "../../test/well-formed-xml.ts";
import { figureCatalogue } from "../figures/figure-catalogue.ts";
import { figureFromRun } from "../figures/figure-definition.ts";
import { runFigures } from "../figures/run-figures.ts";
import { createFigureDocument } from "./figure-document.ts";
import { narrowWidth, renderFigure, wideWidth } from "./render-figure.ts";
import { type SvgNode, serialiseSvg } from "./serialise-svg.ts";

const input = syntheticInput({ subjectCount: 5 });
const figures = runFigures(input);
const dom = createFigureDocument();

describe.each([wideWidth, narrowWidth])("a figure %i px wide", (width) => {
  it.each(
    figures.map((figure) => [figure.id, figure] as const),
  )("%s gives the same bytes every time and in every document", (_, figure) => {
    expect(renderFigure(figure, createFigureDocument(), { width })).toBe(renderFigure(figure, dom, { width }));
  });

  it.each(
    figures.map((figure) => [figure.id, figure] as const),
  )("%s is well-formed SVG that scales, speaks and holds no text under 11 px", (_, figure) => {
    const root = readXml(renderFigure(figure, dom, { width }));
    expect(root.attributes).toMatchObject({ xmlns: "http://www.w3.org/2000/svg", role: "img", fill: "currentColor" });
    expect(root.attributes.viewBox).toMatch(new RegExp(`^0 0 ${width} \\d+$`));
    expect(root.attributes["aria-label"]).toBe(`${figure.title}. ${figure.alt}`);
    const sizes = allElements(root).flatMap((element) =>
      element.attributes["font-size"] === undefined ? [] : [Number(element.attributes["font-size"])],
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
  });

  it.each(figures.map((figure) => [figure.id, figure] as const))("%s draws no number that is not one", (_, figure) => {
    expect(renderFigure(figure, dom, { width })).not.toMatch(/NaN|Infinity|undefined/);
  });
});

it("stands panels side by side on a wide page and one below the other on a narrow one", () => {
  const figure = figures.find(({ id }) => id === "F02")!;
  const lefts = (width: number) => {
    const groups = allElements(readXml(renderFigure(figure, dom, { width })));
    const panels = groups.filter((group) =>
      group.children.some((child) => typeof child !== "string" && child.name === "svg"),
    );
    return new Set(panels.map((panel) => panel.attributes.transform?.match(/^translate\(([\d.]+),/)?.[1]));
  };
  expect(lefts(wideWidth)).toEqual(new Set(["0", "368"]));
  expect(lefts(narrowWidth)).toEqual(new Set(["0"]));
});

it("is black on white with its title inside when it stands in a file of its own", () => {
  const [figure] = figures;
  const root = readXml(renderFigure(figure!, dom, { standalone: true }));
  expect(root.attributes.color).toBe("#000000");
  expect(allElements(root).find((element) => element.name === "title")).toMatchObject({ children: [figure!.title] });
});

it("names clipping paths after the figure, not after how many were drawn before", () => {
  const marks = [lineY([1, 2, 3], { clip: true }), lineY([3, 2, 1], { clip: true })];
  const panel = { title: "Clipped", height: 80, plot: () => ({ marks }) };
  const clipped = { ...figures[0]!, key: [], panels: [[panel, panel]] };
  const text = renderFigure(clipped, dom);
  expect(renderFigure(clipped, dom)).toBe(text);
  const ids = allElements(readXml(text)).flatMap((element) => element.attributes.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^F01-720-\d+$/);
});

it("writes OUTSIDE ALL TRIAL DATA across figures of doses nobody studied, and across no other", () => {
  const words = "OUTSIDE ALL TRIAL DATA";
  for (const figure of figures) {
    expect(renderFigure({ ...figure, range: "outside" }, dom)).toContain(words);
    expect(renderFigure(figure, dom)).not.toContain(words);
  }
});

describe("hostile labels of regimens", () => {
  const known = ["svg", "g", "path", "rect", "line", "circle", "text", "tspan"];
  const labelled = (text: string) =>
    input.result.plan.regimens.map((regimen, index) => ({ ...regimen, id: `${index}${text}`, label: text }));

  it("make no element that figures do without", () => {
    const regimens = labelled(hostileTexts.join(" "));
    for (const figure of runFigures(syntheticInput({ subjectCount: 2, regimens }))) {
      for (const { name } of allElements(readXml(renderFigure(figure, dom)))) expect(known).toContain(name);
    }
  });

  it.each(hostileTexts)("write %j as the words it is", (text) => {
    const { plan } = input.result;
    const renamed = { ...input, result: { ...input.result, plan: { ...plan, regimens: labelled(text) } } };
    const strip = figureFromRun(figureCatalogue[0]!, renamed);
    expect(readXml(renderFigure(strip!, dom)).attributes["aria-label"]).toContain(text.replaceAll("\u0000", "\uFFFD"));
  });
});

describe("serialising", () => {
  const element = (name: string) => dom.createElementNS("http://www.w3.org/2000/svg", name);
  const write = (node: Element) => serialiseSvg(node as unknown as SvgNode, (id) => `x-${id}`);

  it.each(["script", "foreignObject", "image", "a", "iframe", "use"])("refuses <%s>", (name) => {
    const svg = element("svg");
    svg.append(element(name));
    expect(() => write(svg)).toThrow(expect.objectContaining({ code: "figure-content" }));
  });

  it.each(["onload", "href", "style", "xlink:href"])("refuses the attribute %s", (name) => {
    const svg = element("svg");
    svg.setAttribute(name, "x");
    expect(() => write(svg)).toThrow(expect.objectContaining({ code: "figure-content" }));
  });

  it("sorts attributes, rounds coordinates, renames ids with their uses and leaves out empty groups and style sheets", () => {
    const svg = element("svg");
    const path = element("path");
    path.setAttribute("stroke", "url(#a)");
    path.setAttribute("d", "M1.23456,-0.0001L2,3");
    path.setAttribute("id", "a");
    svg.append(element("style"), element("g"), path);
    expect(write(svg)).toBe('<svg><path d="M1.23,0L2,3" id="x-a" stroke="url(#x-a)"/></svg>');
  });
});
