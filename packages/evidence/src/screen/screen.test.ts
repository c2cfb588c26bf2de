import { describe, expect, test } from "vitest";
import { loadGuidance } from "../guidance/guidance.ts";
import { screen } from "./screen.ts";
import type { MedicineTrial, PsychologicalTrial, ScreenCase } from "./screen-case.ts";
import type { ScreenReport } from "./screen-finding.ts";
import { loadScreenItems } from "./screen-items.ts";

const unknownCase: ScreenCase = { schema: "kinetamine.case/v1", subject: { label: "example-1" } };
const given = (parts: Partial<ScreenCase>): ScreenCase => ({ ...unknownCase, ...parts });
const codesOf = ({ findings }: ScreenReport) =>
  findings.filter(({ level }) => level !== "notice").map(({ code }) => code);

const ssri: MedicineTrial = { class: "ssri", adequate_dose: "yes", weeks: 10, result: "failed" };
const cbt: PsychologicalTrial = { kind: "cbt", adequate_course: "yes", weeks: 12, result: "failed" };
const resistant = {
  indication: "sad",
  drug_trials: [ssri],
  psychological_trials: [cbt],
  severity: { scale: "lsas", score: 82 },
} as const;

describe("the screen", () => {
  test("of a case of which nothing is known says what is true for everyone, and that everything else is unknown", () => {
    const report = screen(unknownCase);
    expect(codesOf(report)).toEqual([]);
    expect(report.findings[0]).toMatchObject({ code: "off-label", rule: 1, level: "notice" });
    expect(report.resistance.state).toBe("unknown");
    expect(report.resistance.parts.map(({ state }) => state)).toEqual(["unknown", "unknown", "unknown"]);
    const asked = report.unknowns.map(({ path }) => path);
    for (const { group, id } of loadScreenItems()) expect(asked).toContain(`${group}.${id}`);
    expect(asked).toEqual(
      expect.arrayContaining([
        "indication",
        "severity",
        "drug_trials",
        "psychological_trials",
        "blood_pressure",
        "subject.age_band",
        "considered.route",
      ]),
    );
  });

  test("never takes a missing answer for a no, nor an explicit unknown for anything else", () => {
    const explicit = given({
      indication: "unknown",
      severity: "unknown",
      drug_trials: "unknown",
      conditions: { pregnancy: "unknown" },
    });
    expect(screen(explicit)).toEqual(screen(unknownCase));
  });

  test.each(
    loadScreenItems().map((item) => [item.id, item] as const),
  )("reports %s with its rule and source when it is answered yes, and nothing when no", (id, item) => {
    const yes = screen(given({ [item.group]: { [id]: "yes" } }));
    const found = yes.findings.find(({ code }) => code === id)!;
    expect(found).toMatchObject({ rule: item.rule, level: item.level, basis: [`${item.group}.${id}`] });
    expect(found.sources.length).toBeGreaterThan(0);
    expect(yes.unknowns.map(({ path }) => path)).not.toContain(`${item.group}.${id}`);
    const no = screen(given({ [item.group]: { [id]: "no" } }));
    expect(codesOf(no)).toEqual([]);
    expect(no.unknowns.map(({ path }) => path)).not.toContain(`${item.group}.${id}`);
  });

  test.each([
    ["140/90 exactly", [[140, 90]], []],
    ["141/85 once", [[141, 85]], ["blood-pressure-rule-4"]],
    ["130/91 once", [[130, 91]], ["blood-pressure-rule-4", "blood-pressure-rule-5"]],
    ["161/80 once", [[161, 80]], ["blood-pressure-rule-4", "blood-pressure-rule-5"]],
    [
      "150/85 twice",
      [
        [150, 85],
        [145, 80],
      ],
      ["blood-pressure-rule-4", "blood-pressure-rule-5"],
    ],
    [
      "150/85 then 120/75",
      [
        [150, 85],
        [120, 75],
      ],
      ["blood-pressure-rule-4"],
    ],
    ["120/75", [[120, 75]], []],
  ] as const)("reads blood pressure %s by rules 4 and 5", (_name, readings, codes) => {
    const blood_pressure = readings.map(([systolic_mmHg, diastolic_mmHg]) => ({ systolic_mmHg, diastolic_mmHg }));
    expect(codesOf(screen(given({ blood_pressure })))).toEqual(codes);
  });

  test.each([
    ["home use", { considered: { setting: "home" } }, ["home-use"]],
    ["oral ketamine", { considered: { drug: "ketamine", route: "oral" } }, ["compounded-product"]],
    ["nasal ketamine", { considered: { drug: "ketamine", route: "intranasal" } }, ["compounded-product"]],
    ["nasal esketamine", { considered: { drug: "esketamine", route: "intranasal" } }, ["esketamine-indication"]],
    ["an infusion in a clinic", { considered: { drug: "ketamine", route: "iv", setting: "clinic" } }, []],
    ["someone under 18", { subject: { label: "example-1", age_band: "under-18" } }, ["under-18"]],
    ["someone over 65", { subject: { label: "example-1", age_band: "65-74" } }, ["older-adult"]],
    ["OCD", { indication: "ocd" }, ["course-evidence"]],
    ["PTSD", { indication: "ptsd" }, ["course-evidence", "guideline-against"]],
    ["another condition", { indication: "other" }, []],
  ] as const)("adds what is known about %s", (_name, parts, codes) => {
    expect(codesOf(screen(given(parts as Partial<ScreenCase>)))).toEqual(codes);
  });

  test("asks about nasal sprays only while the nasal route is possible", () => {
    const asks = (considered: ScreenCase["considered"]) =>
      screen(given(considered === undefined ? {} : { considered })).unknowns.some(({ path }) =>
        path.endsWith("nasal_steroid_or_decongestant"),
      );
    expect([asks(undefined), asks({ route: "intranasal" }), asks({ route: "iv" })]).toEqual([true, true, false]);
  });

  test("cites a rule in every finding, unknown and part, and never the rejected or unobtained ones", () => {
    const report = screen(
      given({ ...resistant, conditions: { pregnancy: "yes" }, considered: { setting: "home", drug: "esketamine" } }),
    );
    const rules = [...report.findings, ...report.unknowns, ...report.resistance.parts].map(({ rule }) => rule);
    const usable = new Set(
      loadGuidance()
        .filter(({ standing }) => standing !== "rejected" && standing !== "not-obtained")
        .map(({ number }) => number),
    );
    for (const rule of rules) expect(usable.has(rule), `rule ${rule}`).toBe(true);
  });

  test("returns the same for the same case and changes nothing in it", () => {
    const frozen = Object.freeze(given({ ...resistant }));
    expect(screen(frozen)).toEqual(screen(structuredClone(frozen)));
  });
});

describe("the resistance gate", () => {
  const stateOf = (parts: Partial<ScreenCase>) => screen(given({ ...resistant, ...parts })).resistance.state;

  test.each([
    ["both failed, adequate, long enough, severe", {}, "yes"],
    [
      "eight weeks exactly",
      { drug_trials: [{ ...ssri, weeks: 8 }], psychological_trials: [{ ...cbt, weeks: 8 }] },
      "yes",
    ],
    ["seven weeks of the medicine", { drug_trials: [{ ...ssri, weeks: 7 }] }, "no"],
    [
      "seven weeks of one medicine, ten of another",
      {
        drug_trials: [
          { ...ssri, weeks: 7 },
          { ...ssri, class: "snri" },
        ],
      },
      "yes",
    ],
    ["no medicine tried", { drug_trials: [] }, "no"],
    ["no psychological treatment tried", { psychological_trials: [] }, "no"],
    ["psychological treatments not known", { psychological_trials: "unknown" }, "unknown"],
    [
      "not known, but the medicine responded",
      { psychological_trials: "unknown", drug_trials: [{ ...ssri, result: "responded" }] },
      "no",
    ],
    ["medicine stopped for side effects", { drug_trials: [{ ...ssri, result: "not-tolerated" }] }, "no"],
    ["partial response, on which definitions differ", { drug_trials: [{ ...ssri, result: "partial" }] }, "unknown"],
    ["dose not adequate", { drug_trials: [{ ...ssri, adequate_dose: "no" }] }, "no"],
    ["dose not known", { drug_trials: [{ ...ssri, adequate_dose: "unknown" }] }, "unknown"],
    ["a medicine that is not first line", { drug_trials: [{ ...ssri, class: "pregabalin" }] }, "no"],
    ["a psychological treatment that is not first line", { psychological_trials: [{ ...cbt, kind: "other" }] }, "no"],
    ["severity at the threshold, not above", { severity: { scale: "lsas", score: 60 } }, "no"],
    ["severity just above", { severity: { scale: "lsas", score: 61 } }, "yes"],
    ["severity on a scale without a threshold here", { severity: { scale: "gad-7", score: 20 } }, "unknown"],
    ["severity not known", { severity: "unknown" }, "unknown"],
    ["condition not known", { indication: "unknown" }, "unknown"],
  ] as const)("%s: %s gives %s", (_name, parts, state) => {
    expect(stateOf(parts as Partial<ScreenCase>)).toBe(state);
  });

  test("uses the first-line treatments of each disorder", () => {
    const ptsd: Partial<ScreenCase> = {
      indication: "ptsd",
      drug_trials: [{ ...ssri, class: "snri" }],
      psychological_trials: [{ ...cbt, kind: "emdr" }],
      severity: { scale: "caps-5", score: 30 },
    };
    expect(stateOf(ptsd)).toBe("yes");
    expect(stateOf({ ...ptsd, psychological_trials: [cbt] })).toBe("no");
    expect(stateOf({ ...ptsd, severity: { scale: "caps-5", score: 29 } })).toBe("no");
  });

  test("shows for OCD the stricter definition of its trials beside the default, and for no other disorder", () => {
    const ocd = screen(
      given({
        indication: "ocd",
        drug_trials: [
          { ...ssri, weeks: 12 },
          { ...ssri, weeks: 11 },
        ],
        psychological_trials: [{ ...cbt, kind: "exposure-response-prevention" }],
        severity: { scale: "y-bocs", score: 25 },
      }),
    );
    expect([ocd.resistance.state, ocd.trialDefinition!.state]).toEqual(["yes", "no"]);
    expect(screen(given(resistant)).trialDefinition).toBeNull();
  });

  test("says for each part what was counted and what the definition asks", () => {
    const [medicine] = screen(given({ ...resistant, drug_trials: [ssri, { ...ssri, weeks: "unknown" }] })).resistance
      .parts;
    expect(medicine).toEqual({
      name: "first-line medicine failed",
      rule: 24,
      state: "yes",
      why: "1 of 2 listed count as a first-line medicine that failed at an adequate dose for 8 weeks, 1 more cannot be judged; the definition asks for 1",
    });
  });
});
