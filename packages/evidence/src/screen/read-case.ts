import { type Check, verify } from "../checks/check.ts";
import { closestWord } from "../checks/closest-word.ts";
import { matching, number, oneOf } from "../checks/scalars.ts";
import { dictionary, join, list, record, withRules } from "../checks/structures.ts";
import { loadScales } from "../trials/scales.ts";
import type { Answer } from "./answer.ts";
import {
  ageBands,
  caseDrugs,
  caseRoutes,
  indications,
  medicineClasses,
  psychologicalTreatments,
  settings,
  severityScales,
  treatmentResults,
} from "./case-vocabulary.ts";
import type { BloodPressure, MedicineTrial, OrUnknown, PsychologicalTrial, ScreenCase } from "./screen-case.ts";
import { loadScreenItems, type ScreenItem } from "./screen-items.ts";

const answer: Check<Answer> = oneOf(["yes", "no", "unknown"]);
const weeks = orUnknown(number({ min: 0, max: 1000 }));
const result = oneOf(treatmentResults);

const medicineTrial: Check<MedicineTrial> = record<MedicineTrial>(
  { class: oneOf(medicineClasses), adequate_dose: answer, weeks, result },
  {},
);

const psychologicalTrial: Check<PsychologicalTrial> = record<PsychologicalTrial>(
  { kind: oneOf(psychologicalTreatments), adequate_course: answer, weeks, result },
  {},
);

// Outside these limits a reading is a slip of the pen, not a blood pressure.
const pressure: Check<BloodPressure> = withRules(
  record<BloodPressure>(
    { systolic_mmHg: number({ min: 50, max: 300 }), diastolic_mmHg: number({ min: 20, max: 200 }) },
    {},
  ),
  ({ systolic_mmHg, diastolic_mmHg }, path, report) => {
    if (diastolic_mmHg >= systolic_mmHg)
      report({
        path: join(path, "diastolic_mmHg"),
        found: `${diastolic_mmHg}`,
        required: `below the systolic ${systolic_mmHg}`,
      });
  },
);

type Severity = Exclude<NonNullable<ScreenCase["severity"]>, "unknown">;
const severity: Check<Severity> = withRules(
  record<Severity>({ scale: oneOf(severityScales), score: number({ min: 0 }) }, {}),
  ({ scale, score }, path, report) => {
    const range = loadScales().get(scale)?.range.value;
    if (range && score > range.max)
      report({ path: join(path, "score"), found: `${score}`, required: `at most ${range.max}, the top of ${scale}` });
  },
);

const considered = record<NonNullable<ScreenCase["considered"]>>(
  {},
  { drug: orUnknown(oneOf(caseDrugs)), route: orUnknown(oneOf(caseRoutes)), setting: orUnknown(oneOf(settings)) },
);

const subject = record<ScreenCase["subject"]>(
  {
    // A closed word and at most three digits leave no room for a name, a date or a record number.
    label: matching(/^(case|example|subject)-[1-9]\d{0,2}$/, "case-, example- or subject- and a number up to 999"),
  },
  { age_band: orUnknown(oneOf(ageBands)) },
);

const caseCheck: Check<ScreenCase> = record<ScreenCase>(
  { schema: oneOf(["kinetamine.case/v1"]), subject },
  {
    indication: orUnknown(oneOf(indications)),
    considered,
    severity: orUnknown(severity),
    drug_trials: orUnknown(list(medicineTrial)),
    psychological_trials: orUnknown(list(psychologicalTrial)),
    blood_pressure: orUnknown(list(pressure, { min: 1 })),
    conditions: answers("conditions"),
    medicines: answers("medicines"),
  },
);

/**
 * Checks parsed YAML or JSON and returns it as a case; nothing is filled in or changed.
 *
 * @param value the parsed document
 * @param options fileName: shown in the message
 * @throws EvidenceError `evidence-case-invalid` listing every fault with its path
 */
export function readCase(value: unknown, { fileName }: { readonly fileName: string }): ScreenCase {
  return verify(caseCheck, value, { code: "evidence-case-invalid", attempted: `read the case ${fileName}` });
}

function answers(group: ScreenItem["group"]): Check<Readonly<Record<string, Answer>>> {
  return withRules(dictionary(/^[a-z_]+$/, answer), (given, path, report) => {
    const known = loadScreenItems()
      .filter((item) => item.group === group)
      .map(({ id }) => id);
    for (const key of Object.keys(given).filter((name) => !known.includes(name))) {
      const near = closestWord(key, known);
      const hint = near === undefined ? "" : ` (did you mean ${near}?)`;
      report({ path: join(path, key), found: "an unknown key", required: `one of ${known.join(", ")}${hint}` });
    }
  });
}

function orUnknown<Value>(check: Check<Value>): Check<OrUnknown<Value>> {
  return (value, path, report) => {
    if (value !== "unknown") check(value, path, report);
  };
}
