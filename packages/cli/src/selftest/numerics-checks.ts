import type { Check } from "@kinetamine/design";
import { exp, log, makeKey, matrixExponential, normalQuantile, philox, studentT } from "@kinetamine/numerics";
import { numberCheck } from "./number-check.ts";

/** First known answer of Random123's kat_vectors for philox4x32-10: counter and key all zero (Salmon et al. 2011, SC11). */
const philoxOfZero = "6627e8d5 e169c58d bc57ac4c 9b00dbd8";

/** 1 ulp of the result, doubled: what a correctly written elementary function may be off. */
const elementary = 2 ** -51;

/** Numbers that do not come from a model: the random source, elementary functions, distributions, linear algebra. */
export function numericsChecks(): readonly Check[] {
  return [
    philoxCheck(),
    numberCheck("exp", { label: "e", found: exp(1), expected: Math.E, tolerance: elementary }),
    numberCheck("log", { label: "ln 2", found: log(2), expected: Math.LN2, tolerance: elementary }),
    numberCheck("normal-quantile", {
      label: "97.5 % point of the normal distribution",
      found: normalQuantile(0.975),
      expected: 1.959963984540054,
      tolerance: 1e-14,
    }),
    numberCheck("student-quantile", {
      label: "97.5 % point of Student's t, 10 degrees of freedom",
      found: studentT(10).quantile(0.975),
      expected: 2.2281388519649385,
      tolerance: 1e-10,
    }),
    numberCheck("matrix-exponential", {
      label: "exp of a rotation by 1 rad: cos 1",
      found: matrixExponential(Float64Array.of(0, -1, 1, 0), 2)[0] ?? Number.NaN,
      expected: 0.5403023058681398,
      tolerance: 1e-13,
    }),
  ];
}

function philoxCheck(): Check {
  const words = new Uint32Array(4);
  philox(makeKey(0), words, words);
  const found = [...words].map((word) => word.toString(16).padStart(8, "0")).join(" ");
  return {
    id: "philox",
    label: "Random source, known answer",
    passed: found === philoxOfZero,
    found,
    required: philoxOfZero,
  };
}
