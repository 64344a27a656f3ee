import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readAddress } from "@nextmavens/api/platform/db/address";
import { findInstallation, whoseRoles } from "@nextmavens/api/platform/db/installation";
import { adminLogin, loginOf, type PlatformRole, type Server } from "@nextmavens/api/platform/db/server";
import { openServer, type RunningServer } from "@nextmavens/api/platform/embedded/server";
import { masterKeys } from "@nextmavens/api/platform/master-key";
import { makeVault, type Vault } from "@nextmavens/api/platform/vault";
import pg from "pg";
import { bootstrap } from "./bootstrap.ts";
import { migrate, pending } from "./migrate.ts";

const newVault = () => makeVault(masterKeys(randomBytes(32).toString("base64"), "/nonexistent"));
const newTenant = () => Array.from(randomBytes(16), (byte) => (byte % 36).toString(36)).join("");
const secrets = ["a", "u", "s", "o", "r"];
const makeTenant = "select provision.make_tenant($1, $2, $3, $4, $5, $6)";

async function as<T>(settings: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(settings);
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}

const attempt = (settings: pg.ClientConfig, statement: string) =>
  as(settings, (client) => client.query(statement)).then(
    () => "allowed",
    (error: { code?: string }) => error.code,
  );

/** The indexes by which parts of names are found. */
const partsOfNames = (server: Server, vault: Vault) =>
  as(
    loginOf(server, vault, "owner"),
    async (client) =>
      (
        await client.query(
          "select indexrelid::regclass as name from pg_index where indexrelid::regclass::text like '%\\_by\\_part\\_of\\_%' and indisvalid",
        )
      ).rows,
  );

/** A server of this file's own: roles belong to a whole server. */
function ownServer() {
  const dataDir = mkdtempSync(join(tmpdir(), "nextmavens-bootstrap-"));
  let running: RunningServer;
  return {
    async start(): Promise<Server> {
      chmodSync(dataDir, 0o711);
      running = await openServer(undefined, dataDir, () => undefined, { isThrowAway: true });
      return running.server;
    },
    async stop() {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    at: (database: string, user: string, password: string) =>
      readAddress(running.url.replace("postgres@", `${user}:${password}@`).replace(/[^/]*$/, database)),
  };
}

async function tenantMade(server: Server, vault: Vault, template: string) {
  const id = newTenant();
  await as(loginOf(server, vault, "provisioner"), async (client) => {
    await client.query(makeTenant, [id, ...secrets]);
    await client.query(`create database t_${id} template ${template}`);
    await client.query(`revoke all on database t_${id} from public`);
    await client.query(`grant connect, create, temp on database t_${id} to t_${id}_owner`);
    await client.query(`grant connect on database t_${id} to t_${id}_anon, t_${id}_user, t_${id}_service`);
  });
  const login = (kind: string, database = `t_${id}`): pg.ClientConfig => ({
    ...loginOf(server, vault, "api", database),
    user: `t_${id}_${kind}`,
    password: kind[0] ?? "",
  });
  return { id, login };
}

describe("with a superuser", () => {
  const own = ownServer();
  const vault = newVault();
  let server: Server;
  let tenant: Awaited<ReturnType<typeof tenantMade>>;
  const ask = async <Row extends pg.QueryResultRow>(role: PlatformRole, text: string, values: unknown[] = []) =>
    (await as(loginOf(server, vault, role), (client) => client.query<Row>(text, values))).rows;
  beforeAll(async () => {
    server = await own.start();
    expect(await whoseRoles(server, vault)).toBe("nobody");
    expect(await findInstallation(server, vault)).toBeUndefined();
    await bootstrap(server, vault);
    await migrate(server, vault, "local");
    tenant = await tenantMade(server, vault, "nm_tenant_template");
  }, 60_000);
  afterAll(() => own.stop());

  test("everything is allowed, and remembered for further processes", async () => {
    expect(await whoseRoles(server, vault)).toBe("ours");
    expect(await findInstallation(server, vault)).toMatchObject({
      serviceRoleBypassesRls: true,
      tenantTemplate: "nm_tenant_template",
      fallbacks: [],
    });
  });

  test("a repetition changes nothing, of the bootstrap as of the migrations", async () => {
    const before = await findInstallation(server, vault);
    expect(await bootstrap(server, vault)).toEqual(before);
    expect(await pending(server, vault)).toEqual([]);
    expect(await migrate(server, vault, "local")).toEqual({ added: [] });
  });

  test("two that start at once both succeed", async () => {
    await Promise.all([bootstrap(server, vault), bootstrap(server, vault)]);
    await Promise.all([migrate(server, vault, "local"), migrate(server, vault, "local")]);
  });

  test("an installation with another master key is refused, and the passwords in use stay", async () => {
    const other = newVault();
    expect(await whoseRoles(server, other)).toBe("another");
    await expect(bootstrap(server, other)).rejects.toThrow("with another master key");
    await expect(bootstrap({ ...server, database: "elsewhere" }, other)).rejects.toThrow("with another master key");
    expect(await ask("api", "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("each request login of a tenant is in one cluster role, inherits nothing, and has its own password", async () => {
    const rows = await ask(
      "api",
      `select r.rolname as login, r.rolinherit as inherits, array(
         select g.rolname::text from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid) as roles
       from pg_roles r where starts_with(r.rolname, $1) order by 1`,
      [`t_${tenant.id}_`],
    );
    const login = (kind: string, roles: string[]) => ({ login: `t_${tenant.id}_${kind}`, inherits: false, roles });
    expect(rows).toEqual([
      login("anon", ["anon"]),
      login("owner", []),
      login("ro", []),
      login("service", ["service_role"]),
      login("user", ["authenticated"]),
    ]);
    expect(await attempt(tenant.login("anon"), "select 1")).toBe("allowed");
    expect(await attempt({ ...tenant.login("anon"), password: "u" }, "select 1")).toBe("28P01");
  });

  test("made again, a tenant's logins have the new passwords", async () => {
    await ask("provisioner", makeTenant, [tenant.id, "new", "u", "s", "o", "r"]);
    expect(await attempt(tenant.login("anon"), "select 1")).toBe("28P01");
    expect(await attempt({ ...tenant.login("anon"), password: "new" }, "select 1")).toBe("allowed");
    await ask("provisioner", makeTenant, [tenant.id, ...secrets]);
  });

  test.each(["postgres", "template1", "nextmavens", "nm_tenant_template"])(
    "a tenant's login cannot enter the database %s",
    async (database) => {
      expect(["42501", "55000"]).toContain(await attempt(tenant.login("anon", database), "select 1"));
    },
  );

  test.each([
    "drop owned by anon",
    "select lo_create(0)",
    "select lo_from_bytea(0, '')",
    "select pg_logical_emit_message(false, 'a', 'b')",
    "select pg_export_snapshot()",
    "select pg_advisory_lock(1)",
    "select pg_advisory_lock_shared(1, 2)",
    "select pg_advisory_xact_lock(1)",
    "select pg_advisory_xact_lock_shared(1)",
    "select pg_try_advisory_lock(1, 2)",
    "select pg_try_advisory_lock_shared(1)",
    "select pg_try_advisory_xact_lock(1)",
    "select pg_try_advisory_xact_lock_shared(1, 2)",
    "create role another",
    "alter role t_x connection limit 100",
    "set role service_role",
    "set log_min_messages = debug5",
    "set temp_file_limit = -1",
    "alter role t_x set log_min_messages = debug5",
  ])("a tenant's login may not: %s", async (statement) => {
    const text = statement.replace("t_x", `t_${tenant.id}_anon`);
    expect(await attempt(tenant.login("anon"), text)).toBe("42501");
  });

  test.each([
    "create extension pltcl",
    "create language pltcl",
    "do $$ begin execute 'create extension pltcl'; end $$",
    "create schema large; create extension lo schema large",
  ])("a tenant's owner gets no language or extension that is not offered: %s", async (statement) => {
    await expect(as(tenant.login("owner"), (client) => client.query(statement))).rejects.toMatchObject({
      code: "42501",
      message: expect.stringContaining("not offered here"),
    });
    const left = "select from pg_language where lanname like 'pltcl%' or lanname like 'plperl%'";
    expect(await as(tenant.login("owner"), async (client) => (await client.query(left)).rowCount)).toBe(0);
  });

  test("a tenant's owner gets the extensions that are offered", async () => {
    await as(tenant.login("owner"), async (client) => {
      await client.query("create schema mine; create extension hstore schema mine; create extension pg_trgm schema mine");
      expect((await client.query("select mine.similarity('word', 'words') > 0.5 as alike")).rows).toEqual([{ alike: true }]);
    });
  });

  test("a database made from an older template gets what this one has, unless its tenant was there first", async () => {
    const [old, own] = [await tenantMade(server, vault, "template0"), await tenantMade(server, vault, "template0")];
    await as(own.login("owner"), (client) => client.query("create schema nextmavens"));
    const { fallbacks } = await bootstrap(server, vault);
    expect(fallbacks).toEqual([expect.stringContaining(`t_${own.id}`)]);
    expect(await attempt(old.login("owner"), "select pg_advisory_lock(1)")).toBe("42501");
    expect(await attempt(old.login("owner"), "create extension pltcl")).toBe("42501");
    for (const { id } of [old, own]) await ask("provisioner", `drop database t_${id}`);
    expect((await bootstrap(server, vault)).fallbacks).toEqual([]);
  });

  test("a tenant's login cannot fill the server's log or disk, whatever it forgets of its settings", async () => {
    await as(tenant.login("user"), (client) => client.query(`alter role t_${tenant.id}_user reset all`));
    await as(tenant.login("user"), async (client) => {
      expect((await client.query("show log_min_messages")).rows).toEqual([{ log_min_messages: "panic" }]);
      expect((await client.query("show temp_file_limit")).rows).toEqual([{ temp_file_limit: "1GB" }]);
    });
  });

  test.each(["create role another", "grant pg_execute_server_program to nm_provisioner", "grant anon to nm_provisioner"])(
    "the provisioner may not: %s",
    async (statement) => {
      expect(await attempt(loginOf(server, vault, "provisioner"), statement)).toBe("42501");
    },
  );

  test.each(["api", "console", "jobs", "owner", "watchdog"] as const)("nm_%s may not make tenants", async (role) => {
    expect(await attempt(loginOf(server, vault, role), `select provision.make_tenant('${newTenant()}', 'a', 'b', 'c', 'd', 'e')`)).toBe(
      "42501",
    );
  });

  test.each(["", "x", `${"a".repeat(16)}'`, "A".repeat(16), "a".repeat(17)])(
    "the id %j is refused, whatever quotes it holds",
    async (id) => {
      for (const text of [makeTenant, "select provision.drop_tenant($1)", "select provision.allow_logins($1, false)"]) {
        const values = text === makeTenant ? [id, ...secrets] : [id];
        await expect(ask("provisioner", text, values)).rejects.toMatchObject({ code: "22023" });
      }
    },
  );

  test("logins that are kept out come in again when they are allowed to", async () => {
    await ask("provisioner", "select provision.allow_logins($1, false)", [tenant.id]);
    expect(await attempt(tenant.login("owner"), "select 1")).toBe("28000");
    await ask("provisioner", makeTenant, [tenant.id, ...secrets]);
    expect(await attempt(tenant.login("owner"), "select 1")).toBe("28000");
    await ask("provisioner", "select provision.allow_logins($1, true)", [tenant.id]);
    expect(await attempt(tenant.login("owner"), "select 1")).toBe("allowed");
  });

  test("what a tenant set on the shared roles is swept", async () => {
    await as(tenant.login("anon"), (client) => client.query("set role anon; alter role anon set application_name = 'mine'"));
    const left = () => ask("api", "select from pg_db_role_setting s join pg_roles r on r.oid = s.setrole where r.rolname = 'anon'");
    expect(await left()).toHaveLength(1);
    await ask("provisioner", "select provision.forget_settings()");
    expect(await left()).toHaveLength(0);
  });

  test("a tenant's logins go only after its database", async () => {
    const { id } = await tenantMade(server, vault, "nm_tenant_template");
    await expect(ask("provisioner", "select provision.drop_tenant($1)", [id])).rejects.toMatchObject({ code: "55006" });
    await ask("provisioner", `drop database t_${id}`);
    await ask("provisioner", "select provision.drop_tenant($1)", [id]);
    await ask("provisioner", "select provision.drop_tenant($1)", [id]);
    expect(await ask("api", "select from pg_roles where starts_with(rolname, $1)", [`t_${id}`])).toEqual([]);
  });

  test("logins that a neighbour gave rights to go with their tenant, or later", async () => {
    const { id, login } = await tenantMade(server, vault, "nm_tenant_template");
    await as(tenant.login("owner"), (client) => client.query(`create schema bait; grant usage on schema bait to t_${id}_anon`));
    await ask("provisioner", "select provision.allow_logins($1, false)", [id]);
    await ask("provisioner", `drop database t_${id}`);
    await ask("provisioner", "select provision.drop_tenant($1)", [id]);
    const left = () => ask("api", "select rolname, rolcanlogin from pg_roles where starts_with(rolname, $1)", [`t_${id}`]);
    expect(await left()).toEqual([{ rolname: `t_${id}_anon`, rolcanlogin: false }]);
    expect(await attempt(login("anon", `t_${tenant.id}`), "select 1")).toBe("28P01");
    await as(tenant.login("owner"), (client) => client.query("drop schema bait"));
    await ask("provisioner", "select provision.sweep_logins()");
    expect(await left()).toEqual([]);
  });

  test("the watchdog sees since when a tenant's session runs, and ends it", async () => {
    const client = new pg.Client(tenant.login("user"));
    const lost = new Promise((resolve) => void client.on("error", resolve));
    await client.connect();
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    const text = "select backend_start is not null as known, pg_terminate_backend(pid) as ended from pg_stat_activity where pid = $1";
    expect(await ask("watchdog", text, [rows[0]?.pid])).toEqual([{ known: true, ended: true }]);
    expect(await lost).toBeInstanceOf(Error);
  });

  test("an action may add a job and do nothing else to the queue", async () => {
    const api = loginOf(server, vault, "api");
    expect(await attempt(api, "select jobs.enqueue('something', '{}', null, null)")).toBe("allowed");
    expect(await attempt(api, "select * from graphile_worker.jobs")).toBe("42501");
    expect(await attempt(api, "select graphile_worker.add_job('something')")).toBe("42501");
  });
});

describe("with a login that may make roles and databases, but is no superuser", () => {
  const own = ownServer();
  const vault = newVault();
  let server: Server;
  beforeAll(async () => {
    const superuser = await own.start();
    await as(adminLogin(superuser, "postgres"), async (client) => {
      await client.query("create role installer login createrole createdb password 'secret'");
      await client.query("create role helpless login password 'secret'");
      await client.query("create role halfway login createdb password 'secret'");
      await client.query("create database taken");
    });
    server = own.at("platform", "installer", "secret");
  }, 60_000);
  afterAll(() => own.stop());

  test("missing rights are all named, with the SQL that grants them", async () => {
    await expect(bootstrap(own.at("platform", "helpless", "secret"), vault)).rejects.toThrow(
      /ALTER ROLE "helpless" CREATEROLE;[\s\S]*ALTER ROLE "helpless" CREATEDB;/,
    );
    await expect(bootstrap(own.at("platform", "halfway", "secret"), vault)).rejects.toThrow('ALTER ROLE "halfway" CREATEROLE;');
    await expect(bootstrap(own.at("taken", "installer", "secret"), vault)).rejects.toThrow('ALTER DATABASE "taken" OWNER TO "installer";');
  });

  test("what the server does not allow is told with what is done instead, and the rest works", async () => {
    const installation = await bootstrap(server, vault);
    expect(installation).toMatchObject({ serviceRoleBypassesRls: false, tenantTemplate: "template0" });
    const told = installation.fallbacks.join("\n");
    expect(told).toContain("ALTER ROLE service_role BYPASSRLS;");
    expect(told).toContain("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC;");
    expect(told).toContain("installer is no superuser");
    await migrate(server, vault, "local");
    expect(await findInstallation(server, vault)).toEqual(installation);
    expect(await partsOfNames(server, vault)).toHaveLength(4);
  });

  test("what was broken off of an index is made anew, and where the extension for it is missing there is none", async () => {
    const superuser = adminLogin(own.at("platform", "postgres", ""));
    await as(superuser, (client) =>
      client.query("update pg_index set indisvalid = false where indexrelid = 'projects_by_part_of_name'::regclass"),
    );
    expect(await partsOfNames(server, vault)).toHaveLength(3);
    await migrate(server, vault, "local");
    expect(await partsOfNames(server, vault)).toHaveLength(4);
    await as(superuser, (client) => client.query("drop extension pg_trgm cascade"));
    await migrate(server, vault, "local");
    expect(await partsOfNames(server, vault)).toEqual([]);
  });

  test("a tenant made there works, and stays out of its neighbour and of the platform's database", async () => {
    const tenant = await tenantMade(server, vault, "template0");
    const neighbour = await tenantMade(server, vault, "template0");
    expect(await attempt(tenant.login("service"), "set role service_role")).toBe("allowed");
    expect(await attempt(tenant.login("anon"), "set role service_role")).toBe("42501");
    expect(await attempt(tenant.login("owner", `t_${neighbour.id}`), "select 1")).toBe("42501");
    expect(await attempt(tenant.login("owner", "platform"), "select 1")).toBe("42501");
  });

  test("a superuser who comes later lifts what was not allowed", async () => {
    const installation = await bootstrap({ ...server, admin: own.at("platform", "postgres", "").admin }, vault);
    expect(installation).toMatchObject({ serviceRoleBypassesRls: true, tenantTemplate: "nm_tenant_template", fallbacks: [] });
  });
});
