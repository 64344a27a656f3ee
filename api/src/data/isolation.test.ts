import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask, type Json } from "../../test/ask.ts";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";

/** Attacks by one tenant on another, on the platform, and by a tenant's end users on the tenant. */
let world: World;
let attacker: TestTenant;
let victim: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  [attacker, victim] = [await tenantOf(world), await tenantOf(world)];
  await victim.sql("create table secrets (text text); insert into secrets values ('of the victim')");
  await attacker.sql(`
    create table own (id int primary key, owner text);
    alter table own enable row level security;
    insert into own values (1, 'alice');
    create table door (id int);
    grant select on own to anon;
    grant select, insert on door to anon`);
});
afterAll(() => world.close());

const sql = (query: string, tenant = attacker) => ask(world, "POST /api/sql", { apikey: tenant.secret.key, body: { query } });
const rest = (at: string, body?: unknown) => {
  const [method, path] = at.split(" ");
  return ask(world, `${method} /api/rest/${path}`, { apikey: attacker.publishable.key, ...(body !== undefined && { body }) });
};

describe("a secret key does not lead", () => {
  test.each([
    ["to another role by SET ROLE", "set role nm_provisioner"],
    ["to the role that passes row-level security", "set role service_role"],
    ["to another role by a function in a SELECT", "select set_config('role', 'nm_owner', false)"],
    ["to another role by a query in a query", "select query_to_xml($q$select set_config('role','nm_owner',true)$q$, true, false, '')"],
    ["to another role by a block", "do $$ begin execute 'set local role nm_owner'; end $$"],
    ["to another session's authorization", "set session authorization nm_owner"],
    ["to being superuser", "alter role current_user superuser"],
    ["to roles of its own", "create role mine"],
    ["to a role's membership", "grant service_role to current_user"],
    ["to databases of its own", "create database mine"],
    ["to the server's files", "select pg_read_file('/etc/passwd')"],
    ["to the server's shell", "do $$ begin execute $c$copy (select 1) to program 'true'$c$; end $$"],
    ["to untrusted languages", "create function c() returns int language c as 'x', 'y'"],
    ["to the server's settings", "alter system set work_mem = '1GB'"],
    ["to a server beside it", "do $$ begin execute 'create extension postgres_fdw'; end $$"],
    ["to passwords", "select * from pg_authid"],
  ])("%s", async (_what, query) => {
    const { status, body } = await sql(query);
    expect([status, body.code]).toEqual([403, "42501"]);
  });

  test("to another tenant's database, by any of the logins", async () => {
    for (const kind of ["owner", "service", "anon", "user", "ro"] as const) {
      const login = { ...attacker.login(kind), database: victim.login(kind).database };
      await expect(world.engine.cell.asTenant(login, async () => undefined)).rejects.toMatchObject({ code: "42501" });
    }
  });

  test("to the platform's database, nor to those that every server has", async () => {
    for (const database of [world.server.database, "postgres", "template1"]) {
      await expect(world.engine.cell.asTenant({ ...attacker.login("owner"), database }, async () => undefined)).rejects.toMatchObject({
        code: "42501",
      });
    }
  });

  test("to what others are asking", async () => {
    const running = sql("select pg_sleep(0.5), 'a secret of the victim'", victim);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const { body } = await sql("select query from pg_stat_activity where datname <> current_database()");
    expect(new Set(body.rows.map(({ query }: Json) => query))).not.toContain("select pg_sleep(0.5), 'a secret of the victim'");
    expect(JSON.stringify(body)).not.toContain("a secret of the victim");
    await running;
  });

  test("to ending others' sessions", async () => {
    const running = sql("select pg_backend_pid() as pid, pg_sleep(0.5)::text", victim);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const { body } = await sql(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 't_${victim.tenantId}_owner'`);
    expect(body.code).toBe("42501");
    expect((await running).status).toBe(200);
  });
});

describe("a request of several statements can't be cut short", () => {
  test("by COMMIT in any form, so what fails keeps nothing", async () => {
    await sql("create table whole (a int)");
    for (const end of ["commit", "end", "do $$ begin commit; end $$", "rollback; begin"]) {
      expect((await sql(`insert into whole values (1); ${end}; select 1 / 0`)).status).toBe(400);
    }
    expect((await sql("select count(*) from whole")).body.rows).toEqual([{ count: 0 }]);
  });
});

describe("an end user of a tenant does not climb through the tenant's own code", () => {
  test("by a trigger on a table that everybody may write", async () => {
    await sql(`
      create or replace function climb() returns trigger language plpgsql as $$ begin perform set_config('role', 'service_role', true); return new; end $$;
      grant execute on function climb() to anon;
      create trigger climb before insert on door for each row execute function climb()`);
    const { status, body } = await rest("POST door", { id: 1 });
    expect([status, body.code]).toEqual([401, "42501"]);
  });

  test("by a view that asks for another role", async () => {
    await sql(
      "create view climbing with (security_invoker) as select set_config('role', 'service_role', false) as r; grant select on climbing to anon",
    );
    const { status, body } = await rest("GET climbing");
    expect([status, body.code]).toEqual([401, "42501"]);
  });

  test("by making a read write", async () => {
    await sql(`
      create function write() returns int language plpgsql as $$ begin perform set_config('transaction_read_only', 'off', true); insert into door values (9); return 1; end $$;
      grant execute on function write() to anon;
      create view writing with (security_invoker) as select write() as w; grant select on writing to anon`);
    expect((await rest("GET writing")).status).toBe(400);
  });

  test("by what an earlier request left on the session", async () => {
    await sql(`
      create policy mine on own to anon using (owner = nullif(current_setting('app.user', true), ''));
      create function leave() returns text language sql as $$ select set_config('app.user', 'alice', false) $$;
      grant execute on function leave() to anon;
      create view leaving with (security_invoker) as select leave(); grant select on leaving to anon`);
    expect((await rest("GET leaving")).status).toBe(200);
    for (let i = 0; i < 10; i += 1) expect((await rest("GET own")).body).toEqual([]);
  });

  test("by names and values that are SQL", async () => {
    const hostile = [
      "own?select=id::text) from own; drop table door; --",
      `own?${encodeURIComponent('id"; drop table door; --')}=eq.1`,
      `own?id=eq.${encodeURIComponent("1'; drop table door; --")}`,
      `own?order=${encodeURIComponent("id; drop table door")}`,
      `own?select=${encodeURIComponent('id:id::text\\"; drop table door; --')}`,
      `own?select=${encodeURIComponent("\"x'\\\"; drop table door\":id->>'; drop table door; --'")}`,
      `own?id=in.(${encodeURIComponent('"1\\"}\'); drop table door; --"')})`,
    ];
    for (const path of hostile) expect((await rest(`GET ${path}`)).status).toBeLessThan(500);
    expect((await sql("select to_regclass('door')::text as door")).body.rows).toEqual([{ door: "door" }]);
  });
});

describe("a tenant that changes what is its own", () => {
  test("keeps nobody out but for a moment: a changed password is set again", async () => {
    expect((await sql("alter role current_user password 'mine'")).status).toBe(200);
    await world.engine.cell.endSessions({ tenantId: attacker.tenantId });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await sql("select 1 as one")).body.rows).toEqual([{ one: 1 }]);
  });

  test("does not change how its own requests are read: settings stored for a login do not count", async () => {
    await sql(
      "alter role current_user set standard_conforming_strings = off; alter role current_user set search_path = evil; alter role current_user set datestyle = 'SQL, DMY'",
    );
    await world.engine.cell.endSessions({ tenantId: attacker.tenantId });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { body } = await sql(
      "select current_setting('standard_conforming_strings') as a, current_setting('search_path') as b, '2026-02-01'::date as c",
    );
    expect(body.rows).toEqual([{ a: "on", b: "public,extensions", c: "2026-02-01" }]);
  });
});
