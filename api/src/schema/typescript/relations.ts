import type { Column, Schema } from "../shapes.ts";
import { computedColumns } from "./functions.ts";
import { type Member, objectOf, quote, tupleOf } from "./text.ts";
import type { typesIn } from "./type-of.ts";

type TypeOf = ReturnType<typeof typesIn>;
type Place = { readonly schema: string; readonly name: string };

/** A table: what is read, what may be written, and what it refers to. */
export function tableOf(it: Schema["tables"][number], schema: Schema, typeOf: TypeOf): string {
  return objectOf([
    { name: "Row", type: rowOf(it, schema, typeOf) },
    { name: "Insert", type: objectOf(it.columns.map((column) => inserted(column, typeOf))) },
    { name: "Update", type: objectOf(it.columns.map((column) => ({ ...inserted(column, typeOf), isOptional: true }))) },
    { name: "Relationships", type: relationshipsOf(it, schema) },
  ]);
}

/** A view: what is read, and what may be written where PostgreSQL lets one write through it. */
export function viewOf(it: Schema["views"][number], schema: Schema, typeOf: TypeOf): string {
  const written = objectOf(it.columns.map((column) => ({ ...inserted(column, typeOf), isOptional: true })));
  return objectOf([
    { name: "Row", type: rowOf(it, schema, typeOf) },
    ...(it.isInsertable ? [{ name: "Insert", type: written }] : []),
    ...(it.isUpdatable ? [{ name: "Update", type: written }] : []),
    { name: "Relationships", type: "[]" },
  ]);
}

const orNull = (type: string, isNullable: boolean) => (isNullable ? `${type} | null` : type);

const rowOf = (it: Place & { readonly columns: readonly Column[] }, schema: Schema, typeOf: TypeOf) =>
  objectOf([
    ...it.columns.map((column) => ({ name: column.name, type: orNull(typeOf(column), column.isNullable) })),
    ...computedColumns(it.schema, it.name, schema, typeOf),
  ]);

/** What PostgreSQL itself writes can't be given. */
function inserted(column: Column, typeOf: TypeOf): Member {
  const { name, isNullable, identity, generatedAs } = column;
  if (identity === "always" || generatedAs !== null) return { name, type: "never", isOptional: true };
  const isOptional = isNullable || column.default !== null || identity !== null;
  return { name, type: orNull(typeOf(column), isNullable), isOptional };
}

function relationshipsOf({ schema, name }: Place, { relations }: Schema): string {
  const own = relations.filter(({ from, to }) => from.schema === schema && from.table === name && to.schema === schema);
  if (own.length === 0) return "[]";
  const told = own.map((relation) =>
    objectOf([
      { name: "foreignKeyName", type: quote(relation.name) },
      { name: "columns", type: tupleOf(relation.from.columns) },
      { name: "isOneToOne", type: String(relation.isOneToOne) },
      { name: "referencedRelation", type: quote(relation.to.table) },
      { name: "referencedColumns", type: tupleOf(relation.to.columns) },
    ]),
  );
  return `[\n${told.join(",\n").replaceAll(/^/gm, "  ")},\n]`;
}
