/** Says where one dose stands against what was studied. */
import type { StudiedRange } from "../run-types.ts";
import type { Span, Study } from "./studied-range.ts";
import { counts, studiedRange } from "./studied-range.ts";

/** A dose reduced to what studies state: free base, per session. */
export interface DoseToJudge {
  readonly drug: "ketamine" | "esketamine";
  readonly route: "iv" | "intranasal";
  /** Free base per session, in mg/kg for iv [mg/kg] and in total for intranasal [mg]. */
  readonly amount: number;
  /** Infusion time, for iv only [min]. */
  readonly infusion_min?: number;
}

/** The verdict, in words that name the studies. */
export interface DoseJudgement {
  readonly range: StudiedRange;
  /** Above the largest dose or faster than the shortest infusion of any counting study: simulated only on explicit request. */
  readonly isBeyond: boolean;
  readonly reason: string;
  readonly sources: readonly string[];
}

const tiers: readonly StudiedRange[] = ["studied", "studied-elsewhere", "outside"];

/**
 * Compares a dose with the studied range. Amount and infusion time are compared apart and the worse verdict counts,
 * because few studies varied both; a value between two arms of one study counts as inside its range.
 * @param dose free base per session
 * @param indication disorder of the virtual patients
 */
export function judgeDose(dose: DoseToJudge, indication: string): DoseJudgement {
  const unit = dose.route === "iv" ? "mg/kg" : "mg";
  const studies = studiedRange.studies.filter(
    (study) => counts(study) && study.drug === dose.drug && study.route === dose.route,
  );
  const what = { drug: dose.drug, route: dose.route, indication };
  const amount = judgeOne(dose.amount, { ...what, unit, studies, spanOf: (study) => study.dose });
  if (dose.infusion_min === undefined) return { ...amount, isBeyond: amount.side === "above" };
  const time = judgeOne(dose.infusion_min, { ...what, unit: "min", studies, spanOf: (study) => study.infusion_min });
  return {
    range: tiers[Math.max(tiers.indexOf(amount.range), tiers.indexOf(time.range))] ?? "outside",
    isBeyond: amount.side === "above" || time.side === "below",
    reason: `${amount.reason}; ${time.reason}`,
    sources: [...new Set([...amount.sources, ...time.sources])],
  };
}

interface Comparison {
  readonly drug: string;
  readonly route: string;
  readonly indication: string;
  readonly unit: string;
  readonly studies: readonly Study[];
  readonly spanOf: (study: Study) => Span | undefined;
}

interface Verdict {
  readonly range: StudiedRange;
  readonly side: "inside" | "above" | "below";
  readonly reason: string;
  readonly sources: readonly string[];
}

function judgeOne(value: number, comparison: Comparison): Verdict {
  const { indication, unit, studies, spanOf } = comparison;
  const disorder = indication.toUpperCase();
  const written = `${Number(value.toPrecision(4))} ${unit}`;
  const within = studies.filter((study) => contains(spanOf(study), value));
  const here = within.filter((study) => study.disorder === indication);
  if (here.length > 0)
    return verdict("studied", "inside", `${written} studied in ${disorder}: ${names(here, comparison)}`, here);
  if (within.length > 0) {
    const reason = `${written} not studied in ${disorder} by this route, but elsewhere: ${names(within, comparison)}`;
    return verdict("studied-elsewhere", "inside", reason, within);
  }
  return outside(value, { ...comparison, written });
}

/** Neither here nor elsewhere: says on which side, and which studies went furthest that way. */
function outside(value: number, comparison: Comparison & { readonly written: string }): Verdict {
  const { drug, unit, studies, spanOf, written } = comparison;
  const spans = studies.map(spanOf).filter((span) => span !== undefined);
  if (spans.length === 0) {
    const reason = `${written}: no study of ${drug} by this route is known`;
    return verdict("outside", unit === "min" ? "inside" : "above", reason, []);
  }
  const low = Math.min(...spans.map((span) => span.low));
  const high = Math.max(...spans.map((span) => span.high));
  if (value >= low && value <= high) {
    return verdict(
      "outside",
      "inside",
      `${written} lies in a gap of what was studied, ${low} to ${high} ${unit}`,
      studies,
    );
  }
  const side = value > high ? "above" : "below";
  const furthest = studies.filter((study) =>
    side === "above" ? spanOf(study)?.high === high : spanOf(study)?.low === low,
  );
  const place = `${side} everything studied in any psychiatric disorder, ${low} to ${high} ${unit}`;
  return verdict("outside", side, `${written} lies ${place}: ${names(furthest, comparison)}`, furthest);
}

function verdict(range: StudiedRange, side: Verdict["side"], reason: string, studies: readonly Study[]): Verdict {
  return { range, side, reason, sources: studies.map((study) => study.source.citation) };
}

/** Rounding of a salt conversion must not move a dose out of its range. */
function contains(span: Span | undefined, value: number): boolean {
  const slack = 0.005;
  return span !== undefined && value >= span.low * (1 - slack) && value <= span.high * (1 + slack);
}

/** More would hide the sentence; the rest are among the sources. */
const mostNames = 3;

function names(studies: readonly Study[], comparison: Comparison): string {
  const named = studies.flatMap((study) => {
    const span = comparison.spanOf(study);
    if (span === undefined) return [];
    const disorder = study.disorder === comparison.indication ? "" : `${study.disorder.toUpperCase()}, `;
    const values = span.low === span.high ? `${span.low}` : `${span.low}-${span.high}`;
    return [`${study.label} (${disorder}${values} ${comparison.unit})`];
  });
  const more = named.length - mostNames;
  return `${named.slice(0, mostNames).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
