import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { newId } from "../../../../api/src/platform/ids.ts";
import { ask } from "../../../../api/test/ask.ts";
import { makeDeveloper, makeStaff, password } from "../../../../api/test/make.ts";
import { openWorld, type World } from "../../../../api/test/world.ts";
import { after, dayMs, hoursAgo, used } from "../../../test/history.ts";
import { Visitor } from "../../../test/visitor.ts";
import type { CapSight, DashboardSight, LimitSight } from "../../sight.ts";

let world: World;
let visitor: Visitor;
let developer: Awaited<ReturnType<typeof makeDeveloper>>;
let admin: Awaited<ReturnType<typeof makeStaff>>;
beforeAll(async () => {
  world = await openWorld();
  admin = await makeStaff(world, "admin");
  visitor = await new Visitor(world).signIn((await makeStaff(world, "viewer")).email, password);
  developer = await makeDeveloper(world);
}, 60_000);
afterAll(() => world?.close());
beforeEach(() => world.clone.query("delete from usage_metrics"));

const open = async (range: "day" | "fortnight" = "day"): Promise<DashboardSight> =>
  (await visitor.get(`/api/dashboard?range=${range}`)).json;
/** A project without a database of its own: nothing here asks one. */
async function make(name: string): Promise<string> {
  const id = newId("project");
  await world.clone.query(
    `insert into projects (id, developer_id, name, region_id, status, created_at, updated_at)
     select $1, $2, $3, id, 'active', now(), now() from regions limit 1`,
    [id, developer.id, name],
  );
  return id;
}
const minute = (hours: number, minutes = 5) => after(hoursAgo(hours), minutes * 60_000);

describe("requests", () => {
  test("are told hour by hour, those that were refused by their cause, and errors beside them", async () => {
    const id = await make("hour by hour");
    await used(world, id, "requests", minute(2), 100);
    await used(world, id, "requests", minute(2, 6), 11);
    await used(world, id, "requests", minute(23), 7);
    await used(world, id, "requests_refused_quota", minute(2), 5);
    await used(world, id, "requests_refused_suspension", minute(1), 3);
    await used(world, id, "errors_5xx", minute(2), 2);
    await used(world, id, "rows_written", minute(2), 999);
    const { requests, totals } = await open();
    expect(requests).toMatchObject({ range: "day", stepMs: 3_600_000, from: hoursAgo(23), to: hoursAgo(-1) });
    expect(requests.points).toHaveLength(24);
    expect(requests.points[0]).toEqual({ served: 7, quota: 0, suspension: 0, errors: 0 });
    expect(requests.points[21]).toEqual({ served: 111, quota: 5, suspension: 0, errors: 2 });
    expect(requests.points[22]).toEqual({ served: 0, quota: 0, suspension: 3, errors: 0 });
    expect(totals).toEqual({ served: 118, quota: 5, suspension: 3, errors: 2 });
  });

  test("of a fortnight are told in steps of three hours, and are the same before and after hours were summed", async () => {
    const id = await make("a fortnight");
    for (const hours of [1, 30, 200, 330]) await used(world, id, "requests", minute(hours), hours);
    await used(world, id, "requests", minute(14 * 24 + 3), 5_000);
    const before = await open("fortnight");
    await world.work("sumUsageHours", {});
    const summed = await open("fortnight");
    expect(before.requests.points).toHaveLength(112);
    expect(before.requests).toMatchObject({ range: "fortnight", stepMs: 3 * 3_600_000 });
    expect(before.totals.served).toBe(561);
    expect({ ...summed, health: undefined }).toEqual({ ...before, health: undefined });
  });

  test("are compared with as long before, whole hours with whole hours", async () => {
    const id = await make("compared");
    await used(world, id, "requests", minute(1), 150);
    await used(world, id, "requests", minute(25), 100);
    await used(world, id, "requests", minute(0), 7_000);
    await used(world, id, "errors_5xx", minute(2), 4);
    const { change } = await open();
    expect(change).toEqual({ served: 0.5, quota: null, suspension: null, errors: null });
  });

  test("anything but a range that there is, is a day", async () => {
    expect((await visitor.get("/api/dashboard?range=year&range=%00")).json.requests.range).toBe("day");
    expect((await visitor.get("/api/dashboard")).json.requests.range).toBe("day");
  });
});

describe("projects", () => {
  test("are ranked by what was asked of them, with their course", async () => {
    const [much, little] = [await make("much"), await make("little")];
    await used(world, much, "requests", minute(3), 900);
    await used(world, much, "requests", minute(1), 100);
    await used(world, little, "requests", minute(1), 10);
    await used(world, little, "requests_refused_quota", minute(1), 5_000);
    const { byUse, activeProjects, names } = await open();
    expect(byUse.map(({ project, total }) => [project.id, total])).toEqual([
      [much, 1_000],
      [little, 10],
    ]);
    expect(byUse[0]?.steps).toEqual([...Array(20).fill(0), 900, 0, 100, 0]);
    expect(byUse[0]?.project).toMatchObject({ title: "much", params: { state: "active" } });
    expect(names).toMatchObject({ [developer.id]: developer.email });
    expect(activeProjects).toBe(2);
  });

  test("are ranked by how much more was asked; what shrinks or stays is not growing", async () => {
    const [doubled, fresh, shrinking, steady] = [await make("doubled"), await make("fresh"), await make("shrinking"), await make("steady")];
    await used(world, doubled, "requests", minute(30), 100);
    await used(world, doubled, "requests", minute(3), 200);
    await used(world, fresh, "requests", minute(3), 150);
    await used(world, shrinking, "requests", minute(30), 500);
    await used(world, shrinking, "requests", minute(3), 1);
    await used(world, steady, "requests", minute(30), 50);
    await used(world, steady, "requests", minute(3), 50);
    const { byGrowth } = await open();
    expect(byGrowth.map(({ project, total, before }) => [project.id, total, before])).toEqual([
      [fresh, 150, 0],
      [doubled, 200, 100],
    ]);
  });

  test("are ten at most, however many there are", async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, i) => make(`crowd ${i}`)));
    for (const [i, id] of ids.entries()) await used(world, id, "requests", minute(1), 10 + i);
    const { byUse, byGrowth, activeProjects } = await open();
    expect(byUse.map(({ total }) => total)).toEqual([21, 20, 19, 18, 17, 16, 15, 14, 13, 12]);
    expect(byGrowth).toHaveLength(10);
    expect(activeProjects).toBe(12);
  });
});

describe("the tile of projects", () => {
  test("counts those in use among those there are: never more, even after one that was used is purged", async () => {
    const [gone, there] = [await make("gone"), await make("there")];
    await used(world, gone, "requests", minute(1), 5);
    await used(world, there, "requests", minute(1), 5);
    const before = await open();
    await world.clone.query("update projects set status = 'purged', purged_at = now() where id = $1", [gone]);
    const after = await open();
    expect([before.activeProjects, after.activeProjects]).toEqual([2, 1]);
    expect(after.counts.projects).toBe(before.counts.projects - 1);
    await world.clone.query("delete from projects where id = $1", [gone]);
  });
});

describe("limits", () => {
  const staff = (request: string, body: unknown) => ask(world, request, { token: admin.token, body });
  const limitsOf = async (id: string): Promise<readonly LimitSight[]> =>
    (await ask(world, `GET /api/admin/projects/${id}/quotas`, { token: admin.token })).body.items;
  const spend = (id: string, amount: number) =>
    world.clone.query(
      `insert into quota_counters (project_id, metric, window_start, leased, spent)
       values ($1, 'requests_per_day', date_trunc('day', now(), 'UTC'), $2, $2)`,
      [id, amount],
    );

  test("nearest to be reached come first, and each is the one the API enforces, whatever set it", async () => {
    const soon = after(new Date().toISOString(), dayMs);
    const ids = {
      plan: await make("by plan"),
      quota: await make("by quota"),
      override: await make("by override"),
      old: await make("by neither"),
    };
    for (const id of [ids.quota, ids.override, ids.old])
      await staff(`PUT /api/admin/projects/${id}/quotas/requests_per_day`, { limit: 2_000, reason: "Test", confirm: true });
    const override = { metric: "requests_per_day", limit: 1_000, reason: "Test", confirm: true, endsAt: soon };
    await staff(`POST /api/admin/projects/${ids.override}/overrides`, { ...override, limit: 9_000 });
    await staff(`POST /api/admin/projects/${ids.override}/overrides`, override);
    const ended = await staff(`POST /api/admin/projects/${ids.old}/overrides`, override);
    await staff(`POST /api/admin/overrides/${ended.body.id}/end`, { reason: "Test" });
    await staff(`POST /api/admin/projects/${ids.old}/overrides`, { ...override, startsAt: after(soon, -60_000) });
    for (const id of Object.values(ids)) await spend(id, 990);
    const { caps } = await open();
    const shown = (id: string) => caps.find((cap) => cap.projectId === id && cap.metric === "requests_per_day");
    expect(caps.filter(({ metric }) => metric === "requests_per_day").map(({ projectId }) => projectId)).toEqual([
      ids.override,
      ...[ids.quota, ids.old].sort(),
      ids.plan,
    ]);
    for (const id of Object.values(ids)) {
      const { metric, limit, used: spent, source } = (await limitsOf(id)).find((each) => each.metric === "requests_per_day") ?? {};
      expect(shown(id)).toEqual({ projectId: id, metric, limit, used: spent, source } as CapSight);
    }
    expect(shown(ids.override)?.source).toMatchObject({ kind: "override" });
    expect(shown(ids.quota)?.source).toMatchObject({ kind: "quota" });
    expect(shown(ids.plan)?.source).toEqual({ kind: "plan", id: "free" });
  });

  test("of nothing are the nearest of all, and the busiest second counts for an hour", async () => {
    const id = await make("nothing allowed");
    await staff(`PUT /api/admin/projects/${id}/quotas/requests_per_second`, { limit: 0, reason: "Test", confirm: true });
    await used(world, id, "requests", new Date(Date.now() - 50 * 60_000).toISOString(), 10, 3);
    await used(world, id, "requests", new Date(Date.now() - 70 * 60_000).toISOString(), 10, 80);
    expect((await open()).caps[0]).toMatchObject({ projectId: id, metric: "requests_per_second", used: 3, limit: 0 });
  });
});

describe("what is in force", () => {
  test("is told: suspensions the newest first, overrides the first to end first", async () => {
    const [a, b, c] = [await make("one"), await make("two"), await make("three")];
    const post = (path: string, body: unknown) => ask(world, `POST /api/admin/projects/${path}`, { token: admin.token, body });
    await post(`${a}/suspensions`, { reason: "abuse", statement: "First" });
    await post(`${b}/suspensions`, { reason: "billing", statement: "Second" });
    const { body: lifted } = await post(`${c}/suspensions`, { reason: "other", statement: "Third" });
    await ask(world, `POST /api/admin/suspensions/${lifted.id}/lift`, { token: admin.token, body: { reason: "Test" } });
    const until = (hours: number) => ({ metric: "database_bytes", limit: 5, reason: "Test", confirm: true, endsAt: hoursAgo(-hours) });
    await post(`${a}/overrides`, until(20));
    await post(`${b}/overrides`, until(10));
    const { suspensions, overrides, counts, audit } = await open();
    expect(suspensions.map(({ params }) => params["project_id"])).toEqual([b, a]);
    expect(overrides.slice(0, 2).map(({ params }) => params["project_id"])).toEqual([b, a]);
    expect(counts).toMatchObject({ suspended: 2 });
    expect(audit.map(({ params }) => params["action"])).not.toContain("loginStaff");
    expect(audit[0]?.params).toMatchObject({ action: "addOverride" });
  });

  test("newcomers are counted by day, days without any included", async () => {
    const { newcomers, counts } = await open();
    expect(newcomers).toHaveLength(14);
    expect(newcomers.at(-1)).toMatchObject({ developers: 1, projects: counts.projects });
    expect(newcomers.at(-3)).toMatchObject({ developers: 0, projects: 0 });
  });
});
