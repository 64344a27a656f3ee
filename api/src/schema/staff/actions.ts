import { z } from "zod";
import { get as getDataSettings } from "../../data-settings/index.ts";
import type { Context } from "../../platform/action.ts";
import { isDatabaseError } from "../../platform/db/exchange.ts";
import { Sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/store.ts";
import { get as getProject } from "../../projects/index.ts";
import { lookAsOwner } from "../../tenants/index.ts";
import { type Ask, unbound } from "../look.ts";
import { readAll } from "../read.ts";
import type { Column, Schema } from "../shapes.ts";
import { type Outline, refuse } from "./contract.ts";

/** Reads what a project's database is made of, as its own owner, and writes down who looked. */
export async function readOutline(context: Context, { projectId }: { readonly projectId: string }): Promise<Outline> {
  await getProject(context, { projectId });
  const { exposedSchemas } = await getDataSettings(context, { projectId });
  const schema = await lookAsOwner(context, projectId, (db) => lookAtAll(db, exposedSchemas)).catch((error: unknown) => {
    if (!isDatabaseError(error)) throw error;
    context.log.warn("a project's schema could not be read", { projectId, error });
    throw refuse("schema_unreadable");
  });
  if (!schema) throw refuse("database_not_there");
  context.audit({ target: projectId, projectId });
  return outline(schema);
}

async function lookAtAll(db: Db, exposed: readonly string[]): Promise<Schema> {
  let before: Promise<unknown> = Promise.resolve();
  // One after the other: this connection takes no second query while one is under way.
  const ask: Ask = <Row>(query: string) => {
    const rows = before.then(() =>
      db.many(Found, new Sql([`select pg_catalog.row_to_json(found) as row from (${unbound(query)}) found`], [])),
    );
    before = rows.catch(() => undefined);
    return rows.then((found) => found.map(({ row }) => row as Row));
  };
  return readAll(ask, {}, exposed);
}
const Found = z.object({ row: z.unknown() });

const outline = ({ schemas, tables, views, relations, functions, extensions }: Schema): Outline => ({
  schemas: schemas.map(({ name, isExposed }) => ({ name, isExposed })),
  tables: tables.map((table) => ({
    schema: table.schema,
    name: table.name,
    hasRls: table.hasRls,
    reachableBy: (["anon", "authenticated"] as const).filter((role) => table.grants[role].length > 0),
    rowsEstimate: table.rowsEstimate,
    bytes: table.tableBytes + table.indexesBytes,
    columns: columnsOf(table.columns, table.constraints.find(({ kind }) => kind === "primary key")?.columns),
    policies: table.policies.map(({ name, command, roles, isPermissive }) => ({ name, command, roles, isPermissive })),
    indexesCount: table.indexes.length,
    triggersCount: table.triggers.length,
  })),
  views: views.map(({ schema, name, columns }) => ({ schema, name, columns: columnsOf(columns) })),
  relations,
  functions: functions.map(({ schema, name, signature }) => ({ schema, name, signature })),
  extensions: extensions.map(({ name, version }) => ({ name, version })),
});

const columnsOf = (columns: readonly Column[], key: readonly string[] = []) =>
  columns.map(({ name, type, isNullable }) => ({ name, type, isNullable, isKey: key.includes(name) }));
