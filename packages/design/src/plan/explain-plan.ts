/** A plan in plain text: every dose as it will be simulated, before anything runs. */
import type { Finding, PlannedCovariate, PlannedDose, PlannedRegimen, RunPlan } from "../run-types.ts";
import { administrationOf } from "./administration.ts";
import { referenceWeight } from "./expand-regimen.ts";

/**
 * Writes out a plan for reading. Amounts are free base in milligrams with rates in mg/h, as event records of population
 * software would hold them; there is nothing here to set a device by, because the text is no order.
 * @returns lines joined by newlines, without a newline at the end
 */
export function explainPlan(plan: RunPlan): string {
  return [
    ...headLines(plan),
    "",
    "studied: given in a trial in this disorder by this route, which does not say that it helped",
    ...plan.regimens.flatMap((regimen) => ["", ...regimenLines(regimen)]),
    "",
    ...recordingLines(plan),
    "",
    ...findingLines(plan.findings),
  ].join("\n");
}

function headLines(plan: RunPlan): readonly string[] {
  const { scenario, population, subjectCount, parameterDraws } = plan;
  const { baseline, covariates, concomitant } = population;
  const draws = parameterDraws === 0 ? "no parameter draws" : `${parameterDraws} parameter draws`;
  return [
    `${scenario.id}: ${scenario.title}`,
    `question: ${scenario.credibility.question_of_interest}`,
    "for research, teaching and trial design; not for diagnosing, treating or dosing an individual",
    "",
    `model ${plan.model.id} ${plan.model.version}, seed ${plan.seed}`,
    `${subjectCount} virtual patients (${plan.indication.toUpperCase()}), the same ones under every regimen; ${draws}`,
    `  ${baseline.scale} at baseline: mean ${baseline.mean}, SD ${baseline.sd}, ${baseline.min} to ${baseline.max}`,
    ...Object.entries(covariates)
      .filter(([name, covariate]) => name !== "BASE" && covariate.distribution !== "constant")
      .map(([name, covariate]) => `  ${name}: ${covariateText(covariate)}`),
    ...concomitant.map((entry) => `  ${entry.class} in ${percent(entry.fraction)}, without effect in the model`),
  ];
}

function covariateText(covariate: PlannedCovariate): string {
  switch (covariate.distribution) {
    case "constant":
      return `${covariate.value}`;
    case "truncnormal":
      return `normal, mean ${covariate.mean}, SD ${covariate.sd}, ${covariate.min} to ${covariate.max}`;
    case "lognormal":
      return `log-normal, geometric mean ${covariate.geomean}, CV ${percent(covariate.cv)}, ${covariate.min} to ${covariate.max}`;
    case "uniform":
      return `uniform, ${covariate.min} to ${covariate.max}`;
    case "bernoulli":
      return `1 in ${percent(covariate.p)}, else 0`;
  }
}

function regimenLines({ id, label, doses }: PlannedRegimen): readonly string[] {
  const lines = [`regimen ${id}: ${label} (${doses.length} ${doses.length === 1 ? "dose" : "doses"})`];
  let reason = "";
  for (const dose of doses) {
    lines.push(`  ${doseLine(dose)}`);
    if (dose.rangeReason === reason) continue;
    reason = dose.rangeReason;
    lines.push(`    ${dose.range}: ${reason}`);
  }
  return lines;
}

/**
 * One dose on one line: when, how much, how fast, and the NONMEM record it amounts to.
 * @returns for instance `dose 3: day 8 09:00, ketamine 35.0 mg base for a 70 kg adult (0.5 mg/kg) over 40 min, 52.5 mg/h,
 *   EVID 1, RATE 52.5`
 */
function doseLine(dose: PlannedDose): string {
  const { amount_mg, duration_h, device } = administrationOf(dose, referenceWeight);
  const when = `dose ${dose.number}: day ${dose.day} ${dose.clock}`;
  const salt = dose.expressedAs === "base" ? "" : ` as ${dose.expressedAs}`;
  const perWeight = dose.dose.unit === "mg/kg";
  const written = perWeight || salt !== "" ? ` (${shown(dose.dose.value)} ${dose.dose.unit}${salt})` : "";
  const adult = perWeight ? ` for a ${referenceWeight} kg adult` : "";
  const amount = `${dose.drug} ${milligrams(amount_mg)} mg base${adult}${written}`;
  if (device !== undefined) return `${when}, ${amount}, nasal, ${devicesText(device)}, EVID 1`;
  const rate = milligrams(amount_mg / duration_h);
  return `${when}, ${amount} over ${shown(60 * duration_h)} min, ${rate} mg/h, EVID 1, RATE ${rate}`;
}

function devicesText({ count, strength_mg, gap_h }: NonNullable<PlannedDose["device"]>): string {
  const gap = count > 1 ? `, ${shown(60 * gap_h)} min apart` : "";
  return `${count} ${count === 1 ? "device" : "devices"} of ${milligrams(strength_mg)} mg base${gap}`;
}

function recordingLines({ times, outputs, tolerance }: RunPlan): readonly string[] {
  const days = (times.at(-1) ?? 0) / 24;
  return [
    `recorded: ${outputs.length} outputs at ${times.length} times over ${shown(days)} d, densely around each session`,
    `solved with relative tolerance ${tolerance.relative.toExponential(0)}`,
  ];
}

function findingLines(findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return ["no findings"];
  return findings.map(({ level, path, message }) => `${level}: ${path === "" ? "" : `${path}: `}${message}`);
}

/** One decimal from 10 mg on, three significant digits below: enough to recognise a slip, few enough to read. */
function milligrams(amount: number): string {
  return amount >= 10 ? amount.toFixed(1) : amount.toPrecision(3);
}

function shown(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function percent(share: number): string {
  return `${shown(100 * share)} %`;
}
