/** Stable codes of what this package refuses to do, with what each one means; messages may be reworded, codes may not. */
export const reportErrorCodes = {
  "figure-csv-header": "A figure's CSV file does not begin with the columns of that figure",
  "figure-csv-width": "A line of a figure's CSV file has too few or too many cells",
  "figure-csv-number": "A number column of a figure's CSV file holds something else",
  "figure-csv-quote": "A quoted cell of a figure's CSV file is not closed",
  "figure-cell": "A figure's data row lacks a value, or holds one of the wrong kind",
  "figure-content": "A figure holds an element or attribute that figures do without",
  "block-missing": "The result lacks the simulated courses that a figure needs",
  "data-file": "A data file of the report is malformed",
  "link-target": "A link of the report leads somewhere other than an https address or a place in the report",
} as const;

/** Stable code of a refusal, listed in docs/reference/errors.md. */
export type ReportErrorCode = keyof typeof reportErrorCodes;

/** A report that cannot be made from its input: says what was attempted, the value found and the value required. */
export class ReportError extends Error {
  override readonly name = "ReportError";
  readonly code: ReportErrorCode;

  /** @param message what was attempted, what was found, what was required; no full stop at the end */
  constructor(code: ReportErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
