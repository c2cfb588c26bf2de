import type { OdeSystem } from "./ode-system.ts";

/** The infusions now running, and the total rate they make into each state. */
export class ActiveInfusions {
  private readonly system: OdeSystem;
  private running: { readonly dose: number; readonly state: number; readonly rate: number }[] = [];

  /** @param system receives the totals in its `rates`, which nothing else writes */
  constructor(system: OdeSystem) {
    this.system = system;
  }

  /** Starts the infusion of a dose. */
  start(dose: number, state: number, rate: number): void {
    this.running.push({ dose, state, rate });
    this.retotal(state);
  }

  /** Ends the infusion of a dose; returns false when it was not running (a reset had stopped it). */
  end(dose: number, state: number): boolean {
    const before = this.running.length;
    this.running = this.running.filter((infusion) => infusion.dose !== dose || infusion.state !== state);
    this.retotal(state);
    return this.running.length < before;
  }

  stopAll(): void {
    this.running = [];
    this.system.rates.fill(0);
    this.system.infusing = false;
  }

  /** Summed afresh, so that no rounding is left when the last infusion has ended. */
  private retotal(state: number): void {
    let sum = 0;
    for (const infusion of this.running) if (infusion.state === state) sum += infusion.rate;
    this.system.rates[state] = sum;
    this.system.infusing = this.running.length > 0;
  }
}
