import type { References } from "../../data/index.ts";
import type { Column, Schema } from "../shapes.ts";
import { computedColumns } from "./functions.ts";
import { type Member, objectOf, quote, tupleOf } from "./text.ts";
import type { typesIn } from "./type-of.ts";

type TypeOf = ReturnType<typeof typesIn>;
type Place = { readonly schema: string; readonly name: string };

/** Writes the tables and views of a schema. */
export const relationsIn = (schema: Schema, references: References | undefined, typeOf: TypeOf) => ({
  /** A table: what is read, what may be written, and what it refers to. */
  tableOf: (it: Schema["tables"][number]): string =>
    objectOf([
      { name: "Row", type: rowOf(it, schema, typeOf) },
      { name: "Insert", type: objectOf(it.columns.map((column) => inserted(column, typeOf))) },
      { name: "Update", type: objectOf(it.columns.map((column) => ({ ...inserted(column, typeOf), isOptional: true }))) },
      { name: "Relationships", type: relationshipsOf(it, references) },
    ]),

  /** A view: what is read, what may be written where PostgreSQL lets one write through it, and what the columns that it shows refer to. */
  viewOf(it: Schema["views"][number]): string {
    const shown = references?.shownBy.get(it.name);
    const written = objectOf(it.columns.map((column) => writtenThrough(column, shown?.has(column.name) === true, typeOf)));
    return objectOf([
      { name: "Row", type: rowOf(it, schema, typeOf) },
      ...(it.isInsertable ? [{ name: "Insert", type: written }] : []),
      ...(it.isUpdatable ? [{ name: "Update", type: written }] : []),
      { name: "Relationships", type: relationshipsOf(it, references) },
    ]);
  },
});

/** A view's column can be written where it is a column of a table and nothing else. */
const writtenThrough = (column: Column, isShown: boolean, typeOf: TypeOf): Member =>
  isShown ? { ...inserted(column, typeOf), isOptional: true } : { name: column.name, type: "never", isOptional: true };

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

/** In an order that stays, so that the file changes only where the schema does. */
function relationshipsOf({ name }: Place, references: References | undefined): string {
  const own = (references?.from.get(name) ?? []).toSorted((a, b) => compare(orderOf(a), orderOf(b)));
  if (own.length === 0) return "[]";
  const told = own.map(({ by, to, columns, isUnique }) =>
    objectOf([
      { name: "foreignKeyName", type: quote(by) },
      { name: "columns", type: tupleOf(columns.map(([column]) => column)) },
      { name: "isOneToOne", type: String(isUnique) },
      { name: "referencedRelation", type: quote(to.name) },
      { name: "referencedColumns", type: tupleOf(columns.map(([, column]) => column)) },
    ]),
  );
  return `[\n${told.join(",\n").replaceAll(/^/gm, "  ")},\n]`;
}

type Reference = NonNullable<ReturnType<References["from"]["get"]>>[number];
const orderOf = ({ by, to, columns }: Reference) => JSON.stringify([by, to.name, columns]);
const compare = (a: string, b: string) => Number(a > b) - Number(a < b);
