import { parseHTML } from "linkedom";

/**
 * Makes an empty DOM to draw figures in where there is no browser.
 *
 * @returns a document good for `renderFigure`; each call gives a fresh one
 */
export function createFigureDocument(): Document {
  return parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;
}
