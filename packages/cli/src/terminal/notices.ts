import type { Terminal } from "./terminal.ts";

/** What the program is for, in the words used everywhere. */
export const intendedUse =
  "For research, teaching and trial design; not for diagnosing, treating or dosing an individual.";

/** Says what the program is for, and where help is, to a person at a terminal. */
export async function printNotices(terminal: Terminal): Promise<void> {
  if (!terminal.isInteractive) return;
  const { crisisLines } = await import("@kinetamine/report"); // slow to load, and most commands do without
  const lines = crisisLines().lines.map(({ locale, contact }) => `${locale}: ${contact}`);
  terminal.note(terminal.paint("dim", `${intendedUse}\nIn a crisis: ${lines.join("; ")}.`));
}
