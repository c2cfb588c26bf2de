import type { FigureSpec } from "../figures/figure-spec.ts";

/** How a banner or badge is meant; each also says so in words. */
export type Tone = "failure" | "warning" | "caution" | "note";

/** A piece of a line. Plain text is a string; nothing here is markup, so every writer escapes it. */
export type Inline =
  | string
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "badge"; readonly text: string; readonly tone: Tone }
  /** A citation by key of the bibliography; writers number it. */
  | { readonly kind: "cite"; readonly key: string }
  /** An https address, or `#` and the id of a section. */
  | { readonly kind: "link"; readonly text: string; readonly href: string };

/** A line or paragraph of text. */
export type Content = readonly Inline[];

/** A column of a table; numbers stand on the right. */
export interface TableColumn {
  readonly header: string;
  readonly isNumeric?: boolean;
}

/** A table whose first column names its rows. */
export interface TableBlock {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Content[])[];
}

/** A part of a document, independent of the format it is written in. */
export type Block =
  | { readonly kind: "section"; readonly id: string; readonly title: string; readonly blocks: readonly Block[] }
  | { readonly kind: "paragraph"; readonly content: Content }
  | { readonly kind: "list"; readonly items: readonly Content[] }
  | { readonly kind: "banner"; readonly tone: Tone; readonly title: string; readonly blocks: readonly Block[] }
  /** Folded away until asked for, where the format can fold. */
  | { readonly kind: "details"; readonly summary: string; readonly blocks: readonly Block[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "references"; readonly entries: readonly ReferenceEntry[] }
  | { readonly kind: "figure"; readonly figure: FigureSpec }
  | TableBlock;

/** One numbered line of the reference list. */
export interface ReferenceEntry {
  readonly number: number;
  readonly text: string;
  /** An https address, where the work has one. */
  readonly href?: string;
}

/** A whole document: title, one line below it, and its parts. */
export interface Document {
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly Block[];
}

/** A paragraph of the given pieces. */
export function paragraph(...content: Inline[]): Block {
  return { kind: "paragraph", content };
}

/** A section with its heading. */
export function section(id: string, title: string, blocks: readonly Block[]): Block {
  return { kind: "section", id, title, blocks };
}
