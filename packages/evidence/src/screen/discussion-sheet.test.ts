import { describe, expect, test } from "vitest";
import { expectNoVerdict } from "../checks/allowed-wording.contract.ts";
import { trialFor } from "../trials/trials.ts";
import { ageBands, caseDrugs, caseRoutes, indications, settings } from "./case-vocabulary.ts";
import { discussionSheet } from "./discussion-sheet.ts";
import { screen } from "./screen.ts";
import type { ScreenCase } from "./screen-case.ts";
import { loadScreenItems } from "./screen-items.ts";

const unknownCase: ScreenCase = { schema: "kinetamine.case/v1", subject: { label: "example-1" } };
const sheetOf = (parts: Partial<ScreenCase>) => discussionSheet(screen({ ...unknownCase, ...parts }));
/** The sheet without its bibliography: titles of works are quoted, not said. */
const saidIn = (sheet: string) => sheet.slice(0, sheet.indexOf("## Sources"));

const everyYes = (group: "conditions" | "medicines") =>
  Object.fromEntries(
    loadScreenItems()
      .filter((item) => item.group === group)
      .map(({ id }) => [id, "yes" as const]),
  );

describe("the discussion sheet", () => {
  test("has every part a conversation needs, in order", () => {
    const titles = [...sheetOf({ indication: "sad" }).matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    expect(titles).toEqual([
      "Where these medicines stand",
      "Options to talk about, in no order",
      "What trials found",
      "What is not known",
      "A common definition of treatment resistance: cannot be judged from what is known",
      "True for everyone",
      "How this differs from what was studied",
      "What could not be judged",
      "Questions to ask",
      "If things get worse",
      "Sources",
    ]);
  });

  test("says first that ketamine is approved for no psychiatric disorder", () => {
    expect(sheetOf({})).toMatch(
      /## Where these medicines stand\n\n- ketamine injection, US: .* Not approved for any psychiatric disorder/,
    );
  });

  test("never grants or refuses treatment, whatever the case", () => {
    const severity = { scale: "y-bocs", score: 33 } as const;
    const cases: readonly Partial<ScreenCase>[] = [
      {},
      ...indications.map((indication) => ({ indication })),
      ...ageBands.map((age_band) => ({ subject: { label: "example-2", age_band } })),
      ...caseRoutes.flatMap((route) =>
        caseDrugs.flatMap((drug) => settings.map((setting) => ({ considered: { route, drug, setting } }))),
      ),
      {
        conditions: everyYes("conditions"),
        medicines: everyYes("medicines"),
        blood_pressure: [{ systolic_mmHg: 190, diastolic_mmHg: 110 }],
      },
      {
        indication: "ocd",
        severity,
        drug_trials: [{ class: "ssri", adequate_dose: "yes", weeks: 20, result: "failed" }],
        psychological_trials: [
          { kind: "exposure-response-prevention", adequate_course: "yes", weeks: 20, result: "failed" },
        ],
      },
    ];
    for (const parts of cases) expectNoVerdict(saidIn(sheetOf(parts)), JSON.stringify(parts));
  });

  test("shows the null and the uncontrolled studies beside the positive ones", () => {
    const ptsd = sheetOf({ indication: "ptsd" });
    for (const id of ["feder2014", "feder2021", "abdallah2022", "dadabayev2020"])
      expect(ptsd).toContain(trialFor(id).appraisal.found.slice(0, 60));
    const ocd = sheetOf({ indication: "ocd" });
    expect(ocd.indexOf("Rodriguez 2013")).toBeLessThan(ocd.indexOf("Bloch 2012"));
    expect(ocd).toContain("Bloch 2012 (people: 10; no comparison group)");
  });

  test("leaves out reports that count the same people again", () => {
    expect(sheetOf({ indication: "sad" })).not.toContain("Truppman Lattie");
  });

  test("says so when no controlled trial was found", () => {
    expect(sheetOf({ indication: "panic" })).toContain("No controlled trial in this condition was found");
  });

  test("ends with crisis lines and sources, for every case", () => {
    const sheet = sheetOf({});
    expect(sheet).toContain("call or text 988");
    expect(sheet.indexOf("## If things get worse")).toBeLessThan(sheet.indexOf("## Sources"));
    expect(sheet).toContain("https://clinicaltrials.gov/study/NCT02397889");
  });

  test("gives rule number, jurisdiction and source with each finding", () => {
    expect(sheetOf({ conditions: { pregnancy: "yes" } })).toMatch(
      /Pregnancy or a planned pregnancy is reported;.*\(rule 13, US: .*Hull et al\. 2022\)/,
    );
  });
});
