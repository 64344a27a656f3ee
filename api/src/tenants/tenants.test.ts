import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeProject } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import type { Cell } from "../platform/db/cell.ts";
import type { Db } from "../platform/db/store.ts";
import { newTenantId } from "../platform/ids.ts";
import { build, raze } from "./provision.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const runs = (apikey: string, query: string) => ask(world, "POST /api/sql", { apikey, body: { query } });

test("what a tenant stores on the roles that all share is swept", async () => {
  await world.clone.query("alter role anon set app.covert = 'message'");
  const stored = () => world.clone.query("select from pg_db_role_setting s join pg_roles r on r.oid = s.setrole where r.rolname = 'anon'");
  expect(await stored()).not.toEqual([]);
  await world.work("forgetSharedSettings", {});
  expect(await stored()).toEqual([]);
});

test("a login whose password the tenant changed works again", async () => {
  const { secret } = await makeProject(world);
  expect((await runs(secret.key, "alter role current_user password 'mine now'")).status).toBe(200);
  const [{ pid } = { pid: 0 }] = (await runs(secret.key, "select pg_backend_pid() as pid")).body.rows;
  await world.clone.query("select pg_terminate_backend($1)", [pid]);
  const answers = [];
  for (let i = 0; i < 3; i++) answers.push((await runs(secret.key, "select 1")).status);
  expect(answers.at(-1)).toBe(200);
});

test("nobody else is let into a tenant's database at any moment of its making", async () => {
  const tenantId = newTenantId();
  const { cell } = world.engine;
  const seen: boolean[] = [];
  const look = async () => {
    const open = "datallowconn and has_database_privilege('public', oid, 'connect')";
    const [row] = await world.clone.query<{ open: boolean }>(`select ${open} as open from pg_database where datname = $1`, [
      `t_${tenantId}`,
    ]);
    if (row) seen.push(row.open);
  };
  const watch = (db: Db): Db => ({
    ...db,
    run: async (statement) => {
      const count = await db.run(statement);
      await look();
      return count;
    },
  });
  const watched: Cell = { ...cell, asProvisioner: (database, work) => cell.asProvisioner(database, (db) => work(watch(db))) };
  await build(watched, tenantId, { anon: "a", user: "u", service: "s", owner: "o", ro: "r" });
  await raze(cell, tenantId);
  expect(seen.length).toBeGreaterThan(5);
  expect(seen).not.toContain(true);
});

test("a tenant's login enters no other database", async () => {
  const [a, b] = [await makeProject(world), await makeProject(world)];
  const rows = await world.clone.query<{ id: string; project_id: string }>("select id, project_id from tenants");
  const idOf = (projectId: string) => rows.find((each) => each.project_id === projectId)?.id ?? "";
  const allowed = await world.clone.query<{ datname: string }>(
    `select datname from pg_database
     where datallowconn and has_database_privilege($1, datname, 'connect') and (datname ~ '^(t|control)_' or datname in ('postgres', 'template1'))`,
    [`t_${idOf(a.id)}_owner`],
  );
  expect(allowed.map((each) => each.datname)).toEqual([`t_${idOf(a.id)}`]);
  expect(idOf(b.id)).not.toBe("");
});
