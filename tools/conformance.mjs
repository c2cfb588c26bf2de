/**
 * Compares the built engine with tables of event records simulated by other software.
 *
 *   node tools/conformance.mjs --data FOLDER [--tolerance 1e-4]
 *
 * FOLDER and the folders below it are searched for comma-separated files of such records. Each has one row per record with the columns set, id, time, evid, amt, cmt, ss, ii, addl,
 * rate (NONMEM's meaning), lagt, bioav, rat2, dur2 (lag, bioavailability, rate and duration of compartment 2 at that record),
 * one or more columns cp_... of concentrations, and optionally usable (0: a row the other software is known to get wrong).
 * The model is fixed: depot (compartment 1), central (2), CL 1.1 L/h, V 20 L, KA 1.5 /h, concentration A2 / (V / 1000).
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkModel, compileModel, createSolver, parseModel } from "../packages/engine/dist/index.js";

const modelText = `
d/dt(depot) = -KA*depot                      # [mg] amount to be absorbed
d/dt(central) = KA*depot - CL/V*central      # [mg] amount in the body
f(central) = F2                              # [1] available share
alag(central) = LAG2                         # [h] lag
dur(central) = DUR2                          # [h] duration when RATE is -2
rate(central) = RATE2                        # [mg/h] rate when RATE is -1
cp = 1000*central/V                          # [mg/L] concentration in the tables' scale
`;
const inputs = [
  { name: "KA", unit: "1/h" },
  { name: "CL", unit: "L/h" },
  { name: "V", unit: "L" },
  { name: "F2", unit: "1" },
  { name: "LAG2", unit: "h" },
  { name: "DUR2", unit: "h" },
  { name: "RATE2", unit: "mg/h" },
].map((input) => ({ ...input, kind: "parameter" }));
const compartments = [undefined, "depot", "central"];
// Far below the five digits of the tables, so that the comparison measures the rules and not the integration.
const tolerance = { relative: 1e-10, absolute: 1e-12 };

function readTable(path) {
  const [header, ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const names = header.split(",").map((name) => name.replaceAll('"', ""));
  return lines.map((line) =>
    Object.fromEntries(line.split(",").map((cell, i) => [names[i], cell.replaceAll('"', "")])),
  );
}

/** Rows of one scenario, in their order, by "set id". */
function groupByScenario(rows) {
  const scenarios = new Map();
  for (const row of rows) {
    const key = `${row.set} ${row.id}`;
    if (!scenarios.has(key)) scenarios.set(key, []);
    scenarios.get(key).push(row);
  }
  return scenarios;
}

function recordOf(row, before) {
  const values = Float64Array.of(1.5, 1.1, 20, +row.bioav, +row.lagt, +row.dur2, +row.rat2);
  // Records of equal inputs share them, so that nothing changes between them.
  const own = before?.inputs.every((value, i) => value === values[i]) ? before.inputs : values;
  const [evid, amt, rate, ii, addl, ss] = ["evid", "amt", "rate", "ii", "addl", "ss"].map((name) => +row[name]);
  return { time: +row.time, evid, amt, rate, ii, addl, ss, cmt: compartments[+row.cmt], inputs: own };
}

function compare(solver, rows, column) {
  const records = [];
  for (const row of rows) records.push(recordOf(row, records.at(-1)));
  const observed = rows.filter((row) => row.evid === "0" || row.evid === "2");
  const solution = solver.solveRecords({ records, tolerance });
  const used = observed.flatMap((row, k) =>
    row.usable === "0" ? [] : [{ expected: +row[column], found: solution.outputs[k] }],
  );
  const peak = Math.max(...used.map(({ expected }) => Math.abs(expected)));
  const errors = used.map(({ expected, found }) => Math.abs(found - expected) / peak);
  // NaN must not pass for agreement.
  const worst = errors.some(Number.isNaN) ? Number.NaN : Math.max(...errors);
  return { status: solution.status, rows: used.length, worst };
}

/** Every file below the folder that holds event records with concentrations; other files are none of this tool's business. */
function recordTables(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".csv"));
  return files
    .map((file) => ({ file, rows: readTable(join(folder, file)) }))
    .filter(({ rows }) => rows.length > 0 && "evid" in rows[0] && "lagt" in rows[0]);
}

/** One line of the result: all scenarios of a table against one of its columns, with one method. */
function compareTable({ file, rows }, column, solver) {
  const scenarios = [...groupByScenario(rows)].map(([name, own]) => ({ name, ...compare(solver, own, column) }));
  // Written so that NaN counts as a failure.
  const failures = scenarios.filter(({ worst }) => !(worst <= Number(values.tolerance)));
  for (const { name, status, worst } of failures)
    console.log(`  ${name} against ${column} with ${solver.method}: ${status}, off by ${worst} of the peak`);
  const worst = Math.max(...scenarios.map((scenario) => scenario.worst));
  const compared = scenarios.reduce((sum, { rows: count }) => sum + count, 0);
  const cells = [file, column, solver.method, scenarios.length, compared, worst.toExponential(1), failures.length];
  console.log(`| ${cells.join(" | ")} |`);
  return failures.length;
}

const { values } = parseArgs({ options: { data: { type: "string" }, tolerance: { type: "string", default: "1e-4" } } });
if (!values.data) {
  console.error("Cannot compare without tables: pass --data FOLDER");
  process.exit(2);
}
const tables = recordTables(values.data);
if (tables.length === 0) {
  console.error(`Cannot compare: no table of event records below ${values.data}`);
  process.exit(2);
}
const model = compileModel(checkModel(parseModel([{ name: "conformance.model", text: modelText }]), inputs), {
  outputs: ["cp"],
});
const solvers = ["rodas5p", "tsit5"].map((method) => createSolver(model, { method }));
console.log("| table | against | method | scenarios | rows | largest difference / peak | failed |");
console.log("|---|---|---|---|---|---|---|");
const failed = tables.flatMap((table) =>
  Object.keys(table.rows[0])
    .filter((key) => key.startsWith("cp_"))
    .flatMap((column) => solvers.map((solver) => compareTable(table, column, solver))),
);
process.exitCode = failed.some((count) => count > 0) ? 1 : 0;
