/** Evidence: what trials found, what was claimed, what guidance says. Everything a caller may rely on is listed here. */

export { EvidenceError, type EvidenceErrorCode, evidenceErrorCodes, type Problem } from "./checks/evidence-error.ts";
export { type Claim, type Verdict, verdicts } from "./claims/claim.ts";
export { loadClaims } from "./claims/claims.ts";
export { claimsMarkdown, mechanismMarkdown } from "./claims/claims-markdown.ts";
export type { Finding } from "./claims/finding.ts";
export { type CertaintyBadge, certaintyBadges, type MechanismLink } from "./claims/mechanism-link.ts";
export { loadMechanismLinks } from "./claims/mechanism-links.ts";
export type { SoftwarePart } from "./claims/software-part.ts";
export {
  type CrisisInformation,
  type CrisisLine,
  crisisLine,
  isReviewDue,
  loadCrisisInformation,
} from "./guidance/crisis-lines.ts";
export { loadGuidance, ruleFor } from "./guidance/guidance.ts";
export type { GuidanceRule, RuleLimit } from "./guidance/guidance-rule.ts";
export { loadRegulatoryStatus, type RegulatoryStatus } from "./guidance/regulatory-status.ts";
export { fullCitation, shortCitation } from "./references/cite.ts";
export type { Author, Reference } from "./references/reference.ts";
export { loadReferences, referenceFor } from "./references/references.ts";
export type { Answer } from "./screen/answer.ts";
export { discussionSheet } from "./screen/discussion-sheet.ts";
export { readCase } from "./screen/read-case.ts";
export { screen } from "./screen/screen.ts";
export type { BloodPressure, MedicineTrial, OrUnknown, PsychologicalTrial, ScreenCase } from "./screen/screen-case.ts";
export type {
  FindingLevel,
  ResistancePart,
  ResistanceState,
  ScreenFinding,
  ScreenReport,
  ScreenUnknown,
} from "./screen/screen-finding.ts";
export { loadScreenItems, type ScreenItem } from "./screen/screen-items.ts";
export { combineEvents, combineGroups } from "./synthesis/arms/combine-groups.ts";
export { splitControl } from "./synthesis/arms/split-control.ts";
export {
  meanChange,
  type PairedSummaries,
  standardisedChangeByBaselineSd,
  standardisedChangeByChangeSd,
} from "./synthesis/effect-sizes/change-score.ts";
export {
  type CrossoverSummaries,
  crossoverMeanDifference,
  crossoverStandardisedMeanDifference,
} from "./synthesis/effect-sizes/crossover.ts";
export type { Estimate } from "./synthesis/effect-sizes/estimate.ts";
export type { GroupSummary } from "./synthesis/effect-sizes/group-summary.ts";
export { hedgesCorrection } from "./synthesis/effect-sizes/hedges-correction.ts";
export { meanDifference, type TwoGroups } from "./synthesis/effect-sizes/mean-difference.ts";
export { type ReportedEstimate, reportedEstimate } from "./synthesis/effect-sizes/reported-estimate.ts";
export { sdFromInterval, sdFromStandardError } from "./synthesis/effect-sizes/spread.ts";
export { type SmdVariance, standardisedMeanDifference } from "./synthesis/effect-sizes/standardised-mean-difference.ts";
export type { StudyEffect } from "./synthesis/effect-sizes/study-effect.ts";
export {
  type TwoByTwoMeasure,
  type TwoByTwoOptions,
  twoByTwoEffect,
} from "./synthesis/effect-sizes/two-by-two-effect.ts";
export type { EventCount, TwoByTwo, ZeroCells } from "./synthesis/effect-sizes/two-by-two-table.ts";
export type { Matrix } from "./synthesis/least-squares/matrix.ts";
export { type MetaRegression, metaRegression, predictMean } from "./synthesis/meta-regression/meta-regression.ts";
export type { Moderator, RegressionDesign } from "./synthesis/meta-regression/regression-design.ts";
export { type SubgroupAnalysis, subgroupAnalysis } from "./synthesis/meta-regression/subgroups.ts";
export {
  fitMultilevel,
  type MultilevelData,
  type MultilevelFit,
  type MultilevelOptions,
} from "./synthesis/multilevel/fit-multilevel.ts";
export { type Level, nestedIn } from "./synthesis/multilevel/level.ts";
export { profileInterval } from "./synthesis/multilevel/profile-interval.ts";
export { type RobustInference, type RobustKind, robustInference } from "./synthesis/multilevel/robust-inference.ts";
export {
  fadingCorrelation,
  type SharedSampling,
  samplingCovariance,
} from "./synthesis/multilevel/sampling-covariance.ts";
export type { Coefficient, Interval, OmnibusTest } from "./synthesis/pooling/coefficient.ts";
export type { MixedEffectsFit } from "./synthesis/pooling/fit-mixed-effects.ts";
export type { FitStatistics } from "./synthesis/pooling/fit-statistics.ts";
export type { Heterogeneity } from "./synthesis/pooling/heterogeneity.ts";
export { type Inference, inferences, type PoolingOptions } from "./synthesis/pooling/options.ts";
export { type PooledEffect, poolEffects } from "./synthesis/pooling/pool-effects.ts";
export { type PredictionReference, predictionInterval } from "./synthesis/pooling/prediction-interval.ts";
export { type HeterogeneityIntervals, qProfile } from "./synthesis/pooling/q-profile.ts";
export {
  type TauSquaredEstimator,
  tauSquaredEstimators,
} from "./synthesis/pooling/tau-squared/estimate-tau-squared.ts";
export type { TauSquared } from "./synthesis/pooling/tau-squared/tau-squared.ts";
export { answerQuestion } from "./synthesis/questions/answer-question.ts";
export { type Comparison, compareWithPublished } from "./synthesis/questions/compare-with-published.ts";
export { loadPublishedSyntheses } from "./synthesis/questions/published-syntheses.ts";
export type { PublishedEstimate, PublishedSynthesis } from "./synthesis/questions/published-synthesis.ts";
export type { AnswerOptions, Question, QuestionMeasure } from "./synthesis/questions/question.ts";
export type { QuestionAnswer } from "./synthesis/questions/question-answer.ts";
export { questionGrid } from "./synthesis/questions/question-grid.ts";
export type { QuestionStudy } from "./synthesis/questions/question-study.ts";
export { type ScreeningCounts, screeningCounts } from "./synthesis/questions/screening-counts.ts";
export {
  acrossCorrelations,
  type CorrelationDependent,
  type CorrelationResult,
} from "./synthesis/sensitivity/across-correlations.ts";
export { type Accumulation, cumulativePooling } from "./synthesis/sensitivity/cumulative.ts";
export { type Influence, influence } from "./synthesis/sensitivity/influence.ts";
export { leaveOneOut, type Omission } from "./synthesis/sensitivity/leave-one-out.ts";
export { type AsymmetryOptions, type AsymmetryTest, asymmetryTest } from "./synthesis/small-study/asymmetry-test.ts";
export { type Funnel, type FunnelPoint, type FunnelRegion, funnel } from "./synthesis/small-study/funnel.ts";
export { type TrimAndFill, type TrimAndFillOptions, trimAndFill } from "./synthesis/small-study/trim-and-fill.ts";
export {
  type Alternative,
  type GroupedEffect,
  type StudySynthesis,
  synthesiseStudies,
} from "./synthesis/synthesise-studies.ts";
export { answerForest } from "./synthesis/tables/answer-forest.ts";
export { bibtex } from "./synthesis/tables/bibtex.ts";
export { type CsvValue, csvText } from "./synthesis/tables/csv.ts";
export { type ForestContent, type ForestGroup, type ForestRow, forestRows } from "./synthesis/tables/forest.ts";
export {
  type Certainty,
  type GradeDomain,
  type GradeJudgement,
  type GradeResult,
  gradeCertainty,
  gradeDomains,
} from "./synthesis/tables/grade.ts";
export { metaforScript, type RepeatableAnalysis } from "./synthesis/tables/metafor-script.ts";
export { ris } from "./synthesis/tables/ris.ts";
export { type FileStudy, readStudies, type StudiesFile } from "./synthesis/tables/studies-file.ts";
export { type FileMeasure, type Layout, studyLayouts } from "./synthesis/tables/study-layouts.ts";
export { type FindingsRow, findingsRow, type PerThousand } from "./synthesis/tables/summary-of-findings.ts";
export {
  type MantelHaenszelMeasure,
  mantelHaenszel,
  type PooledTables,
} from "./synthesis/two-by-two/mantel-haenszel.ts";
export type {
  Analysis,
  EffectExclusion,
  EffectInput,
  EffectInputs,
  EffectOrigin,
  GroupCount,
  GroupMean,
} from "./trials/effect-input.ts";
export type { Fact, Source } from "./trials/fact.ts";
export type { AdverseEvent, Cell, Contrast, Outcome, OutcomeTime, ReportedTest } from "./trials/outcome.ts";
export type { PageTable } from "./trials/page-table.ts";
export { loadPendingTrials, type PendingTrial } from "./trials/pending-trials.ts";
export type { Scale } from "./trials/scale.ts";
export { loadScales, scaleFor } from "./trials/scales.ts";
export { selectTrials, type TrialCriteria, type TrialSelection } from "./trials/select-trials.ts";
export { type PageSection, type StudyPage, studyPage } from "./trials/study-page.ts";
export { studyPageMarkdown } from "./trials/study-page-markdown.ts";
export { type TimeWindow, timeWindowOf, timeWindows } from "./trials/time-window.ts";
export { type EffectInputOptions, toEffectInputs } from "./trials/to-effect-inputs.ts";
export type {
  Arm,
  DataTrap,
  Design,
  DomainJudgement,
  Participants,
  Resistance,
  RiskOfBias,
  Trial,
} from "./trials/trial.ts";
export { loadTrials, trialFor } from "./trials/trials.ts";
export {
  type BiasDomain,
  type ControlActivity,
  type ControlType,
  controlActivities,
  controlTypes,
  type DesignKind,
  type Disorder,
  type Drug,
  disorders,
  type Judgement,
  type Role,
  type Route,
  routes,
  type Status,
  statuses,
} from "./trials/vocabulary.ts";
