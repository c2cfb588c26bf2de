import type { ContrastRow, EndpointRow } from "@kinetamine/design";
import { formatEnds } from "../text/format-interval.ts";
import { formatNumber, formatResult, notAvailable } from "../text/format-number.ts";
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
    rows: contrasts.map((row) => [
      [withUnit(row.label, row.unit)],
      [`${row.to} less ${row.from}`],
      [`${formatResult(row.mean)} (${formatResult(row.meanError)})`],
      [formatEnds(row.q05, row.q95)],
      [Number.isFinite(row.relative) ? `${formatNumber(100 * row.relative, 2)} %` : notAvailable],
      [formatEnds(row.parameter05, row.parameter95)],
    ]),
  };
}

/** One number per virtual patient, summarised by regimen. */
export function endpointTable(endpoints: readonly EndpointRow[]): Block {
  const ids = [...new Set(endpoints.map((row) => row.endpoint))];
  const sorted = ids.flatMap((id) => endpoints.filter((row) => row.endpoint === id));
  return {
    kind: "table",
    caption: "Endpoints by regimen, one number per virtual patient",
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
