import type { CheckedModel } from "../model/checked-model.ts";
import { fail } from "../model/fail.ts";
import type { NamedUnit } from "../model/named-unit.ts";
import { closest } from "../model/suggest.ts";

/**
 * The requested outputs with their units; without a request, every assigned variable that carries a unit comment.
 *
 * @throws ModelError `E-OUTPUT-UNKNOWN` or `E-OUTPUT-DUPLICATE`
 */
export function selectOutputs(model: CheckedModel, requested?: readonly string[]): readonly NamedUnit[] {
  const variables = model.variables.filter(({ isAlwaysAssigned }) => isAlwaysAssigned);
  const toNamedUnit = ({ name, unit }: NamedUnit): NamedUnit => ({ name, unit });
  if (requested === undefined) return variables.filter(({ isAnnotated }) => isAnnotated).map(toNamedUnit);
  const available = new Map([...variables, ...model.states].map((item) => [item.name, toNamedUnit(item)]));
  return requested.map((name, i) => {
    const path = `outputs[${i}]`;
    if (requested.indexOf(name) < i) fail("E-OUTPUT-DUPLICATE", path, `Cannot request ${name} twice`);
    const output = available.get(name);
    if (output !== undefined) return output;
    const problem = `Unknown output ${name}: it must be a state, or a variable assigned on every path`;
    return fail("E-OUTPUT-UNKNOWN", path, problem, closest(name, available.keys()));
  });
}
