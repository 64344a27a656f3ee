import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeKey, makeProjectFor } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const day = 24 * 60 * 60_000;
const some = <T>(rows: readonly T[]): T => {
  const [row] = rows;
  if (row === undefined) throw new Error("nothing found");
  return row;
};
const tenantIdOf = async (projectId: string) =>
  some(await world.clone.query<{ id: string }>("select id from tenants where project_id = $1", [projectId])).id;
const stateOf = async (projectId: string) =>
  some(
    await world.clone.query<{ status: string; state: string }>(
      "select p.status, t.state from projects p join tenants t on t.project_id = p.id where p.id = $1",
      [projectId],
    ),
  );
const create = (token: string, name: string) => ask(world, "POST /api/projects", { token, body: { name } });
const restore = (token: string, id: string) => ask(world, `POST /api/projects/${id}/restore`, { token });

test("a developer has as many projects as the plan allows, also when all are asked for at once", async () => {
  await world.clone.query("update plans set projects_max = 2 where id = 'free'");
  const { token, id } = await makeDeveloper(world);
  const answers = await Promise.all(["a", "b", "c", "d"].map((name) => create(token, name)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
  const refused = some(answers.filter(({ status }) => status === 409));
  expect(refused.body).toMatchObject({
    code: "too_many_projects",
    metric: "projects_per_developer",
    limit: 2,
    used: 2,
    source: { kind: "plan", plan: "free" },
  });
  expect((await ask(world, "GET /api/developer/plan", { token })).body).toMatchObject({ id: "free", projects: 2, projectsMax: 2 });
  await world.clone.query("update developers set plan = 'pro' where id = $1", [id]);
  expect((await create(token, "e")).status).toBe(201);
  await world.clone.query("update plans set projects_max = 25 where id = 'free'");
});

test("an account that is deleted gets no project, however close the two come", async () => {
  for (let i = 0; i < 5; i++) {
    const { token, id } = await makeDeveloper(world);
    const [made, gone] = await Promise.all([create(token, "late"), ask(world, "DELETE /api/developer", { token })]);
    expect([made.status, gone.status]).not.toEqual([201, 204]);
    const orphans = await world.clone.query(
      "select from projects p join developers d on d.id = p.developer_id where d.id = $1 and d.deleted_at is not null and p.status <> 'purged'",
      [id],
    );
    expect(orphans).toEqual([]);
  }
});

test("a neighbour's grant to a tenant's login does not stop its purge, and the login goes later", async () => {
  const victim = await makeDeveloper(world);
  const { id } = await makeProjectFor(world, victim.token);
  const login = `t_${await tenantIdOf(id)}_anon`;
  const attacker = await makeDeveloper(world);
  const { key } = await makeKey(world, attacker.token, (await makeProjectFor(world, attacker.token)).id);
  const query = `create table bait (); grant select on bait to ${login}`;
  expect(await ask(world, "POST /api/sql", { apikey: key, body: { query } })).toMatchObject({ status: 200, body: expect.anything() });
  await ask(world, `DELETE /api/projects/${id}`, { token: victim.token });
  await world.clone.query("update projects set purge_at = now() - interval '1 second' where id = $1", [id]);
  await world.work("purgeProject", { projectId: id });
  expect(await stateOf(id)).toEqual({ status: "purged", state: "purged" });
  const left = () => world.clone.query("select rolcanlogin from pg_roles where rolname = $1", [login]);
  expect(await left()).toEqual([{ rolcanlogin: false }]);
  await ask(world, "POST /api/sql", { apikey: key, body: { query: "drop table bait" } });
  await world.work("sweepLogins", {});
  expect(await left()).toEqual([]);
});

test("what is over its days of grace, or on its way out, is not restored", async () => {
  const { token } = await makeDeveloper(world);
  const { id } = await makeProjectFor(world, token);
  await ask(world, `DELETE /api/projects/${id}`, { token });
  const being = { status: 409, body: { code: "project_is_being_purged" } };
  await world.clone.query("update projects set purge_at = now() - interval '1 second' where id = $1", [id]);
  expect(await restore(token, id)).toMatchObject(being);
  await world.clone.query("update projects set purge_at = now() + interval '1 day' where id = $1", [id]);
  await world.clone.query("update tenants set state = 'purging' where project_id = $1", [id]);
  expect(await restore(token, id)).toMatchObject(being);
  await world.clone.query("update tenants set state = 'ready' where project_id = $1", [id]);
  expect(await restore(token, id)).toMatchObject({ status: 200, body: { status: "active" } });
});

test("a purge that was cut off after the database was dropped is finished", async () => {
  const { token } = await makeDeveloper(world);
  const { id } = await makeProjectFor(world, token);
  await ask(world, `DELETE /api/projects/${id}`, { token });
  await world.clone.query("update projects set purge_at = now() - $2::interval where id = $1", [id, `${day} ms`]);
  await world.clone.query("update tenants set state = 'purging' where project_id = $1", [id]);
  await world.clone.query(`drop database t_${await tenantIdOf(id)} with (force)`);
  expect(await restore(token, id)).toMatchObject({ status: 409 });
  await world.work("purgeDueProjects", {});
  await world.work();
  expect(await stateOf(id)).toEqual({ status: "purged", state: "purged" });
});
