import { type GuidanceRule, loadGuidance, loadRegulatoryStatus, type RegulatoryStatus } from "@kinetamine/evidence";
import { citations } from "../../evidence/citations.ts";
import { type DefineCommand, examples } from "../command.ts";

/** `evidence guidance`: rules of labels, guidelines and trials, and where the products stand. */
export const defineGuidance: DefineCommand = (program, act) => {
  program
    .command("guidance")
    .summary("rules of labels, guidelines and trials; regulatory status")
    .description(
      "Lists what labels, guidelines and trial protocols say, with their sources, and where each product stands with regulators. Documents are described here; nothing is advised.",
    )
    .addHelpText(
      "after",
      examples(
        ["kinetamine evidence guidance", "rules with their numbers, as the screen cites them"],
        ["kinetamine evidence guidance --json", "with limits, dates and places in the sources"],
      ),
    )
    .action(() =>
      act("evidence guidance", async () => {
        const rules = loadGuidance();
        const regulatory = loadRegulatoryStatus();
        const text = ["Rules", ...rules.map(ruleLine), "", "Regulatory status", ...regulatory.map(statusLine)];
        return { exit: "ok", text: text.join("\n"), data: { rules, regulatory } };
      }),
    );
};

function ruleLine({ number, kinds, statement, jurisdiction, standing, sources }: GuidanceRule): string {
  const cited = citations(sources);
  const origin = [kinds.join(" and "), jurisdiction, standing, cited].filter((each) => each !== "");
  return `${`${number}`.padStart(3)}  ${statement} (${origin.join("; ")})`;
}

function statusLine({ product, jurisdiction, text, sources }: RegulatoryStatus): string {
  const cited = citations(sources);
  return `  -  ${product}, ${jurisdiction}: ${text}${cited === "" ? "" : ` (${cited})`}`;
}
