/** From a scenario to a plan: every default, dose, time, parameter and finding written out, or the reasons why not. */
import { anxCore, dosingParameters, findDisorder, type WholeModel } from "@kinetamine/ketamine";
import type { PlanProblem } from "../limits/hard-limits.ts";
import { compileWhole } from "../model/compile-whole.ts";
import type { PlannedRegimen, RunPlan } from "../run-types.ts";
import { type InputProblem, ScenarioError } from "../scenario/input-problem.ts";
import { inSeconds } from "../scenario/quantity.ts";
import type { ScenarioDocument } from "../scenario/read-scenario.ts";
import type { Scenario } from "../scenario/scenario-schema.ts";
import { expandRegimen } from "./expand-regimen.ts";
import { outputTimes } from "./output-times.ts";
import { planFindings } from "./plan-findings.ts";
import { planOutputs } from "./plan-outputs.ts";
import { planPopulation } from "./plan-population.ts";
import { limitProblems, sizeProblems } from "./plan-problems.ts";
import { chooseScale, plannedScale } from "./plan-scale.ts";

/** What only the person who starts a run may decide. */
export interface PlanOptions {
  /** Simulate doses above or faster than anything studied, for work on populations; recorded in the plan. Default false. */
  readonly beyondStudiedRange?: boolean;
}

/** Five digits, down to a billionth of each state's peak; a check solves a few patients again at half of this. */
const tolerance = { relative: 1e-5, absolute: 1e-9 } as const;

/**
 * Plans a run. Limits on doses are enforced here, whatever interface asks.
 * @param document a scenario as read, with its places for messages
 * @returns the plan as plain JSON data; it alone determines every number of the run
 * @throws ScenarioError with every problem found: another model version, a dose beyond a limit or after the end, ...
 */
export function planRun(document: ScenarioDocument, options: PlanOptions = {}): RunPlan {
  const { scenario, hash } = document;
  const { beyondStudiedRange = false } = options;
  const model = anxCore();
  const draft = resolve(scenario, model);
  refuse(document, [
    ...versionProblems(scenario, model),
    ...draft.problems,
    ...limitProblems({ scenario, ...draft }, { beyondStudiedRange }),
    ...sizeProblems(draft, scenario),
  ]);
  return {
    scenario,
    scenarioHash: hash,
    model: { id: model.id, version: model.version, hash: compileWhole(draft.outputs).hash },
    indication: scenario.population.indication,
    scale: plannedScale(draft.scale),
    population: draft.population,
    regimens: draft.planned,
    times: draft.times,
    outputs: draft.outputs,
    parameters: [...model.parameters, ...draft.disorder.parameters, ...dosingParameters],
    variability: model.variability,
    seed: scenario.simulate.seed,
    subjectCount: scenario.population.n,
    parameterDraws: scenario.simulate.uncertainty.parameters,
    tolerance,
    beyondStudiedRange,
    findings: planFindings({ scenario, ...draft, covariates: model.covariates, beyondStudiedRange }),
  };
}

/** Every part of a plan that follows from the scenario and the model, with what is wrong in them. */
function resolve(scenario: Scenario, model: WholeModel) {
  const until_s = inSeconds(scenario.observe.until);
  const { indication } = scenario.population;
  const disorder = findDisorder(indication);
  const { scale, problems: scaleProblems } = chooseScale(scenario.population, disorder);
  const expanded = scenario.regimens.map((regimen, index) => expandRegimen(regimen, { indication, until_s, index }));
  const planned = scenario.regimens.map(
    ({ id, label }, index): PlannedRegimen => ({
      id,
      label,
      doses: (expanded[index]?.doses ?? []).map(({ dose }) => dose),
    }),
  );
  const { outputs, problems: outputProblems } = planOutputs(scenario.observe, {
    catalogue: model.outputs,
    scale: scale.name,
  });
  return {
    disorder,
    scale,
    population: planPopulation(scenario.population, { scale, covariates: model.covariates }),
    regimens: expanded.map(({ doses }) => doses),
    planned,
    outputs,
    times: outputTimes(planned, { until_s, denseHours: scenario.observe.pk?.dense_hours ?? 6 }),
    problems: [...scaleProblems, ...expanded.flatMap(({ problems }) => problems), ...outputProblems],
  };
}

function versionProblems(scenario: Scenario, model: WholeModel): readonly PlanProblem[] {
  const { version } = scenario.model;
  if (version === model.version) return [];
  const message = `must be ${model.version}, the version this program holds, found ${version}; results may differ between versions`;
  return [{ code: "not-allowed", path: ["model", "version"], message }];
}

function refuse({ file, places }: ScenarioDocument, problems: readonly PlanProblem[]): void {
  if (problems.length === 0) return;
  throw new ScenarioError(
    problems.map(
      ({ code, path, message }): InputProblem => ({
        code,
        file,
        ...places.locate(path, "value"),
        path: path.join("."),
        message,
      }),
    ),
  );
}
