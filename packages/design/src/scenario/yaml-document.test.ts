import { describe, expect, it } from "vitest";
import { ScenarioError } from "./input-problem.ts";
import { parseYaml } from "./yaml-document.ts";

function problemOf(text: string): string {
  try {
    parseYaml(text, "f.yaml");
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems.map((p) => `${p.code} ${p.line}:${p.column}`).join(", ");
    throw error;
  }
  return "read";
}

describe("plain YAML", () => {
  it("becomes plain data with the place of every entry", () => {
    const document = parseYaml("a: 1\nlist:\n  - { b: text, c: 'two\n      lines' }\n  - true\nempty:\n", "f.yaml");
    expect(JSON.parse(JSON.stringify(document.value))).toEqual({
      a: 1,
      list: [{ b: "text", c: "two lines" }, true],
      empty: null,
    });
    expect(document.locate(["a"], "value")).toEqual({ line: 1, column: 4 });
    expect(document.locate(["list", 0, "b"], "key")).toEqual({ line: 3, column: 7 });
    expect(document.locate(["list", 0, "b"], "value")).toEqual({ line: 3, column: 10 });
    expect(document.locate(["list", 1], "value")).toEqual({ line: 5, column: 5 });
  });

  it("places what is absent at the nearest entry around it", () => {
    const document = parseYaml("a:\n  b: 1\n", "f.yaml");
    expect(document.locate(["a", "missing", 3], "value")).toEqual({ line: 2, column: 3 });
    expect(document.locate(["missing"], "value")).toEqual({ line: 1, column: 1 });
  });

  it("keeps quoted text that looks like special syntax", () => {
    expect(parseYaml("a: '*x'\nb: \"!y &z\"\nc: |\n  &not an anchor\n", "f.yaml").value).toMatchObject({
      a: "*x",
      b: "!y &z",
      c: "&not an anchor\n",
    });
  });

  it("follows YAML 1.2, where yes and no are text", () => {
    expect(parseYaml("a: yes\nb: no\nc: 40:00\n", "f.yaml").value).toMatchObject({ a: "yes", b: "no", c: "40:00" });
  });

  it("treats __proto__ as an ordinary key that pollutes nothing", () => {
    const value = parseYaml("__proto__: { polluted: true }\nconstructor: 1\n", "f.yaml").value as object;
    expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(({} as { readonly polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe("hostile or broken YAML", () => {
  const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    .concat(["b", "c", "d", "e", "f", "g", "h", "i"].map((k, i) => `${k}: &${k} [*${"abcdefgh"[i]},*${"abcdefgh"[i]}]`))
    .join("\n");

  it.each([
    ["an alias bomb", bomb, "yaml-alias 1:4"],
    ["an anchor alone", "a: &x 1", "yaml-alias 1:4"],
    ["a lone alias", "a: 1\nb: *x", "yaml-alias 2:4"],
    ["a tag", "a: !!binary aGk=", "yaml-alias 1:4"],
    ["a directive", "%YAML 1.1\n---\na: yes", "yaml-alias 1:1"],
    ["two documents", "a: 1\n---\nb: 2", "yaml-syntax 2:1"],
    ["an empty file", "", "yaml-syntax 1:1"],
    ["a duplicate key", "a: 1\nb:\n  c: 1\n  c: 2\n", "duplicate-key 4:3"],
    ["a tab as indentation", "a:\n\t- 1", "yaml-syntax 2:1"],
    ["an unclosed list", "a: [1, 2", "yaml-syntax 1:9"],
    ["a NUL character", "a: 1\nb: x\0y", "file-characters 2:5"],
    ["bytes that were not UTF-8", "a: \uFFFD", "file-characters 1:4"],
    ["10 MB of text", `a: ${"x".repeat(10_000_000)}`, "file-too-large 1:1"],
    ["21 levels", `${"[".repeat(21)}${"]".repeat(21)}`, "yaml-depth 1:21"],
    ["250,000 open brackets", "[".repeat(250_000), "yaml-depth 1:21"],
    ["125,000 nested dashes", "- ".repeat(125_000), "yaml-depth 1:41"],
    ["125,000 nested question marks", "? ".repeat(125_000), "yaml-depth 1:41"],
    ["25,000 entries", "- 1\n".repeat(25_000), "yaml-nodes 20000:3"],
    ["a quarter megabyte of anchors", `a: ${"&a ".repeat(80_000)}`, "yaml-alias 1:4"],
  ])("refuses %s", (_, text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it("reads 20 levels, the deepest allowed", () => {
    expect(problemOf(`${"[".repeat(20)}${"]".repeat(20)}`)).toBe("read");
    expect(problemOf(`${"[".repeat(20)}1${"]".repeat(20)}`)).toBe("read");
  });

  it("answers in bounded time whatever the quarter megabyte holds", { timeout: 300_000 }, () => {
    for (const piece of ["[", "- ", "? ", "{a: ", "{}", "a: 1\n", "# \n", "x\n ", ":", "'", '"']) {
      const start = performance.now();
      problemOf(piece.repeat(Math.floor(250_000 / piece.length)));
      // Two seconds at most on an idle machine; thirty tell a busy machine from quadratic work, which would take minutes.
      expect(performance.now() - start, JSON.stringify(piece)).toBeLessThan(30_000);
    }
  });
});
