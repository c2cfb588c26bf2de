import { defaultWorkers, parseWorkers } from "../simulation/simulate-plan.ts";
import { createProgress } from "../terminal/progress.ts";
import { type Verdict, verifyRun } from "../verify/verify-run.ts";
import { type DefineCommand, examples, type Outcome } from "./command.ts";

interface Flags {
  readonly hashOnly?: true;
  readonly workers: number;
}

/** `verify`: is a run folder what was written, and do its numbers come out again? */
export const defineVerify: DefineCommand = (program, act) => {
  program
    .command("verify")
    .summary("check that a run folder is unchanged and reproducible")
    .description(
      "Hashes every file of a run folder and compares with its manifest, then simulates its locked scenario again and compares the data files byte by byte.",
    )
    .argument("<run>", "run folder")
    .option("--hash-only", "leave out simulating again")
    .option("-w, --workers <number>", "worker threads; the numbers do not depend on it", parseWorkers, defaultWorkers)
    .addHelpText(
      "after",
      examples(
        ["kinetamine verify runs/2026-01-01T00-00-00Z_iv-twice-weekly_3f9c01ab", "hashes, then the numbers"],
        ["kinetamine verify runs/2026-01-01T00-00-00Z_iv-twice-weekly_3f9c01ab --hash-only", "hashes alone"],
      ),
    )
    .action((folder: string, flags: Flags) =>
      act("verify", async ({ terminal, signal }) => {
        const { hashOnly = false, workers } = flags;
        const step = createProgress(terminal, hashOnly ? 1 : 3);
        return describe(await verifyRun(folder, { hashOnly, workers, signal, step }));
      }),
    );
};

function describe(verdict: Verdict): Outcome {
  const { discrepancies, filesChecked, filesReproduced, folder } = verdict;
  const lines = discrepancies.map(({ kind, path, detail }) => `${kind}: ${path} ${detail}`);
  const reproduced = filesReproduced === 0 ? "" : `, ${filesReproduced} data files simulated again and the same`;
  if (discrepancies.length === 0) lines.push(`verified: ${folder}: ${filesChecked} files unchanged${reproduced}`);
  else lines.push(`not verified: ${folder}`);
  return { exit: discrepancies.length === 0 ? "ok" : "mismatch", text: lines.join("\n"), data: { ...verdict } };
}
