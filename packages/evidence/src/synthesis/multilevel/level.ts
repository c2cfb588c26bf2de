import { EvidenceError, type Problem } from "../../checks/evidence-error.ts";

/** One level of a multilevel model: which group each effect belongs to. */
export interface Level {
  /** E.g. `study`. */
  readonly name: string;
  /** One for each effect; a group of an inner level must not occur under two outer groups (see `nestedIn`). */
  readonly groups: readonly string[];
}

/** The groups of an inner level with their outer group in the name, so that `effect 1` of two studies are told apart. */
export function nestedIn(outer: Level, inner: Level): Level {
  return { name: inner.name, groups: inner.groups.map((group, index) => `${outer.groups[index]} / ${group}`) };
}

/** Refuses levels that do not fit the effects or cannot be told apart. @throws EvidenceError `evidence-synthesis-invalid` */
export function requireLevels(levels: readonly Level[], effects: number): void {
  const problems: Problem[] = levels.length === 0 ? [{ path: "levels", found: "none", required: "at least one" }] : [];
  const partitions = levels.map(({ groups }) => partitionOf(groups));
  levels.forEach(({ name, groups }, index) => {
    const path = `levels[${index}]`;
    if (groups.length !== effects)
      problems.push({ path, found: `${groups.length} groups`, required: `one for each of ${effects} effects` });
    if (new Set(groups).size < 2) problems.push({ path, found: "one group", required: "at least two groups" });
    const twin = partitions.indexOf(partitions[index]!);
    if (twin < index)
      problems.push({
        path,
        found: `${name}, which groups the effects as ${levels[twin]!.name} does`,
        required: "a different grouping",
      });
  });
  if (problems.length > 0) throw new EvidenceError("evidence-synthesis-invalid", "fit a multilevel model", problems);
}

/** The grouping without the names of its groups. */
function partitionOf(groups: readonly string[]): string {
  const order = [...new Set(groups)];
  return groups.map((group) => order.indexOf(group)).join();
}
