import { open } from "node:fs/promises";

/**
 * Calls something before every write to a file of this thread, by way of the prototype all file handles share.
 * @param {(bytes: Uint8Array) => void} before may throw, as a broken disk does
 */
export async function interceptWrites(before) {
  const handle = await open(new URL(import.meta.url));
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  const { write } = prototype;
  prototype.write = async function (bytes, ...rest) {
    before(bytes);
    return write.call(this, bytes, ...rest);
  };
}
