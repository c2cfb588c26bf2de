import { crisisLine, loadCrisisInformation } from "@kinetamine/evidence";
import type { Terminal } from "./terminal.ts";

/** What the program is for, in the words used everywhere. */
export const intendedUse =
  "For research, teaching and trial design; not for diagnosing, treating or dosing an individual.";

/** Says what the program is for, and where help is, to a person at a terminal. */
export function printNotices(terminal: Terminal): void {
  if (!terminal.isInteractive) return;
  terminal.note(terminal.paint("dim", `${intendedUse}\n${crisisLine(loadCrisisInformation())}`));
}
