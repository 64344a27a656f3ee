import { referencesIn, referencesQuery } from "../../data/index.ts";
import { refuse } from "../contract.ts";
import type { Ask } from "../look.ts";
import { readAll } from "../read.ts";
import { writeTypes } from "./write.ts";

/** The types of the schemas that are named with commas between. */
export async function types(ask: Ask, schemas: string): Promise<string> {
  const schema = await readAll(ask, {});
  const told = [...new Set(schemas.split(",").map((each) => each.trim()))];
  const unknown = told.find((name) => !schema.schemas.some((each) => each.name === name));
  if (unknown !== undefined) throw refuse("schema_not_found", { details: { schema: unknown } });
  const references = await Promise.all(told.map(async (name) => [name, referencesIn((await ask(referencesQuery, [name]))[0])] as const));
  return writeTypes({ schema, references: new Map(references) }, told);
}
