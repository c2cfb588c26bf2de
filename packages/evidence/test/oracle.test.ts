import { describe, test } from "vitest";
import { compareTree } from "./compare-tree.ts";
import { runAnalysis } from "./oracle-analyses.ts";
import { oracleCases } from "./oracle-case.ts";

for (const oracle of oracleCases())
  describe(`${oracle.name}: ${oracle.title}`, () => {
    for (const analysis of oracle.analyses)
      test(`${analysis.id} agrees with ${analysis.call}`, () => {
        compareTree(runAnalysis(oracle, analysis), analysis.expected, {
          path: analysis.id,
          tolerances: oracle.tolerances,
        });
      });
  });
