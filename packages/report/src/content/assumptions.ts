import type { ParameterRecord, Source, Status } from "@kinetamine/ketamine";
import { formatExact } from "../text/format-number.ts";
import { unitLabel } from "../text/unit-label.ts";
import type { Block, Content, Inline, Tone } from "./block.ts";

/** What each status says about a number, and how it is marked; from firm to soft. */
const statuses: readonly { readonly status: Status; readonly tone: Tone; readonly meaning: string }[] = [
  { status: "seen", tone: "note", meaning: "read in the source" },
  { status: "seen-secondary", tone: "note", meaning: "read in another work that quotes the source" },
  { status: "derived", tone: "note", meaning: "computed from numbers that were read" },
  { status: "calibrated", tone: "note", meaning: "fitted to data, as the source describes" },
  { status: "recalled", tone: "caution", meaning: "remembered and not yet checked against the source" },
  { status: "assumed", tone: "warning", meaning: "chosen without a source" },
];

/** Every parameter with value, status, spread, uncertainty and sources, after a count of how firm they are. */
export function assumptionBlocks(parameters: readonly ParameterRecord[]): Block[] {
  return [
    { kind: "paragraph", content: [countSentence(parameters)] },
    { kind: "list", items: statuses.map(({ status, meaning }) => [statusBadge(status), ` ${meaning}`]) },
    { kind: "details", summary: `All ${parameters.length} parameters`, blocks: [parameterTable(parameters)] },
  ];
}

function parameterTable(parameters: readonly ParameterRecord[]): Block {
  return {
    kind: "table",
    caption: "Parameters of the model: typical values",
    columns: [
      { header: "Parameter" },
      { header: "Meaning" },
      { header: "Value", isNumeric: true },
      { header: "Status" },
      { header: "Between virtual patients" },
      { header: "Uncertainty" },
      { header: "Sources" },
    ],
    rows: parameters.map(parameterRow),
  };
}

/** How many parameters have each status, in words. */
export function countSentence(parameters: readonly ParameterRecord[]): string {
  const counts = statuses
    .map(({ status }) => ({ status, count: parameters.filter((parameter) => parameter.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${status}`);
  return `The model rests on ${parameters.length} parameters: ${counts.join(", ")}.`;
}

/** A status as a badge; its tone follows how firm it is. */
function statusBadge(status: Status): Inline {
  const tone = statuses.find((candidate) => candidate.status === status)?.tone ?? "warning";
  return { kind: "badge", text: status, tone };
}

function parameterRow(parameter: ParameterRecord): Content[] {
  const unit = unitLabel(parameter.unit);
  const whom = parameter.reference === undefined ? "" : ` (${parameter.reference})`;
  return [
    [{ kind: "code", text: parameter.name }],
    [`${parameter.meaning}${whom}${parameter.note === undefined ? "" : `. ${parameter.note}`}`],
    [`${formatExact(parameter.value)}${unit === "" ? "" : `\u00a0${unit}`}`],
    [statusBadge(parameter.status)],
    variabilityCell(parameter),
    uncertaintyCell(parameter),
    sourcesCell(parameter.sources),
  ];
}

function variabilityCell({ variability }: ParameterRecord): Content {
  if (variability === undefined) return ["the same in all"];
  return [
    `${scaleWords(variability.distribution)}, SD ${formatExact(variability.omega)} `,
    statusBadge(variability.status),
  ];
}

function uncertaintyCell({ uncertainty }: ParameterRecord): Content {
  if (uncertainty === undefined) return ["taken as known"];
  const { distribution, sd, min, max } = uncertainty;
  const spread = sd === undefined ? "" : `, SD ${formatExact(sd)}`;
  const limits = min === undefined || max === undefined ? "" : `, ${formatExact(min)} to ${formatExact(max)}`;
  return [`${scaleWords(distribution)}${spread}${limits} `, statusBadge(uncertainty.status)];
}

function scaleWords(distribution: string): string {
  return distribution === "lognormal"
    ? "log-normal"
    : distribution === "logit"
      ? "normal on the logit scale"
      : distribution;
}

function sourcesCell(sources: readonly Source[]): Content {
  if (sources.length === 0) return ["none"];
  return sources.flatMap((source, index): Inline[] => [
    ...(index === 0 ? [] : ["; "]),
    source.where,
    { kind: "cite", key: source.ref },
    ...(source.note === undefined ? [] : [` (${source.note})`]),
  ]);
}
