import { expect, test } from "vitest";
import { loadPendingTrials } from "./pending-trials.ts";
import { loadTrials } from "./trials.ts";

test("pending trials are not among the records that have results", () => {
  const registered = new Set(loadTrials().flatMap(({ registrations }) => registrations.map(({ value }) => value)));
  expect(loadPendingTrials()).toHaveLength(5);
  for (const { registration } of loadPendingTrials())
    if (registration !== null) expect(registered.has(registration)).toBe(false);
});
