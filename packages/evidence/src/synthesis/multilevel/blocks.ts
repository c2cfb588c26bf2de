import { at, type Matrix, submatrix } from "../least-squares/matrix.ts";

/** Effects that are correlated with each other, directly or through others, and with no effect outside. */
export interface Block {
  /** Positions of the effects, ascending. */
  readonly members: readonly number[];
  /** Covariance of their sampling errors. */
  readonly sampling: Matrix;
}

/** Divides the effects into the smallest sets that are independent of each other, so that no large matrix is ever factorised. */
export function independentBlocks(sampling: Matrix, levels: readonly (readonly string[])[]): readonly Block[] {
  const parent = Array.from({ length: sampling.rows }, (_, i) => i);
  const root = (i: number): number => {
    let top = i;
    while (parent[top] !== top) top = parent[top]!;
    return top;
  };
  const join = (i: number, j: number): void => {
    parent[Math.max(root(i), root(j))] = Math.min(root(i), root(j));
  };
  for (let i = 0; i < sampling.rows; i++) for (let j = 0; j < i; j++) if (at(sampling, i, j) !== 0) join(i, j);
  for (const groups of levels) {
    const first = new Map<string, number>();
    groups.forEach((group, i) => {
      join(first.get(group) ?? i, i);
      if (!first.has(group)) first.set(group, i);
    });
  }
  const members = new Map<number, number[]>();
  parent.forEach((_, i) => {
    members.set(root(i), [...(members.get(root(i)) ?? []), i]);
  });
  return [...members.values()].map((positions) => ({
    members: positions,
    sampling: submatrix(sampling, { rows: positions, columns: positions }),
  }));
}
