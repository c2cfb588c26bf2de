import type { EffectInput } from "../../trials/effect-input.ts";
import { combineEvents, combineGroups } from "../arms/combine-groups.ts";
import { splitControl } from "../arms/split-control.ts";

/**
 * Rows in which no control group is counted twice: the experimental arms of one outcome are combined into one group, or each is compared
 * with its share of the control. Contrasts without group data cannot be merged and are left as they are, with a caveat.
 * Source: Cochrane Handbook 6.5, section 23.3.4.
 */
export function mergeSharedControl(rows: readonly EffectInput[], how: "combine" | "split"): readonly EffectInput[] {
  const groups = new Map<string, EffectInput[]>();
  for (const row of rows) {
    const key = `${row.study} ${row.outcome} ${row.controlArm}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => (group.length === 1 ? group : merge(group, how)));
}

function merge(group: readonly EffectInput[], how: "combine" | "split"): readonly EffectInput[] {
  const first = group[0]!;
  const arms = group.map(({ experimentalArm }) => experimentalArm).join(", ");
  if (how === "split") return group.map((row) => withShare(row, group.length));
  const note = `arms combined into one: ${arms}`;
  if (first.kind === "means") {
    const experimental = combineGroups(group.flatMap((row) => (row.kind === "means" ? [row.experimental] : [])));
    return [{ ...first, experimental, experimentalArm: arms, caveats: [...first.caveats, note] }];
  }
  if (first.kind === "events") {
    const experimental = combineEvents(group.flatMap((row) => (row.kind === "events" ? [row.experimental] : [])));
    return [{ ...first, experimental, experimentalArm: arms, caveats: [...first.caveats, note] }];
  }
  return group.map(sharedCaveat);
}

function withShare(row: EffectInput, comparisons: number): EffectInput {
  const caveats = [...row.caveats, `compared with one of ${comparisons} shares of the control group`];
  const label = `${row.label}, ${row.experimentalArm}`;
  if (row.kind === "means")
    return { ...row, label, controlGroup: splitControl(row.controlGroup, comparisons), caveats };
  if (row.kind === "events")
    return { ...row, label, controlGroup: splitControl(row.controlGroup, comparisons), caveats };
  return sharedCaveat(row);
}

function sharedCaveat(row: EffectInput): EffectInput {
  const caveats = [...row.caveats, "shares its control group with another row, which counts those people twice"];
  return { ...row, label: `${row.label}, ${row.experimentalArm}`, caveats };
}
