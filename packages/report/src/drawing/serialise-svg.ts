import { ReportError } from "../report-error.ts";
import { escapeMarkup } from "../text/escape-markup.ts";

/** The part of the DOM that serialising needs; real browsers and DOM implementations for servers both offer it. */
export interface SvgNode {
  readonly nodeType: number;
  /** Present on elements only. */
  readonly localName?: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<SvgNode>;
  readonly attributes?: ArrayLike<{ readonly name: string; readonly value: string }>;
}

const elements = new Set("svg g path rect circle line text tspan clipPath title".split(" "));
/** Where long decimal fractions are coordinates: a hundredth of a pixel is enough. */
const coordinates = new Set("d x y x1 y1 x2 y2 dx dy cx cy r width height transform viewBox points".split(" "));

/**
 * Writes an SVG tree as XML: attributes in alphabetical order, coordinates to 0.01 px, text escaped, style sheets left
 * out. The bytes depend on the tree alone, not on the DOM implementation that holds it.
 *
 * @param node root of the tree
 * @param renameId gives every id a name that is unique on the page
 * @returns well-formed XML
 * @throws ReportError `figure-content` on any element or attribute outside the small set that figures need
 */
export function serialiseSvg(node: SvgNode, renameId: (id: string) => string): string {
  if (node.nodeType === 3) return escapeMarkup(node.nodeValue ?? "");
  const name = node.localName ?? "a node that is no element";
  if (name === "style") return "";
  if (!elements.has(name)) {
    throw new ReportError(
      "figure-content",
      `Cannot write the figure: found ${name}, need one of ${[...elements].join(", ")}`,
    );
  }
  const children = Array.from(node.childNodes, (child) => serialiseSvg(child, renameId)).join("");
  if (children === "" && name === "g") return "";
  const open = `<${name}${attributesOf(node, renameId)}`;
  return children === "" ? `${open}/>` : `${open}>${children}</${name}>`;
}

function attributesOf(node: SvgNode, renameId: (id: string) => string): string {
  return Array.from(node.attributes ?? [])
    .filter(({ name }) => name !== "class")
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, value }) => ` ${name}="${escapeMarkup(attributeValue(name, value, renameId))}"`)
    .join("");
}

function attributeValue(name: string, value: string, renameId: (id: string) => string): string {
  if (!/^[a-z][a-zA-Z0-9-]*$/.test(name) || /^on|^href$|^style$/.test(name)) {
    throw new ReportError(
      "figure-content",
      `Cannot write the figure: found attribute ${name}, need a presentation attribute`,
    );
  }
  if (name === "id") return renameId(value);
  if (coordinates.has(name))
    return value.replace(/-?\d+\.\d{2,}(?:e-?\d+)?/g, (digits) => String(roundTo(Number(digits))));
  return value.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${renameId(id)})`);
}

function roundTo(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}
