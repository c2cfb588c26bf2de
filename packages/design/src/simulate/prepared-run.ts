/** What a plan needs before its first course can be solved: the compiled model, one solver, the population. */
import { type CompiledModel, createSolver, definePopulation, type Population, type Solver } from "@kinetamine/engine";
import { makeKey, type RandomKey } from "@kinetamine/numerics";
import { compileWhole } from "../model/compile-whole.ts";
import type { RunPlan } from "../run-types.ts";

/** A plan ready for solving. Holds a workspace, so it serves one thread. */
export interface PreparedRun {
  readonly plan: RunPlan;
  readonly model: CompiledModel;
  readonly solver: Solver;
  readonly population: Population;
  readonly key: RandomKey;
  /** Values as the plan states them: those the model reads, and those that turn sessions into doses. */
  readonly parameters: Readonly<Record<string, number>>;
}

/** One workspace for each plan and thread; it ends with the plan. */
const prepared = new WeakMap<RunPlan, PreparedRun>();

/**
 * Prepares a plan, or returns what was prepared before.
 * @throws Error when the plan was made with another model than this program holds: its numbers would differ
 */
export function prepareRun(plan: RunPlan): PreparedRun {
  const known = prepared.get(plan);
  if (known !== undefined) return known;
  const model = compileWhole(plan.outputs);
  if (model.hash !== plan.model.hash) {
    const { id, version, hash } = plan.model;
    throw new Error(
      `cannot run a plan for ${id} ${version} (${hash}): this program holds a model with hash ${model.hash}`,
    );
  }
  const run: PreparedRun = {
    plan,
    model,
    solver: createSolver(model),
    population: definePopulation({ covariates: plan.population.covariates, variability: plan.variability }),
    key: makeKey(plan.seed),
    parameters: Object.fromEntries(plan.parameters.map(({ name, value }) => [name, value])),
  };
  prepared.set(plan, run);
  return run;
}
