// Language and compiler

export { compileModel } from "./compile/compile-model.ts";
export type { CompiledModel } from "./compile/compiled-model.ts";
export type { Kernel } from "./compile/kernel.ts";
export { sha256 } from "./compile/sha256.ts";
export type { SparsePattern } from "./compile/sparse-pattern.ts";
export { checkModel } from "./model/check-model.ts";
export type { CheckedModel, Variable } from "./model/checked-model.ts";
export { type ModelErrorCode, modelErrorCodes } from "./model/error-codes.ts";
export { formatUnit } from "./model/format-unit.ts";
export type { InputDeclaration } from "./model/input-declaration.ts";
export { type LatexEquation, latexEquations } from "./model/latex-equations.ts";
export { ModelError } from "./model/model-error.ts";
export type { Modifier } from "./model/modifier.ts";
export type { NamedUnit } from "./model/named-unit.ts";
export { type ParsedModel, parseModel } from "./model/parse-model.ts";
export { parseUnit } from "./model/parse-unit.ts";
export { printModel } from "./model/print-model.ts";
export type { ModelSource } from "./model/span.ts";
export { sameUnit, type Unit } from "./model/units.ts";

// Dosing, solving and populations

export { buildTimeline, type TimelineRequest } from "./dosing/build-timeline.ts";
export type { Dose } from "./dosing/dose.ts";
export type { EventRecord } from "./dosing/event-record.ts";
export { combineRegimens, type Regimen, repeatDose } from "./dosing/regimen.ts";
export type { ConstantInput, DoseEvent, PulseTrain, Timeline, TimelineEvent } from "./dosing/timeline.ts";
export { areaUnderCurve, type Exposure, summariseExposure } from "./exposure.ts";
export { assembleInputs, type InputSources } from "./population/assemble-inputs.ts";
export { type CovariateDistribution, covariateQuantile } from "./population/covariate-distribution.ts";
export { drawSubject, typicalSubject, type VirtualSubject } from "./population/draw-subject.ts";
export {
  definePopulation,
  type Population,
  type PopulationDescription,
  type Variability,
} from "./population/population.ts";
export { drawIndex, randomPurpose } from "./population/random-purpose.ts";
export {
  type Course,
  type Courses,
  createSimulator,
  type SimulationPlan,
  type Simulator,
  simulateSubject,
  simulateSubjects,
} from "./population/simulate.ts";
export { SimulationError, type SimulationErrorCode, simulationErrorCodes } from "./simulation-error.ts";
export type { Problem, RecordProblem, SolveSettings } from "./solve/problem.ts";
export {
  defaultTolerance,
  type Solution,
  type SolveFailure,
  type SolveStatus,
  statusMessages,
  type Tolerance,
} from "./solve/solution.ts";
export { createSolver, type Method, type Solver, solve } from "./solve/solver.ts";
