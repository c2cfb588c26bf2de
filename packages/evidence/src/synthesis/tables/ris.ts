import type { Author, Reference } from "../../references/reference.ts";

const types: Readonly<Record<Reference["type"], string>> = {
  "article-journal": "JOUR",
  article: "GEN",
  webpage: "ELEC",
  dataset: "DATA",
  chapter: "CHAP",
  report: "RPRT",
};

/**
 * References in the RIS format of reference managers, in the order given.
 * @param references CSL-JSON records
 * Source: RIS format specification, Research Information Systems 2011.
 */
export function ris(references: readonly Reference[]): string {
  return references.map(record).join("\r\n");
}

function record(reference: Reference): string {
  const [first, last] = reference.page?.split(/-+/) ?? [];
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["TY", types[reference.type]],
    ["ID", reference.id],
    ...reference.author.map((name) => ["AU", author(name)] as const),
    ["TI", reference.title],
    [reference.type === "chapter" ? "T2" : "JO", reference["container-title"]],
    ["PY", `${reference.issued["date-parts"][0]?.[0]}`],
    ["VL", reference.volume],
    ["IS", reference.issue],
    ["SP", first],
    ["EP", last],
    ["DO", reference.DOI],
    ["AN", reference.PMID],
    ["UR", reference.URL],
  ];
  const written = lines.flatMap(([tag, value]) =>
    value === undefined ? [] : [`${tag}  - ${value.replace(/\s+/g, " ")}`],
  );
  return [...written, "ER  - ", ""].join("\r\n");
}

function author({ family, given, literal }: Author): string {
  return literal ?? [family, given].filter((part) => part !== undefined).join(", ");
}
