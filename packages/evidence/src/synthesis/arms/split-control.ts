import type { GroupSummary } from "../effect-sizes/group-summary.ts";
import { requireAll } from "../effect-sizes/require-value.ts";
import type { EventCount } from "../effect-sizes/two-by-two-table.ts";

/**
 * One share of a control group that several experimental arms are compared with, so that no control is counted twice.
 * Mean and standard deviation stay; people (and events) are divided, not rounded. Comparisons remain slightly correlated.
 * @param control the whole control group
 * @param comparisons how many comparisons share it, a whole number of at least 1
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Cochrane Handbook 6.5, section 23.3.4.
 */
export function splitControl<Group extends GroupSummary | EventCount>(control: Group, comparisons: number): Group {
  requireAll("split a shared control group", [
    [Number.isInteger(comparisons) && comparisons >= 1, "comparisons", comparisons, "a whole number of at least 1"],
  ]);
  return "events" in control
    ? { ...control, n: control.n / comparisons, events: control.events / comparisons }
    : { ...control, n: control.n / comparisons };
}
