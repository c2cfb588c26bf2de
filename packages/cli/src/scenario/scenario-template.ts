/** What `init` writes: a scenario that runs as it is, with a comment on every choice. */
export const scenarioTemplate = `# A scenario asks one question of one to four regimens.
#   kinetamine explain THIS-FILE     every dose, before anything runs
#   kinetamine run THIS-FILE         simulate, and write a run folder with its report
# For research, teaching and trial design; not for diagnosing, treating or dosing an individual.
# Do not write names, dates of birth or record numbers into it: scenarios describe virtual patients.
schema: kinetamine.scenario/v1
id: my-scenario # lower-case letters, digits and hyphens; part of the name of the run folder
title: One infusion of racemic ketamine in social anxiety disorder, over 40 or 60 minutes

credibility: # in the words of ICH M15
  question_of_interest: What does a slower infusion of the same dose change?
  context_of_use: research-and-education # the only value accepted
  model_influence: medium # low, medium or high
  consequence_of_wrong_decision: low # low, medium or high

model:
  id: anx-core
  version: 0.1.0 # exact: another version gives other numbers

population:
  indication: sad # gad, sad, ptsd or ocd
  n: 500 # virtual patients; with fewer the outer percentiles do not settle, and a check says so
  covariates: # leave out to use the defaults; explain prints them
    WT: { distribution: lognormal, geomean: 78, cv: 0.22, min: 45, max: 140, unit: kg }
    AGE: { distribution: truncnormal, mean: 40, sd: 12, min: 18, max: 65, unit: a }
    SEXF: { distribution: bernoulli, p: 0.5 } # 1 is female

regimens: # one to four
  - id: A
    label: 0.5 mg/kg over 40 min
    doses:
      - drug: ketamine # the racemate; esketamine is another drug, never a factor of 2
        expressed_as: base # base or hydrochloride: what the milligrams are milligrams of
        route: iv # iv, or intranasal with a device
        dose: 0.5 mg/kg # always with its unit, decimal point
        weight_basis: actual
        infusion: 40 min
        schedule: { days: [1] } # study days; or { per_week: 2, weeks: 3, first_day: 1, days_of_week: [1, 4] }
  - id: B
    label: same dose over 60 min
    doses:
      - drug: ketamine
        expressed_as: base
        route: iv
        dose: 0.5 mg/kg
        weight_basis: actual
        infusion: 60 min
        schedule: { days: [1] }
      # A nasal dose looks like this (esketamine is studied in depression, not approved for anxiety):
      # - drug: esketamine
      #   expressed_as: base
      #   route: intranasal
      #   device: { strength: 28 mg, count: 2, gap: 5 min }
      #   schedule: { days: [4] }

observe:
  until: 14 d # d, wk or h

simulate:
  seed: 20260101 # the same seed gives the same virtual patients
  uncertainty: { parameters: 50 } # draws of the uncertain parameters, shown as a band of their own; 0 for none

report:
  audience: technical # technical or plain
`;
