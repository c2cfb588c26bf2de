import { ruleFor } from "../guidance/guidance.ts";
import type { ScreenCase } from "./screen-case.ts";
import type { ScreenFinding } from "./screen-finding.ts";

/** Findings that are true of every case: off-label first, then monitoring, expected effects, and what the trials asked that this screen does not. */
export function notices(): readonly ScreenFinding[] {
  return [
    finding("off-label", 1, {
      level: "notice",
      statement: "No ketamine product is approved for anxiety disorders, OCD or PTSD: any such use is off-label",
    }),
    finding("monitoring", 7, {
      level: "notice",
      statement:
        "The esketamine label asks for at least 2 hours of observation and no driving until the next day after sleep; the PTSD infusion trials kept people for at least 4 hours",
    }),
    finding("expected-effects", 11, {
      level: "notice",
      statement:
        "Sedation and dissociation occurred in about half or more of the people in esketamine trials, loss of consciousness in 3 to 4 of 1,000",
    }),
    finding("risk-not-asked", 13, {
      level: "notice",
      statement:
        "Trials left out people at imminent risk of harming themselves or others. This screen does not ask about that: a clinician does, in person",
    }),
  ];
}

/** Findings from who the subject is and what is being talked about. */
export function contextFindings(screenCase: ScreenCase): readonly ScreenFinding[] {
  const { subject, considered = {} } = screenCase;
  const { drug, route, setting } = considered;
  const isCompounded = drug === "ketamine" && (route === "intranasal" || route === "oral" || route === "sublingual");
  return [
    ...(setting === "home"
      ? [
          finding("home-use", 12, {
            level: "caution",
            statement:
              "Use at home has no monitoring; the FDA warned about it in 2023 and described slowed breathing after an oral dose",
            basis: ["considered.setting"],
          }),
        ]
      : []),
    ...(isCompounded
      ? [
          finding("compounded-product", 12, {
            level: "caution",
            statement:
              "Nasal, oral and sublingual ketamine are compounded products that no regulator has reviewed; the FDA has warned about them twice",
            basis: ["considered.drug", "considered.route"],
          }),
        ]
      : []),
    ...(drug === "esketamine"
      ? [
          finding("esketamine-indication", 2, {
            level: "evidence",
            statement:
              "Esketamine nasal spray is approved for depression only, and no controlled trial in these disorders was found",
            basis: ["considered.drug"],
          }),
        ]
      : []),
    ...ageFindings(subject.age_band),
    ...courseFindings(screenCase),
  ];
}

function ageFindings(band: ScreenCase["subject"]["age_band"]): readonly ScreenFinding[] {
  const basis = ["subject.age_band"];
  if (band === "under-18")
    return [
      finding("under-18", 2, {
        level: "trial-exclusion",
        statement: "Every trial found was in adults, and esketamine is approved for adults only",
        basis,
      }),
    ];
  if (band === "65-74" || band === "75-and-over")
    return [
      finding("older-adult", 8, {
        level: "evidence",
        statement:
          "The controlled trials took adults up to 50 to 75 years, mostly below 65; the Hong Kong esketamine label starts lower from 65, the US label does not",
        basis,
      }),
    ];
  return [];
}

const courseEvidence = {
  ptsd: "Repeated infusions have been tested against a control in PTSD twice: six in 2 weeks with benefit, eight in 4 weeks without",
  sad: "Only single doses have been tested against a control in social anxiety; a series is extrapolation",
  gad: "Only single doses under the skin have been tested against a control in generalised anxiety; a series is extrapolation",
  ocd: "Only single doses have been tested against a control in OCD; a series is extrapolation",
  panic: "No controlled trial was found in panic disorder",
} as const;

function courseFindings({ indication }: ScreenCase): readonly ScreenFinding[] {
  if (indication === undefined || indication === "unknown" || indication === "other") return [];
  const statement = courseEvidence[indication];
  const course = finding("course-evidence", 29, { level: "evidence", statement, basis: ["indication"] });
  if (indication !== "ptsd") return [course];
  const guideline = finding("guideline-against", 21, {
    level: "evidence",
    statement:
      "The 2023 guideline of the US Departments of Veterans Affairs and Defense suggests against ketamine in PTSD, on very low certainty",
    basis: ["indication"],
  });
  return [course, guideline];
}

function finding(
  code: string,
  rule: number,
  { level, statement, basis = [] }: Pick<ScreenFinding, "level" | "statement"> & { readonly basis?: readonly string[] },
): ScreenFinding {
  const { jurisdiction, sources } = ruleFor(rule);
  return { code, level, rule, statement, basis, jurisdiction, sources };
}
