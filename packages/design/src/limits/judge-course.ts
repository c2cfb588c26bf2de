/** Findings about a whole course: how it compares with the longest controlled one, and how close its sessions are. */
import type { Finding } from "../run-types.ts";
import { finding } from "./finding.ts";
import { studiedRange } from "./studied-range.ts";

/** What a course is judged by. */
export interface CourseToJudge {
  readonly drug: "ketamine" | "esketamine";
  readonly route: "iv" | "intranasal";
  /** Study days of the sessions, increasing. */
  readonly days: readonly number[];
}

/**
 * Compares a course with controlled trials and labels.
 * @param course sessions of one drug by one route
 * @param context disorder of the virtual patients, and the place of the regimen in the scenario
 */
export function judgeCourse(
  course: CourseToJudge,
  context: { readonly indication: string; readonly path: string },
): readonly Finding[] {
  return [...longerThanStudied(course, context.indication, context.path), ...closeSessions(course, context.path)];
}

function longerThanStudied(course: CourseToJudge, indication: string, path: string): readonly Finding[] {
  const count = course.days.length;
  const comparable = studiedRange.studies.filter(
    ({ drug, route, kind }) =>
      drug === course.drug && route === course.route && (kind === "controlled" || kind === "label"),
  );
  const longest = comparable
    .filter((study) => study.disorder === indication && study.sessions !== undefined)
    .reduce<(typeof comparable)[number] | undefined>(
      (best, study) => ((study.sessions?.count ?? 0) > (best?.sessions?.count ?? 0) ? study : best),
      undefined,
    );
  if (count <= (longest?.sessions?.count ?? 0)) return [];
  const controlled =
    longest?.sessions === undefined
      ? `no controlled trial of this drug and route in ${indication.toUpperCase()} is known`
      : `the longest controlled course in ${indication.toUpperCase()} had ${longest.sessions.count} in ${longest.sessions.weeks} wk (${longest.label})`;
  const message = `${count} ${count === 1 ? "session is" : "sessions are"} planned; ${controlled}, so the course extrapolates`;
  const sources = longest === undefined ? [] : [longest.source.citation];
  return [finding("course-beyond-trials", { path, message, sources })];
}

/** No trial in the table gave more than three sessions in a week or eight in four weeks. */
function closeSessions(course: CourseToJudge, path: string): readonly Finding[] {
  const rules = [
    { days: 7, most: 3 },
    { days: 28, most: 8 },
  ];
  return rules.flatMap(({ days, most }) => {
    const found = mostWithin(course.days, days);
    if (found <= most) return [];
    const message = `${found} sessions fall within ${days} days, trials gave at most ${most}`;
    return [finding("sessions-close", { path, message })];
  });
}

function mostWithin(days: readonly number[], length: number): number {
  return Math.max(0, ...days.map((first) => days.filter((day) => day >= first && day < first + length).length));
}
