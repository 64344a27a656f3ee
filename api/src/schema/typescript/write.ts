import type { Schema } from "../shapes.ts";
import { functionsOf } from "./functions.ts";
import { tableOf, viewOf } from "./relations.ts";
import { mapOf, unionOf } from "./text.ts";
import { typesIn } from "./type-of.ts";

/** The type `Database`, as clients of the dialect take it, of the schemas named. */
export function writeTypes(schema: Schema, told: readonly string[]): string {
  const typeOf = typesIn(schema, told);
  const schemas = told.map((place) => {
    const here = <Kind extends { readonly schema: string }>(list: readonly Kind[]) => list.filter((each) => each.schema === place);
    const attributesOf = (composite: Schema["composites"][number]) =>
      mapOf(composite.attributes.map((each) => ({ name: each.name, type: `${typeOf(each)} | null` })));
    const groups = [
      { name: "Tables", type: mapOf(here(schema.tables).map((it) => ({ name: it.name, type: tableOf(it, schema, typeOf) }))) },
      { name: "Views", type: mapOf(here(schema.views).map((it) => ({ name: it.name, type: viewOf(it, schema, typeOf) }))) },
      { name: "Functions", type: mapOf(functionsOf(schema, place, typeOf)) },
      { name: "Enums", type: mapOf(here(schema.enums).map(({ name, values }) => ({ name, type: unionOf(values) }))) },
      { name: "CompositeTypes", type: mapOf(here(schema.composites).map((it) => ({ name: it.name, type: attributesOf(it) }))) },
    ];
    return { name: place, type: mapOf(groups) };
  });
  return `${head}\nexport type Database = ${mapOf(schemas)}\n${told.includes("public") ? shortcuts : ""}`;
}

const head = `export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]
`;

const shortcuts = `
type Public = Database["public"]
/** A row of a table or view as it is read. */
export type Tables<Name extends keyof (Public["Tables"] & Public["Views"])> = (Public["Tables"] & Public["Views"])[Name]["Row"]
/** What an insert takes. */
export type TablesInsert<Name extends keyof Public["Tables"]> = Public["Tables"][Name]["Insert"]
/** What an update takes. */
export type TablesUpdate<Name extends keyof Public["Tables"]> = Public["Tables"][Name]["Update"]
export type Enums<Name extends keyof Public["Enums"]> = Public["Enums"][Name]
export type CompositeTypes<Name extends keyof Public["CompositeTypes"]> = Public["CompositeTypes"][Name]
`;
