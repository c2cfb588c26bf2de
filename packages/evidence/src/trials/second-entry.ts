import { type Check, verify } from "../checks/check.ts";
import type { Problem } from "../checks/evidence-error.ts";
import { number, text } from "../checks/scalars.ts";
import { dictionary, record } from "../checks/structures.ts";
import { embedded } from "../embedded.generated.ts";
import type { Outcome } from "./outcome.ts";
import { cellNumbers } from "./outcome-check.ts";
import type { Trial } from "./trial.ts";

/** The numbers of one study typed a second time from the sources, without looking at the first entry. */
export interface SecondEntry {
  readonly trial: string;
  /** What the typist read. */
  readonly enteredFrom: string;
  /** Place in the record, e.g. `outcomes/ies-r-7d/ketamine/mean`, to number. */
  readonly values: Readonly<Record<string, number>>;
}

const secondEntryCheck: Check<SecondEntry> = record<SecondEntry>(
  { trial: text, enteredFrom: text, values: dictionary(/^(participants|arms|outcomes|adverse)\/.+$/, number()) },
  {},
);

/** The second entries by trial. @throws EvidenceError `evidence-data-invalid` */
export function loadSecondEntries(): ReadonlyMap<string, SecondEntry> {
  const files = Object.entries(embedded["second-entry"] as Readonly<Record<string, unknown>>);
  return new Map(
    files.map(([file, value]) => {
      const attempted = `read the second entry data/second-entry/${file}.json`;
      return [file, verify(secondEntryCheck, value, { code: "evidence-data-invalid", attempted })];
    }),
  );
}

/** Where the two entries of a study differ: another number, or a number that only one of them has. Empty when they agree. */
export function compareEntries(trial: Trial, second: SecondEntry): readonly Problem[] {
  const first = numbersOf(trial);
  const places = [...new Set([...first.keys(), ...Object.keys(second.values)])];
  return places
    .filter((place) => first.get(place) !== second.values[place])
    .map((place) => ({
      path: `${trial.id}/${place}`,
      found: `${first.get(place) ?? "missing"} in the record`,
      required: `${second.values[place] ?? "missing"} as in the second entry`,
    }));
}

/** Every number of a record that is entered twice, by its place. */
export function numbersOf(trial: Trial): ReadonlyMap<string, number> {
  const { enrolled, completed, women } = trial.participants;
  const people = Object.entries({ enrolled, completed, women }).map(([key, { value }]) => [
    `participants/${key}`,
    value,
  ]);
  const arms = trial.arms.flatMap(({ id, allocated, analysed, completed: finished }) =>
    Object.entries({ allocated, analysed, completed: finished }).map(([key, { value }]) => [
      `arms/${id}/${key}`,
      value,
    ]),
  );
  const events = trial.adverseEvents.events.map(({ term, arm, affected }) => [
    `adverse/${term}/${arm}`,
    affected.value,
  ]);
  const all = [...people, ...arms, ...trial.outcomes.flatMap(numbersOfOutcome), ...events] as [
    string,
    number | null | undefined,
  ][];
  return new Map(all.filter((entry): entry is [string, number] => typeof entry[1] === "number"));
}

function numbersOfOutcome({ id, cells, contrasts }: Outcome): readonly (readonly [string, number | undefined])[] {
  const fromCells = cells.flatMap((cell) =>
    cellNumbers.map((key) => [`outcomes/${id}/${cell.arm}/${key}`, cell[key]] as const),
  );
  const fromContrasts = contrasts.flatMap((contrast) => {
    const kind = contrast.kind === "mean-difference" ? "" : "/standardised";
    const place = `outcomes/${id}/${contrast.experimental}-v-${contrast.control}${kind}`;
    return (["estimate", "se", "ciLow", "ciHigh", "p"] as const).map(
      (key) => [`${place}/${key}`, contrast[key]] as const,
    );
  });
  return [...fromCells, ...fromContrasts];
}
