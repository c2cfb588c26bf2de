// Language and compiler
export { compileModel } from "./compile/compile-model.ts";
export type { CompiledModel } from "./compile/compiled-model.ts";
export type { Kernel } from "./compile/kernel.ts";
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
