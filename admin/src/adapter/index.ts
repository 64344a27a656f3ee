/** What AdminJS reads by: tables and views of the control database, seen through a role that may only SELECT. */
import { DatabaseMetadata, Database as SqlDatabase } from "@adminjs/sql";
import type { Store } from "@nextmavens/api/platform/db/store";
import { readCatalog, relationId } from "./catalog.ts";
import { Table, TableMetadata } from "./table.ts";

export type { Column } from "./catalog.ts";
export type { Wishes } from "./conditions.ts";
export type { MadeAt } from "./made-at.ts";
export { countedAtMost, lookedThroughAtMost, Table, TableMetadata, TableRecord } from "./table.ts";
export { told } from "./told.ts";

/** The tables the console's role may read, by the id their resource has. */
export async function readTables(store: Store, database: string): Promise<ReadonlyMap<string, TableMetadata>> {
  const relations = await store.transact("platform", (db) => readCatalog(db, ["public"]));
  return new Map(relations.map((relation) => [relationId(relation.schema, relation.name), new TableMetadata(database, relation, store)]));
}

/** Needed beside `Table` to register the adapter: a database AdminJS may list the resources of. */
export class Database extends SqlDatabase {
  static override isAdapterFor(database: unknown): boolean {
    return database instanceof DatabaseMetadata;
  }
}

export const adapter = { Database, Resource: Table };
