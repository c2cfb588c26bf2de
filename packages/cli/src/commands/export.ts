import { Option } from "commander";
import { CliError } from "../cli-error.ts";
import { type ExportFormat, exportFormats } from "../export/export-formats.ts";
import { readStoredRun } from "../export/stored-run.ts";
import { nodeFileSystem } from "../run-folder/node-file-system.ts";
import { writeNewFile } from "../run-folder/write-new-file.ts";
import { type DefineCommand, examples, type Outcome } from "./command.ts";

interface Flags {
  readonly format: ExportFormat;
  readonly observe?: string;
  readonly output?: string;
}

/** `export`: a run in the form another program reads. */
export const defineExport: DefineCommand = (program, act) => {
  const formats = Object.entries(exportFormats).map(([name, { purpose }]) => `${name}: ${purpose}`);
  program
    .command("export")
    .summary("give a run to another program: NONMEM, ADPPK, rxode2")
    .description(`Writes a finished run in the form another program reads.\n\n${formats.join("\n")}`)
    .argument("<run>", "run folder")
    .addOption(
      new Option("-f, --format <format>", "what to write").choices(Object.keys(exportFormats)).makeOptionMandatory(),
    )
    .option("--observe <output>", "model output that becomes the observed value (default: the first concentration)")
    .option("-o, --output <file>", "new file to write; otherwise stdout")
    .addHelpText(
      "after",
      examples(
        ["kinetamine export runs/RUN --format nonmem --output run.csv", "doses and values as NONMEM data"],
        ["kinetamine export runs/RUN --format rxode2 > run.R", "model, parameters and doses for rxode2 in R"],
        ["kinetamine export runs/RUN --format adppk --observe C_norketamine_venous", "another output"],
      ),
    )
    .action((folder: string, flags: Flags) =>
      act("export", async ({ terminal }): Promise<Outcome> => {
        if (terminal.json && flags.output === undefined) {
          throw new CliError("usage", "export --json needs --output: stdout can hold the export or the JSON object");
        }
        const { notes, text } = exportFormats[flags.format];
        const content = await text(await readStoredRun(folder), flags.observe);
        for (const note of notes) terminal.note(`note: ${note}`);
        if (flags.output === undefined) return { exit: "ok", text: content.trimEnd(), data: {} };
        const bytes = Buffer.from(content, "utf8");
        await writeNewFile(nodeFileSystem, flags.output, bytes);
        const data = { file: flags.output, format: flags.format, bytes: bytes.length, notes };
        return { exit: "ok", text: `written: ${flags.output}`, data };
      }),
    );
};
