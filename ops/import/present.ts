import { readAddress } from "@nextmavens/api/platform/db/address";
import type { Server } from "@nextmavens/api/platform/db/server";
import pg from "pg";

/** The present platform's database: only ever read. */
export interface Present {
  readonly server: Server;
  readonly password: string | undefined;
  /** Server and database, without login: what tells one source from another. */
  readonly address: string;
}

export function findPresent(from: string): Present {
  const server = readAddress(from);
  return {
    server,
    password: server.admin.password ?? process.env["PGPASSWORD"],
    address: `${server.host}:${server.port}/${server.database}`,
  };
}

/**
 * Runs `work` in one read-only transaction, so that all it reads is of one moment. With `isTenants`, nothing but plain tables can be
 * read: a view could run code of a tenant's with the rights of this login.
 */
export async function reading<T>(present: Present, work: (client: pg.Client) => Promise<T>, isTenants = false): Promise<T> {
  const { server } = present;
  const client = new pg.Client({
    host: server.host,
    port: server.port,
    ssl: server.ssl,
    database: server.database,
    user: server.admin.user,
    password: present.password ?? "",
    application_name: "nextmavens import",
    connectionTimeoutMillis: 10_000,
    options:
      "-c search_path=pg_catalog -c TimeZone=UTC -c bytea_output=hex -c default_transaction_read_only=on -c row_security=off -c idle_in_transaction_session_timeout=0",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new Error(`the database of --from cannot be read: ${messageOf(error)}`);
  }
  try {
    // Servers older than this setting ignore it only when it is not there to be set.
    if (isTenants)
      await client.query(
        "select set_config(name, 'view, foreign-table', false) from pg_settings where name = 'restrict_nonsystem_relation_kind'",
      );
    await client.query("begin isolation level repeatable read read only");
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A server that can't be reached says so through several errors at once. */
export const messageOf = (error: unknown): string =>
  error instanceof AggregateError ? error.errors.map(messageOf).join("; ") : error instanceof Error ? error.message : String(error);
