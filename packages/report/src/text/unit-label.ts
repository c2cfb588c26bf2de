/** UCUM codes whose printed form differs from the code. */
const printed: Readonly<Record<string, string>> = {
  "1": "",
  "%": "%",
  "mm[Hg]": "mmHg",
  "{points}": "points",
  "{beats}/min": "beats/min",
  "{fold}": "fold of baseline",
};

/**
 * Turns a UCUM code into what a reader expects beside a number.
 *
 * @param unit UCUM code, e.g. `mm[Hg]`, `ng/mL`, `1`
 * @returns e.g. `mmHg`, `ng/mL`; the empty text for a pure number
 */
export function unitLabel(unit: string): string {
  return (
    printed[unit] ?? unit.replaceAll("{", "").replaceAll("}", "").replace(/[*.]/g, "·").replaceAll("mm[Hg]", "mmHg")
  );
}

/** Writes a label with its unit in brackets, or alone for a pure number. */
export function withUnit(label: string, unit: string): string {
  const text = unitLabel(unit);
  return text === "" ? label : `${label} (${text})`;
}
