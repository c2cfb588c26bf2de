/** Preload: the process is killed, with no chance to tidy up, at the KILL_AT-th write to a file. */
import { open } from "node:fs/promises";
import { isMainThread } from "node:worker_threads";

let left = Number(process.env.KILL_AT);
const handle = await open(new URL(import.meta.url));
const prototype = Object.getPrototypeOf(handle);
await handle.close();
const write = prototype.write;

prototype.write = async function (bytes, ...rest) {
  left -= 1;
  if (left === 0 && isMainThread) process.kill(process.pid, "SIGKILL");
  return write.call(this, bytes, ...rest);
};
