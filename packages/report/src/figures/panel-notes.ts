import { type Markish, text } from "@observablehq/plot";

/** An outline in the colour of the page that keeps words legible on lines and bands. */
export const halo = { fill: "currentColor", stroke: "white", strokeWidth: 3 } as const;

/** Size of words inside a plotting area [px]. */
export const noteSize = 11;

/** Words in the upper right corner of a plotting area, e.g. that nothing was published here. */
export function cornerNote(words: string): Markish {
  return text([words], { frameAnchor: "top-right", dx: -2, dy: 2, fontSize: noteSize, lineWidth: 24, ...halo });
}

/** Words beside a point of a course. */
export interface PointLabel {
  readonly x: number;
  readonly y: number;
  readonly words: string;
}

/**
 * Writes words to the right of points, moved apart downwards where they would touch.
 *
 * @param labels points in axis units
 * @param options height of the axis, in its unit, and of the plotting area [px]
 */
export function pointLabels(
  labels: readonly PointLabel[],
  options: { readonly span: number; readonly height: number },
): Markish {
  const placed = movedApart(labels, (14 * options.span) / options.height);
  return text(placed, { x: "x", y: "y", text: "words", textAnchor: "start", dx: 8, fontSize: noteSize, ...halo });
}

function movedApart(labels: readonly PointLabel[], spacing: number): PointLabel[] {
  let ceiling = Number.POSITIVE_INFINITY;
  return labels
    .toSorted((a, b) => b.y - a.y)
    .map((label) => {
      const y = Math.min(label.y, ceiling - spacing);
      ceiling = y;
      return { ...label, y };
    });
}
