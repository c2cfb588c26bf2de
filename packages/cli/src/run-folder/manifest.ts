import { cpus, release } from "node:os";
import type { RunPlan } from "@kinetamine/design";
import type { ExitName } from "../exit-code.ts";
import { exitCodes } from "../exit-code.ts";
import { tool } from "../tool.ts";
import type { RepositoryState } from "./repository-state.ts";
import type { FileRecord } from "./write-file.ts";

/** Identifies the layout of manifest.json; raised when a field changes its meaning. */
export const manifestSchema = "kinetamine.run-manifest/v1";

/** How every random number of a run follows from its seed. */
const seedScheme =
  "Philox4x32-10, addressed by seed, virtual patient and purpose; independent of worker count and order";

/** manifest.json: what was run, with what, and the hash of every file. */
export interface Manifest {
  readonly schema: typeof manifestSchema;
  readonly command: string;
  readonly tool: { readonly name: string; readonly version: string } & RepositoryState;
  readonly runtime: Readonly<Record<string, string | number>>;
  readonly model: { readonly id: string; readonly version: string; readonly hash: string };
  readonly scenario: { readonly id: string; readonly sha256: string };
  readonly seed: { readonly value: number; readonly scheme: string };
  readonly population: { readonly virtualPatients: number; readonly failedCourses: number };
  /** Doses beyond anything trials have studied were asked for on the command line. */
  readonly beyondStudiedRange: boolean;
  /** For information: the numbers do not depend on it. */
  readonly workers: number;
  readonly started: string;
  readonly ended: string;
  readonly exit: { readonly code: number; readonly meaning: string };
  readonly warnings: readonly string[];
  readonly files: readonly FileRecord[];
}

/** What a manifest says beyond its plan and its files. */
export interface ManifestFacts {
  readonly command: string;
  readonly repository: RepositoryState;
  readonly workers: number;
  readonly started: Date;
  readonly ended: Date;
  readonly exit: ExitName;
  readonly failedCourses: number;
  readonly warnings: readonly string[];
}

/**
 * Describes a finished run.
 * @param plan what was run
 * @param facts how it was run
 * @returns the manifest without its file list
 */
export function describeRun(plan: RunPlan, facts: ManifestFacts): Omit<Manifest, "files"> {
  return {
    schema: manifestSchema,
    command: facts.command,
    tool: { ...tool, ...facts.repository },
    runtime: describeRuntime(),
    model: plan.model,
    scenario: { id: plan.scenario.id, sha256: plan.scenarioHash },
    seed: { value: plan.seed, scheme: seedScheme },
    population: { virtualPatients: plan.subjectCount, failedCourses: facts.failedCourses },
    beyondStudiedRange: plan.beyondStudiedRange,
    workers: facts.workers,
    started: facts.started.toISOString(),
    ended: facts.ended.toISOString(),
    exit: exitCodes[facts.exit],
    warnings: facts.warnings,
  };
}

/**
 * The text of manifest.json.
 * @param files records in order of their paths
 */
export function manifestText(description: Omit<Manifest, "files">, files: readonly FileRecord[]): string {
  return `${JSON.stringify({ ...description, files }, null, 2)}\n`;
}

/** Nothing here identifies a person or a machine: no user, host or path. */
function describeRuntime(): Readonly<Record<string, string | number>> {
  return {
    node: process.versions.node,
    v8: process.versions.v8,
    platform: process.platform,
    architecture: process.arch,
    systemRelease: release(),
    processors: cpus().length,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
  };
}
