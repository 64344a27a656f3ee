import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fingerprintOf, type Installation } from "@nextmavens/api/platform/db/installation";
import { adminLogin, type Server } from "@nextmavens/api/platform/db/server";
import type { Vault } from "@nextmavens/api/platform/vault";
import pg from "pg";
import { closeSharedDatabases, offerTrigrams, openControl } from "../bootstrap/control.ts";
import { demand, probe, quoted, type Rights } from "../bootstrap/rights.ts";
import { makeRoles } from "../bootstrap/roles.ts";
import { hasTemplate, makeTemplate, renewTenants, tenantTemplate } from "../bootstrap/template.ts";
import { commandLine } from "../command-line.ts";

export { MissingRights } from "../bootstrap/rights.ts";

/** Of all that the bootstrap does: when this platform's differs from the database's, it is done again. */
export const version = hashOf(new URL("../bootstrap/", import.meta.url));

/**
 * Makes, with the login of DATABASE_URL, what the platform needs elevated rights for: its roles, its database, the
 * functions that make tenants. May be repeated. What the server does not allow is worked around and told, or named.
 */
export async function bootstrap(server: Server, vault: Vault): Promise<Installation> {
  const admin = await enter(server);
  const fallbacks: string[] = [];
  const fallback = (line: string) => void fallbacks.push(line);
  try {
    const rights = await probe(admin);
    demand(rights);
    await admin.query("select pg_advisory_lock(hashtext('nextmavens bootstrap'))");
    await admin.query("begin");
    const serviceRoleBypassesRls = await makeRoles(admin, rights, server, vault, fallback);
    await openControl(admin, rights, server.database);
    await offerTrigrams(admin, fallback);
    await closeSharedDatabases(admin, fallback);
    await admin.query("commit");
    const template = await chooseTemplate(admin, rights, server, fallback);
    const installation = { version, serviceRoleBypassesRls, tenantTemplate: template, fallbacks };
    await remember(admin, installation, fingerprintOf(vault));
    return installation;
  } finally {
    await admin.end();
  }
}

/** Enters the control database, and makes it first if there is none. */
async function enter(server: Server): Promise<pg.Client> {
  const connectTo = async (database: string) => {
    const client = new pg.Client({ ...adminLogin(server, database), connectionTimeoutMillis: 10_000 });
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  };
  try {
    return await connectTo(server.database);
  } catch (error) {
    if ((error as { code?: string }).code !== "3D000") throw error;
  }
  const elsewhere = await connectTo("postgres");
  try {
    demand(await probe(elsewhere));
    await elsewhere.query(`create database ${quoted(server.database)} template template0 encoding 'UTF8'`);
  } catch (error) {
    // Another process made it in this very moment.
    if ((error as { code?: string }).code !== "42P04" && (error as { code?: string }).code !== "23505") throw error;
  } finally {
    await elsewhere.end();
  }
  return connectTo(server.database);
}

async function chooseTemplate(admin: pg.Client, rights: Rights, server: Server, fallback: (line: string) => void): Promise<string> {
  if (rights.isSuperuser) {
    const template = await makeTemplate(admin, server, version);
    const left = await renewTenants(admin, server);
    if (left.length > 0) fallback(`these databases of tenants lack what the template protects others by: ${left.slice(0, 20).join(", ")}`);
    return template;
  }
  if (await hasTemplate(admin)) return tenantTemplate;
  fallback(
    `${rights.login} is no superuser: tenants' databases are made without the event triggers against DROP OWNED and against extensions that are not ` +
      `offered (the SQL door refuses a plain CREATE EXTENSION; one inside DO or a function passes, if the server trusts it), and may ` +
      `use large objects, exported snapshots, messages in the log of changes and advisory locks (the watchdog ends who holds too many)`,
  );
  return "template0";
}

async function remember(admin: pg.Client, installation: Installation, fingerprint: string): Promise<void> {
  const { serviceRoleBypassesRls, fallbacks } = installation;
  await admin.query(
    `insert into provision.installation (version, fingerprint, service_role_bypasses_rls, tenant_template, fallbacks)
     values ($1, $2, $3, $4, $5)
     on conflict (only_row) do update set version = excluded.version, fingerprint = excluded.fingerprint, fallbacks = excluded.fallbacks,
       service_role_bypasses_rls = excluded.service_role_bypasses_rls, tenant_template = excluded.tenant_template, bootstrapped_at = now()`,
    [version, fingerprint, serviceRoleBypassesRls, installation.tenantTemplate, fallbacks],
  );
}

function hashOf(folder: URL): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(new URL(file, folder)));
  return hash.digest("hex").slice(0, 16);
}

if (import.meta.main) {
  await commandLine(async ({ server, vault }) => {
    const { fallbacks } = await bootstrap(server, vault);
    for (const line of fallbacks) console.log(`not allowed here: ${line}`);
    console.log("the platform's roles and database are ready");
  });
}
