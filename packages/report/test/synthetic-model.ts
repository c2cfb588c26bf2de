/** Smooth made-up courses with the shape of the real ones: enough to test drawing and wording, good for no other purpose. */

/** A made-up dose: start and length [h]. */
export interface SyntheticDose {
  readonly time_h: number;
  readonly duration_h: number;
}

/** What differs between made-up subjects: factors around 1, and the starting score. */
export interface SyntheticSubject {
  readonly exposure: number;
  readonly benefit: number;
  readonly baseline: number;
}

/** Values of every output at one moment, in the order of `syntheticOutputs`. */
export function syntheticValues(time_h: number, doses: readonly SyntheticDose[], subject: SyntheticSubject): number[] {
  const arterial =
    subject.exposure * sum(doses, (dose) => 330 * response(time_h - dose.time_h, dose.duration_h, [1.9, 0.24], 0.8));
  const venous =
    subject.exposure *
    sum(doses, (dose) => 280 * response(time_h - dose.time_h - 0.06, dose.duration_h, [1.7, 0.24], 0.78));
  const norketamine =
    subject.exposure * sum(doses, (dose) => 210 * delayed(time_h - dose.time_h, dose.duration_h, 2.1, 0.19));
  const occupancy = arterial / (arterial + 260);
  const surge = sum(doses, (dose) => delayed(time_h - dose.time_h, dose.duration_h, 3, 1.2)) * subject.exposure;
  const potentiation =
    sum(doses, (dose) => delayed(time_h - dose.time_h, dose.duration_h, 0.18, 1 / 51)) * subject.benefit;
  const spines =
    sum(doses, (dose) => delayed(time_h - dose.time_h, dose.duration_h, 1 / 60, 1 / 268)) * subject.benefit;
  const latent = 1.45 * potentiation + spines;
  const effect = (0.64 * latent) / (0.95 + latent);
  const tolerance = 1 - 0.55 * (1 - Math.exp(-sum(doses, (dose) => (dose.time_h < time_h - 1 ? 0.35 : 0))));
  const cadss = ((60 * arterial ** 2) / (420 ** 2 + arterial ** 2)) * tolerance;
  return [
    ...[venous, arterial, 0.49 * venous, 0.51 * venous, norketamine],
    ...[occupancy, 0.75 * occupancy, 0.19 * occupancy, 1 + 0.75 * surge, 1 + 0.7 * surge],
    ...[1 + 1.1 * surge, 1 + 0.9 * surge, potentiation, spines, effect],
    ...[
      Math.max(0, subject.baseline * (1 - effect)),
      cadss,
      (40 * venous) / (venous + 300),
      (26 * venous) / (venous + 400),
    ],
  ];
}

function sum(doses: readonly SyntheticDose[], part: (dose: SyntheticDose) => number): number {
  return doses.reduce((total, dose) => total + part(dose), 0);
}

/** Rise during the infusion, then decline in two phases; 0 before. */
function response(t: number, duration: number, rates: readonly [number, number], share: number): number {
  const phase = (rate: number) =>
    (Math.exp(-rate * Math.max(0, t - duration)) - Math.exp(-rate * Math.max(0, t))) / (rate * duration);
  return t <= 0 ? 0 : share * phase(rates[0]) + (1 - share) * phase(rates[1]);
}

/** A bump with rise and fall rates [1/h], starting in the middle of the infusion. */
function delayed(t: number, duration: number, rise: number, fall: number): number {
  const own = t - 0.5 * duration;
  return own <= 0 ? 0 : (rise / (rise - fall)) * (Math.exp(-fall * own) - Math.exp(-rise * own));
}
