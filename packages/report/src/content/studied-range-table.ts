import type { PlannedDose, PlannedRegimen, StudiedRange } from "@kinetamine/design";
import { doseText } from "../text/dose-text.ts";
import { rangeWords } from "../text/range-words.ts";
import type { Block, Content, Tone } from "./block.ts";

const tones: Readonly<Record<StudiedRange, Tone>> = {
  studied: "note",
  "studied-elsewhere": "caution",
  outside: "failure",
};

/** Each different dose of each regimen with where it stands, why, and what it was compared with. */
export function studiedRangeTable(regimens: readonly PlannedRegimen[]): Block {
  return {
    kind: "table",
    caption: "Planned doses against the doses that were studied",
    columns: [
      { header: "Regimen" },
      { header: "Dose" },
      { header: "Days" },
      { header: "Standing" },
      { header: "Reason" },
      { header: "Compared with" },
    ],
    rows: regimens.flatMap((regimen) => doseKinds(regimen).map((doses) => doseRow(regimen, doses))),
  };
}

/** Doses that say the same, together, in order of the first of them. */
function doseKinds(regimen: PlannedRegimen): PlannedDose[][] {
  const key = (dose: PlannedDose) => `${dose.drug} ${dose.route} ${doseText(dose)} ${dose.rangeReason}`;
  return [...new Set(regimen.doses.map(key))].map((name) => regimen.doses.filter((dose) => key(dose) === name));
}

function doseRow(regimen: PlannedRegimen, doses: readonly PlannedDose[]): Content[] {
  const dose = doses[0]!;
  return [
    [regimen.id],
    [`${dose.drug} ${dose.route === "iv" ? "IV" : dose.route}, ${doseText(dose)}`],
    [doses.map((other) => other.day).join(", ")],
    [{ kind: "badge", text: rangeWords(dose.range), tone: tones[dose.range] }],
    [dose.rangeReason],
    [dose.rangeSources.length === 0 ? "none" : dose.rangeSources.join("; ")],
  ];
}
