import { NumericsError } from "./numerics-error.ts";

/** Options of the simplex search. */
export interface NelderMeadOptions {
  readonly start: readonly number[];
  /** Edge of the first simplex along each axis; default 5 % of the coordinate, 0.00025 where it is 0. */
  readonly edges?: readonly number[];
  /** Stop when the simplex is within this of its best vertex in every coordinate; default 1e-8. */
  readonly toleranceX?: number;
  /** ... and every vertex's value is within this of the best; default 1e-8. */
  readonly toleranceValue?: number;
  /** Default 200 per dimension. */
  readonly maxEvaluations?: number;
}

/** Where the search ended; `converged` is false when the evaluations ran out first. */
export interface Minimum {
  readonly x: readonly number[];
  readonly value: number;
  readonly evaluations: number;
  readonly converged: boolean;
}

interface Vertex {
  readonly x: readonly number[];
  readonly value: number;
}

type Evaluate = (x: readonly number[]) => Vertex;

function firstSimplex({ start, edges }: NelderMeadOptions, evaluate: Evaluate): Vertex[] {
  if (start.length === 0)
    throw new NumericsError("E-SHAPE", "Cannot minimise a function of 0 variables: at least 1 needed");
  const edge = (i: number) => edges?.[i] ?? (start[i] === 0 ? 0.00025 : 0.05 * start[i]!);
  const vertices = [start, ...start.map((_, i) => start.map((value, j) => (i === j ? value + edge(i) : value)))];
  return vertices.map(evaluate);
}

/** The point `centre + weight (centre - worst)`: 1 reflects, 2 expands, 0.5 contracts outside, -0.5 inside. */
function alongAxis(simplex: readonly Vertex[], weight: number): readonly number[] {
  const worst = simplex.at(-1)!.x;
  const others = simplex.length - 1;
  return worst.map((value, i) => {
    let centre = 0;
    for (let v = 0; v < others; v++) centre += simplex[v]!.x[i]! / others;
    return centre + weight * (centre - value);
  });
}

/** The vertex that replaces the worst one, or undefined when the simplex must shrink. Lagarias et al. 1998, section 2. */
function replacement(simplex: readonly Vertex[], evaluate: Evaluate): Vertex | undefined {
  const [best, secondWorst, worst] = [simplex[0]!, simplex.at(-2)!, simplex.at(-1)!];
  const reflected = evaluate(alongAxis(simplex, 1));
  if (reflected.value < best.value) {
    const expanded = evaluate(alongAxis(simplex, 2));
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < secondWorst.value) return reflected;
  const outside = reflected.value < worst.value;
  const contracted = evaluate(alongAxis(simplex, outside ? 0.5 : -0.5));
  const accept = outside ? contracted.value <= reflected.value : contracted.value < worst.value;
  return accept ? contracted : undefined;
}

function shrink(simplex: readonly Vertex[], evaluate: Evaluate): Vertex[] {
  const best = simplex[0]!;
  return simplex.map((vertex, v) => (v === 0 ? best : evaluate(vertex.x.map((value, i) => (value + best.x[i]!) / 2))));
}

/**
 * Local minimum of a function of a few variables by the simplex method of Nelder and Mead, in the form of Lagarias, Reeds,
 * Wright and Wright, SIAM J. Optim. 9 (1998) 112-147, doi:10.1137/S1052623496303470.
 *
 * Needs no derivatives; meant for fewer than about ten variables, and may stop short of a minimum on hard problems, so start
 * again from the result when it matters. NaN counts as infinitely bad.
 */
export function nelderMead(f: (x: readonly number[]) => number, options: NelderMeadOptions): Minimum {
  const { toleranceX = 1e-8, toleranceValue = 1e-8, maxEvaluations = 200 * options.start.length } = options;
  let evaluations = 0;
  const evaluate: Evaluate = (x) => {
    evaluations += 1;
    const value = f(x);
    return { x, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const isSmall = (simplex: readonly Vertex[]) => {
    const best = simplex[0]!;
    return simplex.every(
      (vertex) =>
        vertex.value - best.value <= toleranceValue &&
        vertex.x.every((value, i) => Math.abs(value - best.x[i]!) <= toleranceX),
    );
  };
  const byValue = (a: Vertex, b: Vertex) => a.value - b.value;
  let simplex = firstSimplex(options, evaluate).sort(byValue);
  while (!isSmall(simplex) && evaluations < maxEvaluations) {
    const better = replacement(simplex, evaluate);
    simplex = (better ? [...simplex.slice(0, -1), better] : shrink(simplex, evaluate)).sort(byValue);
  }
  const best = simplex[0]!;
  return { x: best.x, value: best.value, evaluations, converged: isSmall(simplex) };
}
