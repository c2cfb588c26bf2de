import { discussionSheet, screen } from "@kinetamine/evidence";
import { nodeFileSystem } from "../run-folder/node-file-system.ts";
import { writeNewFile } from "../run-folder/write-new-file.ts";
import { readCaseFile } from "../screen/read-case-file.ts";
import { screenText } from "../screen/screen-text.ts";
import { type DefineCommand, examples } from "./command.ts";

interface Flags {
  readonly output?: string;
}

/** `screen`: a coded case held against sourced rules; findings and questions, never a verdict. */
export const defineScreen: DefineCommand = (program, act) => {
  program
    .command("screen")
    .summary("hold a coded case against sourced rules; questions for a clinician")
    .description(
      "Reads a coded case and lists what labels, guidelines and trials say about it, what is not known, and questions to ask. It says neither yes nor no to treatment. A case has no place for a name, a date, a record number or free text.",
    )
    .argument("<case>", "case file (YAML)")
    .option(
      "-o, --output <file>",
      "write a discussion sheet for a conversation with a clinician to a new file (Markdown)",
    )
    .addHelpText(
      "after",
      examples(
        ["kinetamine screen examples/case-social-anxiety.yaml", "findings with rules and sources"],
        ["kinetamine screen examples/case-all-unknown.yaml --output sheet.md", "a sheet to print and take along"],
        ["kinetamine screen examples/case-ptsd.yaml --json", "for scripts"],
      ),
    )
    .action((path: string, { output }: Flags) =>
      act("screen", async () => {
        const report = screen(await readCaseFile(path));
        if (output !== undefined) {
          await writeNewFile(nodeFileSystem, output, Buffer.from(discussionSheet(report), "utf8"));
        }
        return {
          exit: "ok",
          text: screenText(report, { sheet: output }),
          data: { report, ...(output === undefined ? {} : { sheet: output }) },
        };
      }),
    );
};
