/** Functions of the language with the number of arguments each takes; `log` is the natural logarithm, as in R. */
const argumentCounts = {
  exp: { min: 1, max: 1 },
  log: { min: 1, max: 1 },
  log10: { min: 1, max: 1 },
  sqrt: { min: 1, max: 1 },
  abs: { min: 1, max: 1 },
  min: { min: 2, max: 100 },
  max: { min: 2, max: 100 },
} as const;

export type FunctionName = keyof typeof argumentCounts;

/** `pow` is a spelling of `^` and never reaches the tree. */
export const functionNames: readonly string[] = [...Object.keys(argumentCounts), "pow"];

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(argumentCounts, name);
}

/** How many arguments a function takes, `pow` included. */
export function argumentCount(name: FunctionName | "pow"): { readonly min: number; readonly max: number } {
  return name === "pow" ? { min: 2, max: 2 } : argumentCounts[name];
}
