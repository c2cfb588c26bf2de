import { verify } from "../checks/check.ts";
import { EvidenceError } from "../checks/evidence-error.ts";
import { embedded } from "../embedded.generated.ts";
import { loadReferences } from "../references/references.ts";
import { sourcesIn } from "../references/sources-in.ts";
import { loadScales } from "./scales.ts";
import type { Trial } from "./trial.ts";
import { trialCheck } from "./trial-check.ts";

let loaded: readonly Trial[] | undefined;

/**
 * Every study record, checked, in the order of its identifier.
 *
 * @throws EvidenceError `evidence-data-invalid` listing every fault of the first faulty record
 */
export function loadTrials(): readonly Trial[] {
  if (loaded === undefined) {
    const files = Object.entries(embedded.trials as Readonly<Record<string, unknown>>);
    loaded = files.map(([file, value]) => readTrial(value, { file }));
    requireMutualOverlap(loaded);
  }
  return loaded;
}

/** The record with this identifier. @throws EvidenceError `evidence-trial-unknown` */
export function trialFor(id: string): Trial {
  const trial = loadTrials().find((candidate) => candidate.id === id);
  if (trial === undefined)
    throw new EvidenceError("evidence-trial-unknown", `find the trial ${id}`, [
      {
        path: "",
        found: JSON.stringify(id),
        required: `one of ${loadTrials()
          .map((each) => each.id)
          .join(", ")}`,
      },
    ]);
  return trial;
}

/**
 * Checks one parsed record: schema, rules across fields, file name, scales and citations.
 *
 * @throws EvidenceError `evidence-data-invalid`
 */
export function readTrial(value: unknown, { file }: { readonly file: string }): Trial {
  const attempted = `read the trial record data/trials/${file}.json`;
  const trial = verify(trialCheck, value, { code: "evidence-data-invalid", attempted });
  const problems = [
    ...(trial.id === file ? [] : [{ path: "id", found: trial.id, required: `${file}, as the file is named` }]),
    ...trial.outcomes.flatMap(({ scale }, index) =>
      loadScales().has(scale)
        ? []
        : [{ path: `outcomes[${index}].scale`, found: scale, required: "an identifier of data/scales.json" }],
    ),
    ...sourcesIn(trial)
      .filter(({ key }) => !loadReferences().has(key))
      .map(({ path, key }) => ({ path, found: key, required: "a key of data/references.json" })),
  ];
  if (problems.length > 0) throw new EvidenceError("evidence-data-invalid", attempted, problems);
  return trial;
}

/** Overlap is stated on both sides, between records that exist and share a cluster. */
function requireMutualOverlap(trials: readonly Trial[]): void {
  const byId = new Map(trials.map((trial) => [trial.id, trial]));
  const problems = trials.flatMap((trial) =>
    trial.overlap.sharesParticipantsWith.flatMap((other) => {
      const partner = byId.get(other);
      const isMutual =
        partner?.overlap.sharesParticipantsWith.includes(trial.id) && partner.overlap.cluster === trial.overlap.cluster;
      const path = `${trial.id}.overlap.sharesParticipantsWith`;
      return isMutual ? [] : [{ path, found: other, required: "a record of the same cluster that names this one too" }];
    }),
  );
  if (problems.length > 0) throw new EvidenceError("evidence-data-invalid", "relate the trial records", problems);
}
