import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeProject, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { perform } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import { imposeAutomatically, liftAutomatically } from "./actions.ts";
import { type Level, levels, milder, strictest } from "./rules.ts";

let world: World;
let operator: string;
let viewer: string;
beforeAll(async () => {
  world = await openWorld();
  operator = (await makeStaff(world, "operator")).token;
  viewer = (await makeStaff(world, "viewer")).token;
});
afterAll(() => world.close());

const said = { reason: "abuse", statement: "You sent spam." };
const sanction = (projectId: string, level: Level, more: object = {}) =>
  ask(world, `POST /api/admin/projects/${projectId}/sanctions`, { token: operator, body: { ...said, level, ...more } });
const lift = (id: string) => ask(world, `POST /api/admin/suspensions/${id}/lift`, { token: operator, body: { reason: "settled" } });
const listed = async (projectId: string) =>
  (await ask(world, `GET /api/admin/projects/${projectId}/suspensions`, { token: viewer })).body.items;

const cause = { cause: "quota", causeId: "database_bytes" } as const;
const automatically = {
  impose: (projectId: string, level: Level, more: object = {}) =>
    perform(world.engine, call("enforceLimits"), imposeAutomatically, {
      ...{ projectId, level, ...cause, reason: "quota" as const, statement: "The database is full.", endsAt: null },
      ...more,
    }),
  lift: (projectId: string) =>
    perform(world.engine, call("enforceLimits"), liftAutomatically, { projectId, ...cause, reason: "there is room again" }),
};
const call = (id: string) => ({
  operation: { id, changes: false },
  actor: { kind: "job", id } as const,
  request: { id: newId("request"), address: undefined, userAgent: undefined },
});

const setUp = async () => {
  const project = await makeProject(world);
  const run = (query: string) => ask(world, "POST /api/sql", { apikey: project.secret.key, body: { query } });
  const rest = (at: string, options: object = {}) => ask(world, at, { apikey: project.secret.key, ...options });
  expect((await run("create table things (id int primary key); insert into things values (1), (2)")).status).toBe(200);
  return { ...project, run, rest };
};

describe("a sanction by staff", () => {
  test("that warns refuses nothing, tells the owner, and stands in the audit log", async () => {
    const { id, rest } = await setUp();
    const { status, body } = await sanction(id, "warned");
    expect({ status, body }).toMatchObject({ status: 201, body: { level: "warned", cause: "staff", causeId: null, state: "in_force" } });
    expect((await rest("POST /api/rest/things", { body: { id: 3 } })).status).toBe(201);
    const [mail] = await world.clone.query<{ subject: string }>(
      "select subject from outbox where template = 'project_warned' and body like $1",
      [`%${id}%`],
    );
    expect(mail?.subject).toMatch(/is warned$/);
    const { items } = (await ask(world, `GET /api/admin/audit?target=${body.id}`, { token: viewer })).body;
    expect(items).toMatchObject([{ action: "sanctionProject", reason: "abuse: You sent spam.", after: { level: "warned" } }]);
  });

  test("that restricts lets read and shrink, and refuses what grows with the reason and where to read about it", async () => {
    const { id, rest, run } = await setUp();
    const { body } = await sanction(id, "restricted");
    expect((await rest("GET /api/rest/things")).body).toHaveLength(2);
    expect(await rest("POST /api/rest/things", { body: { id: 3 } })).toMatchObject({
      status: 403,
      body: { code: "project_restricted", reason: "abuse", statement: "You sent spam.", statusUrl: body.statusUrl },
    });
    expect((await run("insert into things values (4)")).body).toMatchObject({ code: "project_restricted" });
    expect((await run("select count(*) from things")).status).toBe(200);
    expect((await rest("DELETE /api/rest/things?id=eq.2")).status).toBe(204);
    await lift(body.id);
    expect((await rest("POST /api/rest/things", { body: { id: 5 } })).status).toBe(201);
  });

  test("that throttles leaves a tenth of the requests per second", async () => {
    const { id, rest } = await setUp();
    await ask(world, `PUT /api/admin/projects/${id}/quotas/requests_per_second`, {
      token: operator,
      body: { limit: 20, reason: "a test", confirm: true },
    });
    await sanction(id, "throttled");
    const answers = await Promise.all(Array.from({ length: 12 }, () => rest("GET /api/rest/things")));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(8);
    expect(refused[0]?.body).toMatchObject({ metric: "requests_per_second", limit: 2 });
  });

  test("is moved to another level by the next one, and refused at the same", async () => {
    const { id } = await setUp();
    const first = (await sanction(id, "warned")).body;
    const second = (await sanction(id, "suspended")).body;
    expect(second).toMatchObject({ level: "suspended", followsId: first.id });
    expect(await sanction(id, "suspended")).toMatchObject({ status: 409, body: { code: "already_sanctioned" } });
    const third = (await sanction(id, "throttled")).body;
    expect((await listed(id)).map(({ level, state }: { level: string; state: string }) => [level, state])).toEqual([
      ["throttled", "in_force"],
      ["suspended", "lifted"],
      ["warned", "lifted"],
    ]);
    expect(third.followsId).toBe(second.id);
  });

  test("keeps what was known when it was decided, under a hash that shows a change", async () => {
    const { id } = await setUp();
    const { body } = await sanction(id, "warned");
    const read = () => ask(world, `GET /api/admin/suspensions/${body.id}/evidence`, { token: viewer });
    expect((await read()).body).toMatchObject({
      sha256: body.evidenceSha256,
      isIntact: true,
      evidence: { limits: expect.arrayContaining([expect.objectContaining({ metric: "database_bytes" })]) },
    });
    await world.clone.query("update suspensions set evidence = replace(evidence, 'database_bytes', 'database_bits') where id = $1", [
      body.id,
    ]);
    expect((await read()).body).toMatchObject({ isIntact: false });
  });

  test("rests on what was detected in the seven days before as well, unless that was judged to be a mistake", async () => {
    const { id } = await setUp();
    const detected = async (daysAgo: number, verdict: string | null = null) => {
      const detection = newId("detection");
      await world.clone.query(
        `insert into detections (id, kind, rule_id, rule_revision, mode, subject_kind, subject_id, project_id, score, inputs, started_at, last_seen_at,
           verdict, verdict_by, verdict_at)
         select $1, r.kind, r.id, v.revision, r.mode, 'project', $2, $2, 3, '{"requests": 700}', now() - interval '9 days', now() - $3 * interval '1 day',
           $4, case when $4::text is not null then 'somebody' end, case when $4::text is not null then now() end
         from detection_rules r join detection_rule_revisions v on v.rule_id = r.id
         where not exists (select from detections d where d.rule_id = r.id and d.project_id = $2) limit 1`,
        [detection, id, daysAgo, verdict],
      );
      return detection;
    };
    const [going, known] = [await detected(0), await detected(6, "true_positive")];
    await detected(1, "false_positive");
    await detected(8);
    const stakes = (await ask(world, `GET /api/admin/projects/${id}/stakes`, { token: viewer })).body;
    expect(stakes).toMatchObject({ detections: [{ id: known, verdict: "true_positive" }, { id: going }], appealWindowDays: 30 });
    expect(stakes.detections[0]).not.toHaveProperty("inputs");
    const { body } = await sanction(id, "warned");
    const { evidence } = (await ask(world, `GET /api/admin/suspensions/${body.id}/evidence`, { token: viewer })).body;
    expect(evidence.detections).toMatchObject([
      { id: known, title: expect.any(String), score: 3, inputs: { requests: 700 } },
      { id: going, endedAt: null },
    ]);
  });
});

describe("the end of a sanction by staff", () => {
  const change = (id: string, endsAt: string | undefined, token = operator) =>
    ask(world, `PUT /api/admin/suspensions/${id}/end`, { token, body: { statement: "We need more time.", ...(endsAt && { endsAt }) } });
  const inHours = (hours: number) => new Date(world.engine.clock().getTime() + hours * 3_600_000).toISOString();

  test("is put off, brought forward or left open; the owner is told and it stands in the audit log", async () => {
    const { id } = await setUp();
    const { body } = await sanction(id, "suspended", { endsAt: inHours(1) });
    const [later, sooner] = [inHours(48), inHours(2)];
    for (const endsAt of [later, sooner, undefined])
      expect(await change(body.id, endsAt)).toMatchObject({
        status: 200,
        body: { id: body.id, endsAt: endsAt ?? null, state: "in_force" },
      });
    const { items } = (await ask(world, `GET /api/admin/projects/${id}/notices`, { token: operator })).body;
    expect(items.map(({ template, data }: { template: string; data: object }) => [template, data]).slice(0, 3)).toMatchObject([
      ["sanction_end_changed", { endsAt: null, endedAt: sooner, statement: "We need more time." }],
      ["sanction_end_changed", { endsAt: sooner, endedAt: later }],
      ["sanction_end_changed", { endsAt: later, endedAt: body.endsAt }],
    ]);
    const entries = (await ask(world, `GET /api/admin/audit?target=${body.id}`, { token: viewer })).body.items;
    expect(entries[0]).toMatchObject({
      action: "changeSanctionEnd",
      reason: "We need more time.",
      before: { endsAt: sooner },
      after: { endsAt: null },
    });
  });

  test("is felt: what was to end by its time goes on, and what was open ends", async () => {
    const { id, rest } = await setUp();
    const { body } = await sanction(id, "suspended", { endsAt: inHours(0.5) });
    expect((await change(body.id, inHours(0.75))).status).toBe(200);
    const atHour = async (hours: number) => {
      world.travel(hours * 3_600_000);
      await world.work("closeEndedSuspensions", {});
      const { status } = await rest("GET /api/rest/things");
      world.travel(-hours * 3_600_000);
      return status;
    };
    expect([await atHour(0.6), await atHour(0.8)]).toEqual([403, 200]);
  });

  test("is refused where it is none: in the past, the same, of one that is over, of a limit's, of a deleted project's", async () => {
    const { id, developer } = await setUp();
    const { body } = await sanction(id, "warned", { endsAt: inHours(1) });
    expect(await change(body.id, inHours(-1))).toMatchObject({ status: 422, body: { code: "ends_in_the_past" } });
    expect(await change(body.id, body.endsAt)).toMatchObject({ status: 409, body: { code: "ends_then_already" } });
    expect((await change(body.id, inHours(2), viewer)).status).toBe(403);
    const unknown = "sus_01jh8x4q3efyxb0v1s2t3w4y5z";
    expect(await change(unknown, inHours(2))).toMatchObject({ status: 404, body: { code: "suspension_not_found" } });
    const automatic = await automatically.impose(id, "throttled");
    expect(await change(String(automatic?.id), inHours(2))).toMatchObject({ status: 409, body: { code: "not_imposed_by_staff" } });
    expect((await ask(world, `DELETE /api/projects/${id}`, { token: developer.token })).status).toBe(200);
    expect(await change(body.id, inHours(2))).toMatchObject({ status: 409, body: { code: "project_is_deleted" } });
    await lift(body.id);
    expect(await change(body.id, inHours(2))).toMatchObject({ status: 409, body: { code: "suspension_over" } });
  });

  test("is changed by one after the other when two do it at once", async () => {
    const { id } = await setUp();
    const { body } = await sanction(id, "warned");
    const endsAt = inHours(2);
    const answers = await Promise.all([change(body.id, endsAt), change(body.id, endsAt), lift(body.id)]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(answers.slice(0, 2).filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  });
});

test("a sanction that lies ahead, since a clock was set back, can be lifted all the same", async () => {
  const { id } = await setUp();
  const { body } = await sanction(id, "suspended");
  world.travel(-3_600_000);
  const lifted = await lift(body.id);
  world.travel(3_600_000);
  expect(lifted).toMatchObject({ status: 200, body: { state: "lifted" } });
});

describe("a sanction by automation", () => {
  test("goes no further than the ceiling, stands beside the one of staff, and the strictest is felt", async () => {
    const { id, rest } = await setUp();
    await sanction(id, "warned");
    expect(await automatically.impose(id, "suspended")).toMatchObject({ level: "restricted", cause: "quota", causeId: "database_bytes" });
    expect((await listed(id)).map(({ level }: { level: string }) => level)).toEqual(["restricted", "warned"]);
    expect((await rest("POST /api/rest/things", { body: { id: 3 } })).body.code).toBe("project_restricted");
  });

  test("is imposed once for a cause, and lifted with it alone", async () => {
    const { id } = await setUp();
    await sanction(id, "warned");
    const both = await Promise.all([automatically.impose(id, "throttled"), automatically.impose(id, "throttled")]);
    expect(both.filter((each) => each !== undefined)).toHaveLength(1);
    expect(await automatically.impose(id, "throttled")).toBeUndefined();
    expect(await automatically.lift(id)).toBe(1);
    expect(await automatically.lift(id)).toBe(0);
    expect((await listed(id)).map(({ level, state }: { level: string; state: string }) => [level, state])).toEqual([
      ["throttled", "lifted"],
      ["warned", "in_force"],
    ]);
  });
});

test("levels are ordered: the strictest is felt, and a ceiling cuts", () => {
  expect(strictest(levels.map((level) => ({ level })))?.level).toBe("suspended");
  expect(strictest([])).toBeUndefined();
  expect(milder("suspended", "restricted")).toBe("restricted");
  expect(milder("warned", "restricted")).toBe("warned");
});
