import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeProject, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let staff: string;
beforeAll(async () => {
  world = await openWorld();
  staff = (await makeStaff(world, "operator")).token;
});
afterAll(() => world.close());

const limit = (projectId: string, metric: string, value: number) =>
  ask(world, `PUT /api/admin/projects/${projectId}/quotas/${metric}`, {
    token: staff,
    body: { limit: value, reason: "a test", confirm: true },
  });
/** As a job would: whoever used something is looked at, and then each who has something to be told. */
const lookAround = async (projectId: string) => {
  await world.engine.settling.flushed();
  await world.work("warnOfLimits", {});
  const due = await world.clone.query<{ key: string }>("select key from graphile_worker.jobs where key = $1", [`warnProject:${projectId}`]);
  await world.work("warnProject", { projectId });
  return due.length > 0;
};
const told = (projectId: string) =>
  world.clone.query<{ subject: string; body: string; data: { threshold: number; metric: string } }>(
    "select subject, body, data from notices where project_id = $1 and template = 'quota_warning' order by id",
    [projectId],
  );
const thresholdsTold = async (projectId: string) => (await told(projectId)).map(({ data }) => data.threshold);
const mails = async (projectId: string) => {
  const rows = await world.clone.query<{ count: number }>(
    "select count(*)::int as count from outbox where project_id = $1 and template = 'quota_warning' and channel = 'mail'",
    [projectId],
  );
  return rows[0]?.count;
};
const requests = async (key: string, times: number) => {
  let last = await ask(world, "GET /api/rest/", { apikey: key });
  for (let i = 1; i < times; i += 1) last = await ask(world, "GET /api/rest/", { apikey: key });
  return last;
};

describe("requests of a day", () => {
  test("are warned of once at each threshold, each time by mail", async () => {
    const { id, secret } = await makeProject(world);
    await limit(id, "requests_per_day", 20);
    await requests(secret.key, 9);
    await lookAround(id);
    expect(await thresholdsTold(id)).toEqual([]);
    await requests(secret.key, 1);
    expect(await lookAround(id)).toBe(true);
    expect([await thresholdsTold(id), await mails(id)]).toEqual([[50], 1]);
    await requests(secret.key, 6);
    await lookAround(id);
    await lookAround(id);
    expect([await thresholdsTold(id), await mails(id)]).toEqual([[50, 80], 2]);
    await requests(secret.key, 4);
    await lookAround(id);
    expect([await thresholdsTold(id), await mails(id)]).toEqual([[50, 80, 100], 3]);
    expect((await told(id)).at(-1)?.body).toContain("What happens now: each further request is refused");
    const warned = await world.clone.query("select threshold from quota_warnings where project_id = $1 order by threshold", [id]);
    expect(warned).toMatchObject([{ threshold: 50 }, { threshold: 80 }, { threshold: 95 }, { threshold: 100 }]);
  });

  test("are warned of anew where the limit was raised and reached again", async () => {
    const { id, secret } = await makeProject(world);
    await limit(id, "requests_per_day", 10);
    await requests(secret.key, 8);
    await lookAround(id);
    await limit(id, "requests_per_day", 30);
    await lookAround(id);
    await requests(secret.key, 16);
    await lookAround(id);
    expect(await thresholdsTold(id)).toEqual([80, 80]);
  });

  test("stand in each answer's x-quota-warning from half of the limit on, refusals included, where browsers may read it", async () => {
    const { id, secret, publishable } = await makeProject(world);
    await limit(id, "requests_per_day", 10);
    const fourth = await requests(secret.key, 4);
    expect(fourth.headers.get("x-quota-warning")).toBeNull();
    const midnight = new Date(Math.ceil(world.engine.clock().getTime() / 86_400_000) * 86_400_000).toISOString();
    const fifth = await ask(world, "POST /api/sql", { apikey: secret.key, body: { query: "select 1" } });
    expect(fifth.headers.get("x-quota-warning")).toBe(`requests_per_day;used=5;limit=10;resets="${midnight}"`);
    await requests(secret.key, 5);
    const refused = await ask(world, "GET /api/rest/", { apikey: publishable.key, headers: { origin: "https://example.com" } });
    expect(refused.status).toBe(429);
    expect(refused.headers.get("x-quota-warning")).toContain("requests_per_day;used=10;limit=10");
    expect(refused.headers.get("access-control-expose-headers")).toContain("x-quota-warning");
  });
});

describe("bytes of a database", () => {
  const measured = async (projectId: string, bytes: number) => {
    await world.clone.query("update tenants set database_bytes = $2, measured_at = $3 where project_id = $1", [
      projectId,
      bytes,
      world.engine.clock().toISOString(),
    ]);
    await lookAround(projectId);
  };

  test("are warned of once while they hover, and anew after they fell five points", async () => {
    const { id } = await makeProject(world);
    await limit(id, "database_bytes", 1_000_000_000);
    for (const bytes of [810_000_000, 790_000_000, 800_000_000, 760_000_000, 820_000_000]) await measured(id, bytes);
    expect(await thresholdsTold(id)).toEqual([80]);
    await measured(id, 740_000_000);
    await measured(id, 805_000_000);
    expect(await thresholdsTold(id)).toEqual([80, 80]);
    expect((await told(id))[0]?.body).toContain("has used 772 MB of 954 MB");
  });

  test("tell owner and staff which threshold is reached", async () => {
    const { id, developer } = await makeProject(world);
    await limit(id, "database_bytes", 1_000);
    await measured(id, 960);
    const { body } = await ask(world, `GET /api/projects/${id}/quotas`, { token: developer.token });
    expect(body.items.find((each: { metric: string }) => each.metric === "database_bytes")).toMatchObject({ used: 960, threshold: 95 });
  });
});

test("nobody is told of a project that is deleted, nor of who used nothing", async () => {
  const { id, developer } = await makeProject(world);
  await limit(id, "database_bytes", 1_000);
  await world.clone.query("update tenants set database_bytes = 990, measured_at = $2 where project_id = $1", [
    id,
    world.engine.clock().toISOString(),
  ]);
  await ask(world, `DELETE /api/projects/${id}`, { token: developer.token });
  await lookAround(id);
  expect(await thresholdsTold(id)).toEqual([]);
});

test("requests of a day are warned of anew the next day, and once by however many look at a time", async () => {
  const { id, secret } = await makeProject(world);
  await limit(id, "requests_per_day", 10);
  await requests(secret.key, 5);
  await world.engine.settling.flushed();
  await Promise.all([1, 2, 3].map(() => world.work("warnProject", { projectId: id })));
  expect(await thresholdsTold(id)).toEqual([50]);
  world.travel(86_400_000);
  await requests(secret.key, 5);
  await lookAround(id);
  expect(await thresholdsTold(id)).toEqual([50, 50]);
});
