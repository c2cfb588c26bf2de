import type { Answer } from "./answer.ts";
import type {
  ageBands,
  caseDrugs,
  caseRoutes,
  Indication,
  MedicineClass,
  PsychologicalTreatment,
  settings,
  severityScales,
  TreatmentResult,
} from "./case-vocabulary.ts";

/** A value that may be unknown. */
export type OrUnknown<Value> = Value | "unknown";

/** One earlier medicine. */
export interface MedicineTrial {
  readonly class: MedicineClass;
  readonly adequate_dose: Answer;
  /** Time at that dose [wk]. */
  readonly weeks: OrUnknown<number>;
  readonly result: TreatmentResult;
}

/** One earlier psychological treatment. */
export interface PsychologicalTrial {
  readonly kind: PsychologicalTreatment;
  /** Given as intended: enough sessions, the right method. */
  readonly adequate_course: Answer;
  /** [wk] */
  readonly weeks: OrUnknown<number>;
  readonly result: TreatmentResult;
}

/** One measurement at rest. */
export interface BloodPressure {
  readonly systolic_mmHg: number;
  readonly diastolic_mmHg: number;
}

/**
 * What the screen is told about a coded subject. Everything but the label may be left out or be `unknown`, and stays unknown.
 *
 * The schema has no place for a name, a date, a record number or free text, and none for questions about suicide.
 */
export interface ScreenCase {
  readonly schema: "kinetamine.case/v1";
  /** `label` is a closed word and a number, e.g. `example-1`. */
  readonly subject: { readonly label: string; readonly age_band?: OrUnknown<(typeof ageBands)[number]> };
  readonly indication?: OrUnknown<Indication>;
  /** What is being talked about; nothing here is a plan or an order. */
  readonly considered?: {
    readonly drug?: OrUnknown<(typeof caseDrugs)[number]>;
    readonly route?: OrUnknown<(typeof caseRoutes)[number]>;
    readonly setting?: OrUnknown<(typeof settings)[number]>;
  };
  readonly severity?: OrUnknown<{ readonly scale: (typeof severityScales)[number]; readonly score: number }>;
  /** An empty list means that none was tried; leaving it out means that it is not known. */
  readonly drug_trials?: OrUnknown<readonly MedicineTrial[]>;
  readonly psychological_trials?: OrUnknown<readonly PsychologicalTrial[]>;
  readonly blood_pressure?: OrUnknown<readonly BloodPressure[]>;
  /** Keys from data/screen-items.json. */
  readonly conditions?: Readonly<Record<string, Answer>>;
  readonly medicines?: Readonly<Record<string, Answer>>;
}
