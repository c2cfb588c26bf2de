/**
 * A quantity the model text reads but never assigns: its value comes from outside, one per subject.
 *
 * `parameter` holds a typical value, `covariate` a property of the subject, `eta` a random effect (dimensionless, unit "1").
 */
export interface InputDeclaration {
  readonly name: string;
  /** UCUM subset, e.g. `L/h`; see `parseUnit`. */
  readonly unit: string;
  readonly kind: "parameter" | "covariate" | "eta";
}
