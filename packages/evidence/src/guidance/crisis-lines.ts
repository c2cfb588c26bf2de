import { type Check, verify } from "../checks/check.ts";
import { isoDate, number, oneOf, text } from "../checks/scalars.ts";
import { list, record } from "../checks/structures.ts";
import { embedded } from "../embedded.generated.ts";
import { type Source, sourceCheck } from "../trials/fact.ts";
import { type Status, statuses } from "../trials/vocabulary.ts";

/** A line to call in a crisis. */
export interface CrisisLine {
  /** Country, or country and purpose. */
  readonly locale: string;
  readonly name: string;
  readonly contact: string;
  readonly status: Status;
  readonly sources: readonly Source[];
}

/** Crisis information with the date on which somebody last checked it. */
export interface CrisisInformation {
  readonly reviewed: string;
  /** After how many months it must be checked again [mo]. */
  readonly reviewEvery_months: number;
  readonly everywhere: string;
  readonly lines: readonly CrisisLine[];
}

const line: Check<CrisisLine> = record<CrisisLine>(
  { locale: text, name: text, contact: text, status: oneOf(statuses), sources: list(sourceCheck) },
  {},
);

const check: Check<CrisisInformation> = record<CrisisInformation>(
  {
    reviewed: isoDate,
    reviewEvery_months: number({ min: 1, whole: true }),
    everywhere: text,
    lines: list(line, { min: 1 }),
  },
  {},
);

/** Crisis lines for every page that patients may read. @throws EvidenceError `evidence-data-invalid` */
export function loadCrisisInformation(): CrisisInformation {
  const attempted = "read the crisis lines data/crisis-lines.json";
  return verify(check, embedded["crisis-lines"], { code: "evidence-data-invalid", attempted });
}

/** True when the information is older than its review interval. @param today date as YYYY-MM-DD, given by the caller */
export function isReviewDue({ reviewed, reviewEvery_months: months }: CrisisInformation, today: string): boolean {
  const due = new Date(`${reviewed}T00:00:00Z`);
  due.setUTCMonth(due.getUTCMonth() + months);
  return new Date(`${today}T00:00:00Z`) > due;
}

/** The quiet line under every page: emergency number, then the lines of the countries. Plain text. */
export function crisisLine({ everywhere, lines }: CrisisInformation): string {
  return `${everywhere} ${lines.map(({ locale, name, contact }) => `${locale}: ${name}, ${contact}.`).join(" ")}`;
}
