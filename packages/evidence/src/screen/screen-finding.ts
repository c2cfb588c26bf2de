import type { Source } from "../trials/fact.ts";
import type { Answer } from "./answer.ts";
import type { Indication } from "./case-vocabulary.ts";

/**
 * What kind of statement a finding is. None of them says whether somebody is to be treated.
 *
 * `notice`: true of every case. `contraindication`: the label names it. `trial-exclusion`: trials left such people out.
 * `caution`, `interaction`: something to weigh. `evidence`: how the case differs from what was studied.
 */
export type FindingLevel = "notice" | "contraindication" | "trial-exclusion" | "caution" | "interaction" | "evidence";

/** One finding of the screen, with the rule and sources behind it. */
export interface ScreenFinding {
  /** Stable identifier, e.g. `pregnancy`. */
  readonly code: string;
  readonly level: FindingLevel;
  /** Number of the guidance rule. */
  readonly rule: number;
  readonly statement: string;
  /** Paths of the answers it rests on; empty for a notice. */
  readonly basis: readonly string[];
  readonly jurisdiction: string;
  readonly sources: readonly Source[];
}

/** An answer that is missing, the rule that asks for it, and the question to ask. */
export interface ScreenUnknown {
  readonly path: string;
  readonly rule: number;
  readonly question: string;
}

/** One part of the resistance definition. */
export interface ResistancePart {
  readonly name: string;
  readonly rule: number;
  readonly state: Answer;
  readonly why: string;
}

/** How the case stands to a published definition of treatment resistance. A definition is no permission. */
export interface ResistanceState {
  readonly state: Answer;
  readonly parts: readonly ResistancePart[];
}

/** Everything the screen says about one case. */
export interface ScreenReport {
  readonly label: string;
  readonly indication: Indication | "unknown";
  readonly findings: readonly ScreenFinding[];
  readonly resistance: ResistanceState;
  /** Stricter definition used by trials of the same disorder, where there is one. */
  readonly trialDefinition: ResistanceState | null;
  readonly unknowns: readonly ScreenUnknown[];
}
