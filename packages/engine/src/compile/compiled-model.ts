import type { InputDeclaration } from "../model/input-declaration.ts";
import type { Modifier } from "../model/modifier.ts";
import type { NamedUnit } from "../model/named-unit.ts";
import type { Kernel } from "./kernel.ts";
import type { SparsePattern } from "./sparse-pattern.ts";

/** A model ready to simulate: the orders of its vectors, the structure of its Jacobian and a source of kernels. */
export interface CompiledModel {
  /** In order of first `d/dt` in the text. */
  readonly states: readonly NamedUnit[];
  /** Order of the `inputs` array given to kernels. */
  readonly inputs: readonly InputDeclaration[];
  /** As requested, else every assignment that carries a unit, in order of the text. */
  readonly outputs: readonly NamedUnit[];
  /** Structure of the Jacobian ∂(dy/dt)/∂y, diagonal always present. */
  readonly pattern: SparsePattern;
  /** True when no right-hand side reads time. */
  readonly isAutonomous: boolean;
  /** Order of the values written by `Kernel.modifiers`. */
  readonly modifiers: readonly Modifier[];
  /** Changes whenever the text, the inputs or the requested outputs change; a safe key for caches. */
  readonly hash: string;
  /** A new, independent kernel with its own scratch memory. */
  createKernel(): Kernel;
}
