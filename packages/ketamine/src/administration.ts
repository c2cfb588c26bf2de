/** One session as given: what goes in, how, and when; amounts in mg of what `expressedAs` names. */
export type Administration = InfusedAdministration | NasalAdministration | AbsorbedAdministration;

interface CommonAdministration {
  /** `ketamine` is the racemate, half of it esketamine; `esketamine` is a drug of its own. */
  readonly drug: "ketamine" | "esketamine";
  /** What the milligrams are milligrams of. */
  readonly expressedAs: "base" | "hydrochloride";
  /** Start of the session [h]. */
  readonly time_h: number;
}

/** An intravenous infusion at a constant rate. */
export interface InfusedAdministration extends CommonAdministration {
  readonly route: "iv";
  readonly amount_mg: number;
  /** Above 0: the model's venous lag was learned from infusions and does not hold for a bolus [h]. */
  readonly duration_h: number;
}

/** Nasal devices one after the other; the amount is strength times count. */
export interface NasalAdministration extends CommonAdministration {
  readonly route: "intranasal";
  readonly device: {
    readonly strength_mg: number;
    readonly count: number;
    /** From one device to the next [h]. */
    readonly gap_h: number;
  };
}

/** A single injection into muscle or under the skin, or a single dose by mouth. */
export interface AbsorbedAdministration extends CommonAdministration {
  readonly route: "im" | "sc" | "po";
  readonly amount_mg: number;
}
