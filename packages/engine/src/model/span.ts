/** A named piece of model text, usually one file. */
export interface ModelSource {
  readonly name: string;
  readonly text: string;
}

/** A stretch of one source, as offsets; `end` is exclusive. */
export interface Span {
  readonly source: ModelSource;
  readonly start: number;
  readonly end: number;
}

/** `file:line:column` of the start of a span, both counted from 1; a column is one UTF-16 code unit. */
export function locate({ source, start }: Span): string {
  const before = source.text.slice(0, start);
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = before.split("\n").length;
  return `${source.name}:${line}:${start - lineStart + 1}`;
}

/** From the start of `first` to the end of `last`, both in one source. */
export function join(first: Span, last: Span): Span {
  return { source: first.source, start: first.start, end: last.end };
}
