import type { Fact, Source } from "./fact.ts";
import type { AdverseEvent, Outcome } from "./outcome.ts";
import type {
  BiasDomain,
  ControlActivity,
  ControlType,
  DesignKind,
  Disorder,
  Drug,
  Judgement,
  Role,
  Route,
} from "./vocabulary.ts";

/** How a study was built. */
export interface Design {
  readonly kind: DesignKind;
  readonly randomised: boolean;
  readonly blinding: Fact<string>;
  readonly phases: Fact<string>;
  /** Time between periods of a crossover [d]. */
  readonly washout_d: Fact<number>;
  readonly primaryOutcome: Fact<string>;
  readonly assessments: Fact<string>;
  /** Which part of the data can be compared, and why not the rest. */
  readonly analysable: string;
}

/** Who took part. Numbers are people. */
export interface Participants {
  readonly enrolled: Fact<number>;
  readonly completed: Fact<number>;
  readonly women: Fact<number>;
  readonly age: Fact<string>;
  readonly inclusion: Fact<string>;
  readonly exclusion: Fact<string>;
  readonly medication: Fact<string>;
}

/** Whether earlier treatment had to have failed. */
export interface Resistance {
  readonly required: "yes" | "no" | "not-found";
  readonly criterion: Fact<string>;
  /** Severity needed at entry. */
  readonly severityGate: Fact<string>;
}

/** A treatment in the study; in a crossover, one arm per treatment. */
export interface Arm {
  readonly id: string;
  readonly label: string;
  readonly role: "experimental" | "control";
  readonly drug: Drug;
  readonly form: string;
  readonly route: Route;
  /** Amount per session; several amounts in one arm are written in `schedule`. */
  readonly dose: Fact<{ readonly amount: number; readonly unit: "mg/kg" | "mg" | "ug" }>;
  readonly infusion_min: Fact<number>;
  /** Number of sessions; a mean where it varied. */
  readonly sessions: Fact<number>;
  readonly schedule: string;
  /** Psychological treatment given with it. */
  readonly withTherapy?: string;
  /** People allocated to it; in a crossover, to the sequence that begins with it. */
  readonly allocated: Fact<number>;
  readonly analysed: Fact<number>;
  readonly completed: Fact<number>;
}

/** One RoB 2 domain. */
export interface DomainJudgement {
  readonly domain: BiasDomain;
  readonly judgement: Judgement;
  readonly reason: string;
}

/** Risk of bias of the named result; our judgement, made on what was obtained. */
export interface RiskOfBias {
  readonly tool: "rob2-parallel" | "rob2-crossover" | "not-applicable";
  /** The result that was judged. */
  readonly result: string;
  /** What the judgement rests on. */
  readonly basis: string;
  readonly status: "our-judgement";
  readonly domains: readonly DomainJudgement[];
  readonly overall: {
    readonly judgement: "low" | "some-concerns" | "high" | "not-applicable";
    readonly reason: string;
  };
}

/** A fault in a source that would mislead someone who copies its numbers. */
export interface DataTrap {
  readonly what: string;
  /** What this record does about it. */
  readonly handling: string;
  readonly sources: readonly Source[];
}

/** One study, as extracted. The schema is explained in data/README.md. */
export interface Trial {
  readonly id: string;
  /** For tables and plots, e.g. `Feder 2014`. */
  readonly label: string;
  /** Key of the main report in the bibliography. */
  readonly citation: string;
  readonly registrations: readonly Fact<string>[];
  readonly disorders: readonly Disorder[];
  readonly design: Design;
  readonly participants: Participants;
  readonly resistance: Resistance;
  readonly control: { readonly type: ControlType; readonly activity: ControlActivity; readonly note: string };
  readonly arms: readonly Arm[];
  readonly outcomes: readonly Outcome[];
  readonly adverseEvents: {
    readonly how: Fact<string>;
    readonly events: readonly AdverseEvent[];
    readonly findings: readonly Fact<string>[];
  };
  readonly riskOfBias: RiskOfBias;
  readonly overlap: {
    readonly cluster: string;
    readonly sharesParticipantsWith: readonly string[];
    readonly note: string;
  };
  readonly role: { readonly use: Role; readonly note: string };
  readonly dataTraps: readonly DataTrap[];
  /** Our appraisal in plain words. */
  readonly appraisal: { readonly done: string; readonly found: string; readonly limits: string };
  /** What was looked for and not obtained, and where it may be found. */
  readonly gaps: readonly { readonly what: string; readonly where: string }[];
}
