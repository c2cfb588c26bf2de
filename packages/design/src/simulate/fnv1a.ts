/**
 * FNV-1a hash of a short name (Fowler, Noll, Vo; 32 bits), to give a name a fixed place among random addresses.
 * @param name ASCII
 * @returns unsigned 32-bit integer
 */
export function fnv1a(name: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x0100_0193);
  }
  return hash >>> 0;
}
