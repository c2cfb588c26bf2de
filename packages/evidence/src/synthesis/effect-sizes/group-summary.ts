import type { Requirement } from "./require-value.ts";

/** Mean and spread of one group on a scale. */
export interface GroupSummary {
  /** People; a share of a split control group need not be whole. */
  readonly n: number;
  /** [scale points] */
  readonly mean: number;
  /** Standard deviation between people, not a standard error [scale points]. */
  readonly sd: number;
}

/** What a group summary must fulfil to give an effect size. */
export function groupRequirements(path: string, { n, mean, sd }: GroupSummary): readonly Requirement[] {
  return [
    [n > 1 && Number.isFinite(n), `${path}.n`, n, "more than 1 person"],
    [Number.isFinite(mean), `${path}.mean`, mean, "a finite number"],
    [sd > 0 && Number.isFinite(sd), `${path}.sd`, sd, "a finite number above 0"],
  ];
}
