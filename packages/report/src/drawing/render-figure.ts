import { plot } from "@observablehq/plot";
import type { FigureSpec, Panel } from "../figures/figure-spec.ts";
import { figureKey } from "./figure-key.ts";
import { panelHeading } from "./panel-heading.ts";
import { type SvgNode, serialiseSvg } from "./serialise-svg.ts";
import { type SvgDescription, svgElement } from "./svg-element.ts";
import { watermark } from "./watermark.ts";

/** Width of the wide layout, panels side by side [px]. */
export const wideWidth = 720;
/** Width of the narrow layout, panels one below the other [px]. */
export const narrowWidth = 328;

const gap = 16;
const fontSize = 12;

/** How to draw a figure. */
export interface RenderOptions {
  /** Width of the picture [px]; below 560 panels stand one below the other. `wideWidth` unless told. */
  readonly width?: number;
  /** True for a picture that stands in a file of its own: black on white, with its title inside. False unless told. */
  readonly standalone?: boolean;
}

/**
 * Draws a figure as one SVG picture: key, panels with headings, and the words OUTSIDE ALL TRIAL DATA across it when a
 * dose was never studied.
 *
 * Text takes the colour of its surroundings (`currentColor`), so the same picture serves light and dark pages. The same
 * figure, options and version of Observable Plot give the same bytes in every DOM, with one exception: in a browser whose
 * screen has one pixel per CSS pixel, Plot moves strokes by half a pixel to keep hairlines sharp.
 *
 * @param figure what to draw
 * @param document any DOM: a browser's, or `createFigureDocument()` where there is none
 * @returns well-formed SVG, at most `width` wide when shown at its own size
 */
export function renderFigure(figure: FigureSpec, document: Document, options: RenderOptions = {}): string {
  const width = options.width ?? wideWidth;
  const standalone = options.standalone === true;
  const content = figureContent(figure, document, width);
  const root = svgElement(document, [
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${content.height}`,
      width,
      height: content.height,
      role: "img",
      "aria-label": `${figure.title}. ${figure.alt}`,
      fill: "currentColor",
      "font-family": "system-ui, 'Helvetica Neue', Arial, sans-serif",
      "font-size": fontSize,
      ...(standalone ? { color: "#000000" } : {}),
    },
    ...(standalone ? [["title", {}, figure.title] as const] : []),
    ...(standalone ? [["rect", { width, height: content.height, fill: "#ffffff" }] as const] : []),
    ...content.elements,
  ]);
  return serialiseSvg(root as unknown as SvgNode, uniqueNames(`${figure.id}-${width}`));
}

interface FigureContent {
  readonly height: number;
  readonly elements: readonly SvgDescription[];
}

function figureContent(figure: FigureSpec, document: Document, width: number): FigureContent {
  const key = figureKey(figure.key, width);
  const lines = width < 560 ? figure.panels.flat().map((panel) => [panel]) : figure.panels;
  const isLettered = figure.panels.flat().length > 1;
  const elements: SvgDescription[] = [key.content];
  let y = key.height;
  let letter = 0;
  for (const line of lines) {
    const place = { y, width: (width - gap * (line.length - 1)) / line.length };
    const letters = line.map(() => (isLettered ? String.fromCharCode(97 + letter++) : ""));
    const drawn = panelLine(line, document, { ...place, letters });
    elements.push(...drawn.elements);
    y += drawn.height + gap / 2;
  }
  return { height: Math.ceil(y), elements: [...elements, ...watermark(figure.range, { width, height: y })] };
}

interface LinePlace {
  readonly y: number;
  /** Width of each panel [px]. */
  readonly width: number;
  readonly letters: readonly string[];
}

/** Panels side by side: headings share a height, so that plotting areas start on one line. */
function panelLine(panels: readonly Panel[], document: Document, place: LinePlace): FigureContent {
  const headings = panels.map((panel, index) =>
    panelHeading(panel, { letter: place.letters[index] ?? "", width: place.width }),
  );
  const headingHeight = Math.max(...headings.map((heading) => heading.height));
  const elements = panels.map((panel, index): SvgDescription => {
    const x = index * (place.width + gap);
    const chart = drawPanel(panel, document, place.width);
    chart.setAttribute("y", String(headingHeight));
    return ["g", { transform: `translate(${x},${place.y})` }, headings[index]!.content, chart];
  });
  return { height: headingHeight + Math.max(...panels.map((panel) => panel.height)), elements };
}

function drawPanel(panel: Panel, document: Document, width: number): SVGElement {
  const chart = plot({ ...panel.plot(width), width, height: panel.height, document }) as unknown as SVGElement;
  chart.setAttribute("font-size", String(fontSize));
  chart.removeAttribute("font-family");
  chart.setAttribute("overflow", "visible");
  return chart;
}

/** Plot numbers its clipping paths through the life of the process; names must depend on the figure alone. */
function uniqueNames(prefix: string): (id: string) => string {
  const names = new Map<string, string>();
  return (id) => {
    const name = names.get(id) ?? `${prefix}-${names.size + 1}`;
    names.set(id, name);
    return name;
  };
}
