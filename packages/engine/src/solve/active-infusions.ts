import { timeResolution } from "../dosing/timeline.ts";
import type { OdeSystem } from "./ode-system.ts";

/** An infusion under way. */
export interface Infusion {
  readonly state: number;
  /** [state unit per h] */
  readonly rate: number;
  /** [h] */
  readonly end: number;
}

/** The infusions now running, and the total rate they make into each state. */
export class ActiveInfusions {
  private readonly system: OdeSystem;
  private list: readonly Infusion[] = [];
  private earliestEnd = Number.POSITIVE_INFINITY;

  /** @param system receives the totals in its `rates`, which nothing else writes */
  constructor(system: OdeSystem) {
    this.system = system;
  }

  get running(): readonly Infusion[] {
    return this.list;
  }

  /** Time at which the next infusion ends, infinite when none is running [h]. */
  get nextEnd(): number {
    return this.earliestEnd;
  }

  start(infusion: Infusion): void {
    this.replace([...this.list, infusion]);
  }

  /** Ends what is due at `time`, or so soon after that it is the same time; returns whether anything was. */
  endDue(time: number): boolean {
    const due = time + timeResolution(time);
    if (this.earliestEnd > due) return false;
    this.replace(this.list.filter(({ end }) => end > due));
    return true;
  }

  stopAll(): void {
    this.replace([]);
  }

  /** Sums every rate afresh, so that no rounding is left when the last infusion has ended. */
  private replace(running: readonly Infusion[]): void {
    this.list = running;
    this.earliestEnd = Math.min(...running.map(({ end }) => end));
    this.system.infusing = running.length > 0;
    this.system.rates.fill(0);
    for (const { state, rate } of running) this.system.rates[state]! += rate;
  }
}
