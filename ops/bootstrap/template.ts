import { readFileSync } from "node:fs";
import { adminLogin, type Server } from "@nextmavens/api/platform/db/server";
import pg from "pg";
import { quoted } from "./rights.ts";

const template = "nm_tenant_template";
const text = readFileSync(new URL("tenant-template.sql", import.meta.url), "utf8");

/** The database that tenants' are copied from; made beside the old one, so that there is always one. */
export async function makeTemplate(admin: pg.Client, server: Server, version: string): Promise<string> {
  const { rows } = await admin.query<{ mark: string | null }>(
    "select pg_catalog.shobj_description(oid, 'pg_database') as mark from pg_catalog.pg_database where datname = $1",
    [template],
  );
  if (rows[0]?.mark === version) return template;
  const fresh = `${template}_new`;
  await admin.query(`drop database if exists ${quoted(fresh)}`);
  await admin.query(`create database ${quoted(fresh)} template template0`);
  await fill(server, fresh);
  await admin.query(`revoke all on database ${quoted(fresh)} from public`);
  await admin.query(`comment on database ${quoted(fresh)} is ${pg.escapeLiteral(version)}`);
  if (rows.length > 0) {
    await admin.query(`alter database ${quoted(template)} is_template false`);
    await admin.query(`drop database ${quoted(template)}`);
  }
  await admin.query(`alter database ${quoted(fresh)} rename to ${quoted(template)}`);
  await admin.query(`alter database ${quoted(template)} is_template true allow_connections false`);
  return template;
}

async function fill(server: Server, database: string): Promise<void> {
  const client = new pg.Client(adminLogin(server, database));
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
