import { describe, expect, it } from "vitest";
import type { CompiledModel } from "../compile/compiled-model.ts";
import { handWrittenModel } from "./hand-written-model.contract.ts";
import { solve } from "./solver.ts";

/** Problems and reference solutions of Mazzia and Magherini, Test Set for Initial Value Problem Solvers, release 2.4 (University of Bari, 2008): rober, hires and vdpol. */
interface StiffProblem {
  readonly name: string;
  readonly model: CompiledModel;
  readonly end: number;
  readonly expected: readonly number[];
  /** Floor of the error control relative to the tolerance: below the smallest state that matters. */
  readonly floor: number;
}

const problems: readonly StiffProblem[] = [
  {
    name: "Robertson's reactions over 11 decades of time",
    end: 1e11,
    floor: 1e-8,
    expected: [0.2083340149701255e-7, 0.8333360770334713e-13, 0.9999999791665],
    model: handWrittenModel({
      states: ["a", "b", "c"],
      initial: () => [1, 0, 0],
      derivative: (_t, y) => {
        const [slow, back, fast] = [0.04 * y[0]!, 1e4 * y[1]! * y[2]!, 3e7 * y[1]! * y[1]!];
        return [back - slow, slow - back - fast, fast];
      },
      jacobian: (_t, y) => [
        [-0.04, 1e4 * y[2]!, 1e4 * y[1]!],
        [0.04, -1e4 * y[2]! - 6e7 * y[1]!, -1e4 * y[1]!],
        [null, 6e7 * y[1]!, 0],
      ],
    }),
  },
  {
    name: "HIRES, eight species of a plant's response to light",
    end: 321.8122,
    floor: 1e-4,
    expected: [
      0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4, 0.1175651343283149e-2, 0.2386356198831331e-2,
      0.6238968252742796e-2, 0.2849998395185769e-2, 0.2850001604814231e-2,
    ],
    model: handWrittenModel({
      states: ["y1", "y2", "y3", "y4", "y5", "y6", "y7", "y8"],
      initial: () => [1, 0, 0, 0, 0, 0, 0, 0.0057],
      derivative: (_t, [y1, y2, y3, y4, y5, y6, y7, y8]: ArrayLike<number> & Iterable<number>) => {
        const binding = 280 * y6! * y8!;
        return [
          -1.71 * y1! + 0.43 * y2! + 8.32 * y3! + 0.0007,
          1.71 * y1! - 8.75 * y2!,
          -10.03 * y3! + 0.43 * y4! + 0.035 * y5!,
          8.32 * y2! + 1.71 * y3! - 1.12 * y4!,
          -1.745 * y5! + 0.43 * y6! + 0.43 * y7!,
          -binding + 0.69 * y4! + 1.71 * y5! - 0.43 * y6! + 0.69 * y7!,
          binding - 1.81 * y7!,
          -binding + 1.81 * y7!,
        ];
      },
      jacobian: (_t, y) => [
        [-1.71, 0.43, 8.32, null, null, null, null, null],
        [1.71, -8.75, null, null, null, null, null, null],
        [null, null, -10.03, 0.43, 0.035, null, null, null],
        [null, 8.32, 1.71, -1.12, null, null, null, null],
        [null, null, null, null, -1.745, 0.43, 0.43, null],
        [null, null, null, 0.69, 1.71, -0.43 - 280 * y[7]!, 0.69, -280 * y[5]!],
        [null, null, null, null, null, 280 * y[7]!, -1.81, 280 * y[5]!],
        [null, null, null, null, null, -280 * y[7]!, 1.81, -280 * y[5]!],
      ],
    }),
  },
  {
    name: "van der Pol's oscillator with stiffness 1e6",
    end: 2,
    floor: 1e-3,
    expected: [0.1706167732170483e1, -0.8928097010247975],
    model: handWrittenModel({
      states: ["x", "v"],
      initial: () => [2, 0],
      derivative: (_t, y) => [y[1]!, ((1 - y[0]! * y[0]!) * y[1]! - y[0]!) / 1e-6],
      jacobian: (_t, y) => [
        [0, 1],
        [(-2 * y[0]! * y[1]! - 1) / 1e-6, (1 - y[0]! * y[0]!) / 1e-6],
      ],
    }),
  },
];

function errorOf(problem: StiffProblem, relative: number): { error: number; steps: number } {
  const tolerance = { relative, absolute: relative * problem.floor };
  const solution = solve(problem.model, {
    inputs: new Float64Array(0),
    doses: [],
    outputTimes: [problem.end],
    tolerance,
  });
  expect(solution.status).toBe("ok");
  const errors = problem.expected.map((value, i) => Math.abs(solution.outputs[i]! / value - 1));
  return { error: Math.max(...errors), steps: solution.steps };
}

describe("stiff reference problems", () => {
  // Local errors of one tolerance per step add up over the steps; 100 tolerances is what the published work-precision
  // diagrams of good codes show on these problems.
  it.each(problems)("solves $name to 100 tolerances at 1e-6 and 1e-9", (problem) => {
    expect(errorOf(problem, 1e-6).error).toBeLessThan(1e-4);
    expect(errorOf(problem, 1e-9).error).toBeLessThan(1e-7);
  });

  it.each(
    problems,
  )("spends no more than 1,000 steps on $name at 1e-6, where an explicit method needs millions", (problem) => {
    expect(errorOf(problem, 1e-6).steps).toBeLessThan(1000);
  });
});
