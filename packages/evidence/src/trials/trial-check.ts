import type { Check } from "../checks/check.ts";
import { count, flag, matching, number, oneOf, text } from "../checks/scalars.ts";
import { list, record, withRules } from "../checks/structures.ts";
import { factCheck, sourceCheck } from "./fact.ts";
import { adverseEventCheck, outcomeCheck } from "./outcome-check.ts";
import type { Arm, DataTrap, Design, DomainJudgement, Participants, Resistance, RiskOfBias, Trial } from "./trial.ts";
import { trialRules } from "./trial-rules.ts";
import {
  biasDomains,
  controlActivities,
  controlTypes,
  designKinds,
  disorders,
  drugs,
  judgements,
  roles,
  routes,
} from "./vocabulary.ts";

const words = factCheck(text);
const people = factCheck(count);
const key = matching(/^[a-z][a-z0-9-]*$/, "a key of lower-case letters, digits and hyphens");

const design: Check<Design> = record<Design>(
  {
    kind: oneOf(designKinds),
    randomised: flag,
    blinding: words,
    phases: words,
    washout_d: factCheck(number({ min: 0 })),
    primaryOutcome: words,
    assessments: words,
    analysable: text,
  },
  {},
);

const participants: Check<Participants> = record<Participants>(
  {
    enrolled: people,
    completed: people,
    women: people,
    age: words,
    inclusion: words,
    exclusion: words,
    medication: words,
  },
  {},
);

const resistance: Check<Resistance> = record<Resistance>(
  { required: oneOf(["yes", "no", "not-found"]), criterion: words, severityGate: words },
  {},
);

const dose = record<{ amount: number; unit: "mg/kg" | "mg" | "ug" }>(
  { amount: number({ min: 0 }), unit: oneOf(["mg/kg", "mg", "ug"]) },
  {},
);

const arm: Check<Arm> = record<Arm>(
  {
    id: matching(/^[a-z][a-z0-9.-]*$/, "a key of lower-case letters, digits, dots and hyphens"),
    label: text,
    role: oneOf(["experimental", "control"]),
    drug: oneOf(drugs),
    form: text,
    route: oneOf(routes),
    dose: factCheck(dose),
    infusion_min: factCheck(number({ min: 0 })),
    sessions: factCheck(number({ min: 0 })),
    schedule: text,
    allocated: people,
    analysed: people,
    completed: people,
  },
  { withTherapy: text },
);

const domain: Check<DomainJudgement> = record<DomainJudgement>(
  { domain: oneOf(biasDomains), judgement: oneOf(judgements), reason: text },
  {},
);

const riskOfBias: Check<RiskOfBias> = record<RiskOfBias>(
  {
    tool: oneOf(["rob2-parallel", "rob2-crossover", "not-applicable"]),
    result: text,
    basis: text,
    status: oneOf(["our-judgement"]),
    domains: list(domain),
    overall: record<RiskOfBias["overall"]>(
      { judgement: oneOf(["low", "some-concerns", "high", "not-applicable"]), reason: text },
      {},
    ),
  },
  {},
);

const trap: Check<DataTrap> = record<DataTrap>(
  { what: text, handling: text, sources: list(sourceCheck, { min: 1 }) },
  {},
);

const shape = record<Trial>(
  {
    id: key,
    label: text,
    citation: text,
    registrations: list(words),
    disorders: list(oneOf(disorders), { min: 1 }),
    design,
    participants,
    resistance,
    control: record<Trial["control"]>(
      { type: oneOf(controlTypes), activity: oneOf(controlActivities), note: text },
      {},
    ),
    arms: list(arm, { min: 1 }),
    outcomes: list(outcomeCheck),
    adverseEvents: record<Trial["adverseEvents"]>(
      { how: words, events: list(adverseEventCheck), findings: list(words) },
      {},
    ),
    riskOfBias,
    overlap: record<Trial["overlap"]>({ cluster: text, sharesParticipantsWith: list(key), note: text }, {}),
    role: record<Trial["role"]>({ use: oneOf(roles), note: text }, {}),
    dataTraps: list(trap),
    appraisal: record<Trial["appraisal"]>({ done: text, found: text, limits: text }, {}),
    gaps: list(record<Trial["gaps"][number]>({ what: text, where: text }, {})),
  },
  {},
);

/** Schema of one file of `data/trials`, with the rules that look across its fields. */
export const trialCheck: Check<Trial> = withRules(shape, trialRules);
