/**
 * A mistake in a model, an input declaration or an option that its author can correct.
 *
 * Tests and programs read `code`; people read `message`.
 */
export class ModelError extends Error {
  override readonly name = "ModelError";
  /** Stable identifier, explained in `modelErrorCodes`. */
  readonly code: string;
  /** Where: `file:line:column` in model text, else a path into the offending value, e.g. `inputs[2].unit`. */
  readonly path: string;
  /** What the author may have meant, when one candidate stands out. */
  readonly suggestion?: string;

  constructor(code: string, path: string, message: string, suggestion?: string) {
    super(`${path}: ${message}${suggestion === undefined ? "" : ` (did you mean ${suggestion}?)`} [${code}]`);
    this.code = code;
    this.path = path;
    if (suggestion !== undefined) this.suggestion = suggestion;
  }
}
