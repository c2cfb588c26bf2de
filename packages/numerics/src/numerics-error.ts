/** A call to a numerical routine that its author can correct: wrong shape, value outside the domain, matrix without the needed property. */
export class NumericsError extends Error {
  override readonly name = "NumericsError";
  /** Stable identifier; tests and callers match on this, never on the prose. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${message} [${code}]`);
    this.code = code;
  }
}
