import type { CourseBlock, OutputDescription, RunPlan, RunResult } from "@kinetamine/design";
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { tool } from "../tool.ts";

/**
 * Outputs are stored in single precision: its rounding (6e-8 of the value) lies below the tolerance of the solver (1e-6),
 * and splitting the bytes of single-precision numbers by significance makes the file a third of the size.
 */
const outputType = { type: "FLOAT", encoding: "BYTE_STREAM_SPLIT" } as const;

/** Off what readers of whole columns do not use, so the same numbers are always the same bytes and few of them. */
const columnSettings = { nullable: false, offsetIndex: false, statistics: false } as const;

/** The part of a result that becomes trajectories.parquet. */
export interface SubjectCourses {
  readonly blocks: readonly CourseBlock[];
  /** Numbers of the virtual patients, in the order of the courses. */
  readonly subjects: readonly number[];
}

/** Picks from a result what {@link encodeTrajectories} needs, so that nothing else is copied to a worker. */
export function subjectCourses({ blocks, subjects }: RunResult): SubjectCourses {
  return { blocks: blocks.filter(({ kind }) => kind === "subjects"), subjects: subjects.map(({ subject }) => subject) };
}

/**
 * Encodes courses as Parquet: columns regimen, subject, time_h and one per output; one row group per regimen.
 * @returns the same bytes for the same numbers
 */
export function encodeTrajectories(plan: RunPlan, { blocks, subjects }: SubjectCourses): Uint8Array<ArrayBuffer> {
  const values = blocks.reduce((sum, block) => sum + block.values.length, 0);
  const writer = new ByteWriter(Math.max(1024, values * Float32Array.BYTES_PER_ELEMENT)); // growing it would copy it
  let parquet: ParquetWriter | undefined;
  for (const block of blocks) {
    const columnData = blockColumns(plan, { block, subjects });
    parquet ??= new ParquetWriter({
      writer,
      schema: schemaFromColumnData({ columnData }),
      kvMetadata: describeOutputs(plan.outputs),
      createdBy: tool.name,
      statistics: false,
    });
    parquet.write({ columnData, rowGroupSize: Math.max(1, block.courses * plan.times.length) });
  }
  parquet?.finish();
  return new Uint8Array(writer.getBuffer());
}

function blockColumns(plan: RunPlan, source: { block: CourseBlock; subjects: readonly number[] }): ColumnSource[] {
  const { block, subjects } = source;
  const times = plan.times.length;
  const rows = block.courses * times;
  const subject = Int32Array.from({ length: rows }, (_, row) => subjects[Math.floor(row / times)] ?? -1);
  const time = Float64Array.from({ length: rows }, (_, row) => plan.times[row % times] ?? Number.NaN);
  return [
    { name: "regimen", data: new Array<string>(rows).fill(block.regimen), type: "STRING", ...columnSettings },
    { name: "subject", data: subject, type: "INT32", ...columnSettings },
    { name: "time_h", data: time, type: "DOUBLE", ...columnSettings },
    ...plan.outputs.map(({ name }, index) => ({
      name,
      data: outputColumn(block.values, { index, outputs: plan.outputs.length }),
      ...outputType,
      ...columnSettings,
    })),
  ];
}

/** Every `outputs`-th number from `index` on. */
function outputColumn(values: Float64Array, of: { readonly index: number; readonly outputs: number }): Float32Array {
  const column = new Float32Array(values.length / of.outputs);
  for (let row = 0; row < column.length; row += 1) column[row] = values[row * of.outputs + of.index] ?? Number.NaN;
  return column;
}

function describeOutputs(outputs: readonly OutputDescription[]) {
  return outputs.map(({ name, unit }) => ({ key: `unit.${name}`, value: unit }));
}
