/** From a scenario to a plan: every default, dose, time, parameter and finding written out, or the reasons why not. */
import { anxCore, dosingParameters, findDisorder, type WholeModel } from "@kinetamine/ketamine";
import type { PlanProblem } from "../limits/hard-limits.ts";
import { compileWhole } from "../model/compile-whole.ts";
import type { PlannedRegimen, RunPlan } from "../run-types.ts";
import { type InputProblem, ScenarioError } from "../scenario/input-problem.ts";
import { inSeconds } from "../scenario/quantity.ts";
import type { ScenarioDocument } from "../scenario/read-scenario.ts";
import type { Scenario } from "../scenario/scenario-schema.ts";
import { type ExpandedDose, expandRegimen } from "./expand-regimen.ts";
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

/** Six digits, down to a billionth of each state's peak; a check solves a few patients again at half of this. */
const tolerance = { relative: 1e-6, absolute: 1e-9 } as const;

/**
 * Plans a run. Limits on doses are enforced here, whatever interface asks.
 * @param document a scenario as read, with its places for messages
 * @returns the plan as plain JSON data; it alone determines every number of the run
 * @throws ScenarioError with every problem found: another model version, a dose beyond a limit or after the end, ...
 */
export function planRun(document: ScenarioDocument, options: PlanOptions = {}): RunPlan {
  const { scenario } = document;
  const { beyondStudiedRange = false } = options;
  const model = anxCore();
  const disorder = findDisorder(scenario.population.indication);
  const { scale, problems: scaleProblems } = chooseScale(scenario.population, disorder);
  const population = planPopulation(scenario.population, { scale, covariates: model.covariates });
  const { regimens, problems: regimenProblems } = expandRegimens(scenario);
  const doses = { scenario, population, regimens };
  const { outputs, problems: outputProblems } = planOutputs(scenario.observe, {
    catalogue: model.outputs,
    scale: scale.name,
  });
  const planned = regimens.map(
    (expanded, index): PlannedRegimen => ({
      id: scenario.regimens[index]?.id ?? "",
      label: scenario.regimens[index]?.label ?? "",
      doses: expanded.map(({ dose }) => dose),
    }),
  );
  const times = outputTimes(planned, {
    until_s: inSeconds(scenario.observe.until),
    denseHours: scenario.observe.pk?.dense_hours ?? 6,
  });
  const courses = planned.length * (scenario.population.n + scenario.simulate.uncertainty.parameters);
  refuse(document, [
    ...versionProblems(scenario, model),
    ...scaleProblems,
    ...regimenProblems,
    ...outputProblems,
    ...limitProblems(doses, { beyondStudiedRange }),
    ...sizeProblems({ courses, times: times.length, outputs: outputs.length }),
  ]);
  return {
    scenario,
    scenarioHash: document.hash,
    model: { id: model.id, version: model.version, hash: compileWhole(outputs).hash },
    indication: scenario.population.indication,
    scale: plannedScale(scale),
    population,
    regimens: planned,
    times,
    outputs,
    parameters: [...model.parameters, ...disorder.parameters, ...dosingParameters],
    variability: model.variability,
    seed: scenario.simulate.seed,
    subjectCount: scenario.population.n,
    parameterDraws: scenario.simulate.uncertainty.parameters,
    tolerance,
    beyondStudiedRange,
    findings: planFindings({ ...doses, covariates: model.covariates, beyondStudiedRange }),
  };
}

function expandRegimens(scenario: Scenario): {
  readonly regimens: readonly (readonly ExpandedDose[])[];
  readonly problems: readonly PlanProblem[];
} {
  const context = { indication: scenario.population.indication, until_s: inSeconds(scenario.observe.until) };
  const expanded = scenario.regimens.map((regimen, index) => expandRegimen(regimen, { ...context, index }));
  return { regimens: expanded.map(({ doses }) => doses), problems: expanded.flatMap(({ problems }) => problems) };
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
