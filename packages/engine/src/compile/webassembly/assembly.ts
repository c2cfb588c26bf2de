/**
 * WebAssembly instructions as nested function calls: each returns the bytes that leave its value on the stack, so
 * `mul(get(0), f64(2))` reads like the expression it computes. Opcodes: WebAssembly core specification 2.0, section 5.4.
 */

/** Encoded instructions. */
export type Code = readonly number[];

/** Value types of locals, parameters and results. */
export const types = { i32: 0x7f, i64: 0x7e, f64: 0x7c } as const;

/** Unsigned LEB128, section 5.2.2. */
export function unsigned(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return bytes;
}

/** Signed LEB128, section 5.2.2. */
function signed(value: bigint): Code {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    const isLast = (rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0);
    bytes.push(isLast ? low : low | 0x80);
    if (isLast) return bytes;
  }
}

function bytesOf(value: number): Code {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return Array.from({ length: 8 }, (_, i) => view.getUint8(i));
}

const unary =
  (opcode: number) =>
  (a: Code): Code => [...a, opcode];
const binary =
  (opcode: number) =>
  (a: Code, b: Code): Code => [...a, ...b, opcode];

export const f64 = (value: number): Code => [0x44, ...bytesOf(value)];
export const i32 = (value: number): Code => [0x41, ...signed(BigInt(value))];
export const i64 = (value: bigint): Code => [0x42, ...signed(value)];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const call = (index: number, ...operands: readonly Code[]): Code => [
  ...operands.flat(),
  0x10,
  ...unsigned(index),
];
/** Leaves the function with a value. */
export const leave = (value: Code): Code => [...value, 0x0f];
/** Runs `then` if the i32 condition is not 0; leaves nothing on the stack. */
export const when = (condition: Code, then: Code): Code => [...condition, 0x04, 0x40, ...then, 0x0b];
/** `condition ? a : b`, both computed. */
export const choose = (condition: Code, a: Code, b: Code): Code => [...a, ...b, ...condition, 0x1b];

/** Reads or writes the double at `address + offset` [bytes]; 3 is the alignment 2^3. */
export const load = (address: Code, offset: number): Code => [...address, 0x2b, 3, ...unsigned(offset)];
export const store = (address: Code, offset: number, value: Code): Code => [
  ...address,
  ...value,
  0x39,
  3,
  ...unsigned(offset),
];

export const add = binary(0xa0);
export const sub = binary(0xa1);
export const mul = binary(0xa2);
export const div = binary(0xa3);
export const min = binary(0xa4);
export const max = binary(0xa5);
export const abs = unary(0x99);
export const neg = unary(0x9a);
export const sqrt = unary(0x9f);
export const equal = binary(0x61);
export const notEqual = binary(0x62);
export const less = binary(0x63);
export const greater = binary(0x64);
export const lessOrEqual = binary(0x65);

export const not32 = unary(0x45);
export const add32 = binary(0x6a);
export const sub32 = binary(0x6b);
export const and32 = binary(0x71);
export const shiftRight32 = binary(0x75);
export const shiftRightUnsigned32 = binary(0x76);
export const and64 = binary(0x83);
export const or64 = binary(0x84);
export const shiftLeft64 = binary(0x86);
export const shiftRightUnsigned64 = binary(0x88);

/** f64 to i32, truncating; saturates instead of trapping, NaN gives 0. */
export const truncate32 = (a: Code): Code => [...a, 0xfc, 0x02];
export const toDouble = unary(0xb7);
export const toDoubleUnsigned = unary(0xb8);
export const widen = unary(0xac);
export const widenUnsigned = unary(0xad);
export const wrap = unary(0xa7);
export const bitsOf = unary(0xbd);
export const doubleOf = unary(0xbf);
