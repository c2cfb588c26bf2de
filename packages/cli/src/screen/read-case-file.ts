import { type InputProblem, parseYaml, ScenarioError, type YamlDocument } from "@kinetamine/design";
import { EvidenceError, type Problem, readCase, type ScreenCase } from "@kinetamine/evidence";
import { readInputFile } from "../scenario/read-input-file.ts";

/**
 * Reads a coded case as strictly as a scenario: closed words only, nothing filled in or repaired.
 * @throws CliError for a file that cannot be read, ScenarioError listing every fault as `file:line:column path - message`
 */
export async function readCaseFile(path: string): Promise<ScreenCase> {
  const { text } = await readInputFile(path);
  const document = parseYaml(text, path);
  try {
    return readCase(document.value, { fileName: path });
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    throw new ScenarioError(error.problems.map((problem) => located(problem, { document, file: path })));
  }
}

function located(
  { path, found, required }: Problem,
  { document, file }: { readonly document: YamlDocument; readonly file: string },
): InputProblem {
  const isUnknown = found === "an unknown key";
  const steps = stepsOf(path);
  return {
    code: isUnknown ? "unknown-key" : "not-allowed",
    file,
    ...document.locate(steps, isUnknown ? "key" : "value"),
    path: steps.join("."),
    message: `is ${found}, must be ${required}`,
  };
}

/** `drug_trials[0].weeks` as the steps to it. */
function stepsOf(path: string): readonly (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key = ""]) =>
    index === undefined ? key : Number(index),
  );
}
