/** Preload: the process is killed, with no chance to tidy up, at the KILL_AT-th write to a file. */
import { isMainThread } from "node:worker_threads";
import { interceptWrites } from "./intercept-writes.mjs";

let left = Number(process.env.KILL_AT);

await interceptWrites(() => {
  left -= 1;
  if (left === 0 && isMainThread) process.kill(process.pid, "SIGKILL");
});
