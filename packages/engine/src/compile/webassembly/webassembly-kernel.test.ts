import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkModel } from "../../model/check-model.ts";
import { parseModel } from "../../model/parse-model.ts";
import { compileModel } from "../compile-model.ts";
import type { CompiledModel } from "../compiled-model.ts";
import type { BackEnd } from "../kernel-factory.ts";
import { modelOf, otherOperations, randomExpression } from "../random-model.contract.ts";

const calls = ["derivative", "jacobian", "timeDerivative", "outputs", "modifiers"] as const;

/** Everything a kernel computes at one point, one vector after another. */
function evaluate(
  model: CompiledModel,
  point: { readonly inputs: number[]; readonly t: number; readonly y: number[] },
) {
  const kernel = model.createKernel();
  const individual = new Float64Array(kernel.individualCount);
  kernel.individual(Float64Array.from(point.inputs), individual);
  const initial = new Float64Array(model.states.length);
  kernel.initial(individual, initial);
  const lengths = [
    model.states.length,
    model.pattern.column.length,
    model.states.length,
    model.outputs.length,
    model.modifiers.length,
  ];
  const results = calls.map((name, i) => {
    const out = new Float64Array(lengths[i]!);
    kernel[name](point.t, Float64Array.from(point.y), individual, out);
    return [...out];
  });
  return [[...individual], [...initial], ...results];
}

const backEnds: readonly BackEnd[] = ["interpreter", "webassembly"];

describe("WebAssembly and interpreter", () => {
  it("agree to the last bit on random models", () => {
    const expression = randomExpression(otherOperations);
    const number = fc.double({ noNaN: false });
    fc.assert(
      fc.property(
        expression,
        expression,
        expression,
        fc.tuple(number, number, number, number, number),
        (a, b, c, values) => {
          const [p, q, x, y, t] = values;
          const checked = modelOf(a, b, c);
          const [interpreted, compiled] = backEnds.map((backEnd) =>
            evaluate(compileModel(checked, { backEnd }), { inputs: [p, q, 1], t, y: [x, y] }),
          );
          expect(compiled).toEqual(interpreted);
        },
      ),
      { numRuns: 300 },
    );
  });

  const elementary = checkModel(
    parseModel([
      {
        name: "m",
        text: "e = exp(x)  # [1]\nl = log(x)  # [1]\nd = log10(x)  # [1]\nw = x^y  # [1]\nd/dt(x) = p  # [1]\nd/dt(y) = p  # [1]",
      },
    ]),
    [{ name: "p", unit: "1/h", kind: "parameter" }],
  );
  const models = backEnds.map((backEnd) => compileModel(elementary, { backEnd }));
  const outputsAt = (model: CompiledModel, x: number, y: number) =>
    evaluate(model, { inputs: [1], t: 0, y: [x, y] })[5];

  it("agree to the last bit on exp, log, log10 and powers at the edges", () => {
    const edges = [
      0,
      -0,
      1,
      -1,
      0.5,
      2,
      -2,
      3,
      5e-324,
      2.2e-308,
      1.7e308,
      709.78,
      -745.1,
      1e-17,
      1e301,
      Infinity,
      -Infinity,
      Number.NaN,
    ];
    for (const x of edges)
      for (const y of edges) expect(outputsAt(models[1]!, x, y)).toEqual(outputsAt(models[0]!, x, y));
  });

  it("agree to the last bit on exp, log, log10 and powers of any doubles", () => {
    const number = fc.oneof(fc.double(), fc.double({ min: -800, max: 800 }), fc.double({ min: 0.5, max: 2 }));
    fc.assert(
      fc.property(number, number, (x, y) => {
        expect(outputsAt(models[1]!, x, y)).toEqual(outputsAt(models[0]!, x, y));
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps kernels of one model apart", () => {
    const [first, second] = [models[1]!.createKernel(), models[1]!.createKernel()];
    const [a, b] = [new Float64Array(first.individualCount), new Float64Array(second.individualCount)];
    first.individual(Float64Array.of(3), a);
    second.individual(Float64Array.of(5), b);
    const dydt = new Float64Array(2);
    first.derivative(0, Float64Array.of(1, 1), a, dydt);
    expect([...dydt]).toEqual([3, 3]);
  });
});

describe("back end", () => {
  it("falls back to interpretation where WebAssembly is forbidden, unless it was demanded", () => {
    const original = WebAssembly.Module;
    class Forbidden {
      constructor() {
        throw new WebAssembly.CompileError("blocked by policy");
      }
    }
    const checked = modelOf("x", "y", "p");
    try {
      Object.defineProperty(WebAssembly, "Module", { value: Forbidden, configurable: true, writable: true });
      expect(() => compileModel(checked).createKernel()).not.toThrow();
      expect(() => compileModel(checked, { backEnd: "webassembly" }).createKernel()).toThrow("blocked by policy");
    } finally {
      Object.defineProperty(WebAssembly, "Module", { value: original, configurable: true, writable: true });
    }
  });

  it("never evaluates text as JavaScript", () => {
    for (const file of [
      "assembly",
      "encode-module",
      "elementary-functions",
      "program-function",
      "webassembly-kernel",
    ]) {
      const text = readFileSync(new URL(`./${file}.ts`, import.meta.url), "utf8");
      expect(text).not.toMatch(/\beval\b|new Function/);
    }
  });
});
