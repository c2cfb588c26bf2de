import type { RunPlan } from "@kinetamine/design";
import type { DataFile } from "./data-table.ts";

/**
 * trajectories.parquet: every output of every virtual patient at every time.
 * @param bytes being made on another thread
 */
export function trajectoriesFile(plan: RunPlan, bytes: Promise<Uint8Array>): DataFile {
  return {
    path: "data/trajectories.parquet",
    description: "Every virtual patient, one row per regimen, patient and time; NaN where a course failed",
    columns: [
      { name: "regimen", unit: "", meaning: "Id of the regimen" },
      { name: "subject", unit: "1", meaning: "Number of the virtual patient, as in patients.csv" },
      { name: "time_h", unit: "h", meaning: "Time since study day 1, 09:00" },
      ...plan.outputs.map(({ name, label, unit }) => ({ name, unit, meaning: `${label}; single precision` })),
    ],
    content: () => bytes,
  };
}
