import { embeddedData, hasList } from "./embedded-data.ts";

/** What a regulator has said about the drugs. */
export interface RegulatoryStatement {
  readonly drugs: readonly ("ketamine" | "esketamine")[];
  readonly text: string;
  /** Day of the action. */
  readonly date: string;
  /** How directly the source was read. */
  readonly status: string;
  readonly sources: readonly string[];
}

/** Reads the statements of the off-label banner; the first says that ketamine is approved for no psychiatric disorder. */
export function regulatoryStatements(): readonly RegulatoryStatement[] {
  return embeddedData("regulatory-status", isStatementFile).statements;
}

function isStatementFile(value: unknown): value is { readonly statements: readonly RegulatoryStatement[] } {
  return hasList(value, "statements");
}
