import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findingCodes } from "../limits/finding.ts";
import { inputProblemCodes } from "./input-problem.ts";

const source = new URL("../", import.meta.url);
const texts = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter(
    (file) => file.endsWith(".ts") && !/\.(test|contract|generated)\.ts$|input-problem\.ts$|finding\.ts$/.test(file),
  )
  .map((file) => readFileSync(new URL(file, source), "utf8"))
  .join("\n");

describe("the lists of codes", () => {
  it.each([...Object.keys(inputProblemCodes), ...Object.keys(findingCodes)])("hold %s because it is used", (code) => {
    expect(texts).toMatch(new RegExp(`"${code}"|\\b${code}: `));
  });
});
