import type { Schema, TypeName } from "../shapes.ts";
import { unionOf } from "./text.ts";

/** PostgreSQL's types that JSON has something closer for than a text. */
const known: Readonly<Record<string, string>> = {
  bool: "boolean",
  int2: "number",
  int4: "number",
  int8: "number",
  float4: "number",
  float8: "number",
  numeric: "number",
  oid: "number",
  json: "Json",
  jsonb: "Json",
  hstore: "Json",
  void: "undefined",
  record: "Record<string, unknown>",
};
/** Stand for what is known only when a function is called. */
const open = /^any/;

/** Translates PostgreSQL's types as they come in JSON; `told` are the schemas that references may lead to. */
export function typesIn(schema: Schema, told: readonly string[]): (type: TypeName) => string {
  const at = ({ schema: place, name }: { readonly schema: string; readonly name: string }) => JSON.stringify([place, name]);
  const placed = <Kind extends { readonly schema: string; readonly name: string }>(list: readonly Kind[]) =>
    new Map(list.map((each) => [at(each), each]));
  const [enums, domains, composites] = [placed(schema.enums), placed(schema.domains), placed(schema.composites)];
  const [tables, views] = [placed(schema.tables), placed(schema.views)];

  const element = ({ baseType: name, baseTypeSchema: place }: TypeName): string => {
    const id = at({ schema: place, name });
    const domain = domains.get(id);
    if (domain) return typeOf(domain);
    const isTold = told.includes(place);
    const refer = (group: string) => `Database[${JSON.stringify(place)}][${JSON.stringify(group)}][${JSON.stringify(name)}]`;
    const found = enums.get(id);
    if (found) return isTold ? refer("Enums") : `(${unionOf(found.values)})`;
    if (composites.has(id)) return isTold ? refer("CompositeTypes") : "Record<string, unknown>";
    if (tables.has(id)) return isTold ? `${refer("Tables")}["Row"]` : "Record<string, unknown>";
    if (views.has(id)) return isTold ? `${refer("Views")}["Row"]` : "Record<string, unknown>";
    if (place === "pg_catalog" && open.test(name)) return "unknown";
    // What else there is comes as PostgreSQL's text.
    return known[name] ?? "string";
  };
  const typeOf = (type: TypeName): string => (type.isArray ? `${element(type)}[]` : element(type));
  return typeOf;
}
