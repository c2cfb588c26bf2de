import { mean, standardDeviation } from "@kinetamine/numerics";
import type { EndpointRow, PlannedRegimen, RunResult } from "../run-types.ts";
import { blockOf, coursesOf } from "./course.ts";
import { type EndpointDefinition, endpointsOf } from "./endpoint-definitions.ts";
import { sortedNumbers, spreadOf } from "./spread.ts";

/** One endpoint of one regimen measured in every course. Positions match across regimens: entry i is the same subject or draw. */
export interface MeasuredEndpoint {
  readonly definition: EndpointDefinition;
  readonly regimen: string;
  readonly subjects: Float64Array;
  readonly typical: number;
  readonly draws: Float64Array;
}

/** Measures every endpoint of every regimen, in the order of the plan. */
export function measureEndpoints(result: RunResult): readonly MeasuredEndpoint[] {
  return result.plan.regimens.flatMap((regimen) =>
    endpointsOf(result.plan, regimen).map((definition) => measured(result, regimen, definition)),
  );
}

function measured(result: RunResult, regimen: PlannedRegimen, definition: EndpointDefinition): MeasuredEndpoint {
  const valuesOf = (kind: "subjects" | "typical" | "parameters"): Float64Array => {
    const block = blockOf(result, { regimen: regimen.id, kind });
    if (block === undefined) return new Float64Array();
    return Float64Array.from(coursesOf(result.plan, block), (course) => definition.measure(course));
  };
  return {
    definition,
    regimen: regimen.id,
    subjects: valuesOf("subjects"),
    typical: valuesOf("typical")[0] ?? Number.NaN,
    draws: valuesOf("parameters"),
  };
}

/** Summarises an endpoint over virtual patients; failed ones are left out and n says how many remain. */
export function endpointRow(endpoint: MeasuredEndpoint): EndpointRow {
  const { definition, regimen, typical } = endpoint;
  const sorted = sortedNumbers(endpoint.subjects);
  return {
    regimen,
    endpoint: definition.id,
    label: definition.label,
    unit: definition.unit,
    n: sorted.length,
    mean: sorted.length > 0 ? mean(sorted) : Number.NaN,
    sd: sorted.length > 1 ? standardDeviation(sorted) : Number.NaN,
    ...spreadOf(sorted),
    typical,
  };
}
