import type { CourseBlock, OutputDescription, RunPlan, RunResult } from "@kinetamine/design";
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { tool } from "../tool.ts";
import type { DataFile } from "./data-table.ts";

/**
 * Outputs are stored in single precision: its rounding (6e-8 of the value) lies below the tolerance of the solver (1e-6),
 * and splitting the bytes of single-precision numbers by significance makes the file a third of the size.
 */
const outputType = { type: "FLOAT", encoding: "BYTE_STREAM_SPLIT" } as const;

/** Off what readers of whole columns do not use, so the same numbers are always the same bytes and few of them. */
const columnSettings = { nullable: false, offsetIndex: false, statistics: false } as const;

/** trajectories.parquet: every output of every virtual patient at every time, one row group per regimen. */
export function trajectoriesFile(result: RunResult): DataFile {
  return {
    path: "data/trajectories.parquet",
    description: "Every virtual patient, one row per regimen, patient and time; NaN where a course failed",
    columns: [
      { name: "regimen", unit: "", meaning: "Id of the regimen" },
      { name: "subject", unit: "1", meaning: "Number of the virtual patient, as in patients.csv" },
      { name: "time_h", unit: "h", meaning: "Time since study day 1, 09:00" },
      ...result.plan.outputs.map(({ name, label, unit }) => ({ name, unit, meaning: `${label}; single precision` })),
    ],
    content: () => encode(result),
  };
}

function encode({ plan, blocks, subjects }: RunResult): Uint8Array {
  const courses = blocks.filter((block) => block.kind === "subjects");
  const numbers = subjects.map((row) => row.subject);
  const writer = new ByteWriter();
  let parquet: ParquetWriter | undefined;
  for (const block of courses) {
    const columnData = blockColumns(plan, { block, subjects: numbers });
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
  return writer.getBytes();
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
