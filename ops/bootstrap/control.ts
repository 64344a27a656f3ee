import { readFileSync } from "node:fs";
import { platformRoles } from "@nextmavens/api/platform/db/server";
import type pg from "pg";
import { attempt, MissingRights, quoted, type Rights } from "./rights.ts";

const functions = readFileSync(new URL("provision.sql", import.meta.url), "utf8");
const { owner, jobs } = platformRoles;
const everyone = Object.values(platformRoles).join(", ");

/** Who may enter the control database and make what in it, and the functions that make tenants. */
export async function openControl(admin: pg.Client, rights: Rights, database: string): Promise<void> {
  await demandOwnership(admin, rights, database);
  await admin.query(`revoke all on database ${quoted(database)} from public`);
  await admin.query(`grant connect on database ${quoted(database)} to ${everyone}`);
  // The job queue brings its own migrations, which make its schema.
  await admin.query(`grant create on database ${quoted(database)} to ${jobs}`);
  await admin.query(`revoke all on schema public from public; grant usage, create on schema public to ${owner} with grant option`);
  await admin.query(functions);
}

/** By it the console finds a part of a name in a list of any length. */
export async function offerTrigrams(admin: pg.Client, fallback: (line: string) => void): Promise<void> {
  const objection = await attempt(admin, "create extension if not exists pg_trgm schema public");
  if (objection)
    fallback(`parts of names are looked for among the newest rows only (${objection}): CREATE EXTENSION pg_trgm SCHEMA public;`);
}

/** A tenant that can enter a shared database can hold it open, look at its neighbours' names and fill it. */
export async function closeSharedDatabases(admin: pg.Client, fallback: (line: string) => void): Promise<void> {
  for (const database of ["postgres", "template1"]) {
    const before = await isOpen(admin, database);
    if (!before) continue;
    const objection = await attempt(admin, `revoke connect on database ${database} from public`);
    if (objection === undefined && !(await isOpen(admin, database))) continue;
    fallback(`tenants' logins can enter the database ${database}: REVOKE CONNECT ON DATABASE ${database} FROM PUBLIC;`);
  }
}

const isOpen = async (admin: pg.Client, database: string) =>
  (
    await admin.query(
      "select from pg_catalog.pg_database where datname = $1 and pg_catalog.has_database_privilege('anon', oid, 'connect')",
      [database],
    )
  ).rowCount === 1;

async function demandOwnership(admin: pg.Client, rights: Rights, database: string): Promise<void> {
  await demandFunctions(admin, rights);
  const { rows } = await admin.query<{ owner: string; owns: boolean }>(
    `select pg_catalog.pg_get_userbyid(datdba) as owner, pg_catalog.pg_has_role(datdba, 'usage') as owns
     from pg_catalog.pg_database where datname = $1`,
    [database],
  );
  if (rows[0]?.owns) return;
  throw new MissingRights([
    `the database ${database} belongs to ${rows[0]?.owner}: ALTER DATABASE ${quoted(database)} OWNER TO ${quoted(rights.login)};`,
  ]);
}

/** The functions that make tenants act with the rights of the login that made them, so no other may replace them. */
async function demandFunctions(admin: pg.Client, rights: Rights): Promise<void> {
  const { rows } = await admin.query<{ owner: string; owns: boolean }>(
    `select pg_catalog.pg_get_userbyid(nspowner) as owner, pg_catalog.pg_has_role(nspowner, 'usage') as owns
     from pg_catalog.pg_namespace where nspname = 'provision'`,
  );
  if (rows[0] === undefined || rows[0].owns) return;
  throw new MissingRights([
    `${rights.login} cannot replace what ${rows[0].owner} bootstrapped: run the bootstrap task with the login ${rows[0].owner}`,
  ]);
}
