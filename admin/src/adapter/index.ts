/** What AdminJS reads by: tables and views of the control database, seen through a role that may only SELECT. */
import { DatabaseMetadata, Database as SqlDatabase } from "@adminjs/sql";
import { loginOf, type Server } from "@nextmavens/api/platform/db/server";
import { connect, type Store } from "@nextmavens/api/platform/db/store";
import type { Vault } from "@nextmavens/api/platform/vault";
import { readCatalog, relationId } from "./catalog.ts";
import { Table, TableMetadata } from "./table.ts";

export type { Wishes } from "./conditions.ts";
export { countedAtMost, type Row, Table } from "./table.ts";

/** Read-only twice over, by the role's grants and by its transactions; and never slow for long. */
const readingOptions = [
  "default_transaction_read_only=on",
  "statement_timeout=5000",
  "lock_timeout=2000",
  "idle_in_transaction_session_timeout=10000",
  "search_path=public",
];

export const openReads = (server: Server, vault: Vault, onError: (error: Error) => void): Store =>
  connect(
    {
      ...loginOf(server, vault, "console"),
      max: 4,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 5_000,
      options: readingOptions.map((option) => `-c ${option}`).join(" "),
    },
    onError,
  );

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
