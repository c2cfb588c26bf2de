/** Preload: every file accepts writes until BYTES_LEFT bytes are used up in all, then fails as a full disk does. */
import { interceptWrites } from "./intercept-writes.mjs";

let left = Number(process.env.BYTES_LEFT);

await interceptWrites((bytes) => {
  left -= bytes.length;
  if (left < 0) throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
});
