import { referenceFor } from "../references/references.ts";
import type { Analysis, EffectOrigin } from "./effect-input.ts";
import type { Source } from "./fact.ts";
import type { Outcome } from "./outcome.ts";
import { scaleFor } from "./scales.ts";
import type { TimeWindow } from "./time-window.ts";
import type { Arm, Trial } from "./trial.ts";
import { type Status, statuses } from "./vocabulary.ts";

/** The pieces of a record that a row is made of. */
export interface RowParts {
  readonly trial: Trial;
  readonly outcome: Outcome;
  readonly window: TimeWindow;
  readonly experimental: Arm;
  readonly control: Arm | null;
  readonly analysis: Analysis;
  /** The cells or the contrast whose numbers are used. */
  readonly used: readonly { readonly status: Status; readonly sources: readonly Source[]; readonly note?: string }[];
}

/** Everything a row says about its numbers apart from the numbers. @throws EvidenceError for an unknown scale or citation */
export function originOf(parts: RowParts): EffectOrigin {
  const { trial, outcome, window, experimental, control, analysis, used } = parts;
  const scale = scaleFor(outcome.scale);
  const isEvent = outcome.measure !== "score" && outcome.measure !== "change";
  return {
    study: trial.id,
    label: trial.label,
    citation: referenceFor(trial.citation).id,
    outcome: outcome.id,
    isPrimary: outcome.isPrimary,
    disorders: trial.disorders,
    scale: scale.id,
    rater: scale.rater,
    measure: outcome.measure,
    ...(outcome.definition === undefined ? {} : { definition: outcome.definition }),
    window,
    control: trial.control.type,
    controlActivity: trial.control.activity,
    route: experimental.route,
    experimentalArm: experimental.id,
    controlArm: control?.id ?? null,
    controlShared: control === null ? 0 : trial.arms.filter((arm) => arm.role === "experimental").length,
    isCrossover: trial.riskOfBias.tool === "rob2-crossover",
    analysis,
    cluster: trial.overlap.cluster,
    better: isEvent ? "higher" : scale.better,
    riskOfBias: trial.riskOfBias.overall.judgement,
    status: weakestStatus(used.map(({ status }) => status)),
    sources: used.flatMap(({ sources }) => sources),
    caveats: caveatsOf(parts),
  };
}

/** The least sure of several statuses. */
function weakestStatus(found: readonly Status[]): Status {
  return found.reduce<Status>(
    (worst, each) => (statuses.indexOf(each) > statuses.indexOf(worst) ? each : worst),
    "seen",
  );
}

function caveatsOf({ trial, outcome, window, experimental, analysis, used }: RowParts): readonly string[] {
  const { anyTimeUpTo, label, afterFirstDose_h: hours = 168 } = outcome.time;
  return [
    ...(window === "7-14d" && (hours < 168 || hours > 336) ? [`rated ${hours / 24} d after the dose`] : []),
    ...(anyTimeUpTo ? [`counts an event at any time: ${label}`] : []),
    ...(analysis === "paired-margins-only" ? ["the same people on both sides; the pairing is not known"] : []),
    ...(analysis === "first-period" ? ["first period of a crossover only"] : []),
    ...(experimental.withTherapy === undefined ? [] : [`given with ${experimental.withTherapy}`]),
    ...(trial.overlap.sharesParticipantsWith.length > 0
      ? [`shares participants with ${trial.overlap.sharesParticipantsWith.join(", ")}`]
      : []),
    ...used.flatMap(({ note }) => (note === undefined ? [] : [note])),
    ...(outcome.note === undefined ? [] : [outcome.note]),
  ];
}
