import { expect, test } from "vitest";
import { crisisLine, isReviewDue, loadCrisisInformation } from "./crisis-lines.ts";

const information = loadCrisisInformation();

test("the crisis line begins with the local emergency number and names the lines of the countries", () => {
  const line = crisisLine(information);
  expect(line).toMatch(/^If life is in danger now, call the local emergency number/);
  for (const part of ["988", "116 123", "13 11 14", "findahelpline.com"]) expect(line).toContain(part);
});

test("crisis information falls due for review twelve months after its last one, not a day earlier", () => {
  const reviewed = { ...information, reviewed: "2026-11-23", reviewEvery_months: 12 };
  expect(isReviewDue(reviewed, "2027-11-23")).toBe(false);
  expect(isReviewDue(reviewed, "2027-11-24")).toBe(true);
});

test("the crisis lines were checked by a person within their review interval", () => {
  const today = new Date().toISOString().slice(0, 10);
  expect(isReviewDue(information, today), "check every line, then write today's date into data/crisis-lines.json").toBe(
    false,
  );
});
