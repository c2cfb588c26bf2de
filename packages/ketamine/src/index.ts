/** The door of the drug: model texts, parameters, disorders, observations and references as data, and the translation of sessions into doses. */
export type { Administration } from "./administration.ts";
export type { Covariate } from "./covariate.ts";
export { type Disorder, disorders, findDisorder, type ResponderMixture, type SymptomScale } from "./disorder.ts";
export { dosesFor } from "./doses-for.ts";
export { citeShort, formatReference } from "./format-reference.ts";
export { freeBase } from "./free-base.ts";
export { KetamineError, type KetamineErrorCode, ketamineErrorCodes } from "./ketamine-error.ts";
export type { ModelOutput } from "./model-output.ts";
export { type ObservedAdministration, type ObservedPoint, type ObservedSeries, observedSeries } from "./observed.ts";
export {
  type ParameterRecord,
  type ParameterUncertainty,
  type ParameterVariability,
  readParameterRecords,
} from "./parameter-record.ts";
export { dosingParameters, residualErrors, typicalValues } from "./parameters.ts";
export { type Author, findReference, type Reference, references } from "./reference.ts";
export type { Source, Sourced, Status } from "./source.ts";
export { findSourceProblems, type SourceProblem } from "./source-problems.ts";
export { anxCore, type WholeModel } from "./whole-model.ts";
