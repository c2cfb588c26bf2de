import type { ModelErrorCode } from "./error-codes.ts";
import { ModelError } from "./model-error.ts";
import { locate, type Span } from "./span.ts";

/** Throws a `ModelError` whose code the type checker has found in the table. */
export function fail(code: ModelErrorCode, path: string, message: string, suggestion?: string): never {
  throw new ModelError(code, path, message, suggestion);
}

/** Throws a `ModelError` that points at a place in the model text. */
export function failAt(span: Span, code: ModelErrorCode, message: string, suggestion?: string): never {
  throw new ModelError(code, locate(span), message, suggestion);
}
