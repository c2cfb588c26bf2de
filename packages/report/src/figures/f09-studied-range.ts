import { formatExact } from "../text/format-number.ts";
import type { FigureDefinition } from "./figure-definition.ts";
import { drawnRegimens, regimenTitle } from "./regimen-style.ts";
import { studiedPanel } from "./studied-panel.ts";
import { type StudiedRow, studiedColumns, studiedRows } from "./studied-row.ts";

/** F09: the planned doses beside the doses that studies have used. */
export const studiedRange: FigureDefinition<StudiedRow> = {
  id: "F09",
  columns: studiedColumns,
  rows: studiedRows,
  draw(rows) {
    const regimens = drawnRegimens(rows);
    const group = (row: StudiedRow) => `${row.drug} ${row.route} ${row.quantity} ${row.unit}`;
    const groups = [...new Set(rows.map(group))];
    return {
      title: "Planned doses beside studied doses",
      caption:
        "Each stroke is a dose or infusion time that a trial, label or review used, and a bar joins the smallest and largest. A value between two strokes counts as studied. " +
        "The amount and the infusion time are judged apart, and the words beside a planned value give the less studied of the two. " +
        "Open circles (clinic practice, stopped trials, volunteers) do not count. Having been studied does not mean having been found effective or free of harm.",
      alt: rows
        .filter((row) => row.kind === "planned")
        .map(describe)
        .join(" "),
      key: [
        ...regimens.map(
          (regimen) =>
            ({
              mark: "dot",
              label: `planned, ${regimenTitle(regimen)}`,
              color: regimen.style.color,
              symbol: regimen.style.symbol,
            }) as const,
        ),
        { mark: "tick", label: "studied value", color: "currentColor" },
        { mark: "bar", label: "span of the arms", color: "currentColor", opacity: 0.22 },
      ],
      panels: groups.map((name) => [
        studiedPanel(
          rows.filter((row) => group(row) === name),
          regimens,
        ),
      ]),
    };
  },
};

function describe(row: StudiedRow): string {
  return `${row.regimen}: ${row.drug} ${row.route}, ${row.quantity} ${formatExact(row.low)} ${row.unit}: ${row.standing}.`;
}
