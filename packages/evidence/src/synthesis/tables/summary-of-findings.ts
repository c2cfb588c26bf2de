import { requireAll } from "../effect-sizes/require-value.ts";
import { isLogMeasure } from "../questions/question.ts";
import type { QuestionAnswer } from "../questions/question-answer.ts";
import type { GradeResult } from "./grade.ts";

/** People with the event per thousand. */
export interface PerThousand {
  readonly control: number;
  readonly experimental: number;
  readonly low: number;
  readonly high: number;
}

/** A row of a summary-of-findings table, as plain data. */
export interface FindingsRow {
  readonly outcome: string;
  readonly studies: number;
  /** People, where all studies give numbers. */
  readonly participants?: number;
  readonly measure: QuestionAnswer["measure"];
  readonly favours: QuestionAnswer["favours"];
  /** On the scale it is read on; absent without studies. */
  readonly effect?: { readonly estimate: number; readonly low: number; readonly high: number };
  /** For events, at the stated risk without treatment. */
  readonly perThousand?: PerThousand;
  /** Absent until somebody judged it. */
  readonly certainty?: GradeResult;
  readonly cautions: readonly string[];
}

/**
 * A row of a summary-of-findings table from an answer.
 * Numbers per thousand apply the pooled effect to one risk without treatment, which the reader chooses; the interval is that of the pooled
 * effect alone.
 * @param answer to the question of this row
 * @param options outcome, its name; controlRisk from 0 to 1, for events; certainty, a recorded GRADE rating
 * @throws EvidenceError `evidence-synthesis-invalid` for a risk outside 0 to 1
 * Source: Cochrane Handbook 6.5, sections 14.1.5 and 15.4.4.
 */
export function findingsRow(
  answer: QuestionAnswer,
  options: { readonly outcome: string; readonly controlRisk?: number; readonly certainty?: GradeResult },
): FindingsRow {
  const { outcome, controlRisk, certainty } = options;
  const { studies, measure, favours, pooled, cautions } = answer;
  const read = isLogMeasure(measure) ? Math.exp : (value: number) => value;
  const people = studies.map(({ participants }) => participants);
  const known = people.every((count) => count !== undefined);
  const perThousand = controlRisk === undefined ? undefined : perThousandAt(answer, controlRisk);
  return {
    outcome,
    studies: studies.length,
    ...(known && studies.length > 0 ? { participants: people.reduce<number>((sum, count) => sum + count!, 0) } : {}),
    measure,
    favours,
    ...(pooled === undefined
      ? {}
      : {
          effect: {
            estimate: read(pooled.pooled.estimate),
            low: read(pooled.pooled.interval.low),
            high: read(pooled.pooled.interval.high),
          },
        }),
    ...(perThousand === undefined ? {} : { perThousand }),
    ...(certainty === undefined ? {} : { certainty }),
    cautions,
  };
}

function perThousandAt({ pooled, measure }: QuestionAnswer, controlRisk: number): PerThousand | undefined {
  requireAll("express an effect per thousand people", [
    [controlRisk > 0 && controlRisk < 1, "controlRisk", controlRisk, "between 0 and 1"],
  ]);
  const toRisk = riskFrom[measure];
  if (pooled === undefined || toRisk === undefined) return undefined;
  const thousand = (effect: number) => 1000 * Math.min(1, Math.max(0, toRisk(effect, controlRisk)));
  const { estimate, interval } = pooled.pooled;
  return {
    control: 1000 * controlRisk,
    experimental: thousand(estimate),
    low: thousand(interval.low),
    high: thousand(interval.high),
  };
}

/** The risk with treatment that an effect implies at a risk without. */
const riskFrom: Readonly<Partial<Record<QuestionAnswer["measure"], (effect: number, risk: number) => number>>> = {
  "log-risk-ratio": (effect, risk) => risk * Math.exp(effect),
  "log-odds-ratio": (effect, risk) => {
    const odds = (risk / (1 - risk)) * Math.exp(effect);
    return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
  },
  "risk-difference": (effect, risk) => risk + effect,
};
