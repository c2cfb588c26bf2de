/** The infusions now running, and the total rate they make into each state. */
export class ActiveInfusions {
  /** Total rate into each state; written here only [state unit per h]. */
  private readonly rates: Float64Array;
  private running: { readonly dose: number; readonly state: number; readonly rate: number }[] = [];

  /** @param rates receives the totals, length n */
  constructor(rates: Float64Array) {
    this.rates = rates;
  }

  /** Starts the infusion of a dose. */
  start(dose: number, state: number, rate: number): void {
    this.running.push({ dose, state, rate });
    this.rates[state] = this.total(state);
  }

  /** Ends the infusion of a dose; returns false when it was not running (a reset had stopped it). */
  end(dose: number, state: number): boolean {
    const before = this.running.length;
    this.running = this.running.filter((infusion) => infusion.dose !== dose || infusion.state !== state);
    this.rates[state] = this.total(state);
    return this.running.length < before;
  }

  stopAll(): void {
    this.running = [];
    this.rates.fill(0);
  }

  /** Summed afresh, so that no rounding is left when the last infusion has ended. */
  private total(state: number): number {
    let sum = 0;
    for (const infusion of this.running) if (infusion.state === state) sum += infusion.rate;
    return sum;
  }
}
