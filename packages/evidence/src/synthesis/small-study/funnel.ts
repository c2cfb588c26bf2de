import { criticalValue } from "../effect-sizes/reported-estimate.ts";
import { requireEffects, type StudyEffect } from "../effect-sizes/study-effect.ts";

/** A point of a funnel plot: effect across, standard error down. */
export interface FunnelPoint {
  readonly label: string;
  readonly effect: number;
  readonly standardError: number;
  /** A study imputed by trim and fill. */
  readonly isFilled: boolean;
}

/** Everything a funnel plot shows, as plain data. */
export interface Funnel {
  /** Where the funnel stands, usually the pooled effect. */
  readonly centre: number;
  readonly points: readonly FunnelPoint[];
  /** The edges within which a share of the studies would fall if all estimated the centre; straight lines from the apex. */
  readonly regions: readonly FunnelRegion[];
}

/** The edges of a funnel at the largest standard error; at standard error 0 both are at the centre. */
export interface FunnelRegion {
  readonly level: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The points and edges of a funnel plot.
 * @param studies effects, and those imputed by trim and fill if any
 * @param options centre; levels, 0.95 unless given
 * @throws EvidenceError `evidence-synthesis-invalid`
 * Source: Sterne & Egger 2001, J Clin Epidemiol 54:1046-1055.
 */
export function funnel(
  studies: { readonly effects: readonly StudyEffect[]; readonly filled?: readonly StudyEffect[] },
  { centre, levels = [0.95] }: { readonly centre: number; readonly levels?: readonly number[] },
): Funnel {
  const { effects, filled = [] } = studies;
  requireEffects([...effects, ...filled], { attempted: "draw a funnel" });
  const point = (isFilled: boolean) => (study: StudyEffect) => ({
    label: study.label,
    effect: study.effect,
    standardError: Math.sqrt(study.variance),
    isFilled,
  });
  const points = [...effects.map(point(false)), ...filled.map(point(true))];
  const widest = Math.max(...points.map(({ standardError }) => standardError));
  return {
    centre,
    points,
    regions: levels.map((level) => {
      const reach = criticalValue(1 - level, "normal") * widest;
      return { level, standardError: widest, low: centre - reach, high: centre + reach };
    }),
  };
}
