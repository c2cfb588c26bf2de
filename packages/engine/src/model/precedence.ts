/**
 * How tightly operators bind, weakest first, as in R: `!` stands between `&&` and the comparisons, the sign between
 * products and powers. Reader and printer share this table, so that what one writes the other reads the same.
 */
export const strengthOfNot = 3;
export const strengthOfComparison = 4;
export const strengthOfSign = 7;
export const strengthOfPower = 8;

/** Of binary operators, by spelling. */
export const bindingStrength: ReadonlyMap<string, number> = new Map([
  ["||", 1],
  ["&&", 2],
  ["<", strengthOfComparison],
  ["<=", strengthOfComparison],
  [">", strengthOfComparison],
  [">=", strengthOfComparison],
  ["==", strengthOfComparison],
  ["!=", strengthOfComparison],
  ["+", 5],
  ["-", 5],
  ["*", 6],
  ["/", 6],
  ["^", strengthOfPower],
  ["**", strengthOfPower],
]);
