import { describe, expect, it } from "vitest";
import { cholesky } from "./cholesky.ts";

describe("cholesky", () => {
  it("gives the factor of a textbook matrix exactly", () => {
    const a = Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98);
    expect([...cholesky(a, 3)]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
  });

  it("names the pivot that is not positive", () => {
    expect(() => cholesky(Float64Array.of(1, 2, 2, 1), 2)).toThrow(/pivot 2 is -3.*E-NOT-POSITIVE-DEFINITE/);
    expect(() => cholesky(Float64Array.of(0), 1)).toThrow(/pivot 1 is 0/);
  });

  it("refuses a matrix that is not symmetric, and a wrong length", () => {
    expect(() => cholesky(Float64Array.of(1, 0.5, 0.4, 1), 2)).toThrow("E-NOT-SYMMETRIC");
    expect(() => cholesky(Float64Array.of(1, 2), 2)).toThrow("E-SHAPE");
  });
});
