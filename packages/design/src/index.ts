/** Scenarios: reading, planning, limits, running, summarising. */
export type { InputProblem, InputProblemCode, Place } from "./scenario/input-problem.ts";
export { formatProblem, inputProblemCodes, ScenarioError } from "./scenario/input-problem.ts";
export { scenarioJsonSchema } from "./scenario/json-schema.ts";
export type { ScenarioDocument } from "./scenario/read-scenario.ts";
export { readScenario } from "./scenario/read-scenario.ts";
export type { Scenario } from "./scenario/scenario-schema.ts";
