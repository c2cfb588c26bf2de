import { limitOf, ruleFor } from "../guidance/guidance.ts";
import type { BloodPressure, ScreenCase } from "./screen-case.ts";
import type { ScreenFinding } from "./screen-finding.ts";

/**
 * Findings from readings at rest: the label's level for weighing a session (rule 4) and the stricter one of the PTSD trials (rule 5).
 *
 * "Over 160/90" is read as either number above its limit; the registry does not say which is meant.
 */
export function pressureFindings({ blood_pressure: readings }: ScreenCase): readonly ScreenFinding[] {
  if (readings === undefined || readings === "unknown") return [];
  const label = isAbove(limitOf(4, "systolic").value, limitOf(4, "diastolic").value);
  const single = isAbove(limitOf(5, "single-systolic").value, limitOf(5, "single-diastolic").value);
  const repeated = isAbove(limitOf(5, "repeated-systolic").value, limitOf(5, "repeated-diastolic").value);
  const isTrialExclusion = readings.some(single) || readings.filter(repeated).length >= 2;
  return [
    ...(readings.some(label)
      ? [
          finding(
            4,
            "caution",
            "A reading is above 140 systolic or 90 diastolic; at that level the esketamine label asks to weigh benefit and risk and to consider delay",
          ),
        ]
      : []),
    ...(isTrialExclusion
      ? [
          finding(
            5,
            "trial-exclusion",
            "The readings reach the level at which the PTSD trials left people out: one above 160/90 or two above 140/90",
          ),
        ]
      : []),
  ];
}

function isAbove(systolic: number, diastolic: number): (reading: BloodPressure) => boolean {
  return (reading) => reading.systolic_mmHg > systolic || reading.diastolic_mmHg > diastolic;
}

function finding(rule: number, level: ScreenFinding["level"], statement: string): ScreenFinding {
  const { jurisdiction, sources } = ruleFor(rule);
  return {
    code: `blood-pressure-rule-${rule}`,
    level,
    rule,
    statement,
    basis: ["blood_pressure"],
    jurisdiction,
    sources,
  };
}
