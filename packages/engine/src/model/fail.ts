import type { ModelErrorCode } from "./error-codes.ts";
import { ModelError } from "./model-error.ts";

/** Throws a `ModelError`; its code is checked against the table by the compiler. */
export function fail(code: ModelErrorCode, path: string, message: string, suggestion?: string): never {
  throw new ModelError(code, path, message, suggestion);
}
