import type { RunResult } from "@kinetamine/design";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { fakePlan, fakeResult, fakeValue } from "../../test/support/fake-run.ts";
import { encodeTrajectories, subjectCourses } from "./encode-trajectories.ts";

const encode = (result: RunResult) => encodeTrajectories(result.plan, subjectCourses(result));

async function read(bytes: Uint8Array) {
  return parquetReadObjects({ file: new Uint8Array(bytes).buffer });
}

describe("trajectories.parquet", () => {
  it("gives back, through a reader, every output of every patient at every time", async () => {
    const rows = await read(encode(fakeResult));
    const expected = fakePlan.regimens.flatMap(({ id }, regimen) =>
      fakeResult.subjects.flatMap(({ subject }, index) =>
        fakePlan.times.map((time_h, time) => ({
          regimen: id,
          subject,
          time_h,
          ...Object.fromEntries(
            fakePlan.outputs.map(({ name }, output) => [name, fakeValue(regimen + 1, index, { time, output })]),
          ),
        })),
      ),
    );
    expect(rows).toEqual(expected);
  });

  it("keeps a failed course as NaN", async () => {
    const [first, ...others] = fakeResult.blocks;
    if (!first) throw new Error("the fake run has blocks");
    const values = first.values.map((value, index) => (index < 12 ? Number.NaN : value));
    const rows = await read(encode({ ...fakeResult, blocks: [{ ...first, values }, ...others] }));
    expect(rows[0]?.C_ketamine_venous).toBeNaN();
    expect(rows[3]?.C_ketamine_venous).toBe(fakeValue(1, 1, { time: 0, output: 0 }));
  });

  it("is the same bytes each time", () => {
    expect(Buffer.from(encode(fakeResult)).equals(Buffer.from(encode(fakeResult)))).toBe(true);
  });

  it("rounds by less than the tolerance of the solver", async () => {
    const values = Float64Array.from({ length: 36 }, (_, index) => Math.PI * 10 ** (index - 18));
    const [first] = fakeResult.blocks;
    if (!first) throw new Error("the fake run has blocks");
    const rows = await read(encode({ ...fakeResult, blocks: [{ ...first, values }] }));
    const read_ = rows.flatMap((row) => fakePlan.outputs.map(({ name }) => Number(row[name])));
    const errors = read_.map((value, index) => Math.abs(value / (values[index] ?? 0) - 1));
    expect(Math.max(...errors)).toBeLessThan(fakePlan.tolerance.relative / 10); // single precision: half of 2^-23
  });
});
