import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { z } from "zod";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProject, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { perform } from "../platform/action.ts";
import { loginOf, type PlatformRole } from "../platform/db/server.ts";
import { type Sql, sql } from "../platform/db/sql.ts";
import { connect } from "../platform/db/store.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const as = async (role: PlatformRole, query: Sql) => {
  const store = connect({ ...loginOf(world.server, world.vault, role), max: 1 }, () => undefined);
  return store.transact("platform", (db) => db.run(query)).finally(() => store.close());
};

test("a change without an audit entry is rolled back", async () => {
  const { id, developer } = await makeProject(world);
  const call = {
    operation: { id: "sneak", changes: true },
    actor: { kind: "developer", id: developer.id, scopes: [] } as const,
    request: { id: "req_test", address: undefined, userAgent: undefined },
  };
  const sneak = perform(world.engine, call, ({ db }) => db.run(sql`update projects set name = 'sneaked' where id = ${id}`), {});
  await expect(sneak).rejects.toThrow("without an audit entry");
  expect((await ask(world, `GET /api/projects/${id}`, { token: developer.token })).body.name).not.toBe("sneaked");
});

test("nobody alters or removes an entry, its owner included", async () => {
  await makeDeveloper(world);
  for (const role of ["api", "owner"] as const) {
    await expect(as(role, sql`update audit_logs set action = 'x'`)).rejects.toThrow();
    await expect(as(role, sql`delete from audit_logs`)).rejects.toThrow();
    await expect(as(role, sql`truncate audit_logs`)).rejects.toThrow();
  }
  await expect(as("console", sql`insert into audit_logs select * from audit_logs`)).rejects.toThrow();
});

test("a developer reads what happened to a project of theirs, newest first", async () => {
  const { id, developer } = await makeProject(world);
  const first = await ask(world, `GET /api/projects/${id}/audit?limit=2`, { token: developer.token });
  const rest = await ask(world, `GET /api/projects/${id}/audit?cursor=${first.body.nextCursor}`, { token: developer.token });
  const actions = [...first.body.items, ...rest.body.items].map((each) => each.action);
  expect(actions).toEqual(["createKey", "createKey", "activateProject", "provisionTenant", "createProject"]);
});

test("owners learn that staff acted, not who, nor what staff wrote for each other", async () => {
  const { id, developer } = await makeProject(world);
  const staff = await makeStaff(world);
  await ask(world, `PUT /api/admin/projects/${id}/quotas/requests_per_day`, {
    token: staff.token,
    body: { limit: 5, reason: "they look shady", confirm: true },
  });
  const { body } = await ask(world, `GET /api/projects/${id}/audit?limit=1`, { token: developer.token });
  expect(body.items[0]).toMatchObject({ action: "setProjectQuota", actor: "staff", reason: null, after: { limit: 5 } });
  expect(JSON.stringify(body)).not.toContain(staff.id);
});

test("statements that run for a developer see that developer's rows, even without a where", async () => {
  const [a, b] = [await makeProject(world), await makeProject(world)];
  const idsOf = (scope: "platform" | { developerId: string }, query: Sql) =>
    world.store.transact(scope, async (db) => (await db.many(z.object({ id: z.string() }), query)).map((each) => each.id));
  expect(await idsOf({ developerId: a.developer.id }, sql`select id from projects`)).toEqual([a.id]);
  expect(await idsOf({ developerId: b.developer.id }, sql`select distinct project_id as id from api_keys`)).toEqual([b.id]);
  expect(await idsOf({ developerId: "dev_nobody" }, sql`select id from developers`)).toEqual([]);
  expect(await idsOf("platform", sql`select id from projects`)).toEqual(expect.arrayContaining([a.id, b.id]));
  expect(
    await idsOf({ developerId: "dev_nobody" }, sql`select id from audit_logs union select id from staff union select id from outbox`),
  ).toEqual([]);
});
