import type { OdeSystem } from "./ode-system.ts";

/** Collects the outputs (and states, if wanted) of one solution, row by row; rows never written stay NaN. */
export class Recorder {
  readonly outputs: Float64Array;
  readonly states: Float64Array | undefined;
  private readonly system: OdeSystem;
  private readonly row: Float64Array;

  constructor(
    system: OdeSystem,
    shape: { readonly rows: number; readonly outputs: number; readonly keepStates: boolean },
  ) {
    this.system = system;
    this.row = new Float64Array(shape.outputs);
    this.outputs = new Float64Array(shape.rows * shape.outputs).fill(Number.NaN);
    this.states = shape.keepStates ? new Float64Array(shape.rows * system.size).fill(Number.NaN) : undefined;
  }

  /** Writes one row; returns the index of the first output that is not finite, or -1. */
  record(row: number, t: number, y: Float64Array): number {
    const { kernel, individual, size } = this.system;
    kernel.outputs(t, y, individual, this.row);
    this.outputs.set(this.row, row * this.row.length);
    this.states?.set(y, row * size);
    return this.row.findIndex((value) => !Number.isFinite(value));
  }
}
