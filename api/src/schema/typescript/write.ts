import type { References } from "../../data/index.ts";
import type { Schema } from "../shapes.ts";
import { functionsOf } from "./functions.ts";
import { relationsIn } from "./relations.ts";
import { literalOf, mapOf, objectOf, quote, tupleOf, unionOf } from "./text.ts";
import { typesIn } from "./type-of.ts";

/** What types are made of. */
export interface Told {
  readonly schema: Schema;
  /** By schema. */
  readonly references: ReadonlyMap<string, References>;
}

/** The dialect that we speak is that of this version: clients then offer what it can do. */
const postgrestVersion = "14.0";

/** The type `Database`, as clients of the dialect take it, of the schemas named. */
export function writeTypes({ schema, references }: Told, told: readonly string[]): string {
  const typeOf = typesIn(schema, told);
  const schemas = told.map((place) => {
    const here = <Kind extends { readonly schema: string }>(list: readonly Kind[]) => list.filter((each) => each.schema === place);
    const attributesOf = (composite: Schema["composites"][number]) =>
      mapOf(composite.attributes.map((each) => ({ name: each.name, type: `${typeOf(each)} | null` })));
    const relations = relationsIn(schema, references.get(place), typeOf);
    const groups = [
      { name: "Tables", type: mapOf(here(schema.tables).map((it) => ({ name: it.name, type: relations.tableOf(it) }))) },
      { name: "Views", type: mapOf(here(schema.views).map((it) => ({ name: it.name, type: relations.viewOf(it) }))) },
      { name: "Functions", type: mapOf(functionsOf(schema, place, typeOf)) },
      { name: "Enums", type: mapOf(here(schema.enums).map(({ name, values }) => ({ name, type: unionOf(values) }))) },
      { name: "CompositeTypes", type: mapOf(here(schema.composites).map((it) => ({ name: it.name, type: attributesOf(it) }))) },
    ];
    return { name: place, type: mapOf(groups) };
  });
  const internal = { name: "__InternalSupabase", type: objectOf([{ name: "PostgrestVersion", type: quote(postgrestVersion) }]) };
  return [json, `export type Database = ${mapOf([internal, ...schemas])}`, shortcutsTo(told[0] ?? ""), constantsOf(schema, told)].join(
    "\n\n",
  );
}

const json = "export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]";

/** The names that people write: of the first schema by themselves, of others beside the schema's. */
const shortcutsTo = (first: string) => `type Schemas = Omit<Database, "__InternalSupabase">
type First = Schemas[${quote(first)}]
type Elsewhere = { schema: keyof Schemas }
type At<Given> = Given extends Elsewhere ? Schemas[Given["schema"]] : First
type Readable<Place extends Schemas[keyof Schemas]> = Place["Tables"] & Place["Views"]
type Found<Group, Name> = Name extends keyof Group ? Group[Name] : never
type Member<It, Name extends string> = It extends { [_ in Name]: infer Type } ? Type : never
type Named<Given, Other> = Given extends Elsewhere ? Other : Given

/** A row of a table or view as it is read: \`Tables<"todos">\`, or of another schema \`Tables<{ schema: "shop" }, "goods">\`. */
export type Tables<
  Given extends keyof Readable<First> | Elsewhere,
  Other extends Given extends Elsewhere ? keyof Readable<At<Given>> : never = never,
> = Member<Found<Readable<At<Given>>, Named<Given, Other>>, "Row">

/** What an insert takes. */
export type TablesInsert<
  Given extends keyof First["Tables"] | Elsewhere,
  Other extends Given extends Elsewhere ? keyof At<Given>["Tables"] : never = never,
> = Member<Found<At<Given>["Tables"], Named<Given, Other>>, "Insert">

/** What an update takes. */
export type TablesUpdate<
  Given extends keyof First["Tables"] | Elsewhere,
  Other extends Given extends Elsewhere ? keyof At<Given>["Tables"] : never = never,
> = Member<Found<At<Given>["Tables"], Named<Given, Other>>, "Update">

export type Enums<
  Given extends keyof First["Enums"] | Elsewhere,
  Other extends Given extends Elsewhere ? keyof At<Given>["Enums"] : never = never,
> = Found<At<Given>["Enums"], Named<Given, Other>>

export type CompositeTypes<
  Given extends keyof First["CompositeTypes"] | Elsewhere,
  Other extends Given extends Elsewhere ? keyof At<Given>["CompositeTypes"] : never = never,
> = Found<At<Given>["CompositeTypes"], Named<Given, Other>>`;

/** The values of enums, for programs that show or check them. */
function constantsOf(schema: Schema, told: readonly string[]): string {
  const valuesOf = (place: string) =>
    schema.enums.filter((each) => each.schema === place).map(({ name, values }) => ({ name, type: tupleOf(values) }));
  const places = told.map((place) => ({ name: place, type: literalOf([{ name: "Enums", type: literalOf(valuesOf(place)) }]) }));
  return `export const Constants = ${literalOf(places)} as const\n`;
}
