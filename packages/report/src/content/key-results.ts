import type { ContrastRow, EndpointRow, RunPlan, RunSummary } from "@kinetamine/design";
import { formatInterval } from "../text/format-interval.ts";
import { formatResult } from "../text/format-number.ts";
import { unitLabel } from "../text/unit-label.ts";
import type { Block, Content } from "./block.ts";

/** The endpoints of the three sentences; of each list the first one that the run has. */
const sentences: readonly { readonly opening: string; readonly endpoints: readonly string[] }[] = [
  { opening: "Exposure", endpoints: ["ketamine_peak_first", "ketamine_auc_first"] },
  {
    opening: "Symptoms",
    endpoints: [
      "score_change_24h_after_last",
      "score_change_24h",
      "score_change_7d",
      "score_change_21d",
      "score_change_end",
    ],
  },
  { opening: "Side effects", endpoints: ["CADSS_peak", "SBP_peak"] },
];

/** The answer in at most three sentences, each number with its interval and its meaning. */
export function keyResults(plan: RunPlan, summary: RunSummary): Block {
  const items = sentences.flatMap(({ opening, endpoints }): Content[] => {
    const endpoint = endpoints.find((id) => summary.endpoints.some((row) => row.endpoint === id));
    if (endpoint === undefined) return [];
    const rows = summary.endpoints.filter((row) => row.endpoint === endpoint);
    const contrasts = summary.contrasts.filter((row) => row.endpoint === endpoint);
    return [[{ kind: "strong", text: `${opening}: ` }, sentence(plan, rows, contrasts)]];
  });
  return { kind: "list", items };
}

function sentence(plan: RunPlan, rows: readonly EndpointRow[], contrasts: readonly ContrastRow[]): string {
  const [first] = rows;
  if (first === undefined) return "";
  const values = rows.map(
    (row) =>
      `${formatResult(row.q50)} ${unitLabel(row.unit)} with ${regimenWords(plan, row.regimen)} (${formatInterval(row.q05, row.q95, "9 of 10 virtual patients")})`,
  );
  // With more than one comparison the table serves better than a sentence.
  const differences = contrasts.length === 1 ? contrasts.map(difference) : [];
  const ending = differences.length === 0 ? "" : `; ${differences.join("; ")}`;
  return `in this model the median of “${lowerFirst(first.label)}” was ${values.join(", ")}${ending}.`;
}

function difference(contrast: ContrastRow): string {
  const draws = Number.isFinite(contrast.parameter05)
    ? `; ${formatInterval(contrast.parameter05, contrast.parameter95, "typical patient, 90 % of parameter draws")}`
    : "";
  const patients = formatInterval(contrast.q05, contrast.q95, "9 of 10 virtual patients");
  return `${contrast.to} less ${contrast.from} in the same virtual patients: ${formatResult(contrast.mean)} ${unitLabel(contrast.unit)} (${patients}${draws})`;
}

function regimenWords(plan: RunPlan, id: string): string {
  const label = plan.regimens.find((regimen) => regimen.id === id)?.label ?? "";
  return label === "" ? id : `${id}, ${label}`;
}

/** A label inside a sentence begins small, unless its first word is an abbreviation. */
function lowerFirst(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label;
}
