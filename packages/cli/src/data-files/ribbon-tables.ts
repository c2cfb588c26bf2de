import type { OutputDescription, Ribbon, RunPlan, RunSummary } from "@kinetamine/design";
import { type CsvFile, csvTable } from "./data-table.ts";
import { rangeColumn, rangesById } from "./regimen-range.ts";

interface RibbonRow {
  readonly ribbon: Ribbon;
  readonly output: OutputDescription;
  readonly index: number;
  readonly time: number;
}

/** The three files and the outputs each holds. */
const ribbonFiles = [
  { path: "data/pk.csv", about: "Concentrations", groups: ["pharmacokinetics"] },
  { path: "data/pd.csv", about: "Receptors, signalling and plasticity", groups: ["mechanism"] },
  { path: "data/scores.csv", about: "Symptom scores and tolerability", groups: ["symptoms", "tolerability"] },
] as const;

/**
 * pk.csv, pd.csv and scores.csv: how each output spreads over virtual patients, by regimen and time.
 * @returns one row per regimen, output and time
 */
export function ribbonTables(plan: RunPlan, summary: RunSummary): readonly CsvFile[] {
  return ribbonFiles.map(({ path, about, groups }) => {
    const outputs = plan.outputs.filter((output) => groups.some((group) => group === output.group));
    return csvTable<RibbonRow>(path, {
      description: `${about}: spread over virtual patients, one row per regimen, output and time`,
      columns: ribbonColumns(plan),
      rows: () => ribbonRows(plan, { ribbons: summary.ribbons, outputs }),
    });
  });
}

function* ribbonRows(
  plan: RunPlan,
  selection: { readonly ribbons: readonly Ribbon[]; readonly outputs: readonly OutputDescription[] },
): Generator<RibbonRow> {
  for (const ribbon of selection.ribbons) {
    const output = selection.outputs.find(({ name }) => name === ribbon.output);
    if (!output) continue;
    for (const [index, time] of plan.times.entries()) yield { ribbon, output, index, time };
  }
}

function ribbonColumns(plan: RunPlan) {
  const rangeOf = rangesById(plan.regimens);
  const unit = "see column unit";
  const number = (name: string, meaning: string, pick: (ribbon: Ribbon) => readonly number[]) => ({
    name,
    unit,
    meaning,
    value: ({ ribbon, index }: RibbonRow) => pick(ribbon)[index] ?? Number.NaN,
  });
  return [
    { name: "regimen", unit: "", meaning: "Id of the regimen", value: ({ ribbon }: RibbonRow) => ribbon.regimen },
    { name: "output", unit: "", meaning: "Name of the model output", value: ({ output }: RibbonRow) => output.name },
    {
      name: "unit",
      unit: "",
      meaning: "Unit of the numbers in this row",
      value: ({ output }: RibbonRow) => output.unit,
    },
    { name: "time_h", unit: "h", meaning: "Time since study day 1, 09:00", value: ({ time }: RibbonRow) => time },
    number("q05", "5 % of virtual patients are below", (ribbon) => ribbon.q05),
    number("q25", "25 % of virtual patients are below", (ribbon) => ribbon.q25),
    number("q50", "Median over virtual patients", (ribbon) => ribbon.q50),
    number("q75", "75 % of virtual patients are below", (ribbon) => ribbon.q75),
    number("q95", "95 % of virtual patients are below", (ribbon) => ribbon.q95),
    number("mean", "Mean over virtual patients", (ribbon) => ribbon.mean),
    number("typical", "Typical patient: every random effect zero", (ribbon) => ribbon.typical),
    number("parameter05", parameterMeaning("Lower"), (ribbon) => ribbon.parameter05),
    number("parameter95", parameterMeaning("Upper"), (ribbon) => ribbon.parameter95),
    { ...rangeColumn, value: ({ ribbon }: RibbonRow) => rangeOf(ribbon.regimen) },
  ];
}

/** Said the same way in every file that has the interval. */
export function parameterMeaning(end: "Lower" | "Upper"): string {
  return `${end} end of the 90 % interval of the typical patient over draws of uncertain parameters; empty without draws`;
}
