import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeProject, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { inWords } from "../quotas/index.ts";

let world: World;
let staff: string;
beforeAll(async () => {
  world = await openWorld();
  staff = (await makeStaff(world, "operator")).token;
});
afterAll(() => world.close());

interface Sanction {
  readonly id: string;
  readonly level: string;
  readonly state: string;
  readonly liftedBy: string | null;
  readonly statusUrl: string;
}
const sanctionsOf = async (projectId: string): Promise<Sanction[]> =>
  (await ask(world, `GET /api/admin/projects/${projectId}/suspensions`, { token: staff })).body.items;
const cap = (projectId: string, limit: number) =>
  ask(world, `PUT /api/admin/projects/${projectId}/quotas/database_bytes`, {
    token: staff,
    body: { limit, reason: "a test", confirm: true },
  });
const measured = async (projectId: string) => {
  await world.work("measureDatabase", { projectId });
  await world.work("enforceProjectLimits", { projectId });
};

const setUp = async () => {
  const project = await makeProject(world);
  const run = (query: string) => ask(world, "POST /api/sql", { apikey: project.secret.key, body: { query } });
  expect((await run("create table things (id int primary key, filling text)")).status).toBe(200);
  await run("insert into things select n, repeat(md5(n::text), 30) from generate_series(1, 3000) n");
  return { ...project, run };
};
const mailsTo = (projectId: string, template: string) =>
  world.clone.query<{ body: string }>("select body from outbox where template = $1 and body like $2", [template, `%${projectId}%`]);

describe("a database at its cap", () => {
  test("is restricted once, its owner is told how much of what, and nothing more is imposed by looking again", async () => {
    const { id } = await setUp();
    await cap(id, 1_048_576);
    await measured(id);
    await measured(id);
    expect(await sanctionsOf(id)).toMatchObject([{ level: "restricted", cause: "quota", causeId: "database_bytes", state: "in_force" }]);
    const [mail, ...more] = await mailsTo(id, "project_restricted");
    expect(more).toEqual([]);
    expect(mail?.body).toMatch(/holds \d+(\.\d)? MB, and its own quota allows 1\.0 MB/);
    expect(mail?.body).toContain(`\`POST /api/projects/${id}/reclaim\` gives it back`);
  });

  test("is told of in the moment it is measured, not only once all projects are looked at and it may be over", async () => {
    const { id, run } = await setUp();
    await world.work("measureDatabase", { projectId: id });
    const bytes = () => world.clone.query<{ bytes: string }>("select database_bytes as bytes from tenants where project_id = $1", [id]);
    await cap(id, Number((await bytes())[0]?.bytes) + 1);
    await world.work();
    await run("insert into things select n, repeat(md5(n::text), 30) from generate_series(3001, 6000) n");
    await world.work("measureDatabase", { projectId: id });
    await world.work();
    const told = "select data ->> 'threshold' as threshold from notices where project_id = $1 and template = 'quota_warning' order by id";
    expect(await world.clone.query(told, [id])).toEqual([{ threshold: "95" }, { threshold: "100" }]);
  });

  test("still reads, exports and shrinks, and refuses what grows by the sanction, with where to appeal, and not as what passes by waiting", async () => {
    const { id, run, secret } = await setUp();
    await cap(id, 1_000_000);
    await measured(id);
    const [{ id: suspensionId, statusUrl } = { id: "", statusUrl: "" }] = await sanctionsOf(id);
    const refused = await run("insert into things values (0, '')");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([403, null]);
    expect(refused.body).toMatchObject({ code: "project_restricted", level: "restricted", statusUrl });
    expect(refused.body.appealUrl).toBe(`${world.url}/api/projects/${id}/suspensions/${suspensionId}/appeals`);
    expect((await run("select count(*)::int as n from things")).body).toMatchObject({ rows: [{ n: 3000 }] });
    const exported = await ask(world, "GET /api/tables/things/export", { apikey: secret.key });
    expect(exported.status).toBe(200);
    expect((await run("delete from things where id > 10")).status).toBe(200);
    expect((await run("create function sneak() returns trigger language plpgsql as $$ begin return null; end $$")).status).toBe(403);
    expect((await run("drop table things")).status).toBe(200);
  });

  test("is released by itself when the cap is raised, and the owner is told", async () => {
    const { id, run } = await setUp();
    await cap(id, 1_000_000);
    await measured(id);
    await cap(id, 1_000_000_000);
    await world.work("enforceProjectLimits", { projectId: id });
    expect(await sanctionsOf(id)).toMatchObject([{ level: "restricted", state: "lifted", liftedBy: "enforceProjectLimits" }]);
    expect(await mailsTo(id, "suspension_lifted")).toHaveLength(1);
    expect((await run("insert into things values (0, '')")).status).toBe(200);
  });

  test("is released when an override that lowered the cap ends by its time, without anybody doing anything", async () => {
    const { id } = await setUp();
    const endsAt = new Date(Date.parse(world.engine.clock().toISOString()) + 60_000).toISOString();
    const made = await ask(world, `POST /api/admin/projects/${id}/overrides`, {
      token: staff,
      body: { metric: "database_bytes", limit: 1_000_000, reason: "a test", confirm: true, endsAt },
    });
    expect(made.status).toBe(201);
    await measured(id);
    expect(await sanctionsOf(id)).toMatchObject([{ state: "in_force" }]);
    world.travel(61_000);
    await world.work("enforceLimits", {});
    await world.work();
    expect(await sanctionsOf(id)).toMatchObject([{ state: "lifted" }]);
  });

  test("whom staff release by hand is not restricted anew for a day", async () => {
    const { id } = await setUp();
    await cap(id, 1_000_000);
    await measured(id);
    const [{ id: suspensionId } = { id: "" }] = await sanctionsOf(id);
    await ask(world, `POST /api/admin/suspensions/${suspensionId}/lift`, { token: staff, body: { reason: "they make room" } });
    await measured(id);
    expect(await sanctionsOf(id)).toHaveLength(1);
    world.travel(25 * 3_600_000);
    await measured(id);
    expect(await world.clone.query("select from suspensions where project_id = $1 and lifted_at is null", [id])).toHaveLength(1);
  });
});

test("bytes are told in the unit that people would use, as plans and the console tell them", () => {
  expect([0, 1_023, 1_024, 1_181_116_006, 524_288_000, 2 ** 50].map(inWords)).toEqual([
    "0 bytes",
    "1023 bytes",
    "1.0 kB",
    "1.1 GB",
    "500 MB",
    "1.0 PB",
  ]);
});
