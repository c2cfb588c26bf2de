import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exp } from "./exp.ts";
import { log, log10 } from "./log.ts";
import { pow } from "./pow.ts";
import { ulpDistance } from "./ulp-distance.contract.ts";

const oracle = JSON.parse(readFileSync(new URL("../../oracle/elementary/expected.json", import.meta.url), "utf8"));

function parseHexadecimal(text: string): number {
  const [, sign, whole, fraction = "", exponent] = /^(-?)0x([01])\.?([0-9a-f]*)p([+-]\d+)$/.exec(text)!;
  const digits = Number.parseInt(whole! + fraction, 16) * 2 ** (-4 * fraction.length);
  const power = Number(exponent);
  // Two exact steps, so that subnormal arguments do not pass through 2^-1074 rounded to zero.
  const size = digits * 2 ** Math.trunc(power / 2) * 2 ** (power - Math.trunc(power / 2));
  return sign === "-" ? -size : size;
}

function worst(cases: readonly string[][], compute: (...x: number[]) => number): number {
  return Math.max(...cases.map((row) => ulpDistance(compute(...row.slice(0, -1).map(parseHexadecimal)), row.at(-1)!)));
}

function isModerate(row: readonly string[]): boolean {
  return Math.abs(Math.log10(Number(row.at(-1)))) < 30;
}

describe("elementary functions against 50-digit decimals", () => {
  it("exp stays within 1 ulp", () => expect(worst(oracle.exp, exp)).toBeLessThan(1));
  it("log stays within 1 ulp", () => expect(worst(oracle.log, log)).toBeLessThan(1));
  it("pow stays within 1 ulp for results between 1e-30 and 1e30", () => {
    expect(worst(oracle.pow.filter(isModerate), pow)).toBeLessThan(1);
  });
  it("pow stays within 4 ulp for every normal result", () => expect(worst(oracle.pow, pow)).toBeLessThan(4));
});

const edges = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2,
  -2,
  3,
  -3,
  1e-320,
  1e308,
  -1e308,
  2 ** 53 + 2,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
];

describe("elementary functions at the edges", () => {
  it.each(edges)("exp(%s) is what ECMAScript requires", (x) => {
    if (Math.abs(x) > 700 || x === 0 || Number.isNaN(x)) expect(exp(x)).toBe(Math.exp(x));
    else expect(exp(x)).toBeCloseTo(Math.exp(x), 12);
  });

  it.each(edges)("log(%s) is what ECMAScript requires", (x) => {
    const required = Math.log(x);
    if (Number.isFinite(required)) expect(log(x)).toBeCloseTo(required, 11);
    else expect(log(x)).toBe(required);
  });

  it("underflows gradually through the subnormals", () => {
    expect(exp(-740)).toBe(Math.exp(-740));
    expect(exp(-745.2)).toBe(0);
    expect(exp(709.782712893384)).toBeGreaterThan(1.797e308);
  });

  it.each(
    edges.flatMap((x) => edges.map((y) => [x, y] as const)),
  )("pow(%s, %s) is what ECMAScript requires", (x, y) => {
    const required = x ** y;
    if (Number.isFinite(required) && required !== 0) expect(pow(x, y) / required).toBeCloseTo(1, 12);
    else expect(pow(x, y)).toBe(required);
  });

  it("gives exact powers of ten and two to the last bit", () => {
    expect(pow(2, 10)).toBe(1024);
    expect(pow(10, 3)).toBe(1000);
    expect(log10(1000)).toBeCloseTo(3, 14);
  });
});
