import type { PlannedDose, PlannedRegimen } from "@kinetamine/design";
import type { ReportInput, StudiedDose } from "../report-input.ts";
import { type Column, numberColumn, textColumn } from "../table/column.ts";
import { rangeWords } from "../text/range-words.ts";

/** A span that was studied (kind `study`, or `not-counted` for practice, stopped and volunteer data) or a planned value (kind `planned`). */
export type StudiedRow = {
  readonly kind: string;
  /** `dose` or `infusion`. */
  readonly quantity: string;
  readonly drug: string;
  readonly route: string;
  readonly indication: string;
  readonly disorder: string;
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly regimen: string;
  readonly regimen_label: string;
  readonly standing: string;
};

/** Columns of `StudiedRow`. */
export const studiedColumns: readonly Column[] = [
  textColumn("kind", "Kind of row"),
  textColumn("quantity", "Quantity"),
  textColumn("drug", "Drug"),
  textColumn("route", "Route"),
  textColumn("indication", "Disorder of the virtual patients"),
  textColumn("disorder", "Disorder studied"),
  textColumn("label", "Study"),
  numberColumn("low", "From"),
  numberColumn("high", "To"),
  textColumn("unit", "Unit"),
  textColumn("regimen", "Regimen"),
  textColumn("regimen_label", "Regimen in words"),
  textColumn("standing", "Standing"),
];

const countingKinds = ["controlled", "open", "label", "review"];

/** Planned doses and infusion times with the studies of the same drug and route. */
export function studiedRows(input: ReportInput): StudiedRow[] {
  const { regimens, indication } = input.result.plan;
  const planned = regimens.flatMap((regimen) => plannedRows(regimen, indication));
  const studies = input.studies
    .filter((study) => planned.some((row) => row.drug === study.drug && row.route === study.route))
    .flatMap((study) => studyRows(study, indication));
  return [
    ...planned,
    ...studies.filter((row) => planned.some((other) => other.unit === row.unit && other.route === row.route)),
  ];
}

/** Each different dose and infusion time of a regimen once. */
function plannedRows(regimen: PlannedRegimen, indication: string): StudiedRow[] {
  const rows = regimen.doses.flatMap((dose) => [
    plannedRow(regimen, dose, { indication, quantity: "dose" }),
    ...(dose.duration_h > 0 ? [plannedRow(regimen, dose, { indication, quantity: "infusion" })] : []),
  ]);
  const isFirst = (row: StudiedRow, index: number) =>
    rows.findIndex(
      (other) => other.quantity === row.quantity && other.low === row.low && other.standing === row.standing,
    ) === index;
  return rows.filter(isFirst);
}

function plannedRow(
  regimen: PlannedRegimen,
  dose: PlannedDose,
  of: { readonly indication: string; readonly quantity: "dose" | "infusion" },
): StudiedRow {
  const isByWeight = dose.route === "iv";
  const amount = rounded(isByWeight ? dose.amount_mg_70kg / 70 : dose.amount_mg_70kg);
  const value = of.quantity === "dose" ? amount : rounded(60 * dose.duration_h);
  return {
    ...{ kind: "planned", quantity: of.quantity, drug: dose.drug, route: dose.route, indication: of.indication },
    ...{ disorder: of.indication, label: "planned", low: value, high: value },
    unit: of.quantity === "infusion" ? "min" : isByWeight ? "mg/kg" : "mg",
    ...{ regimen: regimen.id, regimen_label: regimen.label, standing: rangeWords(dose.range) },
  };
}

/** Removes the dust of binary fractions, so that equal doses count as one. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

function studyRows(study: StudiedDose, indication: string): StudiedRow[] {
  const base = {
    kind: countingKinds.includes(study.kind) ? "study" : "not-counted",
    ...{ drug: study.drug, route: study.route, indication, disorder: study.disorder, label: study.label },
    ...{ regimen: "", regimen_label: "", standing: study.kind },
  };
  return [
    ...(study.dose === undefined
      ? []
      : [{ ...base, quantity: "dose", low: study.dose.low, high: study.dose.high, unit: study.dose.unit }]),
    ...(study.infusion_min === undefined
      ? []
      : [{ ...base, quantity: "infusion", ...study.infusion_min, unit: "min" }]),
  ];
}
