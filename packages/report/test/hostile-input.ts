import type { ReportInput } from "../src/report-input.ts";
import { syntheticInput } from "./synthetic-run.ts";

/** A run in which every text that a report prints is the given one. */
export function hostileInput(text: string): ReportInput {
  const plain = syntheticInput({ subjectCount: 2 });
  const { plan } = plain.result;
  const regimens = plan.regimens.map((regimen) => ({
    ...regimen,
    label: text,
    doses: regimen.doses.map((dose) => ({ ...dose, rangeReason: text, rangeSources: [text] })),
  }));
  const credibility = { ...plan.scenario.credibility, question_of_interest: text };
  return {
    ...plain,
    result: {
      ...plain.result,
      plan: {
        ...plan,
        scenario: { ...plan.scenario, title: text, credibility } as typeof plan.scenario,
        model: { id: text, version: text, hash: text },
        scale: { ...plan.scale, name: text },
        regimens,
        outputs: plan.outputs.map((output) => ({ ...output, label: text, unit: text })),
        parameters: plan.parameters.map((parameter) => ({
          ...parameter,
          name: text,
          meaning: text,
          unit: text,
          note: text,
          sources: [{ ref: text, where: text, note: text }],
        })),
        findings: plan.findings.map((finding) => ({ ...finding, message: text, path: text })),
      },
    },
    summary: {
      ...plain.summary,
      endpoints: plain.summary.endpoints.map((row) => ({ ...row, label: text, unit: text })),
      contrasts: plain.summary.contrasts.map((row) => ({ ...row, label: text, unit: text })),
      checks: [{ id: text, label: text, passed: false, found: text, required: text }],
    },
    studies: plain.studies.map((study) => ({ ...study, label: text })),
    references: plain.references.map((reference) => ({ ...reference, title: text, author: [{ literal: text }] })),
    reproduction: { command: text, toolVersion: text, details: [{ name: text, value: text }] },
  };
}
