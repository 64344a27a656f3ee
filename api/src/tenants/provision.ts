import { readdirSync, readFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { z } from "zod";
import type { Cell } from "../platform/db/cell.ts";
import { name, Sql, sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { databaseOf, loginOf, type TenantSecrets } from "./rules.ts";

/** Builds a tenant's logins and database. Each step finds what an earlier try left, so it may be repeated at any point. */
export async function build(cell: Cell, tenantId: string, secrets: TenantSecrets): Promise<void> {
  const database = databaseOf(tenantId);
  await cell.asProvisioner(undefined, async (db) => {
    await makeLogins(db, tenantId, secrets);
    if (!(await databaseExists(db, database)))
      await db.run(sql`create database ${name(database)} template ${name(cell.abilities.tenantTemplate)} allow_connections false`);
    await openDatabase(db, tenantId);
  });
  await cell.asProvisioner(database, (db) => grantRights(db, tenantId));
  await cell.asTenant({ database, user: loginOf(tenantId, "owner"), password: secrets.owner }, async (db) => {
    for (const statements of firstMigrations) await db.run(new Sql([statements], []));
    await db.run(sql`alter default privileges grant select on tables to ${name(loginOf(tenantId, "ro"))}`);
  });
}

/** Takes a tenant's database and logins away. */
export async function raze(cell: Cell, tenantId: string): Promise<void> {
  await cell.asProvisioner(undefined, async (db) => {
    if (await databaseExists(db, databaseOf(tenantId))) {
      await db.one(z.object({}), sql`select provision.allow_logins(${tenantId}, false)`);
      await cell.endSessions({ tenantId });
      await db.run(sql`drop database ${name(databaseOf(tenantId))}`);
    }
    await db.one(z.object({}), sql`select provision.drop_tenant(${tenantId})`);
  });
}

/** Gives the logins their passwords, again where a tenant changed its own. */
export const makeLogins = (db: Db, tenantId: string, { anon, user, service, owner, ro }: TenantSecrets) =>
  db.one(z.object({}), sql`select provision.make_tenant(${tenantId}, ${anon}, ${user}, ${service}, ${owner}, ${ro})`);

const databaseExists = async (db: Db, database: string) =>
  (await db.maybe(z.object({ datname: z.string() }), sql`select datname from pg_database where datname = ${database}`)) !== undefined;

const namesOf = (tenantId: string) => (kind: Parameters<typeof loginOf>[1]) => name(loginOf(tenantId, kind));

/**
 * PostgreSQL lets everybody into a new database, so nobody is let in before that is taken back. The platform owns the database, or its
 * owner could alter its settings and let others in.
 */
async function openDatabase(db: Db, tenantId: string): Promise<void> {
  const database = name(databaseOf(tenantId));
  const login = namesOf(tenantId);
  await db.run(sql`revoke all on database ${database} from public`);
  await db.run(sql`grant connect, create, temporary on database ${database} to ${login("owner")}`);
  await db.run(sql`grant connect on database ${database} to ${login("anon")}, ${login("user")}, ${login("service")}, ${login("ro")}`);
  await db.run(sql`alter database ${database} allow_connections true`);
}

async function grantRights(db: Db, tenantId: string): Promise<void> {
  const login = namesOf(tenantId);
  const [owner, ro] = [login("owner"), login("ro")];
  await db.run(sql`revoke all on schema public from public`);
  await db.run(sql`grant all on schema public to ${owner} with grant option`);
  await db.run(sql`grant usage on schema public to ${ro}`);
  await db.run(sql`create schema if not exists extensions`);
  await db.run(sql`grant usage on schema extensions to anon, authenticated, service_role, ${ro}`);
  await db.run(sql`grant usage, create on schema extensions to ${owner}`);
}

const folder = joinPath(import.meta.dirname, "../../../migrations/tenant");
const firstMigrations = readdirSync(folder)
  .filter((file) => file.endsWith(".sql"))
  .sort()
  .map((file) => readFileSync(joinPath(folder, file), "utf8"));
