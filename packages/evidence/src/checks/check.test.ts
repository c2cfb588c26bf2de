import { describe, expect, test } from "vitest";
import { type Check, verify } from "./check.ts";
import { type EvidenceError, evidenceErrorCodes } from "./evidence-error.ts";
import { count, flag, isoDate, mark, matching, number, oneOf, text } from "./scalars.ts";
import { dictionary, list, nullable, record, withRules } from "./structures.ts";

interface Person {
  readonly name: string;
  readonly years: number;
  readonly kind?: "adult" | "child";
}

const person: Check<Person> = record<Person>(
  { name: text, years: number({ min: 0, max: 120, whole: true }) },
  { kind: oneOf(["adult", "child"]) },
);

const options = { code: "evidence-data-invalid", attempted: "read the sample" } as const;

function problemsOf(check: Check<unknown>, value: unknown) {
  try {
    verify(check, value, options);
    return [];
  } catch (error) {
    return (error as EvidenceError).problems.map(({ path, required }) => `${path}: ${required}`);
  }
}

describe("a check of data", () => {
  test("returns the value itself when nothing is wrong", () => {
    const value = { name: "A", years: 40 };
    expect(verify(person, value, options)).toBe(value);
  });

  test("reports every problem with its exact path, not only the first", () => {
    const value = {
      people: [
        { name: "A", years: 40 },
        { name: " ", years: 200.5, kind: "adlt" },
      ],
    };
    const check = record<{ people: readonly Person[] }>({ people: list(person) }, {});
    expect(problemsOf(check, value)).toEqual([
      "people[1].name: a non-empty text",
      "people[1].years: a whole number, at least 0, at most 120",
      "people[1].kind: one of adult, child (did you mean adult?)",
    ]);
  });

  test("says what was attempted, what was found and what is required, without a full stop", () => {
    expect(() => verify(person, { name: "A", years: -1 }, options)).toThrow(
      "Cannot read the sample: years is -1, must be a whole number, at least 0, at most 120 [evidence-data-invalid]",
    );
  });

  test("refuses unknown keys, with a hint for a near miss, even when they are called __proto__", () => {
    expect(problemsOf(person, { name: "A", years: 1, knid: "adult" })).toEqual([
      "knid: one of name, years, kind (did you mean kind?)",
    ]);
    expect(problemsOf(person, JSON.parse('{"name":"A","years":1,"__proto__":{"admin":true}}'))).toEqual([
      "__proto__: one of name, years, kind",
    ]);
  });

  test("does not take an inherited property for a present one", () => {
    expect(problemsOf(person, Object.create({ name: "A", years: 1 }))).toEqual([
      "name: a non-empty text",
      "years: a whole number, at least 0, at most 120",
    ]);
  });

  test.each([
    [number(), Number.NaN],
    [number(), Number.POSITIVE_INFINITY],
    [number(), "1"],
    [count, -1],
    [count, 1.5],
    [flag, "yes"],
    [mark, false],
    [text, 3],
    [isoDate, "2026-13-01"],
    [matching(/^a/, "a word"), "b"],
    [list(text), "text"],
    [list(text, { min: 1 }), []],
    [person, null],
    [person, []],
    [dictionary(/^[a-z]$/, text), { AB: "x" }],
  ] as readonly [Check<unknown>, unknown][])("refuses a value of the wrong kind (case %#)", (check, value) => {
    expect(problemsOf(check, value)).toHaveLength(1);
  });

  test("lets null through only where it is allowed", () => {
    expect(problemsOf(nullable(text), null)).toEqual([]);
    expect(problemsOf(text, null)).toHaveLength(1);
  });

  test("applies rules across fields only to values whose fields are sound", () => {
    const ruled = withRules(person, ({ name, years }, path, report) => {
      if (name.length > years) report({ path, found: name, required: "a name shorter than its age" });
    });
    expect(problemsOf(ruled, { name: "Methuselah", years: 3 })).toEqual([": a name shorter than its age"]);
    expect(problemsOf(ruled, { name: 7, years: 3 })).toEqual(["name: a non-empty text"]);
  });

  test("explains every code it can throw", () => {
    for (const meaning of Object.values(evidenceErrorCodes)) expect(meaning).toMatch(/^[A-Z].*[^.]$/);
  });
});
