import { areaUnderCurve, definePopulation, drawSubject } from "@kinetamine/engine";
import { makeKey, mean, standardDeviation } from "@kinetamine/numerics";
import { expect, it } from "vitest";
import type { Administration } from "./administration.ts";
import { type Course, grid, oracleRows, referenceValues, simulator } from "./course.contract.ts";
import { dosesFor } from "./doses-for.ts";
import { anxCore } from "./whole-model.ts";

const subjects = 600;
const outputs = [
  ...["C_ketamine_venous", "C_ketamine_arterial", "C_norketamine_venous", "C_arhydroxynorketamine"],
  ...["C_esketamine_venous", "C_esnorketamine_venous", "CL_S", "size_CL"],
];
/** Four digits are far below the Monte Carlo error. */
const simulate = simulator(anxCore(), referenceValues("mdd"), outputs, { relative: 1e-5, absolute: 1e-9 });
const times = [...grid(0, 1 / 30, 91), ...grid(3.25, 0.25, 84)];
const key = makeKey(20_260_101);
const population = definePopulation({
  covariates: { WT: { distribution: "lognormal", geomean: 80, cv: 0.2 } },
  variability: anxCore().variability,
});

function coursesOf(subject: number): Readonly<Record<string, Course>> {
  const { covariates, etas } = drawSubject(key, subject, population);
  const WT = covariates.WT!;
  // The reference run did not vary the rate of gut absorption.
  const values = { ...covariates, ...etas, eta_k_swallowed: 0 };
  const infusion: Administration = { drug: "ketamine", route: "iv", time_h: 0, amount_mg: WT / 2, duration_h: 2 / 3 };
  const device = { strength_mg: 28, count: 3, gap_h: 5 / 60 };
  const nasal: Administration = {
    drug: "esketamine",
    route: "intranasal",
    time_h: 0,
    amount_mg: 84,
    duration_h: 0,
    device,
  };
  return {
    infusion: simulate(dosesFor(infusion), times, values),
    nasal: simulate(dosesFor(nasal), times, values),
  };
}

function endpoint(course: Course, quantity: string): number {
  const [kind, output, , hours] = quantity.split(" ");
  if (kind === "CL_S") return course.at("CL_S", 0) / course.at("size_CL", 0);
  if (kind === "peak") return Math.max(...course.all(output!));
  const end = times.findIndex((time) => time > Number(hours));
  const count = end < 0 ? times.length : end;
  return areaUnderCurve(times.slice(0, count), course.all(output!).slice(0, count));
}

it("has the means of an independent population within Monte Carlo error, and its spreads within a fifth", () => {
  const rows = oracleRows("virtual-population");
  const drawn = rows.map(() => [] as number[]);
  for (let subject = 0; subject < subjects; subject += 1) {
    const courses = coursesOf(subject);
    rows.forEach(({ regimen, quantity }, index) => {
      drawn[index]!.push(endpoint(courses[regimen!] ?? courses.infusion!, quantity!));
    });
  }
  rows.forEach((row, index) => {
    const label = `${row.regimen} ${row.quantity}`;
    const sd = standardDeviation(drawn[index]!);
    const standardError = Math.hypot(sd, Number(row.sd)) / Math.sqrt(subjects);
    // Four standard errors: one false alarm in 16,000 comparisons.
    expect(Math.abs(mean(drawn[index]!) - Number(row.mean)) / standardError, label).toBeLessThan(4);
    expect(Math.abs(sd / Number(row.sd) - 1), `${label}, standard deviation`).toBeLessThan(0.2);
  });
});
