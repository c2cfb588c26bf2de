import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkModel } from "../model/check-model.ts";
import type { CheckedModel } from "../model/checked-model.ts";
import type { InputDeclaration } from "../model/input-declaration.ts";
import { ModelError } from "../model/model-error.ts";
import { parseModel } from "../model/parse-model.ts";
import { compileModel } from "./compile-model.ts";
import type { CompiledModel } from "./compiled-model.ts";
import { modelOf, otherOperations, pointValues, randomExpression } from "./random-model.contract.ts";
import { isFiniteThroughout } from "./reference.contract.ts";

const parameter = (name: string, unit: string): InputDeclaration => ({ name, unit, kind: "parameter" });

function check(text: string, inputs: readonly InputDeclaration[]): CheckedModel {
  return checkModel(parseModel([{ name: "m", text }]), inputs);
}

/** One compartment with first-order absorption and saturable elimination. */
const absorption = check(
  `C = central/V  # [mg/L]
d/dt(depot) = -ka*depot  # [mg]
d/dt(central) = ka*depot - Vmax*C/(Km + C)  # [mg]
depot(0) = Vmax*lag
f(depot) = bio*(C/Km)
alag(depot) = lag
twice = 2*C`,
  [
    parameter("ka", "1/h"),
    parameter("V", "L"),
    parameter("Vmax", "mg/h"),
    parameter("Km", "mg/L"),
    parameter("lag", "h"),
    parameter("bio", "1"),
  ],
);

function run(model: CompiledModel, inputs: readonly number[]) {
  const kernel = model.createKernel();
  const individual = new Float64Array(kernel.individualCount);
  kernel.individual(Float64Array.from(inputs), individual);
  const call = (name: "derivative" | "jacobian" | "timeDerivative" | "outputs" | "modifiers", length: number) => {
    return (t: number, y: readonly number[]) => {
      const out = new Float64Array(length);
      kernel[name](t, Float64Array.from(y), individual, out);
      return [...out];
    };
  };
  const initial = new Float64Array(model.states.length);
  kernel.initial(individual, initial);
  return {
    kernel,
    initial: [...initial],
    derivative: call("derivative", model.states.length),
    jacobian: call("jacobian", model.pattern.column.length),
    timeDerivative: call("timeDerivative", model.states.length),
    outputs: call("outputs", model.outputs.length),
    modifiers: call("modifiers", model.modifiers.length),
  };
}

describe("a compiled model", () => {
  const compiled = compileModel(absorption, { outputs: ["twice", "central", "C"] });
  const [ka, V, Vmax, Km, lag, bio] = [0.7, 20, 9, 0.4, 0.25, 0.9];
  const subject = run(compiled, [ka, V, Vmax, Km, lag, bio]);
  const [depot, central] = [30, 12];

  it("computes derivatives as written", () => {
    const C = central / V;
    const [first, second] = subject.derivative(0, [depot, central]) as [number, number];
    expect(first).toBeCloseTo(-ka * depot, 12);
    expect(second).toBeCloseTo(ka * depot - (Vmax * C) / (Km + C), 12);
  });

  it("computes the Jacobian, here by hand", () => {
    const C = central / V;
    const [first, second, third] = subject.jacobian(0, [depot, central]) as [number, number, number];
    expect([...compiled.pattern.rowStart]).toEqual([0, 1, 3]);
    expect([...compiled.pattern.column]).toEqual([0, 0, 1]);
    expect(first).toBeCloseTo(-ka, 12);
    expect(second).toBeCloseTo(ka, 12);
    expect(third).toBeCloseTo((-Vmax * Km) / V / (Km + C) ** 2, 12);
  });

  it("computes initial values, outputs in the order requested, and dosing properties in declared order", () => {
    expect(subject.initial).toEqual([Vmax * lag, 0]);
    expect(subject.outputs(0, [depot, central])).toEqual([(2 * central) / V, central, central / V]);
    const [bioavailability, delay] = subject.modifiers(0, [depot, central]) as [number, number];
    expect(bioavailability).toBeCloseTo((bio * central) / V / Km, 12);
    expect(delay).toBe(lag);
    expect(compiled.modifiers).toEqual([
      { state: 0, kind: "bioavailability" },
      { state: 0, kind: "lag" },
    ]);
  });

  it("gives the units of what it computes", () => {
    expect(compiled.states).toEqual([
      { name: "depot", unit: "mg" },
      { name: "central", unit: "mg" },
    ]);
    expect(compiled.outputs).toEqual([
      { name: "twice", unit: "mg/L" },
      { name: "central", unit: "mg" },
      { name: "C", unit: "mg/L" },
    ]);
  });

  it("outputs what carries a unit comment when nothing is requested", () => {
    expect(compileModel(absorption).outputs).toEqual([{ name: "C", unit: "mg/L" }]);
  });

  it("lets several kernels work side by side", () => {
    const other = run(compiled, [1, 1, 1, 1, 1, 1]);
    expect(other.derivative(0, [1, 1])[0]).toBe(-1);
    expect(subject.derivative(0, [depot, central])[0]).toBeCloseTo(-ka * depot, 12);
  });

  it("knows whether right-hand sides read time", () => {
    expect(compiled.isAutonomous).toBe(true);
    const forced = compileModel(check("d/dt(x) = k*t*per  # [1]", [parameter("k", "1/h"), parameter("per", "1/h")]));
    expect(forced.isAutonomous).toBe(false);
    expect(run(forced, [2, 3]).timeDerivative(5, [1])).toEqual([6]);
  });

  it("is not made time-dependent by an output that reads time", () => {
    const model = compileModel(check("d/dt(x) = -k*x  # [1]\nage = t  # [h]", [parameter("k", "1/h")]));
    expect(model.isAutonomous).toBe(true);
    expect(run(model, [1]).outputs(5, [1])).toEqual([5]);
  });

  it("stores a diagonal even where a derivative does not read its own state", () => {
    const model = compileModel(check("d/dt(x) = k*y  # [1]\nd/dt(y) = 0  # [1]", [parameter("k", "1/h")]));
    expect([...model.pattern.column]).toEqual([0, 1, 1]);
    expect(run(model, [2]).jacobian(0, [1, 1])).toEqual([0, 2, 0]);
  });

  it("keeps earlier values when a name is assigned again", () => {
    const model = compileModel(check("a = k\nb = a\na = 2*a\nd/dt(x) = (a + b)*x  # [1]", [parameter("k", "1/h")]), {
      outputs: ["a", "b"],
    });
    expect(run(model, [3]).outputs(0, [1])).toEqual([6, 3]);
    expect(run(model, [3]).derivative(0, [1])).toEqual([9]);
  });

  it("takes either branch of an `if`, for derivatives too", () => {
    const text = `if (x > limit) { d/dt(x) = -k*x*x  # [1]
} else if (x > 0) { d/dt(x) = k*x } else { d/dt(x) = 0 }`;
    const model = run(compileModel(check(text, [parameter("limit", "1"), parameter("k", "1/h")])), [2, 3]);
    expect([3, 1, -1].map((x) => model.derivative(0, [x])[0])).toEqual([-27, 3, 0]);
    expect([3, 1, -1].map((x) => model.jacobian(0, [x])[0])).toEqual([-18, 3, 0]);
  });

  it("computes a model without states", () => {
    const model = compileModel(check("y = a*2", [parameter("a", "mg")]), { outputs: ["y"] });
    expect(run(model, [4]).outputs(0, [])).toEqual([8]);
    expect(model.pattern).toEqual({ size: 0, rowStart: new Int32Array([0]), column: new Int32Array(0) });
  });

  it("computes every input-only expression once per subject, not per call", () => {
    const model = check("ref = 70  # [kg]\nd/dt(x) = -(CL/V)*(WT/ref)^0.75*x  # [mg]", [
      parameter("CL", "L/h"),
      parameter("V", "L"),
      parameter("WT", "kg"),
    ]);
    // The rate constant and, as the entry of the Jacobian, its negative.
    expect(compileModel(model).createKernel().individualCount).toBe(2);
  });
});

describe("requested outputs", () => {
  const errorOf = (outputs: readonly string[]) => {
    try {
      compileModel(absorption, { outputs });
    } catch (error) {
      if (error instanceof ModelError) return { code: error.code, path: error.path, suggestion: error.suggestion };
    }
    throw new Error("accepted");
  };

  it("are refused when unknown or repeated", () => {
    expect(errorOf(["C", "centrl"])).toEqual({ code: "E-OUTPUT-UNKNOWN", path: "outputs[1]", suggestion: "central" });
    expect(errorOf(["ka"])).toMatchObject({ code: "E-OUTPUT-UNKNOWN" });
    expect(errorOf(["__proto__"])).toMatchObject({ code: "E-OUTPUT-UNKNOWN" });
    expect(errorOf(["C", "C"])).toMatchObject({ code: "E-OUTPUT-DUPLICATE", path: "outputs[1]" });
  });
});

describe("a variable that some path leaves without a value", () => {
  const model = check("d/dt(x) = -k*x  # [mg]\nif (x > 0) {\n late = x  # [mg]\n}", [parameter("k", "1/h")]);

  it("is no output, neither by default nor by request", () => {
    expect(compileModel(model).outputs).toEqual([]);
    expect(() => compileModel(model, { outputs: ["late"] })).toThrow(/E-OUTPUT-UNKNOWN/);
  });
});

describe("the hash", () => {
  const k = parameter("k", "1/h");
  const hash = (text: string, inputs: readonly InputDeclaration[], outputs?: readonly string[]) =>
    compileModel(check(text, inputs), outputs && { outputs }).hash;
  const base = "d/dt(x) = -k*x  # [mg]\ny = x  # [mg]";

  it("is the same for the same model", () => {
    expect(hash(base, [k])).toBe(hash(base, [k]));
    expect(hash(base, [k])).toBe(hash(base, [k], ["y"]));
  });

  it.each([
    ["text", base.replace("-k", "k"), [k], undefined],
    ["unit of an input", base.replace("-k*x", "-k*x*0"), [{ ...k, unit: "/h" }], undefined],
    ["kind of an input", base, [{ ...k, kind: "covariate" as const }], undefined],
    ["outputs", base, [k], ["x"]],
    ["order of outputs", base, [k], ["y", "x"]],
  ])("changes with the %s", (_, text, inputs, outputs) => {
    expect(hash(text, inputs, outputs)).not.toBe(hash(base, [k], outputs === undefined ? undefined : ["x", "y"]));
  });
});

describe("compiled kernels and the plain walk over the tree", () => {
  const expression = randomExpression(otherOperations);
  const value = fc.double({ min: -3, max: 3, noNaN: true }).map((x) => x + 0); // no -0: its sign may be simplified away

  it("agree to the last bit wherever all values are finite", () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.tuple(expression, expression, expression),
        fc.tuple(value, value, value, value, value),
        (texts, v) => {
          const checked = modelOf(...texts);
          const compiled = compileModel(checked);
          const [p, q, x, y, t] = v;
          const values = pointValues(p, q, x, y, t);
          if (!isFiniteThroughout(checked.statements, values)) return;
          compared++;
          const kernel = run(compiled, [p, q, 1]);
          const expected = ["d/dt(x)", "d/dt(y)", "out"].map((key) => values.get(key)! + 0);
          const found = [...kernel.derivative(t, [x, y]), ...kernel.outputs(t, [x, y])];
          expect(found.map((f) => f + 0)).toEqual(expected);
        },
      ),
      { numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(250);
  });
});

describe("arbitrary models", () => {
  const lines = fc.constantFrom(
    "d/dt(x) = -k*x  # [mg]",
    "d/dt(y) = k*x - y*k  # [mg]",
    "x(0) = dose",
    "f(x) = 0.5  # [1]",
    "alag(y) = t",
    "C = x/V  # [mg/L]",
    "C = C + C",
    "z = sqrt(x*y)",
    "if (x > y) {",
    "} else {",
    "}",
    "constructor = x^-2",
    "w = constructor^100",
    "u = 1e308*10*(0/0)",
  );
  const inputs = [parameter("k", "1/h"), parameter("V", "L"), parameter("dose", "mg")];

  it("compile or end in a ModelError, never in anything else", () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 12 }), fc.subarray(inputs), (text, declared) => {
        try {
          compileModel(check(text.join("\n"), declared)).createKernel();
        } catch (error) {
          expect(error).toBeInstanceOf(ModelError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("that would grow without end are stopped", () => {
    // A product of all states in every equation: the Jacobian is dense and each entry a product of its own.
    const states = Array.from({ length: 450 }, (_, i) => `x${i}`);
    const products = states.map((x, i) => `p${i + 1} = p${i}*(${x} + ${i}.5)`);
    const derivatives = states.map((x, i) => `d/dt(${x}) = exp(p${states.length} + ${i})*k  # [1]`);
    const text = ["p0 = 1", ...products, ...derivatives];
    const start = performance.now();
    expect(() => compileModel(check(text.join("\n"), [parameter("k", "1/h")]))).toThrow(/E-LIMIT/);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
