/** Scenarios: reading, limits, planning, simulating and summarising a run. */
export { type FindingCodeName, findingCodes } from "./limits/finding.ts";
export {
  counts,
  type Span,
  type StudiedRangeTable,
  type Study,
  type StudyKind,
  type StudySource,
  studiedRange,
} from "./limits/studied-range.ts";
export { administrationOf } from "./plan/administration.ts";
export { explainPlan } from "./plan/explain-plan.ts";
export { type PlanOptions, planRun } from "./plan/plan-run.ts";
export type {
  Check,
  ContrastRow,
  CourseBlock,
  CourseKind,
  EndpointRow,
  Executor,
  Finding,
  OutputDescription,
  PlannedCovariate,
  PlannedDose,
  PlannedPopulation,
  PlannedRegimen,
  ResponseCurve,
  Ribbon,
  RunPlan,
  RunResult,
  RunSummary,
  RunTask,
  RunTaskResult,
  StudiedRange,
  SubjectFailure,
  SubjectRow,
} from "./run-types.ts";
export {
  formatProblem,
  type InputProblem,
  type InputProblemCode,
  inputProblemCodes,
  type Place,
  ScenarioError,
} from "./scenario/input-problem.ts";
export { scenarioJsonSchema } from "./scenario/json-schema.ts";
export { readScenario, type ScenarioDocument } from "./scenario/read-scenario.ts";
export type { Scenario } from "./scenario/scenario-schema.ts";
export { parseYaml, type YamlDocument } from "./scenario/yaml-document.ts";
export { executorHere } from "./simulate/executor-here.ts";
export { runTask } from "./simulate/run-task.ts";
export { simulateRun } from "./simulate/simulate-run.ts";
export { subjectRows } from "./simulate/subject-rows.ts";
export { summariseRun } from "./summarise/summarise-run.ts";
