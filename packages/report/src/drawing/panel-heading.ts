import type { Panel } from "../figures/figure-spec.ts";
import { fitText } from "./fit-text.ts";
import type { SvgDescription } from "./svg-element.ts";

const titleSize = 13;
const subtitleSize = 12;
const indent = 16;

/** A panel's letter, title and second line, with the height they take [px]. */
export interface DrawnHeading {
  readonly height: number;
  readonly content: SvgDescription;
}

/**
 * Draws the heading of a panel: bold letter, bold title in at most two lines, a lighter second line below.
 *
 * @param panel whose title and subtitle are written
 * @param place letter, empty for a figure of one panel, and available width [px]
 */
export function panelHeading(panel: Panel, place: { readonly letter: string; readonly width: number }): DrawnHeading {
  const x = place.letter === "" ? 0 : indent;
  const room = place.width - x;
  const titleLines = fitText(panel.title, room * 0.94, { fontSize: titleSize, lines: 2 });
  const subtitleLines =
    panel.subtitle === undefined ? [] : fitText(panel.subtitle, room, { fontSize: subtitleSize, lines: 3 });
  const titleHeight = 17 * titleLines.length;
  return {
    height: titleHeight + 15 * subtitleLines.length + 4,
    content: [
      "g",
      {},
      ...(place.letter === ""
        ? []
        : [["text", { x: 0, y: 13, "font-size": 14, "font-weight": 700 }, place.letter] as const]),
      ...titleLines.map((line, index) =>
        textLine(line, { x, y: 13 + 17 * index, "font-size": titleSize, "font-weight": 600 }),
      ),
      ...subtitleLines.map((line, index) =>
        textLine(line, { x, y: titleHeight + 11 + 15 * index, "font-size": subtitleSize, "fill-opacity": 0.8 }),
      ),
    ],
  };
}

function textLine(line: string, attributes: Readonly<Record<string, number>>): SvgDescription {
  return ["text", attributes, line];
}
