import type { DefineCommand } from "../command.ts";
import { examples } from "../command.ts";
import { defineClaims } from "./claims.ts";
import { defineEvidenceExport } from "./export.ts";
import { defineGuidance } from "./guidance.ts";
import { definePool } from "./pool.ts";
import { defineReport } from "./report.ts";
import { defineStudies } from "./studies.ts";
import { defineStudy } from "./study.ts";

/** In the order of the help. */
const parts: readonly DefineCommand[] = [
  defineStudies,
  defineStudy,
  defineClaims,
  defineGuidance,
  definePool,
  defineReport,
  defineEvidenceExport,
];

/** `evidence`: what trials found, what was claimed, what guidance says, and what it comes to when pooled. */
export const defineEvidence: DefineCommand = (program, act) => {
  const group = program
    .command("evidence")
    .summary("studies, claims, guidance and pooled results")
    .description(
      "Shows what trials found, what was claimed and what guidance says, and pools results of trials or of your own studies.",
    )
    .helpOption("-h, --help", "print help")
    .addHelpText(
      "after",
      examples(
        ["kinetamine evidence studies --disorder ptsd", "which studies there are"],
        [
          "kinetamine evidence pool --disorder ptsd --window 24h --control active",
          "one pooled result, with all it rests on",
        ],
        ["kinetamine evidence report --output evidence", "everything, as a page with figures and data"],
      ),
    );
  for (const define of parts) define(group, act);
};
