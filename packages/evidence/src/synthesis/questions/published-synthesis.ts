import type { Check } from "../../checks/check.ts";
import { number, oneOf, text } from "../../checks/scalars.ts";
import { join, list, record, withRules } from "../../checks/structures.ts";
import { type TimeWindow, timeWindows } from "../../trials/time-window.ts";
import {
  type ControlActivity,
  controlActivities,
  type Disorder,
  disorders,
  type Status,
  statuses,
} from "../../trials/vocabulary.ts";

/** One pooled estimate of a published synthesis, with its 95 % interval. */
export interface PublishedEstimate {
  readonly id: string;
  /** Absent when the synthesis pools across disorders. */
  readonly disorder?: Disorder;
  /** Absent when it pools across times. */
  readonly window?: TimeWindow;
  /** Absent when it pools across comparators. */
  readonly control?: ControlActivity;
  readonly outcomes: "continuous" | "events";
  /** `uncontrolled-change` must not be compared with a difference from a control group. */
  readonly measure:
    | "odds-ratio"
    | "risk-ratio"
    | "standardised-mean-difference"
    | "mean-difference"
    | "uncontrolled-change";
  readonly favours: "negative" | "above-1";
  /** On the natural scale: a ratio, not its logarithm. */
  readonly estimate: number;
  readonly ciLow: number;
  readonly ciHigh: number;
  readonly label: string;
  readonly status: Status;
  /** Place in the report. */
  readonly where: string;
}

/** A published synthesis that ours stands beside. */
export interface PublishedSynthesis {
  readonly id: string;
  /** Key of data/references.json. */
  readonly citation: string;
  readonly what: string;
  readonly pooled: readonly PublishedEstimate[];
  /** Why its numbers differ from ours, in plain words. */
  readonly differences: readonly string[];
}

const estimateShape = record<PublishedEstimate>(
  {
    id: text,
    outcomes: oneOf(["continuous", "events"]),
    measure: oneOf([
      "odds-ratio",
      "risk-ratio",
      "standardised-mean-difference",
      "mean-difference",
      "uncontrolled-change",
    ]),
    favours: oneOf(["negative", "above-1"]),
    estimate: number(),
    ciLow: number(),
    ciHigh: number(),
    label: text,
    status: oneOf(statuses),
    where: text,
  },
  { disorder: oneOf(disorders), window: oneOf(timeWindows), control: oneOf(controlActivities) },
);

const estimateCheck: Check<PublishedEstimate> = withRules(
  estimateShape,
  ({ estimate, ciLow, ciHigh }, path, report) => {
    if (!(ciLow < estimate && estimate < ciHigh))
      report({ path: join(path, "estimate"), found: `${estimate}`, required: `between ${ciLow} and ${ciHigh}` });
  },
);

/** Schema of one entry of `data/published-syntheses.json`. */
export const publishedSynthesisCheck: Check<PublishedSynthesis> = record<PublishedSynthesis>(
  { id: text, citation: text, what: text, pooled: list(estimateCheck), differences: list(text) },
  {},
);
