import { type RandomKey, standardNormal, uniform } from "@kinetamine/numerics";
import { covariateQuantile } from "./covariate-distribution.ts";
import type { Population } from "./population.ts";
import { drawIndex, randomPurpose } from "./random-purpose.ts";

/** One member of a population: what makes this person different from the typical one. */
export interface VirtualSubject {
  /** Number in the population, from 0. */
  readonly subject: number;
  readonly covariates: Readonly<Record<string, number>>;
  readonly etas: Readonly<Record<string, number>>;
}

/** L z for standard normal z: correlated random effects. */
function drawEtas(key: RandomKey, subject: number, population: Population): Record<string, number> {
  const { varying, factor, variability } = population;
  const z = varying.map((name) => standardNormal(key, { subject, purpose: randomPurpose.eta, index: drawIndex(name) }));
  const etas: Record<string, number> = Object.fromEntries(variability.etas.map((name) => [name, 0]));
  for (const [i, name] of varying.entries()) {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += factor[i * varying.length + j]! * z[j]!;
    etas[name] = sum;
  }
  return etas;
}

/**
 * Draws one virtual subject: a function of the key, the subject's number and the population only.
 *
 * Subject 7 is the same person in a population of 10 and of 10,000, alone or in any order, on any worker. A covariate keeps its
 * value when others are added or removed; a random effect does when effects after it are.
 *
 * @param subject 0 to 2^32 - 1
 */
export function drawSubject(key: RandomKey, subject: number, population: Population): VirtualSubject {
  const covariates = Object.fromEntries(
    Object.entries(population.covariates).map(([name, distribution]) => {
      const u = uniform(key, { subject, purpose: randomPurpose.covariate, index: drawIndex(name) });
      return [name, covariateQuantile(distribution, u)];
    }),
  );
  return { subject, covariates, etas: drawEtas(key, subject, population) };
}

/** The typical subject: given covariates, every random effect 0. */
export function typicalSubject(population: Population, covariates: Readonly<Record<string, number>>): VirtualSubject {
  const etas = Object.fromEntries(population.variability.etas.map((name) => [name, 0]));
  return { subject: 0, covariates, etas };
}
