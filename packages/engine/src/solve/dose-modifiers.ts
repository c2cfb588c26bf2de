import type { CompiledModel } from "../compile/compiled-model.ts";
import type { Modifier } from "../model/modifier.ts";
import { SimulationError } from "../simulation-error.ts";
import type { OdeSystem } from "./ode-system.ts";

const defaults: Readonly<Record<Modifier["kind"], number>> = {
  bioavailability: 1,
  lag: 0,
  duration: Number.NaN,
  rate: Number.NaN,
};

/** What the model says about dosing into its states: f, alag, dur and rate, for the individual now in the system. */
export class DoseModifiers {
  private readonly model: CompiledModel;
  private readonly system: OdeSystem;
  private readonly values: Float64Array;

  constructor(model: CompiledModel, system: OdeSystem) {
    this.model = model;
    this.system = system;
    this.values = new Float64Array(model.modifiers.length);
  }

  /** True when the model gives this property for the state, or for any state when none is named. */
  has(kind: Modifier["kind"], state?: number): boolean {
    return this.model.modifiers.some((m) => m.kind === kind && (state === undefined || m.state === state));
  }

  /** The property of one state at time t and states y; 1 for an absent bioavailability, 0 for an absent lag, else NaN. */
  at(kind: Modifier["kind"], state: number, at: { readonly t: number; readonly y: Float64Array }): number {
    const index = this.model.modifiers.findIndex((modifier) => modifier.kind === kind && modifier.state === state);
    if (index < 0) return defaults[kind];
    this.system.kernel.modifiers(at.t, at.y, this.system.individual, this.values);
    return this.values[index]!;
  }

  /**
   * Lags as a function of state and time, before anything has been simulated.
   *
   * @param initial states at the start, which a lag must not read
   * @throws SimulationError `E-LAG-DEPENDS` when a lag reads a state: it is a number with the initial states but NaN without
   */
  lagFunction(initial: Float64Array): ((state: number, time: number) => number) | undefined {
    if (!this.has("lag")) return undefined;
    const unknown = new Float64Array(initial.length).fill(Number.NaN);
    return (state, t) => {
      const lag = this.at("lag", state, { t, y: initial });
      if (Number.isNaN(this.at("lag", state, { t, y: unknown })) && !Number.isNaN(lag)) {
        const { name } = this.model.states[state]!;
        throw new SimulationError(
          "E-LAG-DEPENDS",
          `alag(${name})`,
          "Cannot place a dose whose lag reads a state: inputs and time only needed",
        );
      }
      return lag;
    };
  }
}
