import type { StudiedRange } from "@kinetamine/design";
import type { SvgDescription } from "./svg-element.ts";

const words = "OUTSIDE ALL TRIAL DATA";

/**
 * Writes across a figure that its doses lie outside all trial data; other figures stay clean.
 *
 * @param range the least studied dose behind the figure
 * @param size of the picture [px]
 */
export function watermark(
  range: StudiedRange,
  size: { readonly width: number; readonly height: number },
): readonly SvgDescription[] {
  if (range !== "outside") return [];
  const spacing = 190;
  const count = Math.max(1, Math.floor(size.height / spacing));
  return Array.from({ length: count }, (_, index): SvgDescription => {
    const y = ((index + 0.5) * size.height) / count;
    const place = { transform: `translate(${size.width / 2},${y}) rotate(-14)` };
    return [
      "text",
      { ...place, "text-anchor": "middle", "font-size": size.width / 20, "font-weight": 700, "fill-opacity": 0.22 },
      words,
    ];
  });
}
