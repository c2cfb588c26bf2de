import type { ForestFigureRow } from "./forest-row.ts";

/** The horizontal axis of effects. */
export interface EffectAxis {
  readonly isLog: boolean;
  /** Where there is no difference: 0, or 1 for ratios. */
  readonly none: number;
  readonly low: number;
  readonly high: number;
}

/** An interval may reach this many times the span of the studies beyond them before it is cut off with an arrow. */
const reach = 0.6;

/**
 * An axis that holds every study and, as far as they do not squeeze the studies together, the pooled intervals.
 * @param rows of a forest plot
 * @param isLog ratios, on a logarithmic axis
 */
export function effectAxis(rows: readonly ForestFigureRow[], isLog: boolean): EffectAxis {
  const none = isLog ? 1 : 0;
  const into = isLog ? Math.log : (value: number) => value;
  const back = isLog ? Math.exp : (value: number) => value;
  const finite = (values: readonly number[]) => values.map(into).filter((value) => Number.isFinite(value));
  const core = finite([none, ...rows.filter(({ kind }) => kind === "study").flatMap(({ low, high }) => [low, high])]);
  const all = finite([none, ...rows.flatMap(({ low, high }) => [low, high])]);
  const span = Math.max(...core) - Math.min(...core) || 1;
  const low = Math.max(Math.min(...all), Math.min(...core) - reach * span);
  const high = Math.min(Math.max(...all), Math.max(...core) + reach * span);
  const margin = 0.03 * (high - low || 1);
  return { isLog, none, low: back(low - margin), high: back(high + margin) };
}
