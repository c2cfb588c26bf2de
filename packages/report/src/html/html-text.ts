import { escapeMarkup } from "../text/escape-markup.ts";

/** A piece of finished HTML; only this module and the writers built on it make one. */
export interface Html {
  readonly html: string;
}

/** What may stand in a template: text is escaped, finished HTML is not, lists are joined, `undefined` leaves nothing. */
export type HtmlPart = string | number | Html | undefined | readonly HtmlPart[];

/**
 * Builds HTML from a template: the literal parts are trusted, every value put in is escaped unless it is HTML already.
 *
 * @returns finished HTML, safe to put into element content and into quoted attribute values
 */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  return {
    html: literals.reduce(
      (text, literal, index) => `${text}${index === 0 ? "" : write(values[index - 1])}${literal}`,
      "",
    ),
  };
}

/** Marks text as finished HTML. For the output of our own writers only, e.g. serialised SVG and the style sheet. */
export function trustedHtml(text: string): Html {
  return { html: text };
}

function write(part: HtmlPart): string {
  if (part === undefined) return "";
  if (typeof part === "string") return escapeMarkup(part);
  if (typeof part === "number") return String(part);
  return isList(part) ? part.map(write).join("") : part.html;
}

function isList(part: Html | readonly HtmlPart[]): part is readonly HtmlPart[] {
  return Array.isArray(part);
}
