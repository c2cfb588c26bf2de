import { describe, expect, it } from "vitest";
import {
  type Course,
  expectWithin,
  grid,
  oracleRows,
  oracleText,
  referenceValues,
  simulator,
} from "./course.contract.ts";
import { anxCore } from "./whole-model.ts";

/** Test-only pharmacokinetics: values of the calibration that the oracle names. */
const placeholder = {
  ...{ CL_S: 85, CL_R: 73, V1: 60, V2: 72, V3: 120, Q2: 120, Q3: 40 },
  ...{ fm_NK: 0.8, CL_NK: 70, V_NK: 130, fm_HNK: 0.4, CL_HNK: 30, V_HNK: 120 },
};
const units: Record<string, string> = { CL: "L/h", Q: "L/h", V: "L", fm: "1" };
const outputs = [
  ...["C_ketamine_arterial", "NMDA_occupancy", "block_interneuron", "block_pyramidal", "glutamate", "BDNF", "mTORC1"],
  ...["potentiation", "spine_density", "drug_effect", "CADSS", "SBP_change", "HR_change"],
];

/** The package's own texts behind another pharmacokinetic model; inputs of KET-RS-1 drop out. */
function composedModel() {
  const whole = anxCore();
  const name = "placeholder-pharmacokinetics.model";
  const sources = [{ name, text: oracleText("receptor-to-relief", name) }, ...whole.sources.slice(1)];
  const text = sources.map((source) => source.text.replaceAll(/#.*/g, "")).join("\n");
  const isRead = (input: string) => new RegExp(`\\b${input}\\b`).test(text);
  const own = Object.keys(placeholder).map((input) => {
    return { name: input, unit: units[input.replace(/[0-9_].*/, "")]!, kind: "parameter" as const };
  });
  return { sources, inputs: [...own, ...whole.inputs.filter((input) => isRead(input.name))] };
}

const simulate = simulator(composedModel(), { ...referenceValues("mdd"), ...placeholder }, outputs);

const umolPerMg = 1000 / 237.73;
function infusions(days: readonly number[], mg: { readonly S: number; readonly R: number }) {
  return days.flatMap((day) =>
    (["S", "R"] as const).map((e) => {
      return { time: 24 * day, compartment: `A1_${e}`, amount: mg[e] * umolPerMg, duration: 2 / 3 };
    }),
  );
}

const racemate = (mgPerKg: number) => ({ S: mgPerKg * 35, R: mgPerKg * 35 });
const switches: Readonly<Record<string, Record<string, number>>> = {
  "AMPA antagonist 100 %": { O_AMPA: 1 },
  "AMPA antagonist 50 %": { O_AMPA: 0.5 },
  "opioid antagonist 0.8": { k_OP: 0.8 },
  "rapamycin 70 %": { O_MTOR: 0.7 },
  "no hydroxynorketamine": { w_HNK: 0 },
};
const days: Readonly<Record<string, readonly number[]>> = {
  "six in 12 days": [0, 2, 4, 7, 9, 11],
  "eight in 25 days": [0, 3, 7, 10, 14, 17, 21, 24],
  "twelve weekly": grid(0, 7, 12),
};
const enantiomers: Readonly<Record<string, { S: number; R: number }>> = {
  "esketamine only": { S: 35, R: 0 },
  "arketamine only": { S: 0, R: 35 },
};

/** 7.5 s apart while things move fast, the end of the infusion among them, then 6 min, then hourly. */
const fine = [...grid(0, 1 / 480, 1920), ...grid(4, 0.1, 200), ...grid(24, 1, 313)];

function courseOf(regimen: string, times: readonly number[]): Course {
  const dose = /^([\d.]+) mg\/kg once$/.exec(regimen);
  const mg = enantiomers[regimen] ?? racemate(dose === null ? 0.5 : Number(dose[1]));
  return simulate(infusions(days[regimen] ?? [0], mg), times, switches[regimen] ?? {});
}

function found(regimen: string, quantity: string, time: number): number {
  const output = quantity.split(" ").at(-1)!;
  if (quantity.startsWith("value ")) return courseOf(regimen, [time]).at(output, time);
  if (quantity.startsWith("drug_effect over")) {
    const course = courseOf(regimen, [288, time]);
    return course.at("drug_effect", time) / course.at("drug_effect", 288);
  }
  const course = courseOf(regimen, fine);
  if (quantity === "CADSS falls below 4") {
    return fine.find((at, k) => at > 2 / 3 && course.all("CADSS")[k]! < 4)!;
  }
  const peak = Math.max(...course.all(output));
  return quantity.startsWith("peak time") ? fine[course.all(output).indexOf(peak)]! : peak;
}

describe("the chain from receptors to relief, behind the pharmacokinetics it was calibrated with", () => {
  const rows = oracleRows("receptor-to-relief");
  it.each([...new Set(rows.map(({ regimen }) => regimen!))])("gives the printed values after %s", (regimen) => {
    for (const row of rows.filter((candidate) => candidate.regimen === regimen)) {
      const value = found(regimen, row.quantity!, Number(row.time_h));
      expectWithin(value, Number(row.value), Number(row.tolerance), `${row.quantity} ${row.time_h}`);
    }
  });

  it("has its true peaks of dissociation and occupancy minutes after the end of the infusion", () => {
    const course = courseOf("0.5 mg/kg once", fine);
    expectWithin(Math.max(...course.all("CADSS")), 15.5, 0.05);
    expectWithin(Math.max(...course.all("NMDA_occupancy")), 0.498, 0.0005);
  });

  it("reads every text of the chain but the pharmacokinetics", () => {
    expect(composedModel().sources.slice(1)).toEqual(anxCore().sources.slice(1));
  });
});
