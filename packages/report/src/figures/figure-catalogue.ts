import { regimenStrip } from "./f01-regimen-strip.ts";
import { plasmaFirstSession } from "./f02-plasma-first-session.ts";
import { plasmaCourse } from "./f03-plasma-course.ts";
import { mechanismLadder } from "./f04-mechanism-ladder.ts";
import { symptomRibbon } from "./f05-symptom-ribbon.ts";
import { responseCurves } from "./f06-response.ts";
import { tolerability } from "./f07-tolerability.ts";
import { regimenContrast } from "./f08-contrast.ts";
import { studiedRange } from "./f09-studied-range.ts";
import type { FigureDefinition } from "./figure-definition.ts";

/** Every figure, in the order of its number. */
export const figureCatalogue = [
  regimenStrip,
  plasmaFirstSession,
  plasmaCourse,
  mechanismLadder,
  symptomRibbon,
  responseCurves,
  tolerability,
  regimenContrast,
  studiedRange,
] as readonly FigureDefinition[];
