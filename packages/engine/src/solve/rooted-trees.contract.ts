/**
 * Order conditions by rooted trees, for tests of tableaus (Butcher 1963; Hairer, Norsett and Wanner, Solving Ordinary Differential
 * Equations I, section II.2; for Rosenbrock methods Hairer and Wanner II, section IV.7, theorem 7.3).
 */

/** A rooted tree as the list of the subtrees on its root. */
export type RootedTree = readonly RootedTree[];

export const orderOf = (tree: RootedTree): number => 1 + tree.reduce((sum, child) => sum + orderOf(child), 0);

/** The density of a tree: its order times the densities of its subtrees. */
export const densityOf = (tree: RootedTree): number =>
  tree.reduce((product, child) => product * densityOf(child), orderOf(tree));

const canonical = (tree: RootedTree): string => `[${tree.map(canonical).sort().join("")}]`;

/** Every rooted tree with 1 to `order` vertices, once. */
export function rootedTrees(order: number): readonly RootedTree[] {
  let trees: RootedTree[] = [[]];
  for (let size = 2; size <= order; size++) {
    const grown = trees.filter((tree) => orderOf(tree) === size - 1).flatMap(grow);
    trees = [...trees, ...new Map(grown.map((tree) => [canonical(tree), tree])).values()];
  }
  return trees;
}

/** The trees with one more leaf, attached anywhere. */
function grow(tree: RootedTree): RootedTree[] {
  const inside = tree.flatMap((child, i) => grow(child).map((larger) => tree.with(i, larger)));
  return [[...tree, []], ...inside];
}

export type Matrix = readonly (readonly number[])[];

/**
 * The elementary weight of a tree for each stage. A vertex with one child sees it through `single`, one with several through
 * `several` (for a Runge-Kutta method both are its matrix a).
 */
export function stageWeights(
  tree: RootedTree,
  method: { readonly single: Matrix; readonly several: Matrix },
): number[] {
  const matrix = tree.length === 1 ? method.single : method.several;
  const children = tree.map((child) => stageWeights(child, method));
  return matrix.map((row) =>
    children.reduce((product, child) => product * row.reduce((sum, a, j) => sum + a * child[j]!, 0), 1),
  );
}
