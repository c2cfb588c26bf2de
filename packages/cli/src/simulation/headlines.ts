import type { ContrastRow, RunResult, RunSummary } from "@kinetamine/design";

/** Exposure, an acute effect and the symptom score: what a reader wants to know first; the report has the rest. */
const endpoints = ["ketamine_peak_first", "CADSS_peak", "score_change_24h_after_last"] as const;

/**
 * How the other regimens compare with the first, in a few lines for the terminal.
 * @returns nothing for a run of one regimen
 */
export function headlines({ plan }: RunResult, { contrasts }: RunSummary): readonly string[] {
  const [first] = plan.regimens;
  const chosen = endpoints.flatMap((endpoint) =>
    contrasts.filter((row) => row.endpoint === endpoint && row.from === first?.id),
  );
  if (chosen.length === 0) return [];
  return ["In this model, in the same virtual patients under each regimen:", ...chosen.map(headline)];
}

function headline({ from, label, mean, q05, q95, relative, to, unit }: ContrastRow): string {
  const share = Number.isFinite(relative) ? ` (${signed(100 * relative, 2)} %)` : "";
  const spread = `9 of 10 lie between ${signed(q05, 3)} and ${signed(q95, 3)}`;
  return `  ${label}, ${to} less ${from}: ${signed(mean, 3)} ${unit.replaceAll(/[{}[\]]/g, "")}${share}; ${spread}`;
}

function signed(value: number, digits: number): string {
  const text = String(Number(value.toPrecision(digits)));
  return value > 0 ? `+${text}` : text;
}
