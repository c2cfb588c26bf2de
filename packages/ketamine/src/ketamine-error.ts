/**
 * Every code a `KetamineError` can carry, and what each means in one line.
 *
 * Codes are stable: messages may be reworded, codes may not.
 */
export const ketamineErrorCodes = {
  "ketamine-data-invalid": "A data file of the ketamine package breaks its schema or one of its rules",
  "ketamine-administration-invalid": "An administration that this model cannot translate into doses",
  "ketamine-disorder-unknown": "A disorder was asked for by an identifier that no record has",
  "ketamine-reference-unknown": "A reference was asked for by a key that the bibliography does not hold",
} as const;

/** One of the keys of `ketamineErrorCodes`. */
export type KetamineErrorCode = keyof typeof ketamineErrorCodes;

/**
 * A mistake in the package's data or in a request to it that its author can correct.
 *
 * Programs read `code` and `path`; people read `message`.
 */
export class KetamineError extends Error {
  override readonly name = "KetamineError";
  readonly code: KetamineErrorCode;
  /** Where: a path into the offending value, e.g. `parameters/receptors[3].unit`. */
  readonly path: string;

  constructor(code: KetamineErrorCode, path: string, message: string) {
    super(`${path}: ${message} [${code}]`);
    this.code = code;
    this.path = path;
  }
}
