import { EvidenceError, type EvidenceErrorCode, type Problem } from "./evidence-error.ts";

/** Receives each problem as it is found. */
export type Report = (problem: Problem) => void;

/**
 * Inspects parsed JSON or YAML and reports what is wrong with it; it neither copies nor repairs.
 *
 * `Value` is the type the value has when nothing was reported.
 */
export interface Check<Value> {
  (value: unknown, path: string, report: Report): void;
  /** Never present: carries the type only. */
  readonly checked?: Value;
}

/** What to say and throw when a value fails its check. */
export interface Verification {
  readonly code: EvidenceErrorCode;
  /** Completes "Cannot …", e.g. `read the trial record feder2014`. */
  readonly attempted: string;
}

/**
 * Returns `value` with its type once `check` finds nothing wrong.
 *
 * @throws EvidenceError with every problem found
 */
export function verify<Value>(check: Check<Value>, value: unknown, { code, attempted }: Verification): Value {
  const problems: Problem[] = [];
  check(value, "", (problem) => problems.push(problem));
  if (problems.length > 0) throw new EvidenceError(code, attempted, problems);
  return value as Value;
}

/** A value as it would be written in JSON, shortened, for use in an error message. */
export function asFound(value: unknown): string {
  if (value === undefined) return "missing";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
