import { CliError } from "../cli-error.ts";
import { lockText } from "../run-folder/lock.ts";
import { adppkNotes, adppkText } from "./adppk.ts";
import { nonmemNotes, nonmemText } from "./nonmem.ts";
import { rxode2Notes, rxode2Text } from "./rxode2.ts";
import type { StoredRun } from "./stored-run.ts";

interface Format {
  readonly purpose: string;
  /** What a reader has to know and the format cannot say. */
  readonly notes: readonly string[];
  readonly text: (run: StoredRun, observe: string | undefined) => string | Promise<string>;
}

/** The forms in which a run can be given to other programs. */
export const exportFormats = {
  nonmem: {
    purpose: "data set with doses and simulated values (ID TIME AMT RATE ADDL II SS EVID CMT MDV DV)",
    notes: nonmemNotes,
    text: (run, observe) => nonmemText(run, observedOutput(run, observe)),
  },
  adppk: {
    purpose: "the same in the style of the ADaM population pharmacokinetic standard",
    notes: adppkNotes,
    text: (run, observe) => adppkText(run, observedOutput(run, observe)),
  },
  rxode2: {
    purpose: "R script with model, typical parameters and doses for the rxode2 package",
    notes: rxode2Notes,
    text: (run) => rxode2Text(run.plan),
  },
  lock: {
    purpose: "the expanded scenario: every dose, time, parameter and default",
    notes: [],
    text: (run) => lockText(run.plan),
  },
} as const satisfies Readonly<Record<string, Format>>;

/** Name of an entry of {@link exportFormats}. */
export type ExportFormat = keyof typeof exportFormats;

function observedOutput({ plan }: StoredRun, wanted: string | undefined): string {
  const names = plan.outputs.map(({ name }) => name);
  const found = wanted ?? plan.outputs.find(({ group }) => group === "pharmacokinetics")?.name;
  if (found !== undefined && names.includes(found)) return found;
  throw new CliError("usage", `Cannot observe ${found ?? "a concentration"}: the run recorded ${names.join(", ")}`);
}
