import { EvidenceError, type Problem } from "../../checks/evidence-error.ts";
import { type Matrix, matrixFromRows } from "../least-squares/matrix.ts";

/** A study characteristic that may explain differences between effects; values in the order of the studies. */
export type Moderator =
  | { readonly name: string; readonly values: readonly number[] }
  | {
      readonly name: string;
      readonly categories: readonly string[];
      /** The category the others are compared with; the first one met unless given. */
      readonly reference?: string;
    };

/** The columns effects are regressed on. */
export interface RegressionDesign {
  readonly names: readonly string[];
  readonly matrix: Matrix;
  /** Whether the first column is the intercept. */
  readonly hasIntercept: boolean;
  /** Which columns, counted from 0, belong to each moderator. */
  readonly columnsOf: ReadonlyMap<string, readonly number[]>;
}

/** The design of plain pooling: an intercept alone. */
export function interceptOnly(studies: number): RegressionDesign {
  return buildDesign(studies, []);
}

/**
 * An intercept, one column for each numeric moderator and one indicator for each category other than the reference.
 * @param studies how many
 * @param moderators values in the order of the studies
 * @throws EvidenceError `evidence-synthesis-invalid` for values that are missing, not finite, or all in one category
 */
export function buildDesign(studies: number, moderators: readonly Moderator[]): RegressionDesign {
  requireModerators(studies, moderators);
  const columns = moderators.flatMap(columnsFrom);
  const names = ["intercept", ...columns.map(({ name }) => name)];
  const rows = Array.from({ length: studies }, (_, i) => [1, ...columns.map(({ values }) => values[i]!)]);
  const columnsOf = new Map<string, number[]>();
  columns.forEach(({ moderator }, index) => {
    columnsOf.set(moderator, [...(columnsOf.get(moderator) ?? []), index + 1]);
  });
  return { names, matrix: matrixFromRows(rows), hasIntercept: true, columnsOf };
}

interface Column {
  readonly moderator: string;
  readonly name: string;
  readonly values: readonly number[];
}

function columnsFrom(moderator: Moderator): readonly Column[] {
  const { name } = moderator;
  if ("values" in moderator) return [{ moderator: name, name, values: moderator.values }];
  const { categories, reference = categories[0] } = moderator;
  const others = [...new Set(categories)].filter((category) => category !== reference);
  return others.map((category) => ({
    moderator: name,
    name: `${name}: ${category}`,
    values: categories.map((found) => (found === category ? 1 : 0)),
  }));
}

function requireModerators(studies: number, moderators: readonly Moderator[]): void {
  const problems: Problem[] = [];
  moderators.forEach((moderator, index) => {
    const path = `moderators[${index}]`;
    const count = "values" in moderator ? moderator.values.length : moderator.categories.length;
    if (count !== studies)
      problems.push({ path, found: `${count} values`, required: `one for each of ${studies} studies` });
    if (moderators.findIndex(({ name }) => name === moderator.name) !== index)
      problems.push({ path: `${path}.name`, found: moderator.name, required: "a name used once" });
    problems.push(...("values" in moderator ? numericProblems(path, moderator) : categoryProblems(path, moderator)));
  });
  if (problems.length > 0) throw new EvidenceError("evidence-synthesis-invalid", "use these moderators", problems);
}

function numericProblems(path: string, { values }: Extract<Moderator, { values: unknown }>): readonly Problem[] {
  return values.flatMap((value, index) =>
    Number.isFinite(value)
      ? []
      : [{ path: `${path}.values[${index}]`, found: `${value}`, required: "a finite number" }],
  );
}

function categoryProblems(path: string, moderator: Extract<Moderator, { categories: unknown }>): readonly Problem[] {
  const distinct = new Set(moderator.categories);
  const { reference } = moderator;
  if (distinct.size < 2) return [{ path, found: `${distinct.size} category`, required: "at least two categories" }];
  if (reference !== undefined && !distinct.has(reference))
    return [{ path: `${path}.reference`, found: reference, required: `one of ${[...distinct].join(", ")}` }];
  return [];
}
