import type { RunSummary } from "@kinetamine/design";
import type { SimulatedPlan } from "../simulation/simulate-plan.ts";
import type { DataFile } from "./data-table.ts";
import { dosesTable } from "./doses-table.ts";
import { patientsTable } from "./patients-table.ts";
import { responseTable } from "./response-table.ts";
import { ribbonTables } from "./ribbon-tables.ts";
import { summaryTable } from "./summary-table.ts";
import { trajectoriesFile } from "./trajectories.ts";

/**
 * The data files of a run. They depend on nothing but the result, so a run from the same lock gives the same bytes.
 * @returns in the order of the data dictionary
 */
export function dataFiles({ result, trajectories }: SimulatedPlan, summary: RunSummary): readonly DataFile[] {
  const { plan } = result;
  return [
    dosesTable(result),
    patientsTable(result),
    ...ribbonTables(plan, summary),
    responseTable(plan, summary),
    summaryTable(plan, summary),
    trajectoriesFile(plan, trajectories),
  ];
}
