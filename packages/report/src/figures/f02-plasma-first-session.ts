import type { ReportInput } from "../report-input.ts";
import { formatNumber } from "../text/format-number.ts";
import { regimenKey, ribbonKey } from "./course-marks.ts";
import { type CourseRow, courseColumns, courseRows } from "./course-row.ts";
import type { FigureDefinition } from "./figure-definition.ts";
import type { Panel } from "./figure-spec.ts";
import { givenRows } from "./given-rows.ts";
import { observedRows } from "./observed-rows.ts";
import { panelPairs } from "./panel-lines.ts";
import { peakOf } from "./peak.ts";
import { arterialOf, overlayPanel, plasmaPanel, sessionEnd, venousOutputs } from "./plasma-panels.ts";
import { publishedKey } from "./published-marks.ts";
import { type DrawnRegimen, drawnRegimens, regimenTitle } from "./regimen-style.ts";

/** What is shown of a racemate, and of esketamine alone, whose total would repeat it; the first is shown in the artery too. */
const ofRacemate = ["C_ketamine_venous", "C_esketamine_venous", "C_arketamine_venous", "C_norketamine_venous"];
const ofEsketamine = ["C_esketamine_venous", "C_norketamine_venous"];

/** With more regimens, only the first quantity gets a panel for each of them. */
const mostSideBySide = 2;

/** F02: concentrations in plasma during and after the first session, with published values where there are any. */
export const plasmaFirstSession: FigureDefinition<CourseRow> = {
  id: "F02",
  columns: courseColumns,
  rows,
  draw(rows) {
    const regimens = drawnRegimens(rows);
    return {
      title: "Concentrations in plasma over the first session",
      caption: caption(rows),
      alt: regimens.map((regimen) => describe(rows, regimen)).join(" "),
      key: [
        ...ribbonKey,
        { mark: "line", label: "arterial, median", color: "currentColor", dash: "2 2" },
        { mark: "bar", label: "while the drug is given", color: "currentColor", opacity: 0.5 },
        publishedKey,
        ...(regimens.length > mostSideBySide ? regimenKey(regimens) : []),
      ],
      panels: panels(rows, regimens),
    };
  },
};

function rows(input: ReportInput): CourseRow[] {
  const { regimens } = input.result.plan;
  const isRacemic = regimens.some((regimen) => regimen.doses.some((dose) => dose.drug === "ketamine"));
  const venous = isRacemic ? ofRacemate : ofEsketamine;
  const shown = [venous[0]!, arterialOf(venous[0]!), ...venous.slice(1)];
  return regimens.flatMap((regimen) => {
    const origin_h = regimen.doses[0]?.time_h ?? 0;
    const selection = { regimen: regimen.id, origin_h, window_h: [0, sessionEnd] as const };
    const simulated = shown.flatMap((output) => courseRows(input, { ...selection, output }));
    if (simulated.length === 0) return [];
    const observed = venous.flatMap((output) => observedRows(input, { regimen, output }));
    return [...givenRows(input, regimen), ...simulated, ...observed];
  });
}

function panels(rows: readonly CourseRow[], regimens: readonly DrawnRegimen[]): Panel[][] {
  const [first, ...others] = venousOutputs(rows);
  if (first === undefined) return [];
  const apart = (output: string) => panelPairs(regimens.map((regimen) => plasmaPanel(rows, { regimen, output })));
  if (regimens.length <= mostSideBySide) return [first, ...others].flatMap(apart);
  return [...apart(first), ...panelPairs(others.map((output) => overlayPanel(rows, regimens, output)))];
}

function caption(rows: readonly CourseRow[]): string {
  return [
    "Simulated concentrations in virtual patients; a range in virtual patients is not a forecast for a person.",
    "Trials mostly sample a vein, where the drug arrives later and peaks lower than in an artery: compare published values with the venous ribbon.",
    venousOutputs(rows).includes("C_arketamine_venous")
      ? "The racemate is half esketamine (S), half arketamine (R)."
      : "Esketamine is given alone.",
    "Published values appear only where drug, route, dose and duration are the same; they are not scaled.",
  ].join(" ");
}

function describe(rows: readonly CourseRow[], regimen: DrawnRegimen): string {
  const [output] = venousOutputs(rows);
  const peak = peakOf(rows.filter((row) => row.regimen === regimen.id && row.output === output));
  if (peak === undefined) return `${regimenTitle(regimen)}: no course.`;
  return (
    `${regimenTitle(regimen)}: the median of ${peak.output_label} is highest at ${formatNumber(peak.q50)} ${peak.unit}, ${formatNumber(peak.time_h, 2)} h after the start; ` +
    `9 of 10 virtual patients lie between ${formatNumber(peak.q05)} and ${formatNumber(peak.q95)} ${peak.unit} then.`
  );
}
