/** A name with its unit as written in the model, e.g. `{ name: "central", unit: "mg" }`. */
export interface NamedUnit {
  readonly name: string;
  readonly unit: string;
}
