import { type Code, unsigned } from "./assembly.ts";

/** A function of the module. */
export interface FunctionDefinition {
  readonly parameters: readonly number[];
  readonly results: readonly number[];
  /** Types of further locals, numbered after the parameters. */
  readonly locals: readonly number[];
  readonly body: Code;
  /** Name under which JavaScript finds it; absent for internal functions. */
  readonly name?: string;
}

/** A function taken from JavaScript; imports come first in the numbering of functions. */
export interface ImportedFunction {
  readonly name: string;
  readonly parameters: readonly number[];
  readonly results: readonly number[];
}

const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const text = (value: string): Code => vector([...new TextEncoder().encode(value)].map((byte) => [byte]));
const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
const signature = ({ parameters, results }: Pick<FunctionDefinition, "parameters" | "results">): Code => [
  0x60,
  ...vector(parameters.map((type) => [type])),
  ...vector(results.map((type) => [type])),
];

function bodyOf({ locals, body }: FunctionDefinition): Code {
  const content = [...vector(groupTypes(locals)), ...body, 0x0b];
  return [...unsigned(content.length), ...content];
}

/** Runs of equal types: count and type, section 5.5.13. */
function groupTypes(locals: readonly number[]): readonly Code[] {
  const groups: { count: number; readonly type: number }[] = [];
  for (const type of locals) {
    const last = groups.at(-1);
    if (last?.type === type) last.count += 1;
    else groups.push({ count: 1, type });
  }
  return groups.map(({ count, type }) => [...unsigned(count), type]);
}

/**
 * Writes a module with one imported memory, `env.memory`, and functions imported from `env`.
 *
 * Layout: WebAssembly core specification 2.0, section 5.5.
 */
export function encodeModule(
  functions: readonly FunctionDefinition[],
  imports: readonly ImportedFunction[] = [],
): Uint8Array<ArrayBuffer> {
  const memory: Code = [...text("env"), ...text("memory"), 0x02, 0x00, 0x01];
  const imported = imports.map(({ name }, i): Code => [...text("env"), ...text(name), 0x00, ...unsigned(i)]);
  const exported = functions.flatMap(({ name }, i) =>
    name === undefined ? [] : [[...text(name), 0x00, ...unsigned(imports.length + i)]],
  );
  const sections = [
    section(1, vector([...imports, ...functions].map(signature))),
    section(2, vector([memory, ...imported])),
    section(3, vector(functions.map((_, i) => unsigned(imports.length + i)))),
    section(7, vector(exported)),
    section(10, vector(functions.map(bodyOf))),
  ];
  return Uint8Array.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, ...sections.flat()]);
}
