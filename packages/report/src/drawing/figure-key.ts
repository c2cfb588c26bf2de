import type { KeyItem, PointSymbol } from "../figures/figure-spec.ts";
import { textWidth } from "./fit-text.ts";
import type { SvgDescription } from "./svg-element.ts";

const fontSize = 12;
const lineHeight = 20;
const swatchWidth = 26;

/** The key above a figure: its drawing and the height it takes [px]. */
export interface DrawnKey {
  readonly height: number;
  readonly content: SvgDescription;
}

/**
 * Lays out the key of a figure in lines, each entry as a sample of its mark followed by words.
 *
 * @param items entries in reading order; none gives a key of no height
 * @param width available width [px]
 */
export function figureKey(items: readonly KeyItem[], width: number): DrawnKey {
  const entries: SvgDescription[] = [];
  let x = 0;
  let line = 0;
  for (const item of items) {
    const itemWidth = swatchWidth + 6 + textWidth(item.label, fontSize) + 14;
    if (x > 0 && x + itemWidth > width + 14) {
      x = 0;
      line += 1;
    }
    entries.push(entry(item, x, line * lineHeight));
    x += itemWidth;
  }
  return { height: items.length === 0 ? 0 : (line + 1) * lineHeight + 8, content: ["g", {}, ...entries] };
}

function entry(item: KeyItem, x: number, y: number): SvgDescription {
  return [
    "g",
    { transform: `translate(${x},${y})` },
    sample(item),
    ["text", { x: swatchWidth + 6, y: 14, "font-size": fontSize }, item.label],
  ];
}

function sample(item: KeyItem): SvgDescription {
  const middle = 10;
  const line = { stroke: item.color, "stroke-width": 2, fill: "none", "stroke-dasharray": item.dash ?? "none" };
  switch (item.mark) {
    case "band":
      return [
        "rect",
        { x: 0, y: 4, width: swatchWidth, height: 12, fill: item.color, "fill-opacity": item.opacity ?? 1 },
      ];
    case "bar":
      return [
        "rect",
        { x: 0, y: 7, width: swatchWidth, height: 6, fill: item.color, "fill-opacity": item.opacity ?? 1 },
      ];
    case "outline":
      return ["path", { ...line, "stroke-width": 1.2, d: `M0,5H${swatchWidth}M0,15H${swatchWidth}` }];
    case "line":
      return ["path", { ...line, d: `M0,${middle}H${swatchWidth}` }];
    case "range":
      return ["path", { ...line, "stroke-width": 1.5, d: `M${swatchWidth / 2},3V17` }];
    case "tick":
      return ["path", { ...line, d: `M${swatchWidth / 2},4V16` }];
    case "dot":
      return [
        "path",
        {
          fill: item.color,
          transform: `translate(${swatchWidth / 2},${middle})`,
          d: symbolPath(item.symbol ?? "circle"),
        },
      ];
  }
}

/** The point shapes as paths about the origin, close in area. */
function symbolPath(symbol: PointSymbol): string {
  switch (symbol) {
    case "circle":
      return "M-4.5,0A4.5,4.5,0,1,1,4.5,0A4.5,4.5,0,1,1,-4.5,0Z";
    case "triangle":
      return "M0,-5.5L5,3.5L-5,3.5Z";
    case "square":
      return "M-4,-4H4V4H-4Z";
    case "diamond":
      return "M0,-5.5L5.5,0L0,5.5L-5.5,0Z";
    case "times":
      return "M-4,-3L-3,-4L0,-1L3,-4L4,-3L1,0L4,3L3,4L0,1L-3,4L-4,3L-1,0Z";
  }
}
