import type { ReportInput } from "../report-input.ts";
import { figureCatalogue } from "./figure-catalogue.ts";
import type { FigureDefinition } from "./figure-definition.ts";
import { figureFromRun } from "./figure-definition.ts";
import type { FigureId, FigureSpec } from "./figure-spec.ts";

/** Names that a scenario may use under `report.figures`, and the figures each stands for. */
const named: Readonly<Record<string, readonly FigureId[]>> = {
  "regimen-strip": ["F01"],
  "pk-ribbon": ["F02", "F03"],
  "mechanism-ladder": ["F04"],
  "symptom-ribbon": ["F05"],
  "responder-curve": ["F06"],
  "tolerability-ribbon": ["F07"],
  "regimen-contrast": ["F08"],
};

/**
 * Makes the figures of a run, in order of their numbers.
 *
 * @param input the run; its scenario may name the figures wanted, and the studied range is always among them
 * @returns figures the run has data for
 */
export function runFigures(input: ReportInput): FigureSpec[] {
  const asked = input.result.plan.scenario.report?.figures;
  const wanted =
    asked === undefined ? undefined : new Set<FigureId>(["F09", ...asked.flatMap((name) => named[name] ?? [])]);
  return figureCatalogue.flatMap((definition: FigureDefinition) => {
    if (wanted !== undefined && !wanted.has(definition.id)) return [];
    const figure = figureFromRun(definition, input);
    return figure === undefined ? [] : [figure];
  });
}
