import { describe, expect, it } from "vitest";
import { fakePlan } from "../../test/support/fake-run.ts";
import { lockText, parseLock } from "./lock.ts";
import { describeRun, manifestText } from "./manifest.ts";
import { runName } from "./run-name.ts";
import { writeError } from "./write-error.ts";

const started = new Date("2026-01-01T00:00:00.123Z");

describe("the name of a run folder", () => {
  it("has time, scenario and hash, and no character that a file system refuses", () => {
    expect(runName(started, { id: "iv-gad-6x", hash: "3f9c01abcdef" })).toBe("2026-01-01T00-00-00Z_iv-gad-6x_3f9c01ab");
    expect(runName(started, { id: "iv-gad-6x", hash: "3f9c01abcdef" }, 3)).toMatch(/_3f9c01ab-3$/);
  });
});

describe("a manifest", () => {
  const description = describeRun(fakePlan, {
    command: "kinetamine run fake.yaml",
    repository: { commit: "c0ffee", dirty: true },
    workers: 4,
    started,
    ended: new Date("2026-01-01T00:00:09Z"),
    exit: "checkFailed",
    failedCourses: 2,
    warnings: ["dose 1 lies outside"],
  });

  it("says what was run, with what, and how it ended", () => {
    expect(description).toMatchObject({
      tool: { name: "kinetamine", commit: "c0ffee", dirty: true },
      model: { id: "anx-core", version: "0.1.0", hash: "abc" },
      scenario: { id: "fake", sha256: fakePlan.scenarioHash },
      seed: { value: 7 },
      workers: 4,
      started: "2026-01-01T00:00:00.123Z",
      ended: "2026-01-01T00:00:09.000Z",
      exit: { code: 5, meaning: "a numerical or installation check failed" },
      warnings: ["dose 1 lies outside"],
    });
  });

  it("names no user, host or path of the machine", () => {
    const text = manifestText(description, []);
    for (const name of [process.env.HOME, process.env.USER, process.cwd()]) {
      if (name) expect(text).not.toContain(name);
    }
  });
});

describe("a lock", () => {
  it("gives back the plan, every number the same", () => {
    expect(parseLock(lockText(fakePlan), "lock")).toEqual(fakePlan);
  });

  it.each([
    ["{", "text that is not JSON"],
    ["[]", "no plan"],
    ['{"schema":"kinetamine.lock/v2","plan":{}}', "schema kinetamine.lock/v2"],
    ['{"schema":"kinetamine.lock/v1","plan":{"seed":1}}', "an incomplete plan"],
  ])("that is %s is refused: %s", (text, found) => {
    expect(() => parseLock(text, "x.json")).toThrow(`Cannot read x.json: found ${found}, required a JSON object`);
  });
});

describe("writeError", () => {
  it.each([
    ["ENOSPC", "no space is left on the device"],
    ["EACCES", "permission denied"],
    ["EROFS", "the file system is read-only"],
    ["EIO", "the device reported an input/output error"],
  ])("explains %s", (code, reason) => {
    const error = writeError("/runs/x", Object.assign(new Error("raw"), { code }));
    expect(error.message).toBe(`Cannot write /runs/x: ${reason} (${code})`);
    expect([error.code, error.exit]).toEqual(["cannot-write", "cannotWrite"]);
  });

  it("keeps the words of an error it does not know", () => {
    expect(writeError("/runs/x", new Error("odd")).message).toBe("Cannot write /runs/x: odd");
  });
});
