import { describe, expect, it } from "vitest";
import { fakePlan, fakeSummary } from "../../test/support/fake-run.ts";
import type { CsvFile } from "./data-table.ts";
import { responseTable } from "./response-table.ts";
import { ribbonTables } from "./ribbon-tables.ts";
import { summaryTable } from "./summary-table.ts";

const lines = (file: CsvFile | undefined) =>
  Buffer.from(file?.content() ?? [])
    .toString("utf8")
    .trimEnd()
    .split("\n");

describe("pk.csv, pd.csv and scores.csv", () => {
  const [pk, pd, scores] = ribbonTables(fakePlan, fakeSummary);

  it("hold the outputs of their groups, one line per regimen, output and time", () => {
    const outputsOf = (file: CsvFile | undefined) =>
      new Set(
        lines(file)
          .slice(1)
          .map((line) => line.split(",")[1]),
      );
    expect([...outputsOf(pk)]).toEqual(["C_ketamine_venous"]);
    expect([...outputsOf(pd)]).toEqual(["glutamate"]);
    expect([...outputsOf(scores)]).toEqual(["score", "CADSS"]);
    expect(lines(pk)).toHaveLength(1 + 2 * 3);
    expect(lines(scores)).toHaveLength(1 + 2 * 2 * 3);
  });

  it("put every number under its heading", () => {
    expect(lines(pk).slice(0, 2)).toEqual([
      "regimen,output,unit,time_h,q05,q25,q50,q75,q95,mean,typical,parameter05,parameter95,RANGE",
      "A,C_ketamine_venous,ng/mL,0,1100,1200,1300,1400,1500,1600,1700,,,studied",
    ]);
    expect(lines(scores).at(-1)).toBe("B,CADSS,{points},24,2123,2223,2323,2423,2523,2623,2723,,,outside");
  });
});

describe("responses.csv", () => {
  it("holds one line per regimen and time", () => {
    expect(lines(responseTable(fakePlan, fakeSummary))).toEqual([
      "regimen,time_h,response,response_error,remission,remission_error,RANGE",
      "B,0,0,0,0,0,outside",
      "B,0.5,0.25,0.2,0,0,outside",
      "B,24,1,0,0.5,0.3,outside",
    ]);
  });
});

describe("summary.csv", () => {
  it("holds endpoints, then contrasts, with bare negative numbers", () => {
    expect(lines(summaryTable(fakePlan, fakeSummary))).toEqual([
      "kind,regimen,compared_with,endpoint,label,unit,n,mean,mean_error,sd,q05,q25,q50,q75,q95,typical,relative,parameter05,parameter95,RANGE",
      'endpoint,A,,cmax,"Peak, ketamine",ng/mL,3,200,,10,190,195,200,205,210,201,,,,studied',
      'endpoint,B,,cmax,"Peak, ketamine",ng/mL,3,180,,10,190,195,200,205,210,201,,,,outside',
      'contrast,B,A,cmax,"Peak, ketamine",ng/mL,,-20,1,,-25,,-20,,-15,,-0.1,,,outside',
    ]);
  });
});

describe("every column", () => {
  it("says what it means, and its unit unless it is text", () => {
    const files = [...ribbonTables(fakePlan, fakeSummary), summaryTable(fakePlan, fakeSummary)];
    for (const { columns, path } of files) {
      for (const column of columns) expect(column.meaning, `${path} ${column.name}`).not.toBe("");
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    }
  });
});
