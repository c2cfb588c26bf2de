/**
 * What random numbers are drawn for: the `purpose` word of their addresses. Numbers below 100 belong to this package; callers
 * use 100 and above for their own draws with the same key.
 */
export const randomPurpose = {
  /** One uniform per covariate; index: `drawIndex` of its name. */
  covariate: 1,
  /** One standard normal per random effect, before correlation; index: `drawIndex` of its name. */
  eta: 2,
} as const;

/**
 * The `index` word of draws that belong to a name: the 32-bit FNV-1a hash (Fowler, Noll and Vo) of its UTF-16 code units.
 *
 * Draws belong to names, not to positions: adding, removing or reordering covariates or random effects changes nobody else's.
 */
export function drawIndex(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
