import type { Check } from "../checks/check.ts";
import { count, flag, mark, matching, number, oneOf, text } from "../checks/scalars.ts";
import { join, list, nullable, record, withRules } from "../checks/structures.ts";
import { factCheck, requireSources, sourceCheck } from "./fact.ts";
import type { AdverseEvent, Cell, Contrast, Outcome, OutcomeTime, ReportedTest } from "./outcome.ts";
import { statuses } from "./vocabulary.ts";

const positive = number({ min: Number.MIN_VALUE });
const probability = number({ min: 0, max: 1 });
const provenance = { status: oneOf(statuses), sources: list(sourceCheck) };

/** Keys of a cell or contrast that hold numbers, in the order they are printed. */
export const cellNumbers = [
  "n",
  "mean",
  "sd",
  "se",
  "ciLow",
  "ciHigh",
  "min",
  "max",
  "events",
  "percent",
  "baselineCorrelation",
] as const satisfies readonly (keyof Cell)[];

const cellShape = record<Cell>(
  { arm: text, ...provenance },
  {
    n: count,
    mean: number(),
    sd: positive,
    se: positive,
    ciLow: number(),
    ciHigh: number(),
    min: number(),
    max: number(),
    events: count,
    percent: number({ min: 0, max: 100 }),
    baselineCorrelation: number({ min: -1, max: 1 }),
    note: text,
  },
);

/** Schema of a cell, with the rules that hold inside one cell. */
const cellCheck: Check<Cell> = withRules(cellShape, (cell, path, report) => {
  const { n, events, ciLow, ciHigh, mean, percent } = cell;
  requireSources(cell, path, report);
  const hasNumbers = cellNumbers.some((key) => cell[key] !== undefined);
  if (hasNumbers === (cell.status === "not-found"))
    report({
      path: join(path, "status"),
      found: cell.status,
      required: "not-found exactly when the cell has no number",
    });
  if (events !== undefined && (n === undefined || events > n))
    report({ path: join(path, "events"), found: `${events} of ${n}`, required: "at most n, with n given" });
  if ((ciLow === undefined) !== (ciHigh === undefined) || (ciLow !== undefined && ciLow > ciHigh!))
    report({ path: join(path, "ciLow"), found: `${ciLow} to ${ciHigh}`, required: "both limits, lower first" });
  if (ciLow !== undefined && mean !== undefined && (mean < ciLow || mean > ciHigh!))
    report({ path: join(path, "mean"), found: `${mean}`, required: `between ${ciLow} and ${ciHigh}` });
  // A printed percentage is rounded to at most one unit in its last place.
  if (percent !== undefined && events !== undefined && Math.abs((100 * events) / n! - percent) > 0.5)
    report({ path: join(path, "percent"), found: `${percent}`, required: `${events}/${n} as a percentage` });
});

const contrastShape = record<Contrast>(
  {
    experimental: text,
    control: text,
    kind: oneOf(["mean-difference", "standardised-mean-difference", "odds-ratio"]),
    estimate: number(),
    paired: flag,
    ...provenance,
  },
  { se: positive, ciLow: number(), ciHigh: number(), p: probability, note: text },
);

const contrastCheck: Check<Contrast> = withRules(contrastShape, (contrast, path, report) => {
  const { estimate, ciLow, ciHigh } = contrast;
  requireSources(contrast, path, report);
  if (ciLow !== undefined && ciHigh !== undefined && (estimate < ciLow || estimate > ciHigh))
    report({ path: join(path, "estimate"), found: `${estimate}`, required: `between ${ciLow} and ${ciHigh}` });
});

const timeCheck: Check<OutcomeTime> = record<OutcomeTime>(
  { label: text, phase: oneOf(["baseline", "after-single-dose", "during-course", "end-of-course", "follow-up"]) },
  { afterFirstDose_h: number({ min: 0 }), anyTimeUpTo: mark },
);

const testCheck: Check<ReportedTest> = record<ReportedTest>({ what: text, ...provenance }, { p: probability });

const outcomeShape = record<Outcome>(
  {
    id: matching(/^[a-z][a-z0-9-]*$/, "a key of lower-case letters, digits and hyphens"),
    scale: text,
    measure: oneOf(["score", "change", "response", "remission", "below-threshold"]),
    isPrimary: flag,
    time: timeCheck,
    comparison: oneOf(["parallel-groups", "first-period", "both-periods", "single-group"]),
    cells: list(cellCheck),
    contrasts: list(contrastCheck),
    tests: list(testCheck),
  },
  { definition: text, doNotPool: text, note: text },
);

/** Schema of an outcome; events need a definition, scores must not have counts of events. */
export const outcomeCheck: Check<Outcome> = withRules(outcomeShape, (outcome, path, report) => {
  const isEvent = outcome.measure !== "score" && outcome.measure !== "change";
  if (isEvent && outcome.definition === undefined)
    report({
      path: join(path, "definition"),
      found: "missing",
      required: `a definition for measure ${outcome.measure}`,
    });
  outcome.cells.forEach((cell, index) => {
    if (!isEvent && cell.events !== undefined)
      report({
        path: `${path}.cells[${index}].events`,
        found: `${cell.events}`,
        required: "absent for a score or change",
      });
  });
});

/** Schema of one adverse event count. */
export const adverseEventCheck: Check<AdverseEvent> = withRules(
  record<AdverseEvent>({ term: text, arm: text, affected: factCheck(count), atRisk: nullable(count) }, {}),
  ({ affected, atRisk }, path, report) => {
    if (affected.value !== null && atRisk !== null && affected.value > atRisk)
      report({
        path: join(path, "affected"),
        found: `${affected.value} of ${atRisk}`,
        required: "at most those at risk",
      });
  },
);
