/**
 * Every code a simulation request can be refused with, and what each means in one line.
 *
 * Codes are stable: messages may be reworded, codes may not.
 */
export const simulationErrorCodes = {
  "E-DOSE-COMPARTMENT": "A dose into a compartment that the model does not have",
  "E-DOSE-AMOUNT": "A dose whose amount is negative or not a finite number",
  "E-DOSE-DURATION": "An infusion whose duration is negative or not a finite number",
  "E-DOSE-LAG": "A lag that is negative or not finite",
  "E-LAG-DEPENDS": "A lag that reads a state, so that the time of arrival cannot be known in advance",
  "E-REPEAT": "A repetition whose count or interval makes no sense",
  "E-TIME": "A dose, reset or output time that is not finite or lies before the start",
  "E-RECORD": "An event record whose fields contradict each other",
  "E-STEADY-STATE":
    "A steady state asked of a model that has none to find: it reads time, or starts from a baseline that cannot be added",
  "E-INPUT-MISSING": "An input of the model without a value",
  "E-INPUT-UNKNOWN": "A value for an input that the model does not read, or that another part already gives",
  "E-TOLERANCE": "A tolerance or step limit that is not positive",
  "E-POPULATION": "A distribution or variability with impossible parameters",
  "E-CURVE": "A sampled curve whose times or values cannot be summarised",
} as const;

/** One of the keys of `simulationErrorCodes`. */
export type SimulationErrorCode = keyof typeof simulationErrorCodes;

/**
 * A mistake in doses, times, inputs, a population or solver options that their author can correct.
 *
 * Tests and programs read `code`; people read `message`.
 */
export class SimulationError extends Error {
  override readonly name = "SimulationError";
  /** Stable identifier, explained in `simulationErrorCodes`. */
  readonly code: SimulationErrorCode;
  /** Where: a path into the offending value, e.g. `doses[2].duration`. */
  readonly path: string;

  constructor(code: SimulationErrorCode, path: string, message: string) {
    super(`${path}: ${message} [${code}]`);
    this.code = code;
    this.path = path;
  }
}
