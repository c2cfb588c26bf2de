import type { ReportInput } from "../report-input.ts";
import { formatExact } from "../text/format-number.ts";
import type { Block, Content } from "./block.ts";

/** The command, the seed and the hashes with which the run can be repeated to the last digit. */
export function reproductionBlocks({ result, reproduction }: ReportInput): Block[] {
  const { plan } = result;
  const rows: readonly (readonly [string, string])[] = [
    ["Program version", reproduction.toolVersion],
    ["Model", `${plan.model.id} ${plan.model.version}, hash ${plan.model.hash}`],
    ["Scenario", `${plan.scenario.id}, SHA-256 ${plan.scenarioHash}`],
    ["Seed", String(plan.seed)],
    ["Virtual patients", String(plan.subjectCount)],
    ["Parameter draws", String(plan.parameterDraws)],
    [
      "Tolerance of the solver",
      `relative ${String(plan.tolerance.relative)}, absolute ${String(plan.tolerance.absolute)}`,
    ],
    ["Steps taken", formatExact(result.steps)],
    ...reproduction.details.map(({ name, value }) => [name, value] as const),
  ];
  return [
    {
      kind: "paragraph",
      content: ["The same program version and the same scenario give the same numbers on any number of cores."],
    },
    { kind: "code", text: reproduction.command },
    {
      kind: "table",
      caption: "What identifies this run",
      columns: [{ header: "Item" }, { header: "Value" }],
      rows: rows.map(([item, value]): Content[] => [[item], [{ kind: "code", text: value }]]),
    },
  ];
}
