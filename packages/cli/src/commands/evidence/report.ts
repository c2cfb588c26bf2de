import { join } from "node:path";
import { writeFolder } from "../../evidence/write-folder.ts";
import { nodeFileSystem } from "../../run-folder/node-file-system.ts";
import { type DefineCommand, examples } from "../command.ts";

interface Flags {
  readonly output: string;
}

/** `evidence report`: all answers with figures, data, scripts and references in one folder. */
export const defineReport: DefineCommand = (program, act) => {
  program
    .command("report")
    .summary("write everything: page, figures, data, metafor scripts, references")
    .description(
      "Writes a new folder with the evidence report as a self-contained page and as Markdown, its figures with their data, all effects as CSV, scripts that repeat each analysis with metafor in R, and the bibliography as BibTeX and RIS. The same version writes the same bytes.",
    )
    .requiredOption("-o, --output <folder>", "new folder to write")
    .addHelpText(
      "after",
      examples(
        ["kinetamine evidence report --output evidence", "then open evidence/report.html"],
        ["kinetamine evidence report --output evidence --json", "with the list of files as JSON"],
      ),
    )
    .action(({ output }: Flags) =>
      act("evidence report", async () => {
        const { evidenceFiles } = await import("@kinetamine/report"); // slow to load, and other commands do without
        const files = evidenceFiles();
        await writeFolder(nodeFileSystem, output, files);
        return {
          exit: "ok",
          text: `written: ${files.length} files\nreport: ${join(output, "report.html")}`,
          data: { folder: output, report: join(output, "report.html"), files: files.map(({ path }) => path) },
        };
      }),
    );
};
