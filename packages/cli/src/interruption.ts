import { exitCodes } from "./exit-code.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Turns the system's requests to end into an abort signal: the first lets the command tidy up, a second ends at once.
 * @param announce is told about the first request
 * @returns the signal, and a function that stops listening
 */
export function listenForInterruption(announce: () => void): {
  readonly signal: AbortSignal;
  readonly stop: () => void;
} {
  const controller = new AbortController();
  const onRequest = () => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted.code);
    announce();
    controller.abort();
  };
  for (const name of signals) process.on(name, onRequest);
  return {
    signal: controller.signal,
    stop: () => {
      for (const name of signals) process.off(name, onRequest);
    },
  };
}
