import { checkModel, compileModel, parseModel } from "@kinetamine/engine";
import { cholesky } from "@kinetamine/numerics";
import { describe, expect, it } from "vitest";
import { referenceValues } from "./course.contract.ts";
import { disorders } from "./disorder.ts";
import { dosingParameters, typicalValues } from "./parameters.ts";
import { anxCore } from "./whole-model.ts";

const whole = anxCore();
const checked = checkModel(parseModel(whole.sources), whole.inputs);
const compiled = compileModel(checked, { outputs: whole.outputs.map(({ name }) => name) });

describe("the whole model", () => {
  it("reads every input it declares and declares every input it reads", () => {
    // checkModel refuses both an unread and an undeclared name; here the counts are seen to be real.
    expect(compiled.inputs.length).toBe(whole.inputs.length);
    expect(compiled.states.length).toBe(51);
  });

  it.each(disorders)("has exactly one record for every parameter in $label", ({ parameters }) => {
    const names = [...whole.parameters, ...parameters].map(({ name }) => name).sort();
    const inputs = whole.inputs.filter(({ kind }) => kind === "parameter").map(({ name }) => name);
    expect(names).toEqual(inputs.sort());
  });

  it("gives the disorders' parameters the units of the model text", () => {
    const unitOf = new Map(whole.inputs.map(({ name, unit }) => [name, unit]));
    for (const { parameters } of disorders) {
      for (const { name, unit } of parameters) expect(unit, name).toBe(unitOf.get(name));
    }
  });

  it("describes outputs in the units of the model text, each name once", () => {
    expect(compiled.outputs).toEqual(whole.outputs.map(({ name, unit }) => ({ name, unit })));
    expect(new Set(whole.outputs.map(({ label }) => label)).size).toBe(whole.outputs.length);
  });

  it("says in a unit comment what every line of its texts means", () => {
    const lines = whole.sources.flatMap(({ text }) => text.split("\n")).filter((line) => /^[^#\s]/.test(line));
    expect(lines.filter((line) => !/ # \[.+\]/.test(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(150);
  });

  it("has random effects that can be drawn together", () => {
    const { etas, covariance } = whole.variability;
    expect(() => cholesky(Float64Array.from(covariance.flat()), etas.length)).not.toThrow();
    const correlation = (a: string, b: string) => {
      const [i, j] = [etas.indexOf(a), etas.indexOf(b)];
      return covariance[i]![j]! / Math.sqrt(covariance[i]![i]! * covariance[j]![j]!);
    };
    expect(correlation("eta_V1", "eta_CLint")).toBeCloseTo(0.48, 12);
    expect(correlation("eta_VN", "eta_CLN")).toBeCloseTo(0.69, 12);
    expect(correlation("eta_V1", "eta_VN")).toBe(0);
  });

  it.each([
    { name: "without placebo response or random effects", values: {} },
    {
      name: "in a heavy old patient with random effects",
      values: { WT: 120, AGE: 80, eta_Emax: 1, eta_S_G: -0.5, eta_FRn: 1 },
    },
  ])("rests exactly at its drug-free baseline $name", ({ values }) => {
    const given: Record<string, number> = { ...referenceValues("gad"), PLSmax: 0, ...values };
    const kernel = compiled.createKernel();
    const individual = new Float64Array(kernel.individualCount);
    kernel.individual(
      Float64Array.from(whole.inputs, ({ name }) => given[name] ?? 0),
      individual,
    );
    const state = new Float64Array(compiled.states.length);
    const slope = new Float64Array(compiled.states.length);
    kernel.initial(individual, state);
    kernel.derivative(0, state, individual, slope);
    expect(Math.max(...slope.map(Math.abs))).toBe(0);
  });
});

describe("constants that follow from others", () => {
  const values = typicalValues([...whole.parameters, ...dosingParameters]);
  // Standard atomic weights, IUPAC 2021, abridged.
  const weight = { C: 12.011, H: 1.008, N: 14.007, O: 15.999, Cl: 35.45 };
  const molarMass = (formula: Readonly<Partial<Record<keyof typeof weight, number>>>) =>
    Object.entries(formula).reduce((sum, [atom, count]) => sum + count * weight[atom as keyof typeof weight], 0);

  it.each([
    { name: "MM_ketamine", formula: { C: 13, H: 16, Cl: 1, N: 1, O: 1 } },
    { name: "MM_norketamine", formula: { C: 12, H: 14, Cl: 1, N: 1, O: 1 } },
    { name: "MM_hydroxynorketamine", formula: { C: 12, H: 14, Cl: 1, N: 1, O: 2 } },
    { name: "MM_ketamine_hydrochloride", formula: { C: 13, H: 17, Cl: 2, N: 1, O: 1 } },
  ])("$name is the sum of its atoms", ({ name, formula }) => {
    // Half a printed digit.
    expect(Math.abs(molarMass(formula) - values[name]!)).toBeLessThan(0.0051);
  });

  it("intrinsic clearances give 89 and 81 L/h through the well-stirred liver", () => {
    const systemic = (intrinsic: number) => (values.tvQliver! * intrinsic) / (values.tvQliver! + intrinsic);
    expect(systemic(values.tvCLint_S!)).toBeCloseTo(89, 3);
    expect(systemic(values.tvCLint_R!)).toBeCloseTo(81, 3);
  });

  it("half-lives, rates and factors are those of their sources", () => {
    expect(values.thalf_ke0).toBeCloseTo(6.1 / 60, 6);
    expect(values.koff).toBeCloseTo(0.22 * 3600, 9);
    expect(values.age_on_Qliver).toBeCloseTo(2.19 / 151, 4);
    expect(values.asian_on_CLint).toBeCloseTo((0.36 * 1.11 + 2.77) / (1.11 + 2.77), 2);
    expect(values.expectancy_delay).toBeCloseTo(40 / 60, 4);
    expect(values.Ki_RO).toBeCloseTo(1 / (0.5 / 0.3 + 0.5 / 1.4), 1);
  });
});
