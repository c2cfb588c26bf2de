import { describe, expect, it } from "vitest";
import { type ParameterRecord, readParameterRecords } from "./parameter-record.ts";
import { dosingParameters, modelParameters, residualErrors, typicalValues } from "./parameters.ts";
import { etaDistribution } from "./variability.ts";

const sources = [{ ref: "simons2022", where: "Table 4" }];
const record: ParameterRecord = {
  ...{ name: "V1", meaning: "Central volume", unit: "L", value: 11, status: "calibrated", kind: "parameter", sources },
  variability: { eta: "eta_V1", distribution: "lognormal", omega: 0.24, status: "seen-secondary", sources },
  uncertainty: { distribution: "lognormal", sd: 0.1, min: 5, max: 20, status: "derived" },
};
const read = (changes: Record<string, unknown>) => () => readParameterRecords([{ ...record, ...changes }], "test");

describe("readParameterRecords", () => {
  it("returns what it was given when nothing is wrong", () => {
    expect(readParameterRecords([record], "test")).toEqual([record]);
  });

  it.each([
    { why: "no source", changes: { sources: [] }, path: "test[0].sources" },
    {
      why: "a source without a place",
      changes: { sources: [{ ref: "simons2022" }] },
      path: "test[0].sources[0].where",
    },
    { why: "no unit", changes: { unit: undefined }, path: "test[0].unit" },
    { why: "a text as value", changes: { value: "11" }, path: "test[0].value" },
    { why: "a status of its own", changes: { status: "verified" }, path: "test[0].status" },
    { why: "a property that is not part of a record", changes: { cv: 24 }, path: "test[0].cv" },
    {
      why: "a negative spread",
      changes: { variability: { ...record.variability, omega: -1 } },
      path: "test[0].variability.omega",
    },
    {
      why: "a logit spread around 11",
      changes: { variability: { ...record.variability, distribution: "logit" } },
      path: "test[0].variability",
    },
    {
      why: "a typical value outside its own uncertainty",
      changes: { uncertainty: { ...record.uncertainty, min: 12 } },
      path: "test[0].uncertainty",
    },
    {
      why: "a uniform uncertainty without bounds",
      changes: { uncertainty: { distribution: "uniform", status: "assumed" } },
      path: "test[0].uncertainty",
    },
    {
      why: "a log-normal uncertainty without a standard deviation",
      changes: { uncertainty: { distribution: "lognormal", min: 5, max: 20, status: "assumed" } },
      path: "test[0].uncertainty",
    },
  ])("refuses $why and says where", ({ changes, path }) => {
    expect(read(changes)).toThrow(expect.objectContaining({ code: "ketamine-data-invalid", path }));
  });

  it("refuses a name used twice", () => {
    expect(() => readParameterRecords([record, record], "test")).toThrow("V1");
  });
});

describe("the shipped parameters", () => {
  const all = [...modelParameters, ...dosingParameters, ...residualErrors];

  it("have names of their own across files", () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(typicalValues(all).tvV1).toBe(11);
  });

  it("carry a badge of certainty wherever they belong to the mechanism", () => {
    const mechanism = modelParameters.filter(({ name }) =>
      /^(fu|Kpuu|tvK_int|K_pyr|rho|tvS_G|B50|k_SYN|tvtau_SPN|w_HNK)/.test(name),
    );
    expect(mechanism.filter(({ certainty }) => certainty === undefined)).toEqual([]);
    expect(mechanism.length).toBeGreaterThan(10);
  });

  it("say why wherever a value was assumed, derived or calibrated: a note, or the places that led to it", () => {
    const silent = all.filter(
      ({ status, sources: from, note }) => status !== "seen" && note === undefined && from.length === 0,
    );
    expect(silent).toEqual([]);
  });
});

describe("etaDistribution", () => {
  it("refuses one random effect with two spreads", () => {
    const other = { ...record, name: "V2", variability: { ...record.variability!, omega: 0.3 } };
    expect(() => etaDistribution([record, other], [])).toThrow(/eta_V1.*0\.3.*0\.24/);
  });

  it("refuses a correlation with an effect that no parameter has", () => {
    const correlation = { etas: ["eta_V1", "eta_CL"], correlation: 0.5, status: "assumed" as const, sources };
    expect(() => etaDistribution([record], [correlation])).toThrow("eta_CL");
  });
});
