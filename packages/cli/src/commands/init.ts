import { nodeFileSystem } from "../run-folder/node-file-system.ts";
import { writeNewFile } from "../run-folder/write-new-file.ts";
import { scenarioTemplate } from "../scenario/scenario-template.ts";
import { type DefineCommand, examples } from "./command.ts";

const defaultName = "mine.scenario.yaml";

/** `init`: a commented scenario to start from. */
export const defineInit: DefineCommand = (program, act) => {
  program
    .command("init")
    .summary("write a commented scenario to start from")
    .description("Writes a complete scenario with a comment on every choice. A file that exists is never overwritten.")
    .argument("[file]", "name of the new file", defaultName)
    .addHelpText(
      "after",
      examples(
        ["kinetamine init", `writes ${defaultName}`],
        ["kinetamine init ptsd.scenario.yaml", "another name"],
        ["kinetamine init a.yaml && kinetamine explain a.yaml", "write, then read what it would do"],
      ),
    )
    .action((path: string) =>
      act("init", async () => {
        await writeNewFile(nodeFileSystem, path, Buffer.from(scenarioTemplate, "utf8"));
        return { exit: "ok", text: `written: ${path}`, data: { file: path } };
      }),
    );
};
