/**
 * Finds where two files part.
 * @param isText whether to speak of lines, as in a CSV file, instead of bytes
 * @returns words such as `line 12: found "0,1", reproduced "0,2"`; undefined when all bytes agree
 */
export function firstDifference(
  found: Uint8Array,
  reproduced: Uint8Array,
  options: { readonly isText: boolean },
): string | undefined {
  if (Buffer.compare(found, reproduced) === 0) return undefined;
  const at = firstDifferentByte(found, reproduced);
  if (!options.isText) return `byte ${at} of ${found.length} differs (reproduced: ${reproduced.length} bytes)`;
  const line = found.subarray(0, at).reduce((lines, byte) => lines + (byte === lineFeed ? 1 : 0), 1);
  return `line ${line}: found "${lineAt(found, at)}", reproduced "${lineAt(reproduced, at)}"`;
}

const lineFeed = 10;

function firstDifferentByte(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) if (a[index] !== b[index]) return index;
  return length;
}

function lineAt(bytes: Uint8Array, index: number): string {
  const start = index === 0 ? 0 : bytes.lastIndexOf(lineFeed, index - 1) + 1;
  const end = bytes.indexOf(lineFeed, index);
  return Buffer.from(bytes.subarray(start, end === -1 ? bytes.length : end)).toString("utf8");
}
