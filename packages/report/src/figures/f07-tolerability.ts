import { formatNumber } from "../text/format-number.ts";
import { unitLabel } from "../text/unit-label.ts";
import { ribbonKey } from "./course-marks.ts";
import type { FigureDefinition } from "./figure-definition.ts";
import type { Panel } from "./figure-spec.ts";
import { panelPairs } from "./panel-lines.ts";
import { peakOf } from "./peak.ts";
import { publishedKey } from "./published-marks.ts";
import { type DrawnRegimen, drawnRegimens, regimenTitle } from "./regimen-style.ts";
import { firstSessionPanel, sessionPeaksPanel } from "./tolerability-panels.ts";
import {
  type TolerabilityRow,
  tolerabilityColumns,
  tolerabilityOutputs,
  tolerabilityRows,
} from "./tolerability-row.ts";

/** F07: dissociation and blood pressure in the first session, and their peaks session by session. */
export const tolerability: FigureDefinition<TolerabilityRow> = {
  id: "F07",
  columns: tolerabilityColumns,
  rows: (input) => input.result.plan.regimens.flatMap((regimen) => tolerabilityRows(input, regimen)),
  draw(rows) {
    const regimens = drawnRegimens(rows);
    const outputs = tolerabilityOutputs.filter((output) => rows.some((row) => row.output === output));
    return {
      title: "Dissociation and blood pressure",
      caption:
        "Simulated in virtual patients; a range in virtual patients is not a forecast for a person. CADSS (0 to 92) counts dissociation as an adverse effect; above 4 is abnormal. " +
        "Blood pressure is the change from before the session. Peaks are the highest recorded values of each virtual patient; dissociation fades over sessions in this model because it becomes tolerant.",
      alt: regimens.flatMap((regimen) => outputs.map((output) => describe(rows, regimen, output))).join(" "),
      key: [
        ...ribbonKey,
        { mark: "bar", label: "while the drug is given", color: "currentColor", opacity: 0.5 },
        publishedKey,
        ...regimens.map(
          (regimen) =>
            ({
              mark: "dot",
              label: `median peak, ${regimen.id}`,
              color: regimen.style.color,
              symbol: regimen.style.symbol,
            }) as const,
        ),
      ],
      panels: panels(rows, { regimens, outputs }),
    };
  },
};

function panels(
  rows: readonly TolerabilityRow[],
  shown: { readonly regimens: readonly DrawnRegimen[]; readonly outputs: readonly string[] },
): Panel[][] {
  const { regimens, outputs } = shown;
  const first = outputs.flatMap((output) =>
    panelPairs(regimens.map((regimen) => firstSessionPanel(rows, { regimen, output }))),
  );
  const isCourse = Math.max(0, ...rows.map((row) => row.session)) > 1;
  return isCourse ? [...first, outputs.map((output) => sessionPeaksPanel(rows, { regimens, output }))] : first;
}

function describe(rows: readonly TolerabilityRow[], regimen: DrawnRegimen, output: string): string {
  const own = rows.filter((row) => row.regimen === regimen.id && row.output === output);
  const top = peakOf(own);
  if (top === undefined) return `${regimenTitle(regimen)}: no course of ${output}.`;
  const peaks = own.filter((row) => row.kind === "peak");
  const course =
    peaks.length < 2 ? "" : ` Median peaks by session: ${peaks.map((row) => formatNumber(row.q50)).join(", ")}.`;
  return `${regimenTitle(regimen)}, ${top.output_label}: highest median ${formatNumber(top.q50)} ${unitLabel(top.unit)} after ${formatNumber(top.time_h, 2)} h (9 of 10 virtual patients: ${formatNumber(top.q05)} to ${formatNumber(top.q95)}).${course}`;
}
