import type { Check } from "@kinetamine/design";
import { installChecks } from "../selftest/install-checks.ts";
import { operateChecks } from "../selftest/operate-checks.ts";
import { performChecks } from "../selftest/perform-checks.ts";
import { textTable } from "../terminal/text-table.ts";
import { type DefineCommand, examples, type Outcome, type Surroundings } from "./command.ts";

interface Flags {
  readonly install?: true;
  readonly operate?: true;
  readonly perform?: true;
}

/** The parts of the test in the order they run: each relies on the one before. */
const parts: Readonly<Record<keyof Flags, (surroundings: Surroundings) => Promise<readonly Check[]>>> = {
  install: installChecks,
  operate: operateChecks,
  perform: performChecks,
};

/** `selftest`: is this installation complete, right, and fast enough? */
export const defineSelftest: DefineCommand = (program, act) => {
  program
    .command("selftest")
    .summary("check the installation, its numbers and its examples")
    .description(
      "Checks this installation in up to three parts and prints what was found beside what is required. Without options: --install and --operate.",
    )
    .option("--install", "is everything there: Node, packages, a disk that keeps what is written")
    .option("--operate", "are the numbers right: against published values and closed forms, with tolerances")
    .option("--perform", "do the worked examples run, verify, and end in time (some minutes)")
    .addHelpText(
      "after",
      examples(
        ["kinetamine selftest", "after an installation"],
        ["kinetamine selftest --install --operate --perform --json", "everything, for the record"],
      ),
    )
    .action((flags: Flags) =>
      act("selftest", async (surroundings) => {
        const chosen = flags.install || flags.operate || flags.perform ? flags : { install: true, operate: true };
        const found: (Check & { readonly part: string })[] = [];
        for (const [part, check] of Object.entries(parts)) {
          if (!(part in chosen)) continue;
          surroundings.terminal.note(`${part} ...`);
          for (const one of await check(surroundings)) found.push({ part, ...one });
        }
        return describe(found, surroundings);
      }),
    );
};

function describe(checks: readonly (Check & { readonly part: string })[], { terminal }: Surroundings): Outcome {
  const failed = checks.filter((check) => !check.passed).length;
  const rows = checks.map(({ part, label, found, required, passed }) => {
    return [passed ? "ok" : "FAILED", part, label, found, required];
  });
  const table = textTable([["", "part", "check", "found", "required"], ...rows]);
  const verdict = failed === 0 ? `all ${checks.length} checks passed` : `${failed} of ${checks.length} checks failed`;
  return {
    exit: failed === 0 ? "ok" : "checkFailed",
    text: `${table}\n\n${terminal.paint(failed === 0 ? "green" : "red", verdict)}`,
    data: { checks },
  };
}
