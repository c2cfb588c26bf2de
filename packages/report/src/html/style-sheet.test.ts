import { describe, expect, it } from "vitest";
import { styleSheet } from "./style-sheet.ts";

/** Relative luminance of WCAG 2.2. */
function luminance(color: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

const [light, dark] = [...styleSheet.matchAll(/:root \{([^}]*)\}/g)].map((match) =>
  Object.fromEntries([...match[1]!.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, color]) => [name!, color!])),
);

describe.each([
  ["light", light!, ["#0072B2", "#D55E00", "#009E73"]],
  ["dark", dark!, ["#56b4e9", "#e69f00", "#009E73", "#CC79A7"]],
] as const)("the %s page", (_, colors, lines) => {
  it("sets all text at a contrast of 4.5 or more (WCAG 2.2, 1.4.3)", () => {
    const pairs = [
      ...["ink", "soft", "link"].flatMap((name) => [[name, "paper"]]),
      ...["ink", "link"].map((name) => [name, "shade"]),
      ...["failure", "warning", "caution", "note"].flatMap((tone) => [
        [tone, `${tone}-paper`],
        [tone, "paper"],
        ["ink", `${tone}-paper`],
      ]),
    ];
    for (const [front, back] of pairs)
      expect(contrast(colors[front!]!, colors[back!]!), `${front} on ${back}`).toBeGreaterThanOrEqual(4.5);
  });

  it("draws the lines of up to three regimens at a contrast of 3 or more (WCAG 2.2, 1.4.11)", () => {
    for (const color of lines) expect(contrast(color, colors.paper!), color).toBeGreaterThanOrEqual(3);
  });
});
