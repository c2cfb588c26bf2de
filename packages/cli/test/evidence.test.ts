import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { namesIn, repository, run, slow_ms, temporaryDirectory } from "./support/cli.ts";

const directory = temporaryDirectory();
afterAll(directory.remove);

const parts = ["studies", "study", "claims", "guidance", "pool", "report", "export"];

async function json(...args: readonly string[]) {
  const { code, stdout } = await run(["evidence", ...args, "--json"], { cwd: directory.path });
  return { code, data: JSON.parse(stdout) };
}

function file(name: string, text: string): string {
  writeFileSync(join(directory.path, name), text);
  return name;
}

describe("the evidence commands", () => {
  it.each(parts)("explain %s with examples", async (part) => {
    const { code, stdout } = await run(["evidence", part, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples:\n {2}\\$ kinetamine evidence ${part}`));
    expect(stdout).toContain("--json");
  });

  it.each([
    [["claims", "C99"], "an ID from C1 to C19"],
    [["study", "nobody1999"], "see kinetamine evidence studies"],
    [["studies", "--disorder", "flu"], "Allowed choices are"],
    [["pool"], "--disorder and --window are required"],
    [["pool", "--disorder", "ptsd", "--window", "24h", "--exclude", "nobody1999"], "nobody1999"],
    [["pool", "--disorder", "ptsd", "--window", "24h", "--measure", "or", "--outcome", "continuous"], "smd, md"],
    [["pool", "--disorder", "ptsd", "--window", "24h", "--correlation", "1"], "between -1 and 1"],
    [["pool", "--csv", "x.csv", "--disorder", "ptsd"], "selects among the records"],
  ])("answer %j with exit code 2 and the reason", async (args, reason) => {
    const { code, stdout, stderr } = await run(["evidence", ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(reason);
  });
});

describe("evidence claims", () => {
  it("lists all 19 with a verdict each, and one with its sources", async () => {
    const { stdout } = await run(["evidence", "claims"]);
    expect(stdout.match(/^C\d+ +(supported|partly|misattributed|not-supported|unknown) /gm)).toHaveLength(19);
    expect((await json("claims")).data.claims).toHaveLength(19);
    expect((await run(["evidence", "claims", "c3"])).stdout).toMatch(/\*\*Verdict: \w+/);
  });
});

describe("evidence studies", () => {
  it("lists what meets the criteria and counts the rest", async () => {
    const { data } = await json("studies", "--disorder", "ocd", "--control", "saline");
    expect(data.studies.map(({ id }: { id: string }) => id)).toContain("rodriguez2013");
    for (const study of data.studies)
      expect([study.disorders, study.control.type]).toEqual([expect.arrayContaining(["ocd"]), "saline"]);
    expect(data.leftOut.length + data.studies.length).toBe((await json("studies")).data.studies.length);
  });

  it("shows one as a page", async () => {
    const { stdout } = await run(["evidence", "study", "Feder2014"]);
    expect(stdout).toMatch(/^# Feder 2014\n/);
    expect(stdout).toContain("## Risk of bias");
  });
});

describe("evidence guidance", () => {
  it("gives every rule its number, as the screen cites it", async () => {
    const { stdout } = await run(["evidence", "guidance"]);
    expect(stdout.match(/^ *\d+ {2}\S/gm)?.length).toBe((await json("guidance")).data.rules.length);
    expect(stdout).toContain("Regulatory status");
  });
});

describe("evidence pool", () => {
  // Feder 2014 printed -12.7 points on the IES-R after 24 h, p = 0.02 (JAMA Psychiatry 71:681).
  it("answers in points where only points are reported", async () => {
    const { code, data } = await json("pool", "--disorder", "ptsd", "--window", "24h", "--control", "active");
    expect(code).toBe(0);
    expect(data.title).toBe("PTSD, 24h, active control: mean difference in points of ies-r");
    expect(data.studies).toMatchObject([
      { id: "feder2014", estimate: -12.7, weight_percent: 100, facts: { design: "crossover" } },
    ]);
    expect(data.screening).toMatchObject({ used: 1 });
    expect(data.screening.considered).toBe(
      1 + data.screening.leftOut.flatMap(({ trials }: { trials: string[] }) => trials).length,
    );
  });

  it("sets Wald beside Hartung-Knapp and published results beside ours", async () => {
    const { stdout } = await run([
      "evidence",
      "pool",
      "--disorder",
      "ptsd",
      "--window",
      "7-14d",
      "--control",
      "active",
    ]);
    expect(stdout).toMatch(/REML, Wald +-0\.\d+ \(/);
    expect(stdout).toMatch(/REML, Hartung-Knapp +-0\.\d+ \(/);
    expect(stdout).toMatch(/Borgogna et al\. 2024, PTSD at one week: .* -0\.24 \(-0\.48 to 0\.00\)/);
    expect(stdout).toMatch(/Studies on record: \d+; used: 2; left out: \d+/);
  });

  it("leaves studies out on request and says so", async () => {
    const { data } = await json("pool", "--disorder", "ptsd", "--window", "7-14d", "--exclude", "duek2023");
    expect(data.studies.map(({ id }: { id: string }) => id)).toEqual(["feder2014"]);
    expect(data.excluded).toContainEqual({ study: "duek2023", reason: "left out on request" });
  });

  it("says plainly when nothing can be pooled", async () => {
    const { code, stdout } = await run(["evidence", "pool", "--disorder", "gad", "--window", "follow-up"]);
    expect(code).toBe(0);
    expect(stdout).toContain("this is not evidence that there is no effect");
  });

  it(
    "takes under a second beyond what any command takes to start",
    async () => {
      const time = async (args: readonly string[]) => {
        const started = performance.now();
        await run(args);
        return performance.now() - started;
      };
      const least = async (args: readonly string[]) => Math.min(await time(args), await time(args), await time(args));
      const start_ms = await least(["--version"]);
      const pool_ms = await least(["evidence", "pool", "--disorder", "ptsd", "--window", "24h", "--control", "active"]);
      // The work itself takes some 50 ms; the bound leaves room for other work on the machine.
      expect(pool_ms - start_ms).toBeLessThan(1000);
    },
    slow_ms,
  );
});

// Raudenbush 1985, 19 studies of teacher expectancy; metafor 4 prints mu 0.0837, tau2 0.0188, HK standard error 0.0616.
const expectancy: readonly (readonly [number, number])[] = [
  [0.03, 0.0156],
  [0.12, 0.0216],
  [-0.14, 0.0279],
  [1.18, 0.1391],
  [0.26, 0.1362],
  [-0.06, 0.0106],
  [-0.02, 0.0106],
  [-0.32, 0.0484],
  [0.27, 0.0269],
  [0.8, 0.063],
  [0.54, 0.0912],
  [0.18, 0.0497],
  [-0.02, 0.0835],
  [0.23, 0.0841],
  [-0.18, 0.0253],
  [-0.06, 0.0279],
  [0.3, 0.0193],
  [0.07, 0.0088],
  [-0.07, 0.0303],
];
const expectancyCsv = [
  "study,effect,variance",
  ...expectancy.map(([effect, variance], index) => `S${index + 1},${effect},${variance}`),
].join("\n");

describe("pooling a file of one's own", () => {
  it("gives the numbers that metafor prints (four printed digits)", async () => {
    const { data } = await json("pool", "--csv", file("expectancy.csv", expectancyCsv), "--test", "knha");
    expect(data.pooled.estimate).toBeCloseTo(0.0837, 4);
    expect(data.heterogeneity.tauSquared).toBeCloseTo(0.0188, 4);
    expect([data.pooled.low, data.pooled.high]).toEqual([expect.closeTo(-0.0457, 4), expect.closeTo(0.2131, 4)]);
    expect(data.leaveOneOut).toHaveLength(19);
    expect(data.prediction.low).toBeLessThan(data.pooled.low);
  });

  it("pools groups apart and together", async () => {
    const { stdout } = await run(["evidence", "pool", "--csv", join(repository, "examples", "studies-means.csv")]);
    expect(stdout).toMatch(/only parallel \(3\) /);
    expect(stdout).toMatch(/only first period \(2\) /);
    expect(stdout).toMatch(/a new study +-?\d/);
  });

  it("draws a forest and a funnel and writes the script that repeats the result", async () => {
    const { data } = await json("pool", "--csv", file("expectancy.csv", expectancyCsv), "--output", "drawn");
    expect(namesIn(join(directory.path, "drawn"))).toEqual([...data.files].toSorted());
    expect(data.files).toEqual(["forest.svg", "forest.csv", "metafor.R", "funnel.svg", "funnel.csv"]);
    expect(readFileSync(join(directory.path, "drawn", "funnel.csv"), "utf8")).toContain("S4,1.18,");
    expect(readFileSync(join(directory.path, "drawn", "metafor.R"), "utf8")).toContain('method = "REML"');
  });

  it("reads printed intervals", async () => {
    const { data } = await json("pool", "--csv", join(repository, "examples", "studies-effects.csv"));
    expect(data.studies.map(({ estimate }: { estimate: number }) => estimate)).toEqual([-0.82, -0.31, -0.54]);
  });

  it.each([
    ["a decimal comma", 'study,effect,se\nA,"1,5",0.2\nB,1,0.3\n', 'bad.csv:2:1 effect - is "1,5"'],
    ["no error", "study,effect,se\nA,1,0\nB,1,0.3\n", "bad.csv:2:1 "],
    ["a missing cell", "study,effect,se\nA,1,0.2\nB,1\n", "bad.csv:3:1 (file) - is 2 cells"],
    ["a name used twice", "study,effect,se\nA,1,0.2\nA,2,0.2\n", "bad.csv:3:1 study - is A, as in line 2"],
    ["an unknown column", "study,efect,se\nA,1,0.2\n", "did you mean effect?"],
    [
      "more events than people",
      "study,events_experimental,n_experimental,events_control,n_control\nA,9,8,1,9\n",
      "bad.csv:2:1 ",
    ],
    ["nothing", "", "bad.csv:1:1 the file - is empty"],
  ])("refuses %s with its line", async (_, text, message) => {
    const { code, stdout, stderr } = await run(["evidence", "pool", "--csv", file("bad.csv", text)], {
      cwd: directory.path,
    });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("lists every fault, not the first alone, also as JSON", async () => {
    const { code, data } = await json("pool", "--csv", file("bad.csv", "study,effect,se\nA,x,0.2\n,1,y\n"));
    expect(code).toBe(3);
    expect(data.error.problems.map(({ line, path }: { line: number; path: string }) => `${line} ${path}`)).toEqual([
      "2 effect",
      "3 study",
      "3 se",
    ]);
  });

  it("does not pretend that an absent file is empty", async () => {
    const { code, stderr } = await run(["evidence", "pool", "--csv", "absent.csv"], { cwd: directory.path });
    expect(code).toBe(3);
    expect(stderr).toContain("does not exist");
    expect(readFileSync(join(repository, "examples", "studies-means.csv"), "utf8")).toContain("Invented");
  });
});

describe("evidence report", () => {
  it("writes a folder that opens without a network, twice the same, and never over another", async () => {
    const write = (name: string) => run(["evidence", "report", "--output", name], { cwd: directory.path });
    const path = (name: string) => join(directory.path, name);
    expect((await write("first")).stdout).toContain(join("first", "report.html"));
    await write("second");
    expect(namesIn(path("first"))).toEqual([
      "data",
      "figures",
      "metafor",
      "references.bib",
      "references.ris",
      "report.html",
      "report.md",
    ]);
    for (const name of ["report.html", "report.md", "references.bib"])
      expect(readFileSync(path(`first/${name}`), "utf8") === readFileSync(path(`second/${name}`), "utf8")).toBe(true);
    expect(namesIn(path("first/figures"))).toContain("E1.svg");
    expect((await write("first")).code).toBe(7);
    expect(namesIn(directory.path)).not.toContain("first.partial");
  });

  it("needs a folder to write to", async () => {
    expect((await run(["evidence", "report"])).code).toBe(2);
  });
});

describe("evidence export", () => {
  it.each([
    ["bibtex", /^@article\{/m],
    ["ris", /^TY {2}- JOUR/m],
    ["csv", /^question,disorder,/],
    ["metafor", /^library\(metafor\)/m],
  ])("writes %s to stdout", async (format, pattern) => {
    const { code, stdout } = await run(["evidence", "export", "--format", format]);
    expect(code).toBe(0);
    expect(stdout).toMatch(pattern);
  });

  it("keeps stdout for one thing", async () => {
    expect((await run(["evidence", "export", "--format", "ris", "--json"])).code).toBe(2);
  });
});
