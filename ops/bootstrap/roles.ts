import { fingerprintOf } from "@nextmavens/api/platform/db/installation";
import { loginOf, type PlatformRole, platformRoles, type Server } from "@nextmavens/api/platform/db/server";
import type { Vault } from "@nextmavens/api/platform/vault";
import pg from "pg";
import { attempt, MissingRights, quoted, type Rights } from "./rights.ts";

const { owner, api, provisioner, watchdog } = platformRoles;

/** Cluster roles that tenants' logins step into; PostgREST's names, so that policies written for it fit. */
const clusterRoles = ["anon", "authenticated", "service_role"] as const;

/** Makes the platform's logins and the shared roles of tenants. Returns whether service_role may bypass row-level security. */
export async function makeRoles(admin: pg.Client, rights: Rights, server: Server, vault: Vault, fallback: (line: string) => void) {
  await refuseForeignInstallation(admin, server, vault);
  for (const role of Object.keys(platformRoles) as PlatformRole[]) await makeLogin(admin, role, vault);
  for (const role of clusterRoles) await makeClusterRole(admin, role);
  await letWatch(admin, fallback);
  return bypassRls(admin, rights, fallback);
}

const exists = async (admin: pg.Client, role: string) =>
  (await admin.query("select from pg_catalog.pg_roles where rolname = $1", [role])).rowCount === 1;

/** Roles belong to the whole server: those of another installation must not get other passwords. */
async function refuseForeignInstallation(admin: pg.Client, server: Server, vault: Vault): Promise<void> {
  if (!(await exists(admin, api))) return;
  const { rows } = await admin.query<{ mark: string | null }>(
    "select pg_catalog.shobj_description(oid, 'pg_authid') as mark from pg_catalog.pg_roles where rolname = $1",
    [owner],
  );
  const isOurs = rows[0]?.mark?.includes(fingerprintOf(vault)) && (await lets(loginOf(server, vault, "api")));
  if (isOurs) return;
  throw new MissingRights([
    `the platform's roles (${api} and others) exist here already, with another master key: give this process the MASTER_KEY (or DATA_DIR) of that installation, or use another server`,
  ]);
}

/** Whether the server takes this login; a database that does not exist yet or is closed to it is no objection. */
async function lets(settings: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(settings);
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    return code === "3D000" || code === "42501";
  } finally {
    await client.end();
  }
}

async function makeLogin(admin: pg.Client, role: PlatformRole, vault: Vault): Promise<void> {
  const name = platformRoles[role];
  if (await exists(admin, name)) return;
  const createdb = role === "provisioner" ? "createdb" : "";
  await admin.query(`create role ${name} login ${createdb} password ${pg.escapeLiteral(vault.derive(`role:${name}`))}`);
  await admin.query(`comment on role ${name} is 'NextMavens, installation ${fingerprintOf(vault)}'`);
}

async function makeClusterRole(admin: pg.Client, role: string): Promise<void> {
  if (!(await exists(admin, role))) await admin.query(`create role ${role} nologin noinherit`);
  // From PostgreSQL 16 on, who did not make a role needs ADMIN OPTION to hand it to a tenant's login.
  const objection = await attempt(admin, `grant ${role} to ${provisioner}; revoke ${role} from ${provisioner}`);
  if (objection) {
    throw new MissingRights([
      `the role ${role} cannot be granted (${objection}): GRANT ${role} TO ${quoted(await loginName(admin))} WITH ADMIN OPTION;`,
    ]);
  }
}

async function letWatch(admin: pg.Client, fallback: (line: string) => void): Promise<void> {
  const objection = await attempt(admin, `grant pg_signal_backend, pg_read_all_stats to ${watchdog}`);
  if (objection) {
    fallback(
      `sessions cannot be ended by pg_signal_backend (${objection}): the watchdog becomes a member of each tenant's logins instead. ` +
        `GRANT pg_signal_backend, pg_read_all_stats TO ${watchdog};`,
    );
  }
}

async function bypassRls(admin: pg.Client, rights: Rights, fallback: (line: string) => void): Promise<boolean> {
  const { rowCount } = await admin.query("select from pg_catalog.pg_roles where rolname = 'service_role' and rolbypassrls");
  if (rowCount === 1) return true;
  const objection = rights.bypassesRls ? await attempt(admin, "alter role service_role bypassrls") : `${rights.login} may not grant it`;
  if (objection === undefined) return true;
  fallback(
    `service_role cannot bypass row-level security (${objection}): secret keys act as the tenant's owner instead. ALTER ROLE service_role BYPASSRLS;`,
  );
  return false;
}

const loginName = async (admin: pg.Client) => (await admin.query<{ name: string }>("select current_user as name")).rows[0]?.name ?? "";
