import { randomBytes } from "node:crypto";
import pg from "pg";
import { readAddress } from "../src/platform/db/address.ts";
import type { Installation } from "../src/platform/db/installation.ts";
import { adminLogin, platformRoles, type Server } from "../src/platform/db/server.ts";
import { masterKeys } from "../src/platform/master-key.ts";
import { makeVault, type Vault } from "../src/platform/vault.ts";
import { foundCluster } from "./cluster/found.ts";

/** A control database of a test file's own, on the server that all share. */
export interface Clone {
  readonly server: Server;
  readonly url: string;
  readonly vault: Vault;
  readonly masterKey: string;
  readonly installation: Installation;
  /** Runs one statement as superuser, to look where no front door leads. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Runs statements as superuser in another database, such as a tenant's. */
  runIn(database: string, text: string): Promise<void>;
  /** Drops the database and every tenant made from it. */
  drop(): Promise<void>;
}

export async function cloneControl(): Promise<Clone> {
  const { url, masterKey, installation } = foundCluster();
  const template = readAddress(url);
  const database = `control_${randomBytes(6).toString("hex")}`;
  const server = { ...template, database };
  await once(server, "postgres", (client) => copy(client, template.database, database));
  const admin = new pg.Pool({ ...adminLogin(server), max: 2 });
  admin.on("error", () => undefined);
  return {
    server,
    url: url.replace(/\/[^/]*$/, `/${database}`),
    vault: makeVault(masterKeys(masterKey, "/nonexistent")),
    masterKey,
    installation,
    query: async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => (await admin.query<Row>(text, values)).rows,
    runIn: (database, text) =>
      once(server, database, async (client) => {
        await client.query(text);
      }),
    async drop() {
      const { rows } = await admin.query<{ id: string }>("select id from tenants where state <> 'purged'");
      await admin.end();
      await once(server, "postgres", async (client) => {
        await client.query(`drop database "${database}" with (force)`);
        for (const { id } of rows) await client.query(`drop database if exists "t_${id}" with (force)`);
      });
    },
  };
}

async function copy(client: pg.Client, template: string, database: string): Promise<void> {
  await client.query(`create database "${database}" template "${template}"`);
  // Rights to a database are not copied with it.
  await client.query(`revoke all on database "${database}" from public`);
  await client.query(`grant connect on database "${database}" to ${Object.values(platformRoles).join(", ")}`);
}

async function once(server: Server, database: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(adminLogin(server, database));
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
