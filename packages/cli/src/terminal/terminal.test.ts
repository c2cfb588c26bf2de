import { describe, expect, it } from "vitest";
import { createProgress } from "./progress.ts";
import { createTerminal } from "./terminal.ts";
import { textTable } from "./text-table.ts";

function capture(options: { isTTY?: boolean; quiet?: boolean; environment?: Record<string, string> } = {}) {
  const written = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr") => ({
    isTTY: options.isTTY === true,
    columns: 60,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const { quiet = false, environment = {} } = options;
  const terminal = createTerminal(
    { stdout: stream("stdout"), stderr: stream("stderr") },
    { json: false, quiet, environment },
  );
  return { terminal, written };
}

const escapeCode = "\u001b";

describe("a terminal", () => {
  it("sends results to stdout and news to stderr", () => {
    const { terminal, written } = capture();
    terminal.result("42");
    terminal.note("working");
    terminal.failure("broken");
    expect(written).toEqual({ stdout: "42\n", stderr: "working\nbroken\n" });
  });

  it("keeps results and failures with --quiet, and drops news", () => {
    const { terminal, written } = capture({ quiet: true, isTTY: true });
    terminal.result("42");
    terminal.note("working");
    terminal.rewrite("50 %");
    terminal.failure("broken");
    expect(written).toEqual({ stdout: "42\n", stderr: "broken\n" });
  });

  it.each([
    [{ isTTY: true }, true],
    [{ isTTY: true, environment: { NO_COLOR: "" } }, true],
    [{ isTTY: true, environment: { NO_COLOR: "1" } }, false],
    [{ isTTY: true, environment: { TERM: "dumb" } }, false],
    [{ isTTY: false }, false],
  ])("with %j uses colour: %s", (options, isColoured) => {
    expect(capture(options).terminal.paint("red", "x").includes(escapeCode)).toBe(isColoured);
  });
});

describe("progress", () => {
  it("writes plain lines where lines cannot be rewritten", () => {
    const { terminal, written } = capture();
    const step = createProgress(terminal, 2);
    const first = step("expanding", "doses");
    first.update(1, 2);
    first.end("ok");
    step("writing", "files").end("ok");
    expect(written.stderr.replaceAll(/\d+\.\d s/g, "T")).toBe(
      "[1/2] expanding   doses ...\n[1/2] expanding   ok (T)\n[2/2] writing     files ...\n[2/2] writing     ok (T)\n",
    );
  });

  it("redraws one line on a terminal, never wider than it, and ends it", () => {
    const { terminal, written } = capture({ isTTY: true });
    const step = createProgress(terminal, 1)("simulating", "x".repeat(100));
    step.update(1, 2);
    step.end("ok");
    const drawn = written.stderr.split(`\r${escapeCode}[2K`).slice(1);
    expect(drawn).toHaveLength(3);
    expect(drawn[1]).toMatch(/^\[1\/1\] simulating {2}█{12}░{12} {2}50 % x+$/);
    for (const line of drawn.slice(0, 2)) expect(line.length).toBeLessThan(60);
    expect(written.stderr.endsWith("s)\n")).toBe(true);
  });
});

describe("textTable", () => {
  it("aligns columns and underlines the heading", () => {
    expect(
      textTable([
        ["a", "name"],
        ["ok", "x"],
        ["", "longer one"],
      ]),
    ).toBe(["a   name", "--  ----------", "ok  x", "    longer one"].join("\n"));
  });
});
