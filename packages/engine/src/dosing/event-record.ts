import { SimulationError } from "../simulation-error.ts";

/** What a record does: observe, dose, other event, reset, reset and dose. */
export type EventId = 0 | 1 | 2 | 3 | 4;

/**
 * One line of a data set in the notation of NONMEM, which most pharmacometric software reads: the fields keep their names there.
 *
 * Absent fields are 0. Records are in order of time; those of one time happen in the order given.
 */
export interface EventRecord {
  /** [h] */
  readonly time: number;
  readonly evid: EventId;
  /** Name of the state that is dosed. */
  readonly cmt?: string;
  /** Amount of each dose, before bioavailability [unit of the state]. */
  readonly amt?: number;
  /** 0 bolus, > 0 infusion at this rate [unit of the state per h], -1 rate and -2 duration given by the model. */
  readonly rate?: number;
  /** Interval between additional doses, or of the train at steady state [h]. */
  readonly ii?: number;
  /** Number of additional doses after this one. */
  readonly addl?: number;
  /** 1: the steady state of this dose replaces the amounts; 2: it is added to them. */
  readonly ss?: 0 | 1 | 2;
  /** The individual's inputs at this record, in the order of `CompiledModel.inputs`. */
  readonly inputs: Float64Array;
}

/** A dose record with every field filled in. */
export type DoseRecord = Required<EventRecord>;

export const isDose = ({ evid }: EventRecord): boolean => evid === 1 || evid === 4;
export const isReset = ({ evid }: EventRecord): boolean => evid === 3 || evid === 4;
/** Records that get a row in the solution. */
export const isObservation = ({ evid }: EventRecord): boolean => evid === 0 || evid === 2;

const fillIn = (record: EventRecord): DoseRecord => ({ cmt: "", amt: 0, rate: 0, ii: 0, addl: 0, ss: 0, ...record });

/** Why a dose record makes no sense, or undefined. */
function complaint({ amt, rate, ii, addl, ss }: DoseRecord): string | undefined {
  const isRate = rate >= 0 || rate === -1 || rate === -2;
  if (!(amt >= 0 && Number.isFinite(amt))) return `AMT ${amt}: a finite number of at least 0 needed`;
  if (!(isRate && Number.isFinite(rate))) return `RATE ${rate}: -2, -1, 0 or a positive number needed`;
  if (!(ii >= 0 && Number.isFinite(ii))) return `II ${ii}: a finite number of at least 0 needed`;
  if (!(Number.isInteger(addl) && addl >= 0)) return `ADDL ${addl}: a whole number of at least 0 needed`;
  if (addl > 0 && ii === 0) return `ADDL ${addl} and II 0: a positive interval needed`;
  if (ss === 0 || ii > 0) return undefined;
  if (ss === 1 && amt === 0 && rate > 0) return undefined;
  return `SS ${ss} and II 0: a positive interval needed, or SS 1 with AMT 0 and a positive RATE`;
}

/**
 * Checks a record and fills in what it leaves out.
 *
 * @throws SimulationError `E-RECORD` or, for its time, `E-TIME`
 */
export function checkRecord(record: EventRecord, index: number, before: number): DoseRecord {
  if (!(record.time >= before && Number.isFinite(record.time))) {
    throw new SimulationError(
      "E-TIME",
      `records[${index}].time`,
      `Cannot go from ${before} h to ${record.time} h: finite times in order needed`,
    );
  }
  const filled = fillIn(record);
  const found = isDose(record) ? complaint(filled) : undefined;
  if (found !== undefined)
    throw new SimulationError("E-RECORD", `records[${index}]`, `Cannot give a dose with ${found}`);
  return filled;
}
