import { readFileSync } from "node:fs";
import { adminLogin, type Server } from "@nextmavens/api/platform/db/server";
import pg from "pg";
import { quoted } from "./rights.ts";

export const tenantTemplate = "nm_tenant_template";
const text = readFileSync(new URL("tenant-template.sql", import.meta.url), "utf8");

/** Whether a superuser has made one here before. */
export const hasTemplate = async (admin: pg.Client) =>
  (await admin.query("select from pg_catalog.pg_database where datname = $1", [tenantTemplate])).rowCount === 1;

/** The database that tenants' are copied from; made beside the old one, so that there is always one. */
export async function makeTemplate(admin: pg.Client, server: Server, version: string): Promise<string> {
  const { rows } = await admin.query<{ mark: string | null }>(
    "select pg_catalog.shobj_description(oid, 'pg_database') as mark from pg_catalog.pg_database where datname = $1",
    [tenantTemplate],
  );
  if (rows[0]?.mark === version) return tenantTemplate;
  const fresh = `${tenantTemplate}_new`;
  await admin.query(`drop database if exists ${quoted(fresh)}`);
  await admin.query(`create database ${quoted(fresh)} template template0`);
  await fill(server, fresh);
  await admin.query(`revoke all on database ${quoted(fresh)} from public`);
  await admin.query(`comment on database ${quoted(fresh)} is ${pg.escapeLiteral(version)}`);
  if (rows.length > 0) {
    await admin.query(`alter database ${quoted(tenantTemplate)} is_template false`);
    await admin.query(`drop database ${quoted(tenantTemplate)}`);
  }
  await admin.query(`alter database ${quoted(fresh)} rename to ${quoted(tenantTemplate)}`);
  await admin.query(`alter database ${quoted(tenantTemplate)} is_template true allow_connections false`);
  return tenantTemplate;
}

/** Gives tenants' databases that were made before what this template has. Returns those where that did not work. */
export async function renewTenants(admin: pg.Client, server: Server): Promise<readonly string[]> {
  const { rows } = await admin.query<{ name: string }>(
    "select datname as name from pg_catalog.pg_database where datname ~ '^t_[0-9a-z]{16}$' and datallowconn order by 1",
  );
  const left: string[] = [];
  for (const { name } of rows) await fill(server, name).catch(() => left.push(name));
  return left;
}

async function fill(server: Server, database: string): Promise<void> {
  const client = new pg.Client({ ...adminLogin(server, database), options: "-c search_path=pg_catalog -c lock_timeout=5s" });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
