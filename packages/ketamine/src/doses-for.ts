import type { Dose } from "@kinetamine/engine";
import { type Administration, checkAdministration } from "./administration.ts";
import { dosingParameters, modelParameters, typicalValues } from "./parameters.ts";

type Values = Readonly<Record<string, number>>;

const typical = typicalValues([...modelParameters, ...dosingParameters]);

/**
 * Translates one session into doses of the model: umol of each enantiomer, devices apart, and the unit dose of expectancy at the
 * moment the session is judged (end of an infusion, else `expectancy_delay` after the start).
 *
 * Fractions that vary between subjects stay in the model text as f(compartment). Of a second or later nasal device the
 * share fd meets the mucosa as the first did and the rest is swallowed whole, so its nasal fraction is fd FRn.
 *
 * @param options.parameters values to use instead of the typical `MM_ketamine`, `fd`, `D_swallowed`, `D_oral` and
 *   `expectancy_delay`; other names are ignored
 * @returns in order of time
 * @throws KetamineError `ketamine-administration-invalid` for amounts, times or counts that cannot be given
 */
export function dosesFor(
  administration: Administration,
  options: { readonly parameters?: Values } = {},
): readonly Dose[] {
  checkAdministration(administration);
  const values = { ...typical, ...options.parameters };
  const portions = portionsOf(administration, values);
  const doses = enantiomersOf(administration.drug).flatMap(({ suffix, share }) =>
    portions.map(({ compartment, amount, ...portion }) => ({
      ...portion,
      compartment: `${compartment}_${suffix}`,
      amount: share * amount,
    })),
  );
  const judgedAfter = administration.route === "iv" ? administration.duration_h : values.expectancy_delay!;
  const expectancy = { time: administration.time_h + judgedAfter, compartment: "PLX", amount: 1, duration: 0 };
  return [...doses, expectancy].sort((a, b) => a.time - b.time);
}

function enantiomersOf(drug: Administration["drug"]): readonly { readonly suffix: string; readonly share: number }[] {
  if (drug === "esketamine") return [{ suffix: "S", share: 1 }];
  return [
    { suffix: "S", share: 0.5 },
    { suffix: "R", share: 0.5 },
  ];
}

/** Where the drug enters, enantiomers together [umol]. */
function portionsOf(administration: Administration, values: Values): readonly Dose[] {
  const { route, time_h: time, duration_h: duration } = administration;
  const amount = inMicromoles(administration.amount_mg, values);
  switch (route) {
    case "iv":
      return [{ time, compartment: "A1", amount, duration }];
    case "im":
      return [{ time, compartment: "muscle", amount, duration: 0 }];
    case "sc":
      return [{ time, compartment: "subcutis", amount, duration: 0 }];
    case "po":
      return [{ time, compartment: "gut", amount, duration: values.D_oral! }];
    case "intranasal":
      return nasalPortions(administration, values);
  }
}

function nasalPortions({ device, time_h, amount_mg }: Administration, values: Values): readonly Dose[] {
  const { strength_mg, count, gap_h } = device ?? { strength_mg: amount_mg, count: 1, gap_h: 0 };
  const sprayed = inMicromoles(strength_mg, values);
  const swallowing = values.D_swallowed!;
  return Array.from({ length: count }, (_, index) => {
    const time = time_h + index * gap_h;
    const held = index === 0 ? sprayed : values.fd! * sprayed;
    return [
      { time, compartment: "nasal_fast", amount: held, duration: 0 },
      { time, compartment: "nasal_slow", amount: held, duration: 0 },
      { time, compartment: "swallowed", amount: held, duration: swallowing },
      { time, compartment: "gut", amount: sprayed - held, duration: swallowing },
    ].filter(({ amount }) => amount > 0);
  }).flat();
}

function inMicromoles(amount_mg: number, values: Values): number {
  return (1000 * amount_mg) / values.MM_ketamine!;
}
