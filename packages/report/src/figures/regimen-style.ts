import type { PointSymbol } from "./figure-spec.ts";

/** How one regimen looks everywhere: colour, line dash and point shape say the same thing. */
export interface RegimenStyle {
  readonly color: string;
  readonly dash: string;
  readonly symbol: PointSymbol;
}

/**
 * Colours of Okabe and Ito (Color Universal Design, 2008), distinct under the common colour-vision deficiencies; each is
 * paired with a dash and a shape so that a grey print loses nothing.
 */
const styles: readonly RegimenStyle[] = [
  { color: "#0072B2", dash: "none", symbol: "circle" },
  { color: "#D55E00", dash: "6 5", symbol: "triangle" },
  { color: "#009E73", dash: "2 4", symbol: "square" },
  { color: "#CC79A7", dash: "10 4 2 4", symbol: "diamond" },
];

/** A regimen as the figures name and draw it. */
export interface DrawnRegimen {
  readonly id: string;
  readonly label: string;
  readonly style: RegimenStyle;
}

/**
 * Finds the regimens of a figure in the order in which its rows name them.
 *
 * Styles repeat after the fourth regimen; panels and direct labels still tell regimens apart.
 *
 * @param rows rows with `regimen` and `regimen_label`; rows with an empty `regimen` belong to none
 * @returns one entry per regimen
 */
export function drawnRegimens(
  rows: readonly { readonly regimen: string; readonly regimen_label: string }[],
): readonly DrawnRegimen[] {
  const labels = new Map<string, string>();
  for (const row of rows)
    if (row.regimen !== "" && !labels.has(row.regimen)) labels.set(row.regimen, row.regimen_label);
  return [...labels].map(([id, label], index) => ({ id, label, style: styles[index % styles.length]! }));
}

/** Names a regimen for a panel heading: `A: 0.5 mg/kg over 40 min`. */
export function regimenTitle(regimen: DrawnRegimen): string {
  return regimen.label === "" || regimen.label === regimen.id ? regimen.id : `${regimen.id}: ${regimen.label}`;
}
