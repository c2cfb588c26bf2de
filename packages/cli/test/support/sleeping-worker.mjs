/** A worker that never finishes its task. */
export function simulateTask() {
  return new Promise(() => undefined);
}
