import type { RunPlan } from "@kinetamine/design";
import type { Block, Content } from "./block.ts";

/** The run in the words of ICH M15: what is asked, for what, how much weighs on the model, what a wrong answer would do. */
export function credibilityTable({ scenario }: RunPlan): Block {
  const { credibility } = scenario;
  const rows: readonly (readonly [string, string])[] = [
    ["Question of interest", credibility.question_of_interest],
    ["Context of use", credibility.context_of_use.replaceAll("-", " ")],
    ["Model influence", `${credibility.model_influence}: the weight of the model beside other evidence`],
    ["Consequence of a wrong decision", credibility.consequence_of_wrong_decision],
  ];
  return {
    kind: "table",
    caption: "Credibility assessment in the words of ICH M15, as stated in the scenario",
    columns: [{ header: "Element" }, { header: "Statement" }],
    rows: rows.map(([element, statement]): Content[] => [[element], [statement]]),
  };
}
