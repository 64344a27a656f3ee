import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProject, makeProjectFor, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { spoken } from "../platform/spoken.ts";
import { databaseOf, loginOf, openSecrets } from "../tenants/index.ts";
import { stateAt } from "./rules.ts";

let world: World;
let operator: string;
let viewer: string;
let developer: { id: string; email: string; token: string };
beforeAll(async () => {
  world = await openWorld();
  operator = (await makeStaff(world, "operator")).token;
  viewer = (await makeStaff(world, "viewer")).token;
  developer = await makeDeveloper(world);
});
afterAll(() => world.close());

const unknownProject = "prj_01jh8x4q3efyxb0v1s2t3w4y5z";
const said = { reason: "abuse", statement: "You sent spam." };
const suspend = (projectId: string, body: object = said, token = operator) =>
  ask(world, `POST /api/admin/projects/${projectId}/suspensions`, { token, body });
/** In a minute, and this much later by the world's clock. */
const aMinute = 60_000;
const inAMinute = () => new Date(Date.now() + aMinute).toISOString();
async function later<T>(work: () => Promise<T>): Promise<T> {
  world.travel(aMinute);
  try {
    return await work();
  } finally {
    world.travel(-aMinute);
  }
}
const lift = (id: string, body: object = { reason: "settled" }, token = operator) =>
  ask(world, `POST /api/admin/suspensions/${id}/lift`, { token, body });
const project = async () => (await makeProjectFor(world, developer.token)).id;

describe("what is at stake for a project", () => {
  const stakesOf = async (projectId: string, token = viewer) => ask(world, `GET /api/admin/projects/${projectId}/stakes`, { token });

  test("is counted: keys that serve, open sessions, requests and writes of the last hour, and the database", async () => {
    const { id, secret, developer: owner } = await makeProject(world);
    expect(await stakesOf(id)).toMatchObject({
      status: 200,
      body: { liveKeys: 2, openSessions: 0, requestsLastHour: 0, writesLastHour: 0, databaseBytes: null, purgeAt: null, detections: [] },
    });
    await world.work("measureDatabase", { projectId: id });
    const sent = (query: string) => ask(world, "POST /api/sql", { apikey: secret.key, body: { query } });
    expect((await sent("create table things (id int)")).status).toBe(200);
    expect((await sent("insert into things values (1)")).status).toBe(200);
    await world.clone.query("update api_keys set revoked_at = now() where project_id = $1 and kind = 'publishable'", [id]);
    await world.clone.query(
      "insert into usage_metrics (project_id, metric, minute, total) select $1, 'requests', now() - n * interval '20 minutes', 100 from generate_series(1, 5) n",
      [id],
    );
    const { body } = await stakesOf(id);
    expect(body).toMatchObject({
      liveKeys: 1,
      requestsLastHour: 202,
      writesLastHour: 2,
      databaseBytes: expect.any(Number),
      graceDays: world.config.DELETION_GRACE_DAYS,
    });
    expect(body.openSessions).toBeGreaterThan(0);
    await ask(world, `DELETE /api/projects/${id}`, { token: owner.token });
    expect((await stakesOf(id)).body.purgeAt).toEqual(expect.any(String));
  });

  test("is nothing of a project that is not there, and nothing for owners", async () => {
    expect((await stakesOf(unknownProject)).body.code).toBe("project_not_found");
    expect((await stakesOf(await project(), developer.token)).status).toBe(403);
  });
});

describe("the sanctions of all projects", () => {
  const listed = async (query = "") => (await ask(world, `GET /api/admin/suspensions?${query}`, { token: viewer })).body;
  const idsOf = async (query = "") => (await listed(query)).items.map(({ id }: { id: string }) => id);

  test("are listed newest first, by pages, and narrowed to those that are over or not, by being lifted or by their time", async () => {
    const lifted = (await suspend(await project())).body.id;
    const ending = (await suspend(await project(), { ...said, endsAt: inAMinute() })).body.id;
    const open = (await suspend(await project())).body.id;
    await lift(lifted);
    expect((await idsOf("limit=200")).slice(0, 3)).toEqual([open, ending, lifted]);
    expect(await idsOf(`limit=1&cursor=${open}`)).toEqual([ending]);
    expect(await idsOf("limit=200&isOver=false")).toEqual(expect.arrayContaining([open, ending]));
    expect(await idsOf("limit=200&isOver=false")).not.toContain(lifted);
    await later(async () => {
      expect(await idsOf("limit=200&isOver=true")).toEqual(expect.arrayContaining([ending, lifted]));
      expect(await idsOf("limit=200&isOver=true")).not.toContain(open);
    });
  });

  test("are for staff alone", async () => {
    expect((await ask(world, "GET /api/admin/suspensions", { token: developer.token })).status).toBe(403);
    expect((await ask(world, "GET /api/admin/suspensions?isOver=maybe", { token: viewer })).body.code).toBe("invalid_input");
  });
});

describe("suspending a project", () => {
  test("answers with the suspension, and stands in the audit log with its reason", async () => {
    const projectId = await project();
    const { status, body } = await suspend(projectId);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^sus_/),
      projectId,
      ...said,
      state: "in_force",
      endsAt: null,
      liftedAt: null,
      imposedBy: expect.stringMatching(/^stf_/),
      statusUrl: `${world.engine.publicUrl}/status/suspensions/${body.id}`,
    });
    const { items } = (await ask(world, `GET /api/admin/audit?target=${body.id}`, { token: viewer })).body;
    expect(items).toMatchObject([
      { action: "suspendProject", projectId, reason: "abuse: You sent spam.", after: { statement: "You sent spam." } },
    ]);
  });

  test("tells its owner by mail what, why, until when and what to do", async () => {
    const projectId = await project();
    const endsAt = new Date(Date.now() + 86_400_000).toISOString();
    const { body } = await suspend(projectId, { ...said, reason: "billing", endsAt });
    const [mail] = await world.clone.query<{ subject: string; body: string }>(
      "select subject, body from outbox where recipient = $1 and template = 'project_suspended' order by id desc limit 1",
      [developer.email],
    );
    expect(mail?.subject).toMatch(/^Your project .* is suspended$/);
    for (const part of [projectId, "You sent spam.", "an open bill", `Until:  ${spoken(endsAt)}`, "Settle the open bill", body.statusUrl])
      expect(mail?.body).toContain(part);
  });

  test("of two at once one wins, and the other is told", async () => {
    const projectId = await project();
    const answers = await Promise.all([suspend(projectId), suspend(projectId), suspend(projectId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("already_suspended");
  });

  test("is possible again once the one before has ended by its time, without any job", async () => {
    const projectId = await project();
    const first = await suspend(projectId, { ...said, endsAt: inAMinute() });
    const { items } = await later(async () => {
      expect((await suspend(projectId)).status).toBe(201);
      return (await ask(world, `GET /api/admin/projects/${projectId}/suspensions`, { token: viewer })).body;
    });
    expect(items.map(({ state }: { state: string }) => state)).toEqual(["in_force", "ended"]);
    expect(items[1]).toMatchObject({ id: first.body.id, liftedAt: first.body.endsAt, liftedBy: "time" });
  });

  test("ends the open sessions of its tenant", async () => {
    const { id } = await makeProject(world);
    const [row] = await world.clone.query<{ id: string; sealed: string }>(
      "select id, secrets_sealed as sealed from tenants where project_id = $1",
      [id],
    );
    const tenantId = String(row?.id);
    const login = {
      database: databaseOf(tenantId),
      user: loginOf(tenantId, "service"),
      password: openSecrets(world.vault, tenantId, String(row?.sealed)).service,
    };
    const sessions = async () => (await world.clone.query("select from pg_stat_activity where usename = $1", [login.user])).length;
    const session = world.engine.cell.asTenant(login, async () => {
      for (let i = 0; i < 100 && (await sessions()) > 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    });
    while ((await sessions()) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await suspend(id);
    // PostgreSQL takes a moment between being told to end a session and having ended it; the session itself would go on for two seconds.
    for (let i = 0; i < 50 && (await sessions()) > 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await sessions()).toBe(0);
    await session.catch(() => undefined);
  });

  test("leaves a job behind that ends sessions should this process die, but not of a project that is served again", async () => {
    const projectId = await project();
    const { body } = await suspend(projectId);
    const jobs = await world.clone.query(
      "select from graphile_worker.jobs where task_identifier = 'endSuspendedSessions' and key = $1 and run_at > now()",
      [`endSuspendedSessions:${projectId}`],
    );
    expect(jobs).toHaveLength(1);
    await world.work("endSuspendedSessions", { projectId });
    await lift(body.id);
    await world.work("endSuspendedSessions", { projectId });
  });

  test.each<[string, number, string, () => Promise<{ status: number; body: { code: string } }>]>([
    ["a project there is not", 404, "project_not_found", () => suspend(unknownProject)],
    ["an end in the past", 422, "ends_in_the_past", async () => suspend(await project(), { ...said, endsAt: "2020-01-01T00:00:00Z" })],
    ["a reason that is none", 422, "invalid_input", async () => suspend(await project(), { ...said, reason: "mood" })],
    ["no statement", 422, "invalid_input", async () => suspend(await project(), { reason: "abuse", statement: "  " })],
    ["a statement too long", 422, "invalid_input", async () => suspend(await project(), { ...said, statement: "a".repeat(2001) })],
    ["an end that is no time", 422, "invalid_input", async () => suspend(await project(), { ...said, endsAt: "tomorrow" })],
    ["who may only look", 403, "missing_role", async () => suspend(await project(), said, viewer)],
    ["a developer", 403, "not_for_you", async () => suspend(await project(), said, developer.token)],
  ])("refuses %s", async (_, status, code, request) => {
    expect(await request()).toMatchObject({ status, body: { code } });
  });
});

describe("lifting a suspension", () => {
  test("answers with it lifted, tells the owner, and stands in the audit log with before and after", async () => {
    const projectId = await project();
    const { id } = (await suspend(projectId)).body;
    const { status, body } = await lift(id, { reason: "a mistake of ours" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, state: "lifted", liftReason: "a mistake of ours", liftedBy: expect.stringMatching(/^stf_/) });
    const { items } = (await ask(world, `GET /api/admin/audit?target=${id}&action=liftSuspension`, { token: viewer })).body;
    expect(items).toMatchObject([{ reason: "a mistake of ours", before: { liftedAt: null }, after: { liftedAt: expect.any(String) } }]);
    const mails = await world.clone.query("select from outbox where template = 'suspension_lifted' and body like $1", [`%${projectId}%`]);
    expect(mails).toHaveLength(1);
    expect((await suspend(projectId)).status).toBe(201);
  });

  test("refuses one that is over, however it ended, and one there is not", async () => {
    const { id } = (await suspend(await project())).body;
    expect((await Promise.all([lift(id), lift(id)])).map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await lift(id)).toMatchObject({ status: 409, body: { code: "suspension_over" } });
    const short = (await suspend(await project(), { ...said, endsAt: inAMinute() })).body;
    expect(await later(() => lift(short.id))).toMatchObject({ status: 409, body: { code: "suspension_over" } });
    expect(await lift("sus_01jh8x4q3efyxb0v1s2t3w4y5z")).toMatchObject({ status: 404, body: { code: "suspension_not_found" } });
    expect(await lift(id, {})).toMatchObject({ status: 422 });
    expect(await lift(id, { reason: "x" }, viewer)).toMatchObject({ status: 403 });
  });
});

describe("reading suspensions", () => {
  test("the owner sees them, without who imposed them; nobody else does", async () => {
    const projectId = await project();
    await suspend(projectId);
    const own = await ask(world, `GET /api/projects/${projectId}/suspensions`, { token: developer.token });
    expect(own.status).toBe(200);
    expect(own.body.items).toMatchObject([{ projectId, ...said }]);
    expect(JSON.stringify(own.body)).not.toContain("stf_");
    const stranger = await makeDeveloper(world);
    const foreign = await ask(world, `GET /api/projects/${projectId}/suspensions`, { token: stranger.token });
    expect(foreign).toMatchObject({ status: 404, body: { code: "project_not_found" } });
  });

  test("staff read them page by page, newest first", async () => {
    const projectId = await project();
    for (let i = 0; i < 3; i += 1) await lift((await suspend(projectId, { ...said, statement: `no. ${i}` })).body.id);
    const read = (query: string) => ask(world, `GET /api/admin/projects/${projectId}/suspensions?${query}`, { token: viewer });
    const first = (await read("limit=2")).body;
    const second = (await read(`limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map(({ statement }: { statement: string }) => statement)).toEqual(["no. 2", "no. 1", "no. 0"]);
    expect(second.nextCursor).toBeNull();
    expect(await ask(world, `GET /api/admin/projects/${unknownProject}/suspensions`, { token: viewer })).toMatchObject({ status: 404 });
  });
});

test("a job notes in the audit log what has ended by its time", async () => {
  const projectId = await project();
  const { id } = (await suspend(projectId, { ...said, endsAt: inAMinute() })).body;
  await later(() => world.work("closeEndedSuspensions", {}));
  const { items } = (await ask(world, `GET /api/admin/audit?target=${id}`, { token: viewer })).body;
  expect(items[0]).toMatchObject({ action: "liftSuspension", actor: "job:closeEndedSuspensions", reason: "its time was over" });
});

test.each([
  ["ahead", { startsAt: "2027-01-02", endsAt: null, liftedAt: null }],
  ["in_force", { startsAt: "2027-01-01", endsAt: null, liftedAt: null }],
  ["in_force", { startsAt: "2026-12-01", endsAt: "2027-01-02", liftedAt: null }],
  ["ended", { startsAt: "2026-12-01", endsAt: "2027-01-01", liftedAt: null }],
  ["ended", { startsAt: "2026-12-01", endsAt: "2026-12-02", liftedAt: "2026-12-02" }],
  ["lifted", { startsAt: "2026-12-01", endsAt: "2027-03-01", liftedAt: "2026-12-24" }],
])("on new year's day a suspension is %s: %j", (state, period) => {
  expect(stateAt(period, "2027-01-01")).toBe(state);
});
