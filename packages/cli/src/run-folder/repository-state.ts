import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** State of the checkout the program runs from; both null outside a checkout or without git. */
export interface RepositoryState {
  readonly commit: string | null;
  /** Whether a tracked file differs from the commit. */
  readonly dirty: boolean | null;
}

const unknown: RepositoryState = { commit: null, dirty: null };

/**
 * Asks git about the checkout that holds this program, not about the working directory of the user.
 * @returns nulls when the program is not inside a checkout
 */
export async function readRepositoryState(): Promise<RepositoryState> {
  try {
    const isTracked = await git("ls-files", "--error-unmatch", "package.json");
    if (isTracked === "") return unknown;
    const commit = await git("rev-parse", "HEAD");
    const changes = await git("status", "--porcelain", "--untracked-files=no");
    return { commit, dirty: changes !== "" };
  } catch {
    return unknown;
  }
}

async function git(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("git", args, {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    env: { ...process.env, GIT_OPTIONAL_LOCKS: "0" },
    timeout: 5_000,
  });
  return stdout.trim();
}
