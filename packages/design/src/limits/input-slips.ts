/** Entries that are allowed but look like slips: a lost decimal point, a wrong unit, pounds for kilograms. */
import type { Finding } from "../run-types.ts";
import { finding } from "./finding.ts";
import { studiedRange } from "./studied-range.ts";

const usual = studiedRange.usual;

/**
 * Looks for slips in a dose.
 * @param base free base per session, as written
 * @param context route and place of the entry
 */
export function doseSlips(
  base: { readonly value: number; readonly unit: "mg/kg" | "mg" },
  context: { readonly route: "iv" | "intranasal"; readonly path: string },
): readonly Finding[] {
  const { path, route } = context;
  const { value, unit } = base;
  const written = `${Number(value.toPrecision(4))} ${unit}`;
  if (route === "iv" && unit === "mg" && value <= 2) {
    const perWeight = Number((value / 70).toPrecision(2));
    const message = `${written} in total is ${perWeight} mg/kg at 70 kg; was ${value} mg/kg meant?`;
    return [finding("possible-slip", { path, message })];
  }
  const typical = route === "intranasal" ? usual.intranasal_mg : usual.iv_mg_per_kg;
  const comparable = route === "iv" && unit === "mg" ? value / 70 : value;
  if (comparable > typical / 8) return [];
  const unitOfTypical = route === "intranasal" ? "mg" : "mg/kg";
  const message = `${written} is a tenth of the usual ${typical} ${unitOfTypical} or less; is the decimal point where it belongs?`;
  return [finding("possible-slip", { path, message })];
}

/**
 * Looks for pounds given as kilograms.
 * @param typical_kg typical weight of the population [kg]
 */
export function weightSlips(typical_kg: number, path: string): readonly Finding[] {
  if (typical_kg <= 125) return [];
  const kilograms = Math.round(typical_kg * 0.4536);
  const message = `a typical weight of ${typical_kg} kg is unusual; in pounds it would be ${kilograms} kg: was the weight given in pounds?`;
  return [finding("possible-slip", { path, message })];
}

/** Scenario files describe virtual patients only; a date, an address or a long number hints at a real one. */
const identifierPatterns: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "an e-mail address", pattern: /[^\s@]+@[^\s@]+\.[a-z]{2,}/i },
  { what: "a calendar date", pattern: /\b(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])\b/ },
  { what: "a calendar date", pattern: /\b(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)?\d{2}\b/ },
  { what: "a record number", pattern: /\b(?:mrn|nhs|ssn|patient|record|hospital)\b\D{0,12}\d{5,}/i },
];

/**
 * Warns about text that may identify a person; scenarios have no place for one.
 * @param text title, label or question
 */
export function identifierSlips(text: string, path: string): readonly Finding[] {
  const found = identifierPatterns.find(({ pattern }) => pattern.test(text));
  if (found === undefined) return [];
  const message = `the text looks as if it held ${found.what}; scenarios are about virtual patients, remove anything that identifies a person`;
  return [finding("possible-identifier", { path, message })];
}
