/** The part of a stream the terminal needs; process.stdout and process.stderr fit. */
export interface TextStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Where the words of a command go: results to stdout, everything about their making to stderr. */
export interface Terminal {
  /** One JSON object on stdout instead of text. */
  readonly json: boolean;
  /** Whether lines on stderr can be rewritten. */
  readonly isInteractive: boolean;
  readonly columns: number;
  /** A result: stdout. */
  result(text: string): void;
  /** News while working: stderr, nothing with --quiet. */
  note(text: string): void;
  /** A failure: stderr, also with --quiet. */
  failure(text: string): void;
  /** Raw text for the progress line: stderr, nothing with --quiet. */
  rewrite(text: string): void;
  /** Text in a style, or as it is where colours are off. */
  paint(style: keyof typeof styles, text: string): string;
}

const styles = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;

/**
 * A terminal on two streams.
 * @param streams results and news
 * @param options the flags of the command line and the environment (NO_COLOR, TERM)
 */
export function createTerminal(
  streams: { readonly stdout: TextStream; readonly stderr: TextStream },
  options: {
    readonly json: boolean;
    readonly quiet: boolean;
    readonly environment: Readonly<Record<string, string | undefined>>;
  },
): Terminal {
  const { stdout, stderr } = streams;
  const { json, quiet, environment } = options;
  const isInteractive = stderr.isTTY === true && environment.TERM !== "dumb";
  // https://no-color.org: set and not empty switches colour off
  const hasColour = isInteractive && stdout.isTTY === true && (environment.NO_COLOR ?? "") === "";
  return {
    json,
    isInteractive,
    columns: stderr.columns || 80, // some pseudo-terminals say 0
    result: (text) => void stdout.write(`${text}\n`),
    note: (text) => void (quiet || stderr.write(`${text}\n`)),
    failure: (text) => void stderr.write(`${text}\n`),
    rewrite: (text) => void (quiet || stderr.write(text)),
    paint: (style, text) => (hasColour ? `\u001b[${styles[style]}m${text}\u001b[0m` : text),
  };
}
