import type { StudiedRange } from "@kinetamine/design";
import type { PlotOptions } from "@observablehq/plot";
import type { Column, Row } from "../table/column.ts";

/** Figure numbers are stable: a file `figures/F05.svg` means the same picture in every run. */
export type FigureId = "F01" | "F02" | "F03" | "F04" | "F05" | "F06" | "F07" | "F08" | "F09";

/** Figures of the evidence report, in a series of their own. */
export type EvidenceFigureId = `E${number}`;

/** One entry of the key drawn above the panels: the mark as it appears, and what it stands for. */
export interface KeyItem {
  readonly mark: "band" | "outline" | "line" | "dot" | "range" | "bar" | "tick";
  readonly label: string;
  /** A palette colour or `currentColor`. */
  readonly color: string;
  readonly opacity?: number;
  readonly dash?: string;
  readonly symbol?: PointSymbol;
}

/** Shapes that stay apart without colour. */
export type PointSymbol = "circle" | "triangle" | "square" | "diamond" | "times";

/** One small chart. Panels carry no width: the renderer lays them out for a wide or a narrow page. */
export interface Panel {
  readonly title: string;
  /** A second, quieter line: unit, sample, certainty of the evidence. */
  readonly subtitle?: string;
  /** Height of the plotting area with its axes [px]. */
  readonly height: number;
  /** Everything Observable Plot needs apart from size and document, for a panel of the given width [px]. */
  readonly plot: (width: number) => Omit<PlotOptions, "width" | "height" | "document">;
}

/** What a figure says and shows, made from its rows alone. */
export interface FigureDrawing {
  readonly title: string;
  /** Plain-language sentences printed below the figure. */
  readonly caption: string;
  /** What the picture shows, for readers who do not see it. */
  readonly alt: string;
  readonly key: readonly KeyItem[];
  /** Rows of panels on a wide page; on a narrow page panels stand one below the other. */
  readonly panels: readonly (readonly Panel[])[];
}

/** A figure: its words, its data rows and its drawing. Plain data apart from Plot's mark objects. */
export interface FigureSpec extends FigureDrawing {
  readonly id: FigureId | EvidenceFigureId;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Where the doses behind the figure stand; `outside` is printed across the picture. */
  readonly range: StudiedRange;
}
