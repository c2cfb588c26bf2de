import { fail } from "./fail.ts";
import type { InputDeclaration } from "./input-declaration.ts";
import { isUsableName } from "./parse-target.ts";
import { parseUnit } from "./parse-unit.ts";
import { dimensionless, sameUnit, type Unit } from "./units.ts";

/** Units of the declared inputs by name, after each declaration has been checked by itself. */
export function checkInputs(inputs: readonly InputDeclaration[]): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  inputs.forEach(({ name, unit: text, kind }, i) => {
    if (!isUsableName(name)) {
      fail(
        "E-INPUT-NAME",
        `inputs[${i}].name`,
        `Cannot read ${JSON.stringify(name)} as an input: expected a letter, then letters, digits, _ or ., and no word of the language`,
      );
    }
    if (units.has(name)) fail("E-INPUT-DUPLICATE", `inputs[${i}].name`, `Cannot declare ${name} twice`);
    const unit = parseUnit(text, () => `inputs[${i}].unit`);
    if (kind === "eta" && !sameUnit(unit, dimensionless)) {
      fail("E-INPUT-UNIT", `inputs[${i}].unit`, `Cannot give the random effect ${name} the unit ${text}: it must be 1`);
    }
    units.set(name, unit);
  });
  return units;
}
