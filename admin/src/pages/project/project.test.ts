import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../../../api/test/ask.ts";
import { makeProject, makeStaff, password } from "../../../../api/test/make.ts";
import { openWorld, type World } from "../../../../api/test/world.ts";
import { after, dayMs, daysAgo, hourMs, hoursAgo, used } from "../../../test/history.ts";
import { Visitor } from "../../../test/visitor.ts";
import type { ProjectPageSight } from "../../sight.ts";

let world: World;
let visitor: Visitor;
/** What the plan allows a day. */
let planned: number;
let staff: Awaited<ReturnType<typeof makeStaff>>;
beforeAll(async () => {
  world = await openWorld();
  staff = await makeStaff(world, "admin");
  const [{ limit } = { limit: "" }] = await world.clone.query<{ limit: string }>(
    "select limit_value as limit from plan_limits where plan = 'free' and metric = 'requests_per_day'",
  );
  planned = Number(limit);
  visitor = await new Visitor(world).signIn((await makeStaff(world, "viewer")).email, password);
}, 60_000);
afterAll(() => world?.close());

const open = async (id: string, query = ""): Promise<ProjectPageSight> =>
  (await visitor.get(`/api/resources/projects/records/${id}/show${query}`)).json.project;
const act = async (request: string, body: unknown) => (await ask(world, request, { token: staff.token, body })).body;

/** Moves what the audit log and the rows say of an act into the past; nobody but a superuser without triggers could. */
async function moveBack(table: string, id: string, columns: Readonly<Record<string, string>>) {
  const sets = Object.keys(columns).map((column, i) => `${column} = $${i + 2}`);
  await world.clone.query(`update ${table} set ${sets.join(", ")} where id = $1`, [id, ...Object.values(columns)]);
}
const tellInAudit = (projectId: string, at: string, action: string, target: string, before: unknown, after: unknown) =>
  world.clone.query(
    `insert into audit_logs (id, at, actor_kind, actor_id, action, target, project_id, reason, before, after, request_id)
     values ('aud_' || lpad((extract(epoch from $1::timestamptz)::bigint)::text, 26, '0'), $1, 'staff', $2, $3, $4, $5, 'Test', $6, $7, 'req_test')`,
    [at, staff.id, action, target, projectId, before && JSON.stringify(before), after && JSON.stringify(after)],
  );

test("what of a project waits for a person is told, and nothing of another's", async () => {
  const [{ id }, other] = [await makeProject(world), await makeProject(world)];
  const soon = hoursAgo(-3);
  const raised = { metric: "requests_per_day", limit: planned * 100, reason: "Test", confirm: true, endsAt: soon };
  const request = await act(`POST /api/admin/projects/${id}/overrides`, raised);
  expect(request.state).toBe("awaiting_approval");
  const why = { reason: "abuse", statement: "Test" };
  const sanction = await act(`POST /api/admin/projects/${id}/sanctions`, { level: "throttled", ...why, endsAt: soon });
  const { name } = await act(`GET /api/admin/projects/${id}`, undefined);
  const { approvalId } = await act(`POST /api/admin/projects/${id}/purge`, { name, ...why });
  await act(`POST /api/admin/projects/${other.id}/sanctions`, { level: "throttled", ...why, endsAt: soon });
  const { queue } = await open(id);
  expect(queue.map(({ kind, record }) => [kind, record.id]).toSorted()).toEqual([
    ["approval", approvalId],
    ["override_request", request.id],
    ["sanction", sanction.id],
  ]);
  expect((await open((await makeProject(world)).id)).queue).toEqual([]);
});

describe("the use of a project", () => {
  test("is told by days of UTC, or by hours, of this project alone", async () => {
    const [{ id }, other] = [await makeProject(world), await makeProject(world)];
    await used(world, id, "requests", daysAgo(1), 40);
    await used(world, id, "requests", after(daysAgo(0), -60_000), 2);
    await used(world, id, "requests_refused_quota", daysAgo(13), 9);
    await used(world, id, "requests", daysAgo(14), 1_000);
    await used(world, other.id, "requests", daysAgo(1), 5_000);
    const { requests } = await open(id);
    expect(requests).toMatchObject({ range: "fortnight", stepMs: dayMs, from: daysAgo(13), to: daysAgo(-1) });
    expect(requests.points.map(({ served, quota }) => served + quota)).toEqual([9, ...Array(11).fill(0), 42, 0]);
    const day = await open(id, "?range=day");
    expect(day.requests).toMatchObject({ range: "day", stepMs: hourMs, to: hoursAgo(-1) });
    expect(day.limitPeriods).toEqual([]);
  });

  test("has the limit that was in force: of the plan, of quotas as they were set and taken away, of overrides while they lasted", async () => {
    const { id } = await makeProject(world);
    const quota = (limit: number) => ({ metric: "requests_per_day", limit });
    await tellInAudit(id, after(daysAgo(10), 60_000), "setProjectQuota", "quo_x", null, quota(1_000));
    await tellInAudit(id, after(daysAgo(8), 60_000), "setProjectQuota", "quo_x", quota(1_000), quota(3_000));
    await tellInAudit(id, after(daysAgo(3), 60_000), "removeProjectQuota", "quo_x", quota(3_000), null);
    await tellInAudit(id, after(daysAgo(5), 60_000), "setProjectQuota", "quo_y", null, { metric: "database_bytes", limit: 7 });
    const override = await act(`POST /api/admin/projects/${id}/overrides`, {
      ...quota(9_000),
      reason: "Test",
      confirm: true,
      endsAt: hoursAgo(-1),
    });
    await moveBack("manual_overrides", override.id, { starts_at: daysAgo(6), ends_at: daysAgo(2), ended_at: daysAgo(4) });
    const { limitPeriods } = await open(id);
    expect(limitPeriods).toEqual([
      { from: daysAgo(13), to: after(daysAgo(10), 60_000), limit: planned, source: "plan" },
      { from: after(daysAgo(10), 60_000), to: after(daysAgo(8), 60_000), limit: 1_000, source: "quota" },
      { from: after(daysAgo(8), 60_000), to: daysAgo(6), limit: 3_000, source: "quota" },
      { from: daysAgo(6), to: daysAgo(4), limit: 9_000, source: "override" },
      { from: daysAgo(4), to: after(daysAgo(3), 60_000), limit: 3_000, source: "quota" },
      { from: after(daysAgo(3), 60_000), to: daysAgo(-1), limit: planned, source: "plan" },
    ]);
  });

  test("a quota of which the audit log tells nothing counts since its row was made", async () => {
    const { id } = await makeProject(world);
    await world.clone.query(
      `insert into project_quotas (id, project_id, metric, limit_value, reason, set_by, created_at, updated_at)
       values ('quo_' || right($1, 26), $1, 'requests_per_day', 70, 'Test', 'import', $2, $2)`,
      [id, daysAgo(5)],
    );
    expect(await open(id)).toMatchObject({
      limitPeriods: [
        { to: daysAgo(5), limit: planned },
        { from: daysAgo(5), limit: 70 },
      ],
    });
  });

  test("has bands where it was suspended and where a limit of requests was overridden, as far as they are in sight", async () => {
    const { id } = await makeProject(world);
    const suspend = (reason: string) => act(`POST /api/admin/projects/${id}/suspensions`, { reason, statement: "Test" });
    const old = await suspend("legal");
    await moveBack("suspensions", old.id, { starts_at: daysAgo(30), lifted_at: daysAgo(20) });
    const past = await suspend("abuse");
    await moveBack("suspensions", past.id, { starts_at: daysAgo(20), lifted_at: daysAgo(9) });
    const present = await suspend("billing");
    await moveBack("suspensions", present.id, { starts_at: daysAgo(1) });
    const add = (metric: string) =>
      act(`POST /api/admin/projects/${id}/overrides`, { metric, limit: 5, reason: "Launch", confirm: true, endsAt: hoursAgo(-30) });
    const override = await add("requests_per_second");
    await add("database_bytes");
    const { bands, suspension } = await open(id);
    expect(bands).toEqual([
      { kind: "override", id: override.id, from: override.startsAt, to: hoursAgo(-30), note: "Launch" },
      { kind: "suspended", id: present.id, from: daysAgo(1), to: null, note: "billing" },
      { kind: "suspended", id: past.id, from: daysAgo(20), to: daysAgo(9), note: "abuse" },
    ]);
    expect(suspension?.id).toBe(present.id);
  });
});

describe("the timeline of a project", () => {
  test("tells each thing once, the newest first, and what is bound to happen above it", async () => {
    const { id, secret } = await makeProject(world);
    const { id: suspensionId } = await act(`POST /api/admin/projects/${id}/suspensions`, {
      reason: "abuse",
      statement: "Stop that",
      endsAt: hoursAgo(-5),
    });
    await act(`PUT /api/admin/projects/${id}/quotas/requests_per_day`, { limit: 77, reason: "Small", confirm: true });
    const { id: overrideId } = await act(`POST /api/admin/projects/${id}/overrides`, {
      metric: "requests_per_day",
      limit: 99,
      reason: "Launch",
      confirm: true,
      startsAt: hoursAgo(-2),
      endsAt: hoursAgo(-9),
    });
    await act(`POST /api/admin/keys/${secret.id}/revoke`, { reason: "Leaked" });
    const { happenings } = await open(id);
    const told = happenings.map(({ action, target }) => [action, target]);
    expect(told.slice(0, 3)).toEqual([
      ["endOverride", overrideId],
      ["liftSuspension", suspensionId],
      ["beginOverride", overrideId],
    ]);
    expect(told.filter(([action]) => action === "suspendProject")).toEqual([["suspendProject", suspensionId]]);
    expect(told.filter(([action]) => action === "createKey")).toHaveLength(2);
    expect(told.filter(([action]) => action === "createProject")).toEqual([["createProject", id]]);
    expect(happenings.find(({ action }) => action === "setProjectQuota")).toMatchObject({
      kind: "quota",
      actor: staff.id,
      reason: "Small",
      auditId: expect.stringMatching(/^aud_/),
      said: { metric: "requests_per_day", limit: 77 },
    });
    expect(happenings.map(({ at }) => at)).toEqual(
      happenings
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    );
  });

  test("tells of a thing entered later when it began, as the limit over time does", async () => {
    const { id } = await makeProject(world);
    const quota = await act(`PUT /api/admin/projects/${id}/quotas/requests_per_day`, { limit: 77, reason: "Taken over", confirm: true });
    await moveBack("project_quotas", quota.id, { created_at: daysAgo(5), updated_at: daysAgo(5) });
    const { happenings, limitPeriods } = await open(id);
    expect(happenings.find(({ action }) => action === "setProjectQuota")).toMatchObject({ at: daysAgo(5), auditId: expect.any(String) });
    expect(limitPeriods.map(({ from, limit }) => [from, limit])).toEqual([
      [daysAgo(13), planned],
      [daysAgo(5), 77],
    ]);
  });

  test("tells from the rows alone what no entry tells of", async () => {
    const { id } = await makeProject(world);
    await world.clone.query("alter table audit_logs disable trigger append_only");
    await world.clone.query("delete from audit_logs where project_id = $1", [id]);
    await world.clone.query("alter table audit_logs enable trigger append_only");
    const { happenings } = await open(id);
    expect(happenings.map(({ action, kind, auditId }) => [action, kind, auditId])).toEqual([
      ["createKey", "key", undefined],
      ["createKey", "key", undefined],
      ["provisionTenant", "project", undefined],
      ["createProject", "project", undefined],
    ]);
  });

  test("new keys of a regeneration are told by the regeneration", async () => {
    const { id } = await makeProject(world);
    await act(`POST /api/admin/projects/${id}/regenerate-keys`, { reason: "A leak" });
    const { happenings } = await open(id);
    expect(happenings[0]).toMatchObject({ action: "regenerateKeys", reason: "A leak" });
    expect(happenings.filter(({ action }) => action === "createKey")).toHaveLength(2);
  });
});

test("the page tells the owner, the plan and what the database holds", async () => {
  const { id, developer } = await makeProject(world);
  await world.clone.query("update tenants set database_bytes = 123, measured_at = now() where project_id = $1", [id]);
  expect(await open(id)).toMatchObject({
    owner: { email: developer.email, isVerified: false, plan: "free" },
    tenant: { state: "ready", databaseBytes: 123 },
  });
});
