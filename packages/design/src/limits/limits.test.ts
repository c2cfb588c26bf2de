import { describe, expect, it } from "vitest";
import { limitAge, limitDose } from "./hard-limits.ts";
import { doseSlips, identifierSlips, weightSlips } from "./input-slips.ts";
import { judgeCourse } from "./judge-course.ts";
import { judgeDose } from "./judge-dose.ts";
import { counts, studiedRange } from "./studied-range.ts";

const iv = (amount: number, infusion_min = 40) => ({ drug: "ketamine", route: "iv", amount, infusion_min }) as const;
const spray = (amount: number) => ({ drug: "esketamine", route: "intranasal", amount }) as const;

describe("the studied range", () => {
  // The table of doses seen in trials, rewritten by hand from the abstracts and registry records cited in the data file.
  it.each([
    ["sad", iv(0.5), "studied"],
    ["ptsd", iv(0.2), "studied"],
    ["ptsd", iv(0.35), "studied"],
    ["ptsd", iv(0.1), "studied-elsewhere"],
    ["ptsd", iv(1), "studied-elsewhere"],
    ["ocd", iv(0.5), "studied"],
    ["ocd", iv(0.5, 60), "studied-elsewhere"],
    ["gad", iv(0.5), "studied-elsewhere"],
    ["gad", iv(0.5, 100), "studied-elsewhere"],
    ["gad", iv(0.5, 101), "outside"],
    ["gad", iv(0.5, 1), "outside"],
    ["gad", iv(1.01), "outside"],
    ["gad", iv(0.05), "outside"],
    ["sad", spray(56), "studied-elsewhere"],
    ["sad", spray(84), "studied-elsewhere"],
    ["sad", spray(112), "outside"],
    ["ocd", { drug: "ketamine", route: "intranasal", amount: 50 } as const, "outside"],
    ["sad", { drug: "esketamine", route: "iv", amount: 0.4, infusion_min: 40 } as const, "studied-elsewhere"],
  ])("in %s puts %j in %s", (indication, dose, range) => {
    expect(judgeDose(dose, indication).range).toBe(range);
  });

  it("names the studies behind its verdict, and the disorder when it is another", () => {
    const judgement = judgeDose(iv(0.5, 60), "gad");
    expect(judgement.reason).toContain(
      "0.5 mg/kg not studied in GAD by this route, but elsewhere: Taylor 2018 (SAD, 0.5 mg/kg)",
    );
    expect(judgement.reason).toContain(
      "60 min not studied in GAD by this route, but elsewhere: Andrade 2017 (MDD, 2-100 min)",
    );
    expect(judgement.sources.length).toBeGreaterThan(3);
  });

  it("calls beyond what is above or faster than everything, not what is below or slower", () => {
    expect(judgeDose(iv(1.2), "gad").isBeyond).toBe(true);
    expect(judgeDose(iv(0.5, 1), "gad").isBeyond).toBe(true);
    expect(judgeDose(spray(112), "sad").isBeyond).toBe(true);
    expect(judgeDose(iv(0.05), "gad").isBeyond).toBe(false);
    expect(judgeDose(iv(0.5, 120), "gad").isBeyond).toBe(false);
    expect(judgeDose({ drug: "ketamine", route: "intranasal", amount: 30 }, "ocd").isBeyond).toBe(true);
  });

  it("does not let a rounded salt conversion move a dose out of its range", () => {
    expect(judgeDose(spray(84.03), "sad").range).toBe("studied-elsewhere");
  });

  it("rests on rows that each name their source, and neither practice nor a stopped trial counts", () => {
    for (const study of studiedRange.studies) {
      expect(study.source.citation.length, study.id).toBeGreaterThan(10);
      expect((study.dose ?? study.infusion_min)?.low, study.id).toBeGreaterThan(0);
    }
    expect(studiedRange.studies.filter((study) => !counts(study)).map((study) => study.id)).toEqual([
      "perez-ruixo-2021",
      "nct02234011",
      "nct02206776",
      "ross-2019",
      "clinic-survey-2022",
    ]);
  });
});

describe("a course", () => {
  const weeks = (n: number, perWeek: readonly number[]) =>
    Array.from({ length: n }, (_, week) => perWeek.map((day) => 7 * week + day)).flat();
  const course = (days: readonly number[]) => ({ drug: "ketamine", route: "iv", days }) as const;
  const codes = (days: readonly number[], indication: string) =>
    judgeCourse(course(days), { indication, path: "regimens.0" }).map((found) => found.code);

  it("as long as the longest controlled one raises nothing", () => {
    expect(codes(weeks(4, [1, 4]), "ptsd")).toEqual([]);
    expect(codes([1], "ocd")).toEqual([]);
  });

  it("longer than that, or without any controlled course, is an extrapolation", () => {
    expect(codes(weeks(5, [1, 4]), "ptsd")).toEqual(["course-beyond-trials"]);
    expect(codes([1, 4], "ocd")).toEqual(["course-beyond-trials"]);
    expect(codes([1], "gad")).toEqual(["course-beyond-trials"]);
  });

  it("closer than three a week or eight in four weeks is pointed out", () => {
    expect(codes(weeks(2, [1, 3, 5]), "ptsd")).toEqual([]);
    expect(codes([1, 2, 3, 4], "ptsd")).toEqual(["sessions-close"]);
    expect(codes(weeks(3, [1, 3, 5]), "ptsd")).toContain("sessions-close");
  });
});

describe("hard limits", () => {
  const at = ["dose"];
  const refuse = (value: number, unit: "mg/kg" | "mg", route: "iv" | "intranasal") =>
    limitDose({ route, base: { value, unit }, path: at }, 45).map((problem) => problem.message);

  it("let their own values pass and nothing above", () => {
    expect(refuse(2, "mg/kg", "iv")).toEqual([]);
    expect(refuse(112, "mg", "intranasal")).toEqual([]);
    expect(refuse(2.01, "mg/kg", "iv")).toEqual([
      "must be at most 2 mg/kg, the most this program simulates, found 2.01 mg/kg",
    ]);
    expect(refuse(140, "mg", "intranasal")).toEqual([
      "must be at most 112 mg a session, the most this program simulates, found 140 mg",
    ]);
  });

  it("judge a fixed dose in the lightest virtual patient", () => {
    expect(refuse(90, "mg", "iv")).toEqual([]);
    expect(refuse(100, "mg", "iv")[0]).toContain("found 100 mg, which is 2.222 mg/kg at 45 kg");
  });

  it("name the slip when there is an obvious one", () => {
    expect(refuse(5, "mg/kg", "iv")[0]).toContain("ten times the usual 0.5 mg/kg; was 0.5 mg/kg meant?");
    expect(refuse(35, "mg/kg", "iv")[0]).toContain("was 35 mg meant?");
  });

  it("refuse minors", () => {
    expect(limitAge(18, at)).toEqual([]);
    expect(limitAge(17, at)).toMatchObject([{ code: "hard-limit", message: expect.stringContaining("at least 18 a") }]);
  });
});

describe("slips", () => {
  const dose = (value: number, unit: "mg/kg" | "mg", route: "iv" | "intranasal" = "iv") =>
    doseSlips({ value, unit }, { route, path: "p" }).map((found) => found.message);

  it("of unit and decimal point in a dose are asked about", () => {
    expect(dose(0.5, "mg/kg")).toEqual([]);
    expect(dose(35, "mg")).toEqual([]);
    expect(dose(56, "mg", "intranasal")).toEqual([]);
    expect(dose(0.5, "mg")[0]).toContain("was 0.5 mg/kg meant?");
    expect(dose(0.05, "mg/kg")[0]).toContain("a tenth of the usual 0.5 mg/kg or less");
    expect(dose(5.6, "mg", "intranasal")[0]).toContain("a tenth of the usual 56 mg or less");
  });

  it("of pounds for kilograms are asked about", () => {
    expect(weightSlips(78, "p")).toEqual([]);
    expect(weightSlips(172, "p")[0]?.message).toContain("in pounds it would be 78 kg");
  });

  it.each([
    ["Response of j.doe@example.org", 1],
    ["Infusion on 2024-05-03", 1],
    ["Infusion on 3.5.2024", 1],
    ["MRN 0012345", 1],
    ["56 mg day 1, then 84 mg; twice weekly wk 1-4, weekly wk 5-8", 0],
    ["0.5 mg/kg over 40 min, n = 500", 0],
    ["NCT04560660", 0],
  ])("of identity in %j give %i warnings", (text, count) => {
    expect(identifierSlips(text, "title")).toHaveLength(count);
  });
});
