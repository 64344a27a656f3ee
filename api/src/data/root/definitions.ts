import type { Contents } from "../catalog/build.ts";
import type { Column, Relationship, Table } from "../catalog/model.ts";
import { defaultOf, kindOf } from "./kinds.ts";
import type { Rights } from "./rights.ts";

/** A relation's rows, in JSON Schema. */
export const definitionOf = (table: Table, { relationships }: Contents, { types }: Rights) => ({
  ...(table.comment !== null && { description: table.comment }),
  required: [...table.columns.values()].filter(({ isNullable }) => !isNullable).map(({ name }) => name),
  properties: Object.fromEntries(
    [...table.columns.values()].map((column) => [column.name, propertyOf(column, table, relationships.get(table.name) ?? [], types)]),
  ),
  type: "object",
});

function propertyOf(column: Column, table: Table, relationships: readonly Relationship[], types: Rights["types"]) {
  const own = types[column.type];
  const kind = kindOf(own?.base ?? column.type);
  const value = defaultOf(column.default, kind);
  const description = descriptionOf(column, table, relationships);
  return {
    ...kind,
    ...(own?.values && { enum: own.values }),
    ...(value !== undefined && { default: value }),
    ...(description !== null && { description }),
  };
}

/** Clients find keys by the marks in these notes. */
function descriptionOf({ name, comment }: Column, { primaryKey }: Table, relationships: readonly Relationship[]): string | null {
  const other = keyTo(name, relationships);
  const notes = [
    primaryKey.includes(name) && "This is a Primary Key.<pk/>",
    other && `This is a Foreign Key to \`${other.table}.${other.column}\`.<fk table='${other.table}' column='${other.column}'/>`,
  ].filter((note) => note !== undefined && note !== false);
  if (notes.length === 0) return comment;
  return `${comment === null ? "" : `${comment}\n\n`}${["Note:", ...notes].join("\n")}`;
}

/** The column of another relation that this one alone refers to; a table's before a view's. */
function keyTo(column: string, relationships: readonly Relationship[]): { table: string; column: string } | undefined {
  const keys = relationships.filter(
    ({ cardinality, columns: [first, ...others] }) => cardinality === "many-to-one" && first?.[0] === column && others.length === 0,
  );
  const key = keys.find(({ isToView }) => !isToView) ?? keys[0];
  const to = key?.columns[0]?.[1];
  return key && to !== undefined ? { table: key.to, column: to } : undefined;
}
