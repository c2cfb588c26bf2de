import { z } from "zod";
import { scenarioSchema } from "./scenario-schema.ts";

/**
 * The scenario format as JSON Schema (draft 2020-12), for editors that check and complete YAML.
 * It knows shapes, units and bounds; rules between entries, dose limits and identifiers of the model are checked on reading.
 * @returns the schema as plain data, published as `schema/kinetamine.scenario.v1.schema.json`
 */
export function scenarioJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(scenarioSchema, { target: "draft-2020-12", io: "input" });
  const { $schema, ...rest } = schema;
  return {
    $schema,
    $id: "urn:kinetamine:schema:scenario:v1",
    title: "Kinetamine scenario, version 1",
    ...JSON.parse(JSON.stringify(rest)),
  };
}
