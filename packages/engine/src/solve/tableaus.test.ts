import { luFactor, luSolve } from "@kinetamine/numerics";
import { describe, expect, it } from "vitest";
import { rodas5p } from "./rodas5p.ts";
import {
  densityOf,
  type Matrix,
  orderOf,
  type RootedTree,
  rootedTrees,
  stageWeights,
} from "./rooted-trees.contract.ts";
import { tsit5 } from "./tsit5.ts";

const square = (rows: readonly (readonly number[])[]): Matrix => rows.map((row) => rows.map((_, j) => row[j] ?? 0));
const inner = (weights: readonly number[], values: readonly number[]) =>
  weights.reduce((sum, w, i) => sum + w * values[i]!, 0);

type Method = Parameters<typeof stageWeights>[1];

/** The largest defect of the order conditions of the given orders: sum b Phi - x^order / density. */
function largestDefect(method: Method, weights: readonly number[], trees: readonly RootedTree[], x = 1): number {
  const defect = (tree: RootedTree) =>
    inner(weights, stageWeights(tree, method)) - x ** orderOf(tree) / densityOf(tree);
  return Math.max(...trees.map((tree) => Math.abs(defect(tree))));
}

const trees = rootedTrees(6);
const upTo = (order: number) => trees.filter((tree) => orderOf(tree) <= order);
const exactly = (order: number) => trees.filter((tree) => orderOf(tree) === order);
// Coefficients are printed to 16 digits and sizes reach 100, products of five of them lose a few more.
const rounding = 1e-11;

it("there are 1, 1, 2, 4, 9 and 20 rooted trees with 1 to 6 vertices (Cayley)", () => {
  expect([1, 2, 3, 4, 5, 6].map((order) => exactly(order).length)).toEqual([1, 1, 2, 4, 9, 20]);
});

describe("tsit5", () => {
  const a = square(tsit5.a);
  const method = { single: a, several: a };

  it("satisfies every order condition up to 5, and not those of order 6", () => {
    expect(largestDefect(method, tsit5.b, upTo(5))).toBeLessThan(rounding);
    expect(largestDefect(method, tsit5.b, exactly(6))).toBeGreaterThan(1e-5);
  });

  it("has an embedded method of order 4 and not 5", () => {
    const embedded = tsit5.b.map((weight, i) => weight - tsit5.error[i]!);
    expect(largestDefect(method, embedded, upTo(4))).toBeLessThan(rounding);
    expect(largestDefect(method, embedded, exactly(5))).toBeGreaterThan(1e-5);
  });

  it("has dense output of order 4 anywhere in the step, which ends in the step itself", () => {
    const weightsAt = (x: number) =>
      tsit5.dense.map((polynomial) =>
        inner(
          polynomial,
          polynomial.map((_, p) => x ** (p + 1)),
        ),
      );
    for (const x of [0.1, 0.37, 0.8]) expect(largestDefect(method, weightsAt(x), upTo(4), x)).toBeLessThan(rounding);
    for (const [i, weight] of weightsAt(1).entries()) expect(Math.abs(weight - tsit5.b[i]!)).toBeLessThan(rounding);
  });

  it("evaluates stage i at the time c[i], the sum of its row", () => {
    for (const [i, row] of tsit5.a.entries())
      expect(Math.abs(row.reduce((sum, v) => sum + v, 0) - tsit5.c[i]!)).toBeLessThan(rounding);
    expect(tsit5.a.at(-1)).toEqual(tsit5.b.slice(0, 6));
  });
});

describe("rodas5p", () => {
  const stages = rodas5p.c.length;
  const C = square(rodas5p.C);
  // Back to the form with k = h f + h J sum Gamma k: Gamma^-1 = I / gamma - C, alpha = a Gamma, b = m Gamma.
  const inverse = Float64Array.from(
    C.flatMap((row, i) => row.map((value, j) => (i === j ? 1 / rodas5p.gamma : 0) - value)),
  );
  const identity = Float64Array.from({ length: stages ** 2 }, (_, p) => (p % (stages + 1) === 0 ? 1 : 0));
  const flat = luSolve(luFactor(inverse, stages), identity);
  const Gamma = C.map((_, i) => [...flat.subarray(i * stages, (i + 1) * stages)]);
  const timesGamma = (row: readonly number[]) =>
    Gamma.map((_, j) =>
      inner(
        row,
        Gamma.map((line) => line[j]!),
      ),
    );
  const alpha = square(rodas5p.a).map(timesGamma);
  const beta = alpha.map((row, i) => row.map((value, j) => value + Gamma[i]![j]!));
  const method = { single: beta, several: alpha };
  const increment = [...rodas5p.a.at(-1)!, 1];

  it("satisfies every order condition up to 5, and not those of order 6", () => {
    expect(largestDefect(method, timesGamma(increment), upTo(5))).toBeLessThan(rounding);
    expect(largestDefect(method, timesGamma(increment), exactly(6))).toBeGreaterThan(1e-5);
  });

  it("has an embedded method of order 4 and not 5, which is the step without its last stage", () => {
    const embedded = timesGamma(increment.with(-1, 0));
    expect(largestDefect(method, embedded, upTo(4))).toBeLessThan(rounding);
    expect(largestDefect(method, embedded, exactly(5))).toBeGreaterThan(1e-5);
  });

  it("has dense output of order 4 anywhere in the step", () => {
    for (const x of [0.1, 0.37, 0.8]) {
      const bend = (i: number) => rodas5p.dense.reduce((sum, row, l) => sum + row[i]! * x ** l, 0);
      const weights = timesGamma(increment.map((weight, i) => x * (weight + (1 - x) * bend(i))));
      expect(largestDefect(method, weights, upTo(4), x)).toBeLessThan(rounding);
    }
  });

  it("has c and d equal to the row sums of alpha and Gamma", () => {
    const sum = (row: readonly number[]) => row.reduce((total, value) => total + value, 0);
    for (let i = 0; i < stages; i++) {
      expect(Math.abs(sum(alpha[i]!) - rodas5p.c[i]!)).toBeLessThan(rounding);
      expect(Math.abs(sum(Gamma[i]!) - rodas5p.d[i]!)).toBeLessThan(rounding);
    }
  });

  it("is stiffly accurate: the weights are the last row of beta, so the stability function vanishes at infinity", () => {
    for (const [j, weight] of timesGamma(increment).entries())
      expect(Math.abs(beta.at(-1)![j]! - weight)).toBeLessThan(rounding);
  });
});
