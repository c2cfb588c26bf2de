import type { Estimate } from "../effect-sizes/estimate.ts";
import { meanDifference } from "../effect-sizes/mean-difference.ts";
import { reportedEstimate } from "../effect-sizes/reported-estimate.ts";
import { requireAll } from "../effect-sizes/require-value.ts";
import { standardisedMeanDifference } from "../effect-sizes/standardised-mean-difference.ts";
import { twoByTwoEffect } from "../effect-sizes/two-by-two-effect.ts";

/** What a file of studies is pooled in; `as-given` takes effects as they stand, `log-of-ratio` takes logarithms of printed ratios. */
export type FileMeasure =
  | "as-given"
  | "log-of-ratio"
  | "mean-difference"
  | "standardised-mean-difference"
  | "log-odds-ratio"
  | "log-risk-ratio"
  | "risk-difference";

/** A set of columns that gives an effect, and the measures it can give; the first is taken unless another is asked for. */
export interface Layout {
  readonly columns: readonly string[];
  readonly measures: readonly FileMeasure[];
}

type Numbers = Readonly<Record<string, number>>;

const MEANS = ["mean_experimental", "sd_experimental", "n_experimental", "mean_control", "sd_control", "n_control"];
const EVENTS = ["events_experimental", "n_experimental", "events_control", "n_control"];

/** The layouts a file of studies may have. */
export const studyLayouts: readonly Layout[] = [
  { columns: ["effect", "variance"], measures: ["as-given"] },
  { columns: ["effect", "se"], measures: ["as-given"] },
  { columns: ["effect", "ci_low", "ci_high"], measures: ["as-given"] },
  { columns: ["ratio", "ci_low", "ci_high"], measures: ["log-of-ratio"] },
  { columns: MEANS, measures: ["standardised-mean-difference", "mean-difference"] },
  { columns: EVENTS, measures: ["log-risk-ratio", "log-odds-ratio", "risk-difference"] },
];

/** The effect of one row. @throws EvidenceError `evidence-synthesis-invalid` naming the columns at fault */
export function effectOfColumns(row: Numbers, { columns }: Layout, measure: FileMeasure): Estimate {
  if (columns.includes("mean_control")) return fromMeans(row, measure);
  if (columns.includes("events_control")) return fromEvents(row, measure);
  if (columns.includes("ci_low")) return fromInterval(row, measure);
  if (columns.includes("se")) return reportedEstimate({ estimate: row.effect!, standardError: row.se! });
  requireAll("use an effect with its variance", [[row.variance! > 0, "variance", row.variance!, "above 0"]]);
  return { effect: row.effect!, variance: row.variance! };
}

function fromMeans(row: Numbers, measure: FileMeasure): Estimate {
  const group = (side: string) => ({ n: row[`n_${side}`]!, mean: row[`mean_${side}`]!, sd: row[`sd_${side}`]! });
  const groups = { experimental: group("experimental"), control: group("control") };
  return measure === "mean-difference" ? meanDifference(groups) : standardisedMeanDifference(groups);
}

function fromEvents(row: Numbers, measure: FileMeasure): Estimate {
  const group = (side: string) => ({ n: row[`n_${side}`]!, events: row[`events_${side}`]! });
  const chosen = measure === "log-odds-ratio" || measure === "risk-difference" ? measure : "log-risk-ratio";
  return twoByTwoEffect({ experimental: group("experimental"), control: group("control") }, { measure: chosen });
}

/** A printed estimate with its 95 % interval; ratios are taken to logarithms first. */
function fromInterval(row: Numbers, measure: FileMeasure): Estimate {
  const given = row.ratio ?? row.effect!;
  const [low, high] = [row.ci_low!, row.ci_high!];
  if (measure !== "log-of-ratio") return reportedEstimate({ estimate: given, low, high });
  requireAll("take the logarithm of a ratio", [
    [given > 0, "ratio", given, "above 0"],
    [low > 0, "ci_low", low, "above 0"],
  ]);
  return reportedEstimate({ estimate: Math.log(given), low: Math.log(low), high: Math.log(high) });
}
