/**
 * Bounds on what a model may contain.
 *
 * Model text may come from strangers: each bound keeps a later stage (recursion depth, memory, quadratic work) finite,
 * at a size no readable model reaches.
 */
export const limits = {
  /** Characters over all files. */
  textLength: 200_000,
  /** Depth of an expression tree, counting operators, calls and parentheses; also bounds chains such as a + b + c. */
  expressionDepth: 400,
  /** Depth of `if` inside `if`. */
  blockDepth: 50,
  /** Distinct names. */
  names: 5_000,
  /** Characters in one name. */
  nameLength: 100,
  /** States, because the Jacobian may hold their square. */
  states: 500,
  /** Characters in one unit. */
  unitLength: 200,
  /** Size of an exponent in a unit as written, those of the scale's primes included: pg is 10^-9 mg. */
  unitExponent: 100,
  /** The same in the unit of an expression. */
  inferredUnitExponent: 1_000,
  /** Distinct expressions after compilation, derivatives included. */
  graphNodes: 200_000,
} as const;
