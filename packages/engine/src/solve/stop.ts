import type { SolveStatus } from "./solution.ts";

/** What stopped a course: the state (or output) that stood in the way, and a remark that goes before the general message. */
export interface Stop {
  readonly status: Exclude<SolveStatus, "ok">;
  readonly state: string;
  readonly detail?: string;
}
