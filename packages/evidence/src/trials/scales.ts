import { verify } from "../checks/check.ts";
import { EvidenceError } from "../checks/evidence-error.ts";
import { list } from "../checks/structures.ts";
import { embedded } from "../embedded.generated.ts";
import { type Scale, scaleCheck } from "./scale.ts";

let loaded: ReadonlyMap<string, Scale> | undefined;

/** The measurement scales by identifier. @throws EvidenceError `evidence-data-invalid` */
export function loadScales(): ReadonlyMap<string, Scale> {
  loaded ??= indexScales(embedded.scales);
  return loaded;
}

/** The scale with this identifier. @throws EvidenceError `evidence-data-invalid` */
export function scaleFor(id: string): Scale {
  const scale = loadScales().get(id);
  if (scale === undefined)
    throw new EvidenceError("evidence-data-invalid", `use the scale ${id}`, [
      { path: "", found: JSON.stringify(id), required: "an identifier of data/scales.json" },
    ]);
  return scale;
}

function indexScales(value: unknown): ReadonlyMap<string, Scale> {
  const scales = verify(list(scaleCheck), value, {
    code: "evidence-data-invalid",
    attempted: "read the scales data/scales.json",
  });
  return new Map(scales.map((scale) => [scale.id, scale]));
}
