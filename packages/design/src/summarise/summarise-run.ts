import type { RunResult, RunSummary } from "../run-types.ts";
import { checksOf } from "./checks.ts";
import { contrastsOf } from "./contrasts.ts";
import { endpointRow, measureEndpoints } from "./endpoints.ts";
import { responsesOf } from "./responses.ts";
import { ribbonsOf } from "./ribbons.ts";

/**
 * Turns simulated courses into what a reader sees: ribbons, responses, endpoints, contrasts and checks.
 *
 * A pure function of the run: summarising again never simulates again. Failed courses are left out of every statistic and
 * counted in the checks.
 */
export function summariseRun(result: RunResult): RunSummary {
  const endpoints = measureEndpoints(result);
  return {
    ribbons: ribbonsOf(result),
    responses: responsesOf(result),
    endpoints: endpoints.map(endpointRow),
    contrasts: contrastsOf(endpoints),
    checks: checksOf(result, endpoints),
  };
}
