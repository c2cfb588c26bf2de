/** Runs the built command line as a child process, as a user or a script would. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const program = fileURLToPath(new URL("../../bin/kinetamine.js", import.meta.url));
export const repository = fileURLToPath(new URL("../../../../", import.meta.url));

/** How long a test that runs the program several times may take on a busy machine [ms]. */
export const slow_ms = 180_000;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves once stderr holds some words. */
  readonly says: (words: string) => Promise<void>;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A module loaded before the program, for instance to break the disk. */
  readonly preload?: string;
}

/** Starts the program and returns at once. */
export function start(args: readonly string[], { cwd, env, preload }: Surroundings = {}): Started {
  const preloads = preload ? ["--import", new URL(preload, import.meta.url).href] : [];
  const child = spawn(process.execPath, [...preloads, program, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, FORCE_COLOR: undefined, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const texts = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    texts.stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    texts.stderr += chunk.toString();
  });
  const ended = new Promise<Ended>((resolve) =>
    child.on("close", (code, signal) => resolve({ code, signal, ...texts })),
  );
  const says = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => texts.stderr.includes(words) && resolve();
      child.stderr.on("data", look);
      child.on("close", () => reject(new Error(`ended without saying "${words}": ${texts.stderr}`)));
      look();
    });
  return { child, ended, says };
}

/** Runs the program to its end. */
export function run(args: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  return start(args, surroundings).ended;
}

/** A directory for one test, removed with the returned function. */
export function temporaryDirectory(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "kinetamine-test-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Names in a directory; none when it is absent. */
export function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path).toSorted();
  } catch {
    return [];
  }
}
