import { loadTrials, type Trial } from "@kinetamine/evidence";
import { describe, expect, it } from "vitest";
import { judgeCourse } from "./judge-course.ts";
import { judgeDose } from "./judge-dose.ts";
import { studiedRange } from "./studied-range.ts";

/** The trial records were extracted apart from the studied-range table: where both speak, they must agree. */
const randomisedInfusions = loadTrials()
  .filter((trial) => trial.design.randomised && ["parallel", "crossover"].includes(trial.design.kind))
  .flatMap((trial) =>
    trial.arms.flatMap((arm) => {
      const { drug, route, dose, infusion_min: minutes, sessions } = arm;
      if (drug !== "ketamine" || route !== "iv" || arm.role !== "experimental") return [];
      if (dose.value === undefined || dose.value === null || dose.value.unit !== "mg/kg") return [];
      return [{ trial, amount: dose.value.amount, minutes: minutes.value ?? 40, sessions: sessions.value ?? 1 }];
    }),
  );

function disordersOf(trial: Trial): readonly string[] {
  return trial.disorders.filter((disorder) => ["gad", "sad", "ptsd", "ocd"].includes(disorder));
}

describe("the studied range and the trial records", () => {
  it("agree that every infusion of a randomised trial is studied in its disorder", () => {
    expect(randomisedInfusions.length).toBeGreaterThan(7);
    for (const { trial, amount, minutes } of randomisedInfusions) {
      for (const disorder of disordersOf(trial)) {
        const dose = { drug: "ketamine", route: "iv", amount, infusion_min: minutes } as const;
        expect(judgeDose(dose, disorder).range, `${trial.id} ${amount} mg/kg in ${disorder}`).toBe("studied");
      }
    }
  });

  it("agree on the longest controlled course of each disorder", () => {
    for (const disorder of ["gad", "sad", "ptsd", "ocd"]) {
      const sessions = randomisedInfusions
        .filter(({ trial }) => disordersOf(trial).includes(disorder))
        .map((arm) => arm.sessions);
      const longest = Math.max(0, ...sessions);
      const codes = (count: number) => {
        const days = Array.from({ length: count }, (_, index) => 1 + 7 * index);
        const course = { drug: "ketamine", route: "iv", days } as const;
        return judgeCourse(course, { indication: disorder, path: "" }).map(({ code }) => code);
      };
      if (longest > 0) expect(codes(longest), disorder).not.toContain("course-beyond-trials");
      expect(codes(longest + 1), disorder).toContain("course-beyond-trials");
    }
  });

  it("name the same doses, infusion times and sessions where both hold a study", () => {
    const shared = studiedRange.studies.flatMap((study) => {
      const trial = loadTrials().find(({ id }) => id === study.id.replace("-", ""));
      return trial === undefined || study.route !== "iv" ? [] : [{ study, trial }];
    });
    expect(shared.length).toBeGreaterThan(5);
    for (const { study, trial } of shared.filter(({ study }) => study.kind === "controlled" || study.kind === "open")) {
      const amounts = trial.arms.flatMap((arm) =>
        arm.role === "experimental" && arm.dose.value ? [arm.dose.value.amount] : [],
      );
      expect([study.dose?.low, study.dose?.high], study.id).toEqual([Math.min(...amounts), Math.max(...amounts)]);
      const sessions = trial.arms.flatMap((arm) => (arm.role === "experimental" ? [arm.sessions.value ?? 0] : []));
      expect(study.sessions?.count, study.id).toBe(Math.max(...sessions));
    }
  });
});
