/** Does what the task says: dies, throws, or returns numbers that depend on the task alone. */
import { setTimeout } from "node:timers/promises";
import { move, transferableSymbol, valueSymbol, workerData } from "piscina";

export async function simulateTask(task) {
  if (task.regimen === "dies") process.exit(3);
  if (task.regimen === "throws") throw new Error("no such regimen");
  await setTimeout((task.first % 3) * 5); // later tasks may end before earlier ones
  const values = Float64Array.from({ length: task.count }, (_, index) => workerData.plan.seed + task.first + index);
  return move({ [transferableSymbol]: [values.buffer], [valueSymbol]: { task, values, failures: [], steps: 1 } });
}

export function encodeTrajectories() {
  throw new Error("out of memory");
}
