import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProjectFor, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { perform } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import { judge } from "../platform/second-person.ts";
import { imposeAutomatically, type Level } from "../suspensions/index.ts";
import { remindedAt } from "./rules.ts";

let world: World;
let imposer: { id: string; email: string; token: string };
let judgeOf: { id: string; email: string; token: string };
let supporter: string;
let viewer: string;
let admin: { email: string };
let owner: { id: string; email: string; token: string };
beforeAll(async () => {
  world = await openWorld();
  imposer = await makeStaff(world, "operator");
  judgeOf = await makeStaff(world, "operator");
  admin = await makeStaff(world, "admin");
  supporter = (await makeStaff(world, "support")).token;
  viewer = (await makeStaff(world, "viewer")).token;
  owner = await makeDeveloper(world);
  await world.clone.query("update developers set plan = 'pro' where id = $1", [owner.id]);
});
afterAll(() => world.close());

const unknownAppeal = "apl_01jh8x4q3efyxb0v1s2t3w4y5z";
const said = { text: "The key was stolen; it is revoked now." };
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

async function sanctioned(level: Level = "suspended", more: object = {}) {
  const { id: projectId } = await makeProjectFor(world, owner.token);
  const body = { level, reason: "abuse", statement: "You sent spam.", ...more };
  const sanction = (await ask(world, `POST /api/admin/projects/${projectId}/sanctions`, { token: imposer.token, body })).body;
  return { projectId, sanction };
}
const open = (projectId: string, suspensionId: string, body: object = said, token = owner.token) =>
  ask(world, `POST /api/projects/${projectId}/suspensions/${suspensionId}/appeals`, { token, body });
async function appealed(level: Level = "suspended", more: object = {}) {
  const { projectId, sanction } = await sanctioned(level, more);
  return { projectId, sanction, appeal: (await open(projectId, sanction.id)).body };
}
const decide = (id: string, body: object, token = judgeOf.token) => ask(world, `POST /api/admin/appeals/${id}/decide`, { token, body });
const uphold = { decision: "uphold", answer: "The spam went on after the warning." };
const lift = { decision: "lift", answer: "You are right, it was not you." };
const listed = async (projectId: string) =>
  (await ask(world, `GET /api/admin/projects/${projectId}/suspensions`, { token: viewer })).body.items;
const mailsTo = (recipient: string, template: string) =>
  world.clone.query<{ subject: string; body: string }>(
    "select subject, body from outbox where recipient = $1 and template = $2 order by id desc",
    [recipient, template],
  );
/** The mails to somebody about a project, the newest first. */
const mailsOf = async (projectId: string, recipient: string) =>
  (
    await world.clone.query<{ template: string }>(
      "select template from outbox where project_id = $1 and recipient = $2 and channel = 'mail' order by id desc",
      [projectId, recipient],
    )
  ).map(({ template }) => template);
const auditOf = async (target: string) => (await ask(world, `GET /api/admin/audit?target=${target}`, { token: viewer })).body.items;
/** As if it had been opened so long ago. */
const age = (id: string, hours: number) =>
  world.clone.query(
    "update appeals set opened_at = opened_at - make_interval(hours => $2), due_at = due_at - make_interval(hours => $2) where id = $1",
    [id, hours],
  );

describe("opening an appeal", () => {
  test("answers with the conversation and a deadline, tells who may decide, and stands in the audit log", async () => {
    const { projectId, sanction } = await sanctioned();
    const { status, body } = await open(projectId, sanction.id);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^apl_/),
      ...{ projectId, suspensionId: sanction.id, state: "open", decidedAt: null, answer: null },
      messages: [{ side: "owner", body: said.text }],
    });
    expect(Date.parse(body.dueAt) - Date.parse(body.openedAt)).toBe(72 * 3_600_000);
    expect(await auditOf(body.id)).toMatchObject([{ action: "openAppeal", projectId, after: { state: "open" } }]);
    await world.work("tellStaffOfAppeal", { appealId: body.id });
    const told = async (email: string) => (await mailsTo(email, "appeal_opened")).filter((mail) => mail.body.includes(projectId)).length;
    expect([await told(judgeOf.email), await told(admin.email), await told(imposer.email), await told("staff")]).toEqual([1, 1, 0, 1]);
    const notices = await world.clone.query("select from notices where project_id = $1 and template = 'appeal_opened'", [projectId]);
    expect(notices).toHaveLength(0);
  });

  test("shows the owner nothing of staff", async () => {
    const { projectId, appeal } = await appealed();
    await decide(appeal.id, uphold);
    for (const at of [`appeals/${appeal.id}`, "appeals"]) {
      const { status, body } = await ask(world, `GET /api/projects/${projectId}/${at}`, { token: owner.token });
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/stf_|imposedBy|decidedBy/);
    }
  });

  test("is possible once, also when two do it at once", async () => {
    const { projectId, sanction } = await sanctioned();
    const answers = await Promise.all([open(projectId, sanction.id), open(projectId, sanction.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { id } = answers.find(({ status }) => status === 201)?.body ?? {};
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: "already_appealed", appealId: id });
    await decide(id, uphold);
    expect(await open(projectId, sanction.id)).toMatchObject({ status: 409, body: { code: "already_appealed" } });
  });

  test("is possible until thirty days after the sanction's end", async () => {
    const [early, late] = [await sanctioned(), await sanctioned()];
    const end = (id: string, days: number) =>
      world.clone.query(
        `update suspensions set starts_at = now() - interval '90 days', lifted_at = now() - make_interval(days => $2), lifted_by = 'test' where id = $1`,
        [id, days],
      );
    await end(early.sanction.id, 29);
    await end(late.sanction.id, 31);
    expect((await open(early.projectId, early.sanction.id)).status).toBe(201);
    expect(await open(late.projectId, late.sanction.id)).toMatchObject({
      status: 409,
      body: { code: "appeal_window_over", until: expect.any(String) },
    });
  });

  test("is possible while a sanction lasts, be its end as late as one can write", async () => {
    const { projectId, sanction } = await sanctioned("restricted", { endsAt: "9998-12-31T23:59:59Z" });
    expect((await open(projectId, sanction.id)).status).toBe(201);
    const later = { level: "restricted", reason: "abuse", statement: "You sent spam.", endsAt: "9999-12-30T00:00:00Z" };
    const refused = await ask(world, `POST /api/admin/projects/${projectId}/sanctions`, { token: imposer.token, body: later });
    expect([refused.status, refused.body.code]).toEqual([422, "invalid_input"]);
  });

  test("is refused for what is not there, not theirs, or of another project", async () => {
    const { projectId, sanction } = await sanctioned();
    const other = await sanctioned();
    const stranger = await makeDeveloper(world);
    expect(await open(projectId, sanction.id, said, stranger.token)).toMatchObject({ status: 404, body: { code: "project_not_found" } });
    const own = await makeProjectFor(world, stranger.token);
    for (const id of [sanction.id, "sus_01jh8x4q3efyxb0v1s2t3w4y5z"])
      expect(await open(own.id, id, said, stranger.token)).toMatchObject({ status: 404, body: { code: "suspension_not_found" } });
    expect(await open(projectId, other.sanction.id)).toMatchObject({ status: 404, body: { code: "suspension_not_found" } });
    for (const text of ["", "  ", "x".repeat(4001), 7, undefined])
      expect(await open(projectId, sanction.id, { text })).toMatchObject({ status: 422, body: { code: "invalid_input" } });
    expect((await open(projectId, sanction.id, said, judgeOf.token)).status).toBe(403);
  });

  test("is refused for a project that was purged", async () => {
    const { projectId, sanction } = await sanctioned();
    await world.clone.query("update projects set status = 'purged', purged_at = now() where id = $1", [projectId]);
    expect(await open(projectId, sanction.id)).toMatchObject({ status: 404, body: { code: "project_not_found" } });
  });
});

describe("the conversation", () => {
  const write = (projectId: string, id: string, token = owner.token) =>
    ask(world, `POST /api/projects/${projectId}/appeals/${id}/messages`, { token, body: { text: "And the address is blocked." } });
  const answer = (id: string, token = supporter) =>
    ask(world, `POST /api/admin/appeals/${id}/messages`, { token, body: { text: "Which address was it?" } });

  test("goes both ways, in order, and the owner hears of each answer by mail", async () => {
    const { projectId, appeal } = await appealed();
    const { status, body } = await answer(appeal.id);
    expect({ status, body }).toMatchObject({ status: 201, body: { lastSide: "staff", messages: [{}, { writtenBy: /^stf_/ }] } });
    expect((await write(projectId, appeal.id)).body.messages.map(({ side }: { side: string }) => side)).toEqual([
      "owner",
      "staff",
      "owner",
    ]);
    const [mail] = await mailsTo(owner.email, "appeal_answered");
    expect(mail?.body).toContain("Which address was it?");
    expect(mail?.body).toContain(`/api/projects/${projectId}/appeals/${appeal.id}/messages`);
    expect((await auditOf(appeal.id)).map(({ action }: { action: string }) => action)).toEqual([
      "writeToAppeal",
      "answerAppeal",
      "openAppeal",
    ]);
  });

  test("is between the owner and staff alone, and over once it is decided", async () => {
    const { projectId, appeal } = await appealed();
    const stranger = await makeDeveloper(world);
    const own = await makeProjectFor(world, stranger.token);
    expect((await write(projectId, appeal.id, stranger.token)).status).toBe(404);
    expect(await write(own.id, appeal.id, stranger.token)).toMatchObject({ status: 404, body: { code: "appeal_not_found" } });
    expect((await ask(world, `GET /api/projects/${own.id}/appeals/${appeal.id}`, { token: owner.token })).status).toBe(404);
    expect((await answer(appeal.id, viewer)).status).toBe(403);
    await decide(appeal.id, uphold);
    expect(await write(projectId, appeal.id)).toMatchObject({ status: 409, body: { code: "appeal_decided", state: "upheld" } });
    expect(await answer(appeal.id)).toMatchObject({ status: 409, body: { code: "appeal_decided" } });
    expect(await answer(unknownAppeal)).toMatchObject({ status: 404, body: { code: "appeal_not_found" } });
  });

  test("ends at a hundred messages", async () => {
    const { projectId, appeal } = await appealed();
    await world.clone.query(
      `insert into appeal_messages (id, appeal_id, project_id, side, written_by, body, written_at)
       select 'amg_0' || lpad(n::text, 25, '0'), $1, $2, 'owner', 'test', 'x', now() from generate_series(1, 99) n`,
      [appeal.id, projectId],
    );
    expect(await write(projectId, appeal.id)).toMatchObject({ status: 409, body: { code: "too_many_messages" } });
  });
});

describe("deciding an appeal", () => {
  test("that lifts serves the project again and tells the owner in the decision's words", async () => {
    const { projectId, sanction, appeal } = await appealed();
    const { status, body } = await decide(appeal.id, lift);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: "lifted", answer: lift.answer, decidedBy: judgeOf.id, isDecidedAlone: false });
    expect(await listed(projectId)).toMatchObject([{ id: sanction.id, state: "lifted", liftedBy: judgeOf.id }]);
    const [mail] = await mailsTo(owner.email, "appeal_decided");
    expect(mail?.subject).toMatch(/was granted$/);
    expect(mail?.body).toContain(lift.answer);
    expect(await mailsOf(projectId, owner.email)).toEqual(["appeal_decided", "project_suspended"]);
    expect(await auditOf(appeal.id)).toMatchObject([
      { action: "decideAppeal", before: { state: "open" }, after: { state: "lifted" } },
      { action: "openAppeal" },
    ]);
    expect((await auditOf(sanction.id))[0]).toMatchObject({ action: "liftSuspension" });
  });

  test("that upholds leaves the sanction as it is", async () => {
    const { projectId, appeal } = await appealed();
    expect((await decide(appeal.id, uphold)).body).toMatchObject({ state: "upheld" });
    expect(await listed(projectId)).toMatchObject([{ level: "suspended", state: "in_force" }]);
    expect((await mailsTo(owner.email, "appeal_decided"))[0]?.subject).toMatch(/was turned down$/);
  });

  test("that replaces puts a milder sanction in its place, which can't be appealed against again", async () => {
    const endsAt = inMs(86_400_000);
    const { projectId, sanction, appeal } = await appealed("suspended", { endsAt });
    const { status, body } = await decide(appeal.id, { decision: "replace", level: "throttled", answer: "Reading is enough." });
    expect({ status, body }).toMatchObject({ status: 200, body: { state: "replaced" } });
    const [next, before] = await listed(projectId);
    expect(next).toMatchObject({ id: body.replacedById, level: "throttled", state: "in_force", endsAt, followsId: sanction.id });
    expect(before).toMatchObject({ id: sanction.id, state: "lifted" });
    expect(await mailsOf(projectId, owner.email)).toEqual(["appeal_decided", "project_suspended"]);
    expect(await open(projectId, next.id)).toMatchObject({ status: 409, body: { code: "follows_from_appeal" } });
  });

  test("is for somebody other than who imposed it", async () => {
    const { appeal } = await appealed();
    expect(await decide(appeal.id, lift, imposer.token)).toMatchObject({ status: 403, body: { code: "not_your_own" } });
    expect((await decide(appeal.id, lift, supporter)).status).toBe(403);
    expect((await decide(appeal.id, lift, owner.token)).status).toBe(403);
    expect((await decide(appeal.id, lift)).status).toBe(200);
  });

  test("is left to who imposed it where nobody else on staff could, after a day, and that is marked", async () => {
    const { appeal } = await appealed();
    const others = (
      await world.clone.query<{ id: string }>("update staff set is_active = false where id <> $1 returning id", [imposer.id])
    ).map(({ id }) => id);
    try {
      expect(await decide(appeal.id, uphold, imposer.token)).toMatchObject({
        status: 403,
        body: { code: "not_yet_alone", from: new Date(Date.parse(appeal.openedAt) + 86_400_000).toISOString() },
      });
      await age(appeal.id, 25);
      expect((await decide(appeal.id, uphold, imposer.token)).body).toMatchObject({ state: "upheld", isDecidedAlone: true });
    } finally {
      await world.clone.query("update staff set is_active = true where id = any($1)", [others]);
    }
  });

  test("of two at once one wins", async () => {
    const { appeal } = await appealed();
    const answers = await Promise.all([decide(appeal.id, lift), decide(appeal.id, uphold), decide(appeal.id, lift)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("appeal_decided");
  });

  test("finds a sanction wrong that is over already, but puts none in its place", async () => {
    const { sanction, appeal } = await appealed();
    await ask(world, `POST /api/admin/suspensions/${sanction.id}/lift`, { token: imposer.token, body: { reason: "settled" } });
    const replace = { decision: "replace", level: "warned", answer: "Milder." };
    expect(await decide(appeal.id, replace)).toMatchObject({ status: 409, body: { code: "suspension_over" } });
    expect((await decide(appeal.id, lift)).body).toMatchObject({ state: "lifted" });
    expect((await auditOf(sanction.id)).filter(({ action }: { action: string }) => action === "liftSuspension")).toHaveLength(1);
  });

  let untouched: Awaited<ReturnType<typeof appealed>> | undefined;
  test.each<[string, object, string]>([
    ["a level without `replace`", { ...lift, level: "warned" }, "level_goes_with_replace"],
    ["`replace` without a level", { decision: "replace", answer: "x" }, "level_goes_with_replace"],
    ["a level as strict", { decision: "replace", level: "restricted", answer: "x" }, "not_milder"],
    ["a stricter level", { decision: "replace", level: "suspended", answer: "x" }, "not_milder"],
    ["an end in the past", { decision: "replace", level: "warned", answer: "x", endsAt: "2020-01-01T00:00:00Z" }, "ends_in_the_past"],
    ["a decision there is not", { decision: "pardon", answer: "x" }, "invalid_input"],
    ["no words", { decision: "lift", answer: " " }, "invalid_input"],
  ])("refuses %s, and changes nothing", async (_, body, code) => {
    untouched ??= await appealed("restricted");
    const { projectId, appeal } = untouched;
    expect(await decide(appeal.id, body)).toMatchObject({ status: 422, body: { code } });
    expect(await listed(projectId)).toMatchObject([{ level: "restricted", state: "in_force" }]);
    expect((await ask(world, `GET /api/admin/appeals/${appeal.id}`, { token: viewer })).body).toMatchObject({ state: "open" });
  });

  test("refuses one there is not", async () => {
    expect(await decide(unknownAppeal, lift)).toMatchObject({ status: 404, body: { code: "appeal_not_found" } });
  });
});

describe("an appeal against what automation imposed", () => {
  const call = {
    operation: { id: "enforceLimits", changes: false },
    actor: { kind: "job", id: "enforceLimits" } as const,
    request: { id: newId("request"), address: undefined, userAgent: undefined },
  };
  const impose = (projectId: string, level: Level = "restricted") =>
    perform(world.engine, call, imposeAutomatically, {
      ...{ projectId, level, cause: "quota", causeId: "database_bytes", reason: "quota", statement: "The database is full.", endsAt: null },
    });

  test.each<[string, object, string[]]>([
    ["lifts", lift, ["lifted"]],
    ["replaces", { decision: "replace", level: "warned", answer: "Warned is enough." }, ["in_force", "lifted"]],
  ])("can be decided by anybody who may decide; one that %s it is not undone by automation for a week", async (_, body, states) => {
    const { id: projectId } = await makeProjectFor(world, owner.token);
    const sanction = await impose(projectId);
    const { id } = (await open(projectId, String(sanction?.id))).body;
    expect((await decide(id, body, imposer.token)).body).toMatchObject({ isDecidedAlone: false, decidedBy: imposer.id });
    expect(await impose(projectId)).toBeUndefined();
    expect((await listed(projectId)).map(({ state }: { state: string }) => state)).toEqual(states);
    world.travel(8 * 86_400_000);
    const again = await impose(projectId);
    world.travel(-8 * 86_400_000);
    expect(again).toMatchObject({ level: "restricted" });
  });
});

describe("the deadline", () => {
  const watch = () => world.work("watchAppeals", {});
  const read = async (id: string) => (await ask(world, `GET /api/admin/appeals/${id}`, { token: viewer })).body;
  const toldOf = async (email: string, template: string, projectId: string) =>
    (await mailsTo(email, template)).filter(({ body }) => body.includes(projectId)).length;

  test("reminds once at half of the time, and tells every admin once when it has passed", async () => {
    const { projectId, appeal } = await appealed();
    await age(appeal.id, 35);
    await watch();
    expect(await read(appeal.id)).toMatchObject({ state: "open", remindedAt: null });
    await age(appeal.id, 2);
    await watch();
    await watch();
    expect(await read(appeal.id)).toMatchObject({ state: "open", remindedAt: expect.any(String) });
    expect(await toldOf(judgeOf.email, "appeal_reminder", projectId)).toBe(1);
    expect(await toldOf(imposer.email, "appeal_reminder", projectId)).toBe(0);
    await age(appeal.id, 36);
    await watch();
    await watch();
    expect(await read(appeal.id)).toMatchObject({ state: "overdue" });
    expect(await toldOf(admin.email, "appeal_overdue", projectId)).toBe(1);
    expect((await auditOf(appeal.id)).map(({ action }: { action: string }) => action)).toEqual([
      "escalateAppeal",
      "remindOfAppeal",
      "openAppeal",
    ]);
    expect((await decide(appeal.id, lift)).status).toBe(200);
  });

  test("of a project that was purged meanwhile closes the appeal", async () => {
    const { projectId, appeal } = await appealed();
    await world.clone.query("update projects set status = 'purged', purged_at = now() where id = $1", [projectId]);
    await watch();
    expect(await read(appeal.id)).toMatchObject({ state: "closed", decidedBy: "watchAppeals" });
    expect((await auditOf(appeal.id))[0]).toMatchObject({ action: "closeAppeal", actor: "job:watchAppeals" });
  });
});

describe("evidence", () => {
  const read = async (id: string) => (await ask(world, `GET /api/admin/suspensions/${id}/evidence`, { token: viewer })).body;
  const endedDaysAgo = (id: string, days: number) =>
    world.clone.query(
      `update suspensions set starts_at = now() - interval '90 days', lifted_at = now() - make_interval(days => $2), lifted_by = 'test' where id = $1`,
      [id, days],
    );

  test("goes when nobody can appeal any more, and its hash stays", async () => {
    const [fresh, old] = [await sanctioned(), await sanctioned()];
    await endedDaysAgo(fresh.sanction.id, 29);
    await endedDaysAgo(old.sanction.id, 31);
    await world.work("removeEvidence", {});
    await world.work("removeEvidence", {});
    expect(await read(fresh.sanction.id)).toMatchObject({ evidence: { limits: expect.any(Array) }, isIntact: true });
    expect(await read(old.sanction.id)).toEqual({ evidence: null, sha256: old.sanction.evidenceSha256, isIntact: true });
    const entries = (await auditOf(old.sanction.id)).filter(({ action }: { action: string }) => action === "removeEvidence");
    expect(entries).toMatchObject([{ actor: "job:removeEvidence", before: { evidenceSha256: old.sanction.evidenceSha256 } }]);
  });

  test("stays while an appeal waits, and while the sanction lasts", async () => {
    const [lasting, { sanction, appeal }] = [await sanctioned(), await appealed()];
    await world.clone.query("update suspensions set starts_at = now() - interval '90 days' where id = $1", [lasting.sanction.id]);
    await endedDaysAgo(sanction.id, 31);
    await world.work("removeEvidence", {});
    expect((await read(lasting.sanction.id)).evidence).not.toBeNull();
    expect((await read(sanction.id)).evidence).not.toBeNull();
    await decide(appeal.id, uphold);
    await world.work("removeEvidence", {});
    expect((await read(sanction.id)).evidence).toBeNull();
  });
});

test("staff see what waits for a decision, the one that is due first first, page by page", async () => {
  const appeals = [await appealed(), await appealed(), await appealed()];
  await decide(String(appeals[1]?.appeal.id), uphold);
  await age(String(appeals[2]?.appeal.id), 48);
  const read = async (query: string) => (await ask(world, `GET /api/admin/appeals?${query}`, { token: viewer })).body;
  const mine = (items: { id: string }[]) =>
    items.map(({ id }) => appeals.findIndex(({ appeal }) => appeal.id === id)).filter((i) => i >= 0);
  expect(mine((await read("isOpen=true&limit=200")).items)).toEqual([2, 0]);
  expect(mine((await read("isOpen=false&limit=200")).items)).toEqual([1]);
  const first = await read("limit=1");
  const second = await read(`limit=1&cursor=${first.nextCursor}`);
  expect(second.items[0].dueAt >= first.items[0].dueAt && second.items[0].id !== first.items[0].id).toBe(true);
  expect((await read(`projectId=${appeals[0]?.projectId}`)).items).toMatchObject([{ id: appeals[0]?.appeal.id, level: "suspended" }]);
  expect((await ask(world, "GET /api/admin/appeals", { token: owner.token })).status).toBe(403);
});

test("who imposed a sanction never judges it while anybody else can, nor before a day has gone by", () => {
  const own = { decider: "a", doneBy: "a", since: "2027-01-01T00:00:00.000Z" };
  expect(judge({ ...own, decider: "b", now: own.since, hasOthers: true })).toBe("another");
  expect(judge({ ...own, now: "2028-01-01T00:00:00.000Z", hasOthers: true })).toBe("not_own");
  expect(judge({ ...own, now: "2027-01-01T23:59:59.999Z", hasOthers: false })).toEqual({ from: "2027-01-02T00:00:00.000Z" });
  expect(judge({ ...own, now: "2027-01-02T00:00:00.000Z", hasOthers: false })).toBe("alone");
  expect(remindedAt({ openedAt: own.since, dueAt: "2027-01-04T00:00:00.000Z" })).toBe("2027-01-02T12:00:00.000Z");
});
