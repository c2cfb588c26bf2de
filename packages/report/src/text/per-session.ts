/**
 * Whether an endpoint belongs to one session only, such as `CADSS_peak_session_3`.
 *
 * A course of many sessions has many of them, and they would bury the rest.
 */
export function isPerSession(endpoint: string): boolean {
  return /_session_\d+$/.test(endpoint);
}
