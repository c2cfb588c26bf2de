import { describe, expect, it } from "vitest";
import { observedSeries } from "./observed.ts";
import { anxCore } from "./whole-model.ts";

const { outputs } = anxCore();

describe("observed series", () => {
  it("have identifiers of their own", () => {
    expect(new Set(observedSeries.map(({ id }) => id)).size).toBe(observedSeries.length);
  });

  it("name an output of the model in its unit, an area in that unit times hours, or a share of responders", () => {
    const unitOf = new Map(outputs.map(({ name, unit }) => [name, unit]));
    for (const { id, output, quantity, unit } of observedSeries) {
      const expected = output === "response" ? "1" : unitOf.get(output);
      expect(unit, id).toBe(quantity === "area" ? `h.${expected}` : expected);
    }
  });

  it("have points in order of time, each inside its own interval", () => {
    for (const { id, points } of observedSeries) {
      const times = points.map(({ time_h }) => time_h);
      expect(times, id).toEqual([...times].sort((a, b) => a - b));
      for (const { value, low, high } of points) {
        expect(low ?? value, id).toBeLessThanOrEqual(value);
        expect(high ?? value, id).toBeGreaterThanOrEqual(value);
      }
    }
  });

  it("say what an interval is wherever they give one, and how digitised values were read", () => {
    for (const { id, points, spread, readingError, sources } of observedSeries) {
      if (points.some(({ low }) => low !== undefined)) expect(spread, id).toBeDefined();
      if (sources.some(({ ref, where }) => ref === "indand21" || /^figure/.test(where)))
        expect(readingError, id).toBeDefined();
    }
  });

  it("name where blood was drawn for every concentration", () => {
    expect(observedSeries.filter(({ output, site }) => output.startsWith("C_") && site === undefined)).toEqual([]);
  });
});
