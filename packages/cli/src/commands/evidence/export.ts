import type { EvidenceFormat } from "@kinetamine/report";
import { Option } from "commander";
import { CliError } from "../../cli-error.ts";
import { nodeFileSystem } from "../../run-folder/node-file-system.ts";
import { writeNewFile } from "../../run-folder/write-new-file.ts";
import { type DefineCommand, examples, type Outcome } from "../command.ts";

interface Flags {
  readonly format: EvidenceFormat;
  readonly output?: string;
}

const purposes: Readonly<Record<EvidenceFormat, string>> = {
  bibtex: "the bibliography for LaTeX",
  ris: "the bibliography for reference managers",
  csv: "every effect of every question, with its variance",
  metafor: "an R script that repeats every analysis",
};

/** `evidence export`: references, effects or scripts for other programs. */
export const defineEvidenceExport: DefineCommand = (program, act) => {
  const formats = Object.entries(purposes).map(([name, purpose]) => `${name}: ${purpose}`);
  program
    .command("export")
    .summary("give references, effects or scripts to another program")
    .description(`Writes the evidence in the form another program reads.\n\n${formats.join("\n")}`)
    .addOption(
      new Option("-f, --format <format>", "what to write").choices(Object.keys(purposes)).makeOptionMandatory(),
    )
    .option("-o, --output <file>", "new file to write; otherwise stdout")
    .addHelpText(
      "after",
      examples(
        ["kinetamine evidence export --format bibtex --output references.bib", "the bibliography"],
        ["kinetamine evidence export --format metafor | Rscript -", "every analysis again, in R"],
      ),
    )
    .action(({ format, output }: Flags) =>
      act("evidence export", async ({ terminal }): Promise<Outcome> => {
        if (terminal.json && output === undefined)
          throw new CliError(
            "usage",
            "evidence export --json needs --output: stdout can hold the export or the JSON object",
          );
        const { evidenceExport } = await import("@kinetamine/report"); // slow to load, and other commands do without
        const content = evidenceExport(format);
        if (output === undefined) return { exit: "ok", text: content.trimEnd(), data: {} };
        const bytes = Buffer.from(content, "utf8");
        await writeNewFile(nodeFileSystem, output, bytes);
        return { exit: "ok", text: `written: ${output}`, data: { file: output, format, bytes: bytes.length } };
      }),
    );
};
