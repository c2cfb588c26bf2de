import type { Dose } from "../dosing/dose.ts";
import type { EventRecord } from "../dosing/event-record.ts";
import { SimulationError } from "../simulation-error.ts";
import { defaultTolerance, type Tolerance } from "./solution.ts";

/** How closely to solve, and what to keep. */
export interface SolveSettings {
  readonly tolerance?: Tolerance;
  /** Bound on attempted steps; default 100,000. */
  readonly maxSteps?: number;
  /** Also return the states at the output times; default false. */
  readonly keepStates?: boolean;
}

/** One subject's course to be computed. */
export interface Problem extends SolveSettings {
  /** Values in the order of `CompiledModel.inputs`, each in its declared unit. */
  readonly inputs: Float64Array;
  readonly doses: readonly Dose[];
  /** Any order; row k of the solution belongs to outputTimes[k] [h]. */
  readonly outputTimes: ArrayLike<number>;
  /** Times at which states return to their initial values and infusions stop [h]; default none. */
  readonly resets?: readonly number[];
  /** Time of the initial states [h]; default 0. */
  readonly start?: number;
}

/** One subject's course in event records; it starts at the time of the first. */
export interface RecordProblem extends SolveSettings {
  readonly records: readonly EventRecord[];
  /** Which record's inputs hold between two records: the later one's ("nocb", as in NONMEM; default) or the earlier one's ("locf"). */
  readonly carry?: "nocb" | "locf";
}

const defaultMaxSteps = 100_000;

function requirePositive(value: number, path: string): number {
  if (value > 0 && Number.isFinite(value)) return value;
  throw new SimulationError("E-TOLERANCE", path, `Cannot solve with ${value}: a finite number above 0 needed`);
}

/** The numerical settings of a problem with the defaults filled in. */
export function settingsOf(problem: SolveSettings): {
  readonly tolerance: Tolerance;
  readonly maxSteps: number;
} {
  const { tolerance = defaultTolerance, maxSteps = defaultMaxSteps } = problem;
  requirePositive(tolerance.relative, "tolerance.relative");
  requirePositive(tolerance.absolute, "tolerance.absolute");
  return { tolerance, maxSteps: requirePositive(maxSteps, "maxSteps") };
}
