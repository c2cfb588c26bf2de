import type { Terminal } from "./terminal.ts";

/** One numbered step of a longer job. */
export interface ProgressStep {
  /** Draws how far the step is; only on an interactive terminal, at most ten times a second. */
  update(done: number, total: number): void;
  /** Ends the step with a few words, e.g. `ok`. */
  end(words: string): void;
}

const barWidth = 24;
const redrawInterval_ms = 100;
const clearLine = "\r\u001b[2K";

/**
 * Announces numbered steps: a line that is redrawn on a terminal, plain lines elsewhere.
 * @param terminal where the news goes
 * @param steps how many steps there will be
 * @returns starts the next step under a title such as `simulating`, with details
 */
export function createProgress(terminal: Terminal, steps: number): (title: string, details: string) => ProgressStep {
  let number = 0;
  return (title, details) => {
    number += 1;
    const head = `[${number}/${steps}] ${title.padEnd(11)}`;
    return terminal.isInteractive ? redrawn(terminal, { head, details }) : plain(terminal, { head, details });
  };
}

interface Wording {
  readonly head: string;
  readonly details: string;
}

function plain(terminal: Terminal, { head, details }: Wording): ProgressStep {
  const started = performance.now();
  terminal.note(`${head} ${details} ...`);
  return {
    update: () => undefined,
    end: (words) => terminal.note(`${head} ${words} (${seconds(started)})`),
  };
}

function redrawn(terminal: Terminal, { head, details }: Wording): ProgressStep {
  const started = performance.now();
  let drawn = 0;
  const draw = (text: string) => terminal.rewrite(`${clearLine}${text.slice(0, Math.max(20, terminal.columns - 1))}`);
  draw(`${head} ${details} ...`);
  return {
    update: (done, total) => {
      if (performance.now() - drawn < redrawInterval_ms) return;
      drawn = performance.now();
      draw(`${head} ${bar(done / Math.max(1, total))} ${details}`);
    },
    end: (words) => terminal.rewrite(`${clearLine}${head} ${details}: ${words} (${seconds(started)})\n`),
  };
}

function bar(fraction: number): string {
  const full = Math.round(Math.min(1, Math.max(0, fraction)) * barWidth);
  return `${"█".repeat(full)}${"░".repeat(barWidth - full)} ${String(Math.round(fraction * 100)).padStart(3)} %`;
}

function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
