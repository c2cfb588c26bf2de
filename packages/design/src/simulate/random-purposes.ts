/**
 * What this package draws random numbers for: the `purpose` word of their addresses (below 100 belongs to the engine, which
 * draws covariates and random effects). The index is a hash of a name, so that adding or reordering names changes no other
 * draw; the subject is the number of the virtual patient or of the parameter draw, from 0.
 */
export const randomPurposes = {
  /** One uniform per parameter and parameter draw; index: hash of the parameter's name. */
  parameter: 100,
  /** One uniform per class of other medicines and virtual patient; index: hash of the class. */
  concomitant: 101,
} as const;
