import { createTapeRunner } from "./interpret.ts";
import type { Kernel } from "./kernel.ts";
import type { Programs } from "./programs.ts";

const noStates = new Float64Array(0);

/** A kernel that interprets its programs. */
export function createInterpretedKernel(programs: Programs): Kernel {
  const runIndividual = createTapeRunner(programs.individual);
  const runInitial = createTapeRunner(programs.initial);
  return {
    individualCount: programs.individual.results.length,
    individual: (inputs, individual) => runIndividual(0, noStates, inputs, individual),
    initial: (individual, y) => runInitial(0, noStates, individual, y),
    derivative: createTapeRunner(programs.derivative),
    jacobian: createTapeRunner(programs.jacobian),
    timeDerivative: createTapeRunner(programs.timeDerivative),
    outputs: createTapeRunner(programs.outputs),
    modifiers: createTapeRunner(programs.modifiers),
  };
}
