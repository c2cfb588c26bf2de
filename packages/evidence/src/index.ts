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
