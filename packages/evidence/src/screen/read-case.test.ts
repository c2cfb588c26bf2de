import { describe, expect, test } from "vitest";
import type { EvidenceError } from "../checks/evidence-error.ts";
import { readCase } from "./read-case.ts";

const least = { schema: "kinetamine.case/v1", subject: { label: "example-1" } };
const options = { fileName: "case.yaml" };

function pathsOf(value: unknown) {
  try {
    readCase(value, options);
    return [];
  } catch (error) {
    return (error as EvidenceError).problems.map(({ path }) => path);
  }
}

describe("reading a case", () => {
  test("needs nothing but the schema and a coded label", () => {
    expect(readCase(least, options)).toBe(least);
  });

  test("allows unknown wherever an answer may be missing", () => {
    const unknown = {
      ...least,
      subject: { label: "case-12", age_band: "unknown" },
      indication: "unknown",
      considered: { drug: "unknown", route: "unknown", setting: "unknown" },
      severity: "unknown",
      drug_trials: [{ class: "ssri", adequate_dose: "unknown", weeks: "unknown", result: "unknown" }],
      psychological_trials: "unknown",
      blood_pressure: "unknown",
      conditions: { pregnancy: "unknown" },
      medicines: { opioid: "unknown" },
    };
    expect(pathsOf(unknown)).toEqual([]);
  });

  test.each([
    "Jane Smith",
    "jane",
    "example-1985",
    "1985-04-12",
    "MRN-0012345",
    "example-0",
    "subject-12a",
    "patient-jane",
    "",
  ])("has no room for a name, a date or a record number in the label: %s", (label) => {
    expect(pathsOf({ ...least, subject: { label } })).toEqual(["subject.label"]);
  });

  test.each([
    ["a name", { ...least, subject: { label: "example-1", name: "Jane" } }, "subject.name"],
    [
      "a date of birth",
      { ...least, subject: { label: "example-1", date_of_birth: "1985-04-12" } },
      "subject.date_of_birth",
    ],
    ["an exact age", { ...least, subject: { label: "example-1", age_band: 41 } }, "subject.age_band"],
    ["free text", { ...least, note: "called on Tuesday" }, "note"],
    ["an unknown condition, with a hint", { ...least, conditions: { pregnacy: "yes" } }, "conditions.pregnacy"],
    [
      "a question about suicide",
      { ...least, conditions: { suicidal_ideation: "yes" } },
      "conditions.suicidal_ideation",
    ],
    ["an answer that is neither yes nor no", { ...least, conditions: { pregnancy: true } }, "conditions.pregnancy"],
    ["a condition filed under medicines", { ...least, medicines: { pregnancy: "no" } }, "medicines.pregnancy"],
    ["an impossible score", { ...least, severity: { scale: "y-bocs", score: 41 } }, "severity.score"],
    [
      "swapped pressures",
      { ...least, blood_pressure: [{ systolic_mmHg: 80, diastolic_mmHg: 120 }] },
      "blood_pressure[0].diastolic_mmHg",
    ],
    [
      "a negative time",
      { ...least, drug_trials: [{ class: "ssri", adequate_dose: "yes", weeks: -1, result: "failed" }] },
      "drug_trials[0].weeks",
    ],
    ["another version of the schema", { ...least, schema: "kinetamine.case/v2" }, "schema"],
  ] as const)("refuses %s", (_what, value, path) => {
    expect(pathsOf(value)).toEqual([path]);
  });

  test("suggests the word that was meant and names the file", () => {
    expect(() => readCase({ ...least, conditions: { pregnacy: "yes" } }, options)).toThrow(
      /^Cannot read the case case\.yaml: conditions\.pregnacy is an unknown key.*\(did you mean pregnancy\?\) \[evidence-case-invalid\]$/,
    );
  });

  test("refuses hostile keys without taking them over", () => {
    expect(
      pathsOf(
        JSON.parse('{"schema":"kinetamine.case/v1","subject":{"label":"example-1"},"__proto__":{"polluted":true}}'),
      ),
    ).toEqual(["__proto__"]);
    expect(pathsOf({ ...least, conditions: JSON.parse('{"__proto__":"yes"}') })).toEqual(["conditions.__proto__"]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
