const namespace = "http://www.w3.org/2000/svg";

/** Attributes of an SVG element; numbers are written as they are. */
export type SvgAttributes = Readonly<Record<string, string | number>>;

/**
 * Makes an SVG element with attributes and children; text children become text nodes, never markup.
 *
 * @param document the DOM that will hold the element
 * @param description name, attributes and children, e.g. `["text", { x: 4 }, "word"]`
 */
export function svgElement(document: Document, description: SvgDescription): SVGElement {
  const [name, attributes, ...children] = description;
  const element = document.createElementNS(namespace, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  for (const child of children) {
    if (typeof child === "string") element.append(document.createTextNode(child));
    else element.append(isDescription(child) ? svgElement(document, child) : child);
  }
  return element;
}

/** An element as data: name, attributes, then children. */
export type SvgDescription = readonly [string, SvgAttributes, ...(string | SvgDescription | Element)[]];

function isDescription(child: SvgDescription | Element): child is SvgDescription {
  return Array.isArray(child);
}
