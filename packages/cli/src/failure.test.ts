import { type InputProblemCode, ScenarioError } from "@kinetamine/design";
import { describe, expect, it } from "vitest";
import { CliError, cliErrorCodes } from "./cli-error.ts";
import { exitCodes } from "./exit-code.ts";
import { describeFailure, failureObject } from "./failure.ts";

const problem = (code: InputProblemCode) => ({
  code,
  file: "a.yaml",
  line: 3,
  column: 5,
  path: "x",
  message: "must be y",
});

describe("describeFailure", () => {
  it("calls a scenario refused when every problem is a limit, and invalid otherwise", () => {
    const refused = new ScenarioError([problem("hard-limit"), problem("outside-studied-range")]);
    expect(describeFailure(refused)).toMatchObject({ exit: "refused", code: "hard-limit" });
    const invalid = new ScenarioError([problem("hard-limit"), problem("unknown-key")]);
    expect(describeFailure(invalid)).toMatchObject({
      exit: "invalidInput",
      message: expect.stringContaining("a.yaml:3:5 x - must be y"),
    });
  });

  it("keeps the stack of a defect, and only of a defect", () => {
    expect(describeFailure(new TypeError("x is undefined")).message).toMatch(/TypeError: x is undefined\n {4}at /);
    expect(describeFailure(new CliError("interrupted", "stopped")).message).toBe("stopped");
    expect(describeFailure("odd")).toMatchObject({ exit: "unexpected", message: "odd" });
  });

  it("gives programs the code, the exit and every problem", () => {
    expect(failureObject(describeFailure(new ScenarioError([problem("missing")])))).toEqual({
      ok: false,
      exitCode: 3,
      error: { code: "missing", message: "a.yaml:3:5 x - must be y", problems: [problem("missing")] },
    });
  });
});

describe("error codes", () => {
  it("each end the process in a documented way", () => {
    for (const code of Object.keys(cliErrorCodes) as (keyof typeof cliErrorCodes)[]) {
      expect(exitCodes[new CliError(code, "").exit].code).toBeGreaterThan(0);
    }
  });

  it("have exit codes of their own", () => {
    const codes = Object.values(exitCodes).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
