import type { ContrastRow, EndpointRow } from "@kinetamine/design";
import { formatEnds } from "../text/format-interval.ts";
import { formatResult, notAvailable } from "../text/format-number.ts";
import { isPerSession } from "../text/per-session.ts";
import { withUnit } from "../text/unit-label.ts";
import type { Block, Content } from "./block.ts";

/** Paired differences between regimens, with error, spread and parameter uncertainty in columns of their own. */
export function contrastTable(contrasts: readonly ContrastRow[]): Block {
  return {
    kind: "table",
    caption: "Differences between the regimens, within the same virtual patients",
    columns: [
      { header: "Endpoint" },
      { header: "Difference" },
      { header: "Mean (Monte Carlo error)", isNumeric: true },
      { header: "9 of 10 virtual patients", isNumeric: true },
      { header: "Relative to the mean", isNumeric: true },
      { header: "Typical patient, 90 % of parameter draws", isNumeric: true },
    ],
    rows: contrasts
      .filter((row) => !isPerSession(row.endpoint))
      .map((row) => [
        [withUnit(row.label, row.unit)],
        [`${row.to} less ${row.from}`],
        [`${formatResult(row.mean)} (${formatResult(row.meanError)})`],
        [formatEnds(row.q05, row.q95)],
        [Number.isFinite(row.relative) ? `${formatResult(100 * row.relative)} %` : notAvailable],
        [formatEnds(row.parameter05, row.parameter95)],
      ]),
  };
}

/** One number per virtual patient, summarised by regimen; endpoints of single sessions are folded away. */
export function endpointBlocks(endpoints: readonly EndpointRow[]): Block[] {
  const whole = endpoints.filter((row) => !isPerSession(row.endpoint));
  const sessions = endpoints.filter((row) => isPerSession(row.endpoint));
  return [
    ...(whole.length === 0 ? [] : [endpointTable("Endpoints by regimen, one number per virtual patient", whole)]),
    ...(sessions.length === 0
      ? []
      : [
          {
            kind: "details",
            summary: "Endpoints of every session",
            blocks: [endpointTable("Endpoints session by session", sessions)],
          } as const,
        ]),
  ];
}

function endpointTable(caption: string, endpoints: readonly EndpointRow[]): Block {
  const ids = [...new Set(endpoints.map((row) => row.endpoint))];
  const sorted = ids.flatMap((id) => endpoints.filter((row) => row.endpoint === id));
  return {
    kind: "table",
    caption,
    columns: [
      { header: "Endpoint" },
      { header: "Regimen" },
      { header: "Virtual patients", isNumeric: true },
      { header: "Mean (SD)", isNumeric: true },
      { header: "Median", isNumeric: true },
      { header: "Half of them", isNumeric: true },
      { header: "9 of 10 of them", isNumeric: true },
      { header: "Typical patient", isNumeric: true },
    ],
    rows: sorted.map((row): Content[] => [
      [withUnit(row.label, row.unit)],
      [row.regimen],
      [String(row.n)],
      [`${formatResult(row.mean)} (${formatResult(row.sd)})`],
      [formatResult(row.q50)],
      [formatEnds(row.q25, row.q75)],
      [formatEnds(row.q05, row.q95)],
      [formatResult(row.typical)],
    ]),
  };
}
