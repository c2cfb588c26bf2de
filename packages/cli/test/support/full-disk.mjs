/** Preload: every file accepts writes until BYTES_LEFT bytes are used up in all, then fails as a full disk does. */
import { open } from "node:fs/promises";

let left = Number(process.env.BYTES_LEFT);
const handle = await open(new URL(import.meta.url));
const prototype = Object.getPrototypeOf(handle);
await handle.close();
const write = prototype.write;

prototype.write = async function (bytes, ...rest) {
  left -= bytes.length;
  if (left < 0) throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  return write.call(this, bytes, ...rest);
};
