/** The doses that were studied, by whom, in which disorder: the table behind every tier and every limit. */
import { embedded } from "../embedded.generated.ts";

/** Smallest and largest studied value. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Only the first four kinds count towards the studied range; the others are shown as what they are. */
export type StudyKind = "controlled" | "open" | "label" | "review" | "practice" | "pharmacokinetic" | "stopped";

/** Where a row of the table was read, and how directly. */
export interface StudySource {
  readonly citation: string;
  readonly doi?: string;
  readonly where: string;
  readonly status: "seen" | "seen-secondary" | "recalled" | "assumed";
  readonly note?: string;
}

/** One study, label or survey. Doses are free base. */
export interface Study {
  readonly id: string;
  readonly label: string;
  readonly disorder: string;
  readonly drug: "ketamine" | "esketamine";
  readonly route: "iv" | "intranasal" | "sc";
  readonly kind: StudyKind;
  readonly dose?: Span & { readonly unit: "mg/kg" | "mg" };
  /** Infusion times [min]. */
  readonly infusion_min?: Span;
  /** The longest course given. */
  readonly sessions?: { readonly count: number; readonly weeks: number };
  readonly source: StudySource;
}

/** The whole table with the limits derived from it. */
export interface StudiedRangeTable {
  readonly note: string;
  readonly studies: readonly Study[];
  readonly approval: Readonly<
    Record<
      "ketamine" | "esketamine",
      { readonly statement: string; readonly citation: string; readonly status: string }
    >
  >;
  readonly hardLimits: {
    readonly iv_mg_per_kg: number;
    readonly intranasal_mg_per_session: number;
    readonly youngest_a: number;
    readonly status: string;
    readonly note: string;
  };
  readonly usual: { readonly iv_mg_per_kg: number; readonly intranasal_mg: number };
}

/** The table as shipped in `data/studied-range.json`. */
export const studiedRange = embedded["studied-range"] as StudiedRangeTable;

const countingKinds: readonly StudyKind[] = ["controlled", "open", "label", "review"];

/** Whether a row counts towards the studied range. */
export function counts(study: Study): boolean {
  return countingKinds.includes(study.kind);
}
