// Language and compiler
export type { CompiledModel, Modifier, NamedUnit } from "./compile/compiled-model.ts";
export type { Kernel } from "./compile/kernel.ts";
export type { SparsePattern } from "./compile/sparse-pattern.ts";
export type { InputDeclaration } from "./model/input-declaration.ts";
export { ModelError } from "./model/model-error.ts";

// Dosing, solving and populations
