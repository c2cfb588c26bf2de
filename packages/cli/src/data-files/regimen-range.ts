import type { PlannedRegimen, StudiedRange } from "@kinetamine/design";

const fromBestToWorst: readonly StudiedRange[] = ["studied", "studied-elsewhere", "outside"];

/** How the column is described in every file that has it. */
export const rangeColumn = {
  name: "RANGE",
  unit: "",
  meaning:
    "Where the regimen stands against trials: studied (this disorder and route), studied-elsewhere, or outside all of them; the furthest of its doses counts",
} as const;

/**
 * A regimen is as far from what trials have studied as the furthest of its doses.
 * @returns `studied` for a regimen without doses
 */
function regimenRange(regimen: PlannedRegimen): StudiedRange {
  const worst = Math.max(0, ...regimen.doses.map((dose) => fromBestToWorst.indexOf(dose.range)));
  return fromBestToWorst[worst] ?? "outside";
}

/**
 * The ranges of all regimens of a plan.
 * @returns range by regimen id; regimens not in the plan count as outside
 */
export function rangesById(regimens: readonly PlannedRegimen[]): (regimen: string) => StudiedRange {
  const ranges = new Map(regimens.map((regimen) => [regimen.id, regimenRange(regimen)]));
  return (regimen) => ranges.get(regimen) ?? "outside";
}
