import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { scenarioJsonSchema } from "./json-schema.ts";

const root = new URL("../../../../", import.meta.url);
const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(
  scenarioJsonSchema(),
);

function example(name: string): Record<string, unknown> {
  return parse(readFileSync(new URL(`examples/${name}`, root), "utf8"));
}

describe("the published JSON Schema", () => {
  it("is what this version generates (node packages/design/write-schema.mjs after a build)", () => {
    const published = readFileSync(new URL("schema/kinetamine.scenario.v1.schema.json", root), "utf8");
    expect(JSON.parse(published)).toEqual(scenarioJsonSchema());
  });

  it("is accepted by an independent validator, and accepts every example", () => {
    for (const name of readdirSync(new URL("examples/", root)).filter((file) => file.endsWith(".scenario.yaml"))) {
      expect(validate(example(name)), `${name}: ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  });

  it.each([
    ["a dose without a unit", (dose: Record<string, unknown>) => ({ ...dose, dose: 0.5 })],
    ["a decimal comma", (dose: Record<string, unknown>) => ({ ...dose, dose: "0,5 mg/kg" })],
    ["an unknown key", (dose: Record<string, unknown>) => ({ ...dose, infusoin: "40 min" })],
    ["a rule that holds a dose", (dose: Record<string, unknown>) => ({ ...dose, hold_if: [] })],
    ["half a weekly schedule", (dose: Record<string, unknown>) => ({ ...dose, schedule: { per_week: 2, weeks: 3 } })],
    ["an unknown route", (dose: Record<string, unknown>) => ({ ...dose, route: "oral" })],
  ])("refuses %s", (_, change) => {
    const scenario = example("single-infusion.scenario.yaml");
    const regimens = scenario.regimens as { doses: Record<string, unknown>[] }[];
    regimens[0]?.doses.splice(0, 1, change(regimens[0].doses[0] ?? {}));
    expect(validate(scenario)).toBe(false);
  });
});
