import { describe, expect, it } from "vitest";
import { syntheticInput } from "../../test/synthetic-run.ts";
import { plainQuantile, samples } from "../../test/synthetic-summary.ts";
import { countMarks, readXml, type XmlElement } from "../../test/well-formed-xml.ts";
import { createFigureDocument } from "../drawing/figure-document.ts";
import { renderFigure } from "../drawing/render-figure.ts";
import type { Row } from "../table/column.ts";
import { figureCsv } from "../table/figure-csv.ts";
import { figureCatalogue } from "./figure-catalogue.ts";
import { figureFromCsv } from "./figure-definition.ts";
import type { FigureId, FigureSpec } from "./figure-spec.ts";
import { runFigures } from "./run-figures.ts";

const input = syntheticInput({ subjectCount: 25 });
const { plan } = input.result;
const figures = runFigures(input);

function figure(id: FigureId): FigureSpec {
  return figures.find((candidate) => candidate.id === id)!;
}

function drawn(id: FigureId): XmlElement {
  return readXml(renderFigure(figure(id), createFigureDocument()));
}

function rowsWith(id: FigureId, wanted: Partial<Record<string, string>>): Row[] {
  return figure(id).rows.filter((row) => Object.entries(wanted).every(([name, value]) => row[name] === value));
}

it("makes all nine figures of a run of two regimens", () => {
  expect(figures.map(({ id }) => id)).toEqual(["F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F09"]);
});

it.each(
  figureCatalogue.map((definition) => [definition.id, definition] as const),
)("draws %s again from its CSV file alone, to the byte", (id, definition) => {
  const again = figureFromCsv(definition, figureCsv(figure(id)));
  const options = { standalone: true };
  expect(renderFigure(again, createFigureDocument(), options)).toBe(
    renderFigure(figure(id), createFigureDocument(), options),
  );
  expect([again.title, again.caption, again.alt]).toEqual([figure(id).title, figure(id).caption, figure(id).alt]);
});

it("says in every row of every figure where the doses stand", () => {
  for (const { rows } of figures) expect(new Set(rows.map((row) => row.RANGE))).toEqual(new Set(["studied-elsewhere"]));
});

it("leaves out figures that the scenario does not name, but never the studied range", () => {
  const scenario = {
    ...plan.scenario,
    report: { figures: ["symptom-ribbon"], audience: "technical" },
  } as typeof plan.scenario;
  const asked = { ...input, result: { ...input.result, plan: { ...plan, scenario } } };
  expect(runFigures(asked).map(({ id }) => id)).toEqual(["F05", "F09"]);
});

it("refuses a run that lacks the courses of a regimen", () => {
  const broken = { ...input, result: { ...input.result, blocks: [] } };
  expect(() => runFigures(broken)).toThrow(expect.objectContaining({ code: "block-missing" }));
});

it("leaves failed courses out of its quantiles", () => {
  const [block, ...others] = input.result.blocks;
  const values = block!.values.map((value, index) =>
    index < plan.times.length * plan.outputs.length ? Number.NaN : value,
  );
  const failed = runFigures({ ...input, result: { ...input.result, blocks: [{ ...block!, values }, ...others] } });
  for (const row of failed.find(({ id }) => id === "F07")!.rows)
    if (row.kind === "peak") expect(row.q50).toBeGreaterThan(0);
});

describe("F01, the regimen strip", () => {
  it("draws one point per dose and one bar per kind of session", () => {
    expect(countMarks(drawn("F01"), "dot")).toBe(plan.regimens.flatMap((regimen) => regimen.doses).length);
    expect(countMarks(drawn("F01"), "rect")).toBe(2);
  });
});

describe("F02, plasma over the first session", () => {
  it("shows the simulated quantiles as they stand in the summary", () => {
    const ribbon = input.summary.ribbons.find(
      (candidate) => candidate.regimen === "B" && candidate.output === "C_norketamine_venous",
    )!;
    const rows = rowsWith("F02", { kind: "simulated", regimen: "B", output: "C_norketamine_venous" });
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const index = plan.times.indexOf(row.time_h as number);
      expect([row.q05, row.q25, row.q50, row.q75, row.q95]).toEqual([
        ribbon.q05[index],
        ribbon.q25[index],
        ribbon.q50[index],
        ribbon.q75[index],
        ribbon.q95[index],
      ]);
    }
  });

  it("lays published values only over the regimen that gave the same drug, route, dose and duration", () => {
    const observed = rowsWith("F02", { kind: "observed" });
    expect(observed.map((row) => [row.regimen, row.source, row.q50])).toEqual([
      ["A", "Zarate 2006, mean", 185],
      ["A", "Krystal 1994, range", Number.NaN],
    ]);
    expect(countMarks(drawn("F02"), "dot")).toBe(1);
  });

  it("says where there is no data", () => {
    const words = renderFigure(figure("F02"), createFigureDocument()).match(/no data here for this regimen/g);
    // Two regimens and four quantities make eight panels, one of which has data.
    expect(words).toHaveLength(7);
  });

  it("shows esketamine alone where no racemate is given, since the total would repeat it", () => {
    const regimens = plan.regimens.map((regimen) => ({
      ...regimen,
      doses: regimen.doses.map((dose) => ({ ...dose, drug: "esketamine" as const })),
    }));
    const [, second] = runFigures({ ...input, result: { ...input.result, plan: { ...plan, regimens } } });
    expect(new Set(second!.rows.filter((row) => row.kind === "simulated").map((row) => row.output))).toEqual(
      new Set(["C_esketamine_venous", "C_norketamine_venous"]),
    );
  });
});

describe("F03, plasma over the course", () => {
  it("ends three days after the last session and never falls under the foot of its axis", () => {
    const rows = figure("F03").rows;
    expect(Math.max(...rows.map((row) => row.time_h as number))).toBe(24 * 17 + 72);
    expect(Math.min(...rows.map((row) => row.q05 as number))).toBe(1);
  });
});

describe("F04, the mechanism ladder", () => {
  it("has eight steps, each with its certainty and its own clock", () => {
    const steps = [...new Set(figure("F04").rows.map((row) => `${row.step} ${row.axis}`))];
    expect(steps).toEqual(["1 hours", "2 hours", "3 hours", "4 hours", "5 hours", "6 days", "7 weeks", "8 weeks"]);
    expect(
      figure("F04")
        .panels.flat()
        .map((panel) => panel.subtitle?.[0]),
    ).toEqual(expect.arrayContaining(["▲", "◇"]));
  });
});

describe("F05, the symptom ribbon", () => {
  it("carries the band of patients and the band of parameters apart", () => {
    const [row] = rowsWith("F05", { kind: "simulated", regimen: "A" }).slice(-1);
    const last = plan.times.length - 1;
    const scores = samples(input.result, { regimen: "A", kind: "subjects", output: "score", time: last });
    const draws = samples(input.result, { regimen: "A", kind: "parameters", output: "score", time: last });
    expect(row!.q95).toBeCloseTo(plainQuantile(scores, 0.95), 12);
    expect(row!.parameter95).toBeCloseTo(plainQuantile(draws, 0.95), 12);
  });

  it("names the bands on the chart", () => {
    expect(renderFigure(figure("F05"), createFigureDocument())).toMatch(
      /9 of 10<\/tspan>.*virtual<\/tspan>.*patients<\/tspan>/s,
    );
  });

  it("says that there is no band of parameters when none were drawn", () => {
    const ribbons = input.summary.ribbons.map((ribbon) => ({ ...ribbon, parameter05: [], parameter95: [] }));
    const plain = runFigures({ ...input, summary: { ...input.summary, ribbons } }).find(({ id }) => id === "F05")!;
    expect(plain.caption).toContain("not simulated in this run");
    expect(plain.key.map((item) => item.mark)).not.toContain("outline");
  });
});

describe("F06, response and remission", () => {
  it("draws Monte Carlo intervals of 1.96 standard errors that stay between 0 and 1", () => {
    for (const row of figure("F06").rows as Readonly<Record<string, number>>[]) {
      expect(row.low).toBe(Math.max(0, row.share! - 1.96 * row.error!));
      expect(row.high).toBe(Math.min(1, row.share! + 1.96 * row.error!));
    }
  });
});

describe("F07, dissociation and blood pressure", () => {
  it("takes each virtual patient's own peak in each session before it takes quantiles", () => {
    const [third] = rowsWith("F07", { kind: "peak", regimen: "A", output: "CADSS" }).filter((row) => row.session === 3);
    const [from, to] = [24 * 7, 24 * 8];
    const times = plan.times.flatMap((time, index) => (time >= from && time <= to ? [index] : []));
    const courses = times.map((time) =>
      samples(input.result, { regimen: "A", kind: "subjects", output: "CADSS", time }),
    );
    const peaks = courses[0]!.map((_, subject) => Math.max(...courses.map((moment) => moment[subject]!)));
    expect(third!.q50).toBeCloseTo(plainQuantile(peaks, 0.5), 12);
    expect(third!.q05).toBeCloseTo(plainQuantile(peaks, 0.05), 12);
  });

  it("draws one point per regimen, session and quantity, and one per published value", () => {
    expect(countMarks(drawn("F07"), "dot")).toBe(2 * 6 * 2 + 1);
  });
});

describe("F08, the contrast", () => {
  it("takes differences within the same virtual patient", () => {
    const last = plan.times.length - 1;
    const [a, b] = ["A", "B"].map((regimen) =>
      samples(input.result, { regimen, kind: "subjects", output: "score", time: last }),
    );
    const [row] = rowsWith("F08", { kind: "course" }).slice(-1);
    expect(row!.q50).toBeCloseTo(
      plainQuantile(
        b!.map((value, index) => value - a![index]!),
        0.5,
      ),
      12,
    );
  });

  it("draws one point per endpoint and keeps single sessions out", () => {
    const endpoints = input.summary.contrasts.filter((row) => !row.endpoint.includes("_session_"));
    expect(countMarks(drawn("F08"), "dot")).toBe(endpoints.length);
    expect(rowsWith("F08", { kind: "endpoint" })).toHaveLength(endpoints.length);
  });

  it("is missing when there is nothing to compare", () => {
    const single = syntheticInput({ subjectCount: 3, regimens: plan.regimens.slice(0, 1) });
    expect(runFigures(single).map(({ id }) => id)).not.toContain("F08");
  });
});

describe("F09, the studied range", () => {
  it("draws each planned value once, each studied end once, and hollow points for what does not count", () => {
    const planned = rowsWith("F09", { kind: "planned" });
    const uncounted = rowsWith("F09", { kind: "not-counted" });
    const counted = rowsWith("F09", { kind: "study" });
    expect(countMarks(drawn("F09"), "dot")).toBe(planned.length + 2 * uncounted.length);
    expect(countMarks(drawn("F09"), "tick")).toBe(2 * counted.length);
  });

  it("says for the disorder of the virtual patients that nobody has studied it", () => {
    expect(renderFigure(figure("F09"), createFigureDocument())).toContain("no data here: not studied by this route");
  });
});
