import { formatInterval } from "../text/format-interval.ts";
import { formatResult } from "../text/format-number.ts";
import { unitLabel } from "../text/unit-label.ts";
import {
  type ContrastFigureRow,
  contrastColumns,
  courseContrastRows,
  endpointContrastRows,
} from "./contrast-figure-row.ts";
import { contrastGroup, differencePanel, endpointsPanel } from "./contrast-panels.ts";
import { innerOpacity, outerOpacity } from "./course-marks.ts";
import type { FigureDefinition } from "./figure-definition.ts";
import type { KeyItem, Panel } from "./figure-spec.ts";

const key: readonly KeyItem[] = [
  { mark: "dot", label: "mean difference", color: "currentColor", symbol: "diamond" },
  { mark: "bar", label: "9 of 10 virtual patients", color: "#0072B2", opacity: 0.35 },
  { mark: "band", label: "over the course: 9 of 10", color: "#0072B2", opacity: outerOpacity },
  { mark: "band", label: "half of them", color: "#0072B2", opacity: innerOpacity + outerOpacity },
];
const drawsKey: KeyItem = {
  mark: "line",
  label: "typical patient: 90 % of parameter draws",
  color: "currentColor",
  dash: "1 2.5",
};

/** F08: how much the regimens differ in the same virtual patients, with intervals. */
export const regimenContrast: FigureDefinition<ContrastFigureRow> = {
  id: "F08",
  columns: contrastColumns,
  rows: (input) => [...endpointContrastRows(input), ...courseContrastRows(input)],
  draw(rows) {
    const endpoints = rows.filter((row) => row.kind === "endpoint");
    const hasDraws = endpoints.some((row) => Number.isFinite(row.parameter05));
    return {
      title: "Difference between the regimens",
      caption:
        "Each virtual patient is simulated under both regimens, and the difference is taken within the patient, so differences between patients cancel. " +
        "The bar holds 9 of 10 virtual patients; it is not a confidence interval, and none of this is a forecast for a person. " +
        (hasDraws
          ? "The dotted line holds 90 % of the typical patient's differences when uncertain parameters are drawn again."
          : ""),
      alt: endpoints.map(describe).join(" "),
      key: hasDraws ? [...key, drawsKey] : key,
      panels: panels(rows).map((panel) => [panel]),
    };
  },
};

/** For each pair of regimens: one panel per kind of endpoint, then the course of the score. */
function panels(rows: readonly ContrastFigureRow[]): Panel[] {
  const pairs = [...new Set(rows.map((row) => `${row.from}\n${row.to}`))];
  return pairs.flatMap((pair) => {
    const own = rows.filter((row) => `${row.from}\n${row.to}` === pair);
    const endpoints = own.filter((row) => row.kind === "endpoint");
    const group = (row: ContrastFigureRow) => `${contrastGroup(row.endpoint)} ${row.unit}`;
    const groups = [...new Set(endpoints.map(group))];
    const course = own.filter((row) => row.kind === "course");
    return [
      ...groups.map((name) => endpointsPanel(endpoints.filter((row) => group(row) === name))),
      ...(course.length === 0 ? [] : [differencePanel(course)]),
    ];
  });
}

function describe(row: ContrastFigureRow): string {
  return `${row.label}, ${row.to} less ${row.from}: ${formatResult(row.mean)} ${unitLabel(row.unit)} (${formatInterval(row.q05, row.q95, "9 of 10 virtual patients")}).`;
}
