import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeProject, makeStaff } from "../../test/make.ts";
import { type Holder, sealFor } from "../../test/sealed.ts";
import { openWorld, type World } from "../../test/world.ts";
import { routes } from "../entry/features.ts";
import { powers } from "../platform/broken-glass.ts";

let world: World;
let ada: Awaited<ReturnType<typeof makeStaff>>;
let other: Awaited<ReturnType<typeof makeStaff>>;
beforeAll(async () => {
  world = await openWorld();
  ada = await makeStaff(world, "viewer");
  other = await makeStaff(world, "admin");
});
afterEach(() => world.clone.query("delete from throttle"));
afterAll(() => world.close());

const bodyOf = (holder: Holder, more: object = {}) => ({
  holder: ada.email,
  code: holder.codes[0],
  totp: holder.digits(),
  reason: "Nobody can sign in.",
  incident: "INC-42",
  ...more,
});
const knock = (body: object, from?: string) =>
  ask(world, "POST /api/admin/break-glass/sessions", { body, ...(from !== undefined && { headers: { "x-forwarded-for": from } }) });
const opened = async (more: object = {}) => {
  const { status, body } = await knock(bodyOf(await sealFor(world, ada.email), more));
  expect(status).toBe(201);
  return { id: String(body.session.id), token: String(body.accessToken), session: body.session };
};
const why = (text: string) => ({ "break-glass-reason": encodeURIComponent(text) });
const warnings = () =>
  world.clone.query("select subject from outbox where template = 'sealed_code_without_digits' and channel = 'telegram' order by id");
const end = (id: string, token: string) => ask(world, `POST /api/admin/break-glass/sessions/${id}/end`, { token });
const review = (id: string, token: string, body: object = { verdict: "drill", review: "As it should be." }) =>
  ask(world, `POST /api/admin/break-glass/sessions/${id}/review`, { token, body });

describe("coming in", () => {
  test("takes a sealed code and the digits that belong to it, and is over when it was said to be", async () => {
    const { token, session } = await opened({ minutes: 20 });
    expect(session).toMatchObject({ holder: ada.id, state: "open", isDrill: false, incident: "INC-42", verdict: null });
    expect(Date.parse(session.expiresAt) - Date.parse(session.openedAt)).toBe(20 * 60_000);
    expect((await ask(world, "GET /api/admin/outbox", { token })).status).toBe(200);
    world.travel(20 * 60_000);
    expect(await ask(world, "GET /api/admin/outbox", { token })).toMatchObject({ status: 401, body: { code: "invalid_token" } });
  });

  test("tells everybody on staff, by mail and in their channel", async () => {
    const { id } = await opened({ isDrill: true });
    const rows = await world.clone.query<{ channel: string; recipient: string; subject: string }>(
      "select channel, recipient, subject from outbox where template = 'break_glass_opened' and body like '%' || $1 || '%'",
      [id],
    );
    expect(rows.filter(({ channel }) => channel === "telegram")).toHaveLength(1);
    const told = rows.filter(({ channel }) => channel === "mail").map(({ recipient }) => recipient);
    expect(told).toEqual(expect.arrayContaining([ada.email, other.email]));
    expect(rows[0]?.subject).toBe(`DRILL: ${ada.email} broke the glass (INC-42)`);
  });

  test("is sealed outside of the database too", async () => {
    const last = async () =>
      (await world.clone.query<{ number: number }>("select max(number)::int as number from audit_checkpoints"))[0]?.number ?? 0;
    const before = await last();
    await opened();
    while ((await last()) === before) await sleep(20);
  });

  test.each([0, 61, 1.5, "15", 1e9])("lasts from one minute to an hour: %p is refused", async (minutes) => {
    expect((await knock({ ...bodyOf({ codes: ["x"], digits: () => "123456" }), minutes })).status).toBe(422);
  });

  test("serves one of those that come with the same code at once, tells the others that it has served, and alarms nobody of them", async () => {
    const before = await warnings();
    const holder = await sealFor(world, ada.email);
    const body = bodyOf(holder);
    const answers = await Promise.all([knock(body), knock(body), knock(body), knock(body), knock(body)]);
    const spent = "sealed_code_is_spent";
    expect(answers.map(({ status, body: { code } }) => code ?? status).sort()).toEqual([201, spent, spent, spent, spent]);
    expect(await warnings()).toEqual(before);
    expect(
      await world.clone.query("select id from break_glass_sessions where code_id = (select max(id) from break_glass_codes)"),
    ).toHaveLength(1);
  });

  test("serves no code twice, and says so to whoever has it whole", async () => {
    const holder = await sealFor(world, ada.email);
    await knock(bodyOf(holder));
    expect(await knock(bodyOf(holder, { totp: holder.digits(1) }))).toMatchObject({ status: 401, body: { code: "sealed_code_is_spent" } });
  });

  test("serves no digits twice, whichever code they come with", async () => {
    const holder = await sealFor(world, ada.email, 2);
    const totp = holder.digits();
    expect((await knock(bodyOf(holder, { totp }))).status).toBe(201);
    expect(await knock(bodyOf(holder, { code: holder.codes[1], totp }))).toMatchObject({
      status: 401,
      body: { code: "wrong_sealed_code" },
    });
  });

  test("refuses what is wrong without telling which part of it was", async () => {
    const holder = await sealFor(world, ada.email);
    const another = await sealFor(world, other.email);
    const wrong = [
      { code: another.codes[0] },
      { holder: other.email },
      { holder: "nobody@example.com" },
      { holder: "" },
      { code: "" },
      { totp: another.digits() },
    ];
    for (const each of wrong) {
      const { status, body } = await knock(bodyOf(holder, each));
      expect({ each, status, code: body.code }).toEqual({ each, status: 401, code: "wrong_sealed_code" });
    }
    expect((await knock(bodyOf(holder))).status).toBe(201);
  });

  test("says in which group a code is mistyped", async () => {
    const holder = await sealFor(world, ada.email);
    const code = holder.codes[0] ?? "";
    const typed = `${code.slice(0, 7)}${code[7] === "7" ? "8" : "7"}${code.slice(8)}`;
    expect(await knock(bodyOf(holder, { code: typed }))).toMatchObject({
      status: 422,
      body: { code: "sealed_code_is_mistyped", groups: [2] },
    });
  });

  test("warns all staff of a right code that comes with wrong digits, and lets nobody guess those", async () => {
    const holder = await sealFor(world, ada.email);
    const wrong = holder.digits() === "000000" ? "111111" : "000000";
    const before = await warnings();
    for (let i = 0; i < 5; i += 1)
      expect(await knock(bodyOf(holder, { totp: wrong }), `192.0.2.${i}`)).toMatchObject({
        status: 401,
        body: { code: "wrong_sealed_code" },
      });
    expect((await knock(bodyOf(holder), "192.0.2.99")).status).toBe(429);
    // Once for all five.
    expect((await warnings()).slice(before.length)).toEqual([{ subject: `A sealed code of ${ada.email} was tried with wrong digits` }]);
    const [{ refused } = { refused: 0 }] = await world.clone.query<{ refused: number }>(
      "select count(*)::int as refused from audit_logs where after ->> 'refused' = 'wrong digits' and target = (select max(id) from break_glass_codes)",
    );
    expect(refused).toBe(5);
  });

  test("is open to the right code however often others were wrong from the same address", async () => {
    const holder = await sealFor(world, ada.email);
    const guess = await sealFor(world, other.email);
    const answers: number[] = [];
    for (let i = 0; i < 12; i += 1) answers.push((await knock(bodyOf(guess, { holder: ada.email }))).status);
    expect(answers.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(answers.slice(10)).toEqual([429, 429]);
    expect((await knock(bodyOf(holder))).status).toBe(201);
  });

  test("is shut to who is on staff no more", async () => {
    const gone = await makeStaff(world, "viewer");
    const holder = await sealFor(world, gone.email);
    await world.clone.query("update staff set is_active = false where id = $1", [gone.id]);
    expect((await knock(bodyOf(holder, { holder: gone.email }))).status).toBe(401);
  });

  test("keeps no code and no digits: not in the log, not in the audit log, not in the database", async () => {
    const holder = await sealFor(world, ada.email);
    await knock(bodyOf(holder));
    const secret = (holder.codes[0] ?? "").replaceAll("-", "").slice(5);
    const [{ found } = { found: 1 }] = await world.clone.query<{ found: number }>(
      `select count(*)::int as found from (
         select t::text as row from break_glass_codes t union all select t::text from break_glass_sessions t
         union all select t::text from audit_logs t union all select t::text from outbox t union all select t::text from break_glass_acts t
       ) all_rows where position($1 in replace(row, '-', '')) > 0`,
      [secret],
    );
    expect(found).toBe(0);
  });
});

describe("being in", () => {
  test("reads everything, whatever the holder's usual role, and each request is marked and in the transcript", async () => {
    const { id, token } = await opened();
    const { status, headers } = await ask(world, "GET /api/admin/outbox?limit=1", { token });
    expect([status, headers.get("break-glass")]).toEqual([200, id]);
    const { body } = await ask(world, `GET /api/admin/break-glass/sessions/${id}`, { token: other.token });
    expect(body.transcript).toEqual([expect.objectContaining({ kind: "read", what: "GET /api/admin/outbox?limit=1", before: null })]);
  });

  test("changes nothing without a reason for that very act, and then with that reason and what became of it in the transcript", async () => {
    const { id: projectId } = await makeProject(world);
    const { id, token } = await opened();
    const sanction = { level: "suspended", reason: "security", statement: "Keys leaked." };
    const at = `POST /api/admin/projects/${projectId}/sanctions`;
    expect(await ask(world, at, { token, body: sanction })).toMatchObject({ status: 403, body: { code: "escalation_needs_a_reason" } });
    const done = await ask(world, at, { token, body: sanction, headers: why("Its keys stand in a public repository – “now”.") });
    expect(done.status).toBe(201);
    expect(await ask(world, `POST /api/admin/suspensions/${done.body.id}/lift`, { token, body: { reason: "x" } })).toMatchObject({
      status: 403,
      body: { code: "escalation_needs_a_reason" },
    });
    const { body } = await ask(world, `GET /api/admin/break-glass/sessions/${id}`, { token: other.token });
    const [change, ...more] = body.transcript.filter((each: { kind: string }) => each.kind === "changed");
    expect(more).toEqual([]);
    expect(change).toMatchObject({
      what: "suspendProject",
      why: "Its keys stand in a public repository – “now”.",
      after: { level: "suspended" },
    });
    expect(body.transcript.filter((each: { kind: string }) => each.kind === "asked")).toHaveLength(3);
    const marked = await world.clone.query("select action from audit_logs where break_glass = $1", [id]);
    expect(marked).toEqual([{ action: "suspendProject" }]);
  });

  test("gives the powers of its role and no others", async () => {
    const { token } = await opened();
    const { id: projectId } = await makeProject(world);
    const quota = { limit: 5, reason: "x", confirm: true };
    const at = `PUT /api/admin/projects/${projectId}/quotas/requests_per_day`;
    const answer = await ask(world, at, { token, body: quota, headers: why("It floods us.") });
    expect(answer).toMatchObject({ status: 403, body: { code: "beyond_break_glass" } });
    expect(await review(projectId.replace("prj", "bgs"), token)).toMatchObject({ status: 403 });
  });

  test("changes no role alone, but two who came in by codes of their own do, whatever their roles are otherwise", async () => {
    const [first, bob] = [await opened(), await makeStaff(world, "support")];
    const knocked = await knock({ ...bodyOf(await sealFor(world, bob.email)), holder: bob.email });
    const second = { token: String(knocked.body.accessToken) };
    const member = await makeStaff(world, "operator");
    const body = { role: "support", reason: "Too much in one hand" };
    const asked = await ask(world, `PATCH /api/admin/staff/${member.id}`, { token: first.token, body, headers: why("It can't wait.") });
    expect(asked).toMatchObject({ status: 409, body: { code: "approval_needed" } });
    const at = `POST /api/admin/approvals/${asked.body.approvalId}/approve`;
    const approve = (token: string, headers: Readonly<Record<string, string>> = why("We both saw it.")) =>
      ask(world, at, { token, body: { reason: "Agreed" }, headers });
    expect((await approve(first.token)).body.code).toBe("not_your_own_approval");
    expect((await approve(second.token, {})).body.code).toBe("escalation_needs_a_reason");
    expect(await approve(second.token)).toMatchObject({ status: 200, body: { state: "approved", breakGlass: first.id } });
    expect(await world.clone.query("select role from staff where id = $1", [member.id])).toEqual([{ role: "support" }]);
  });

  test("its powers are operations of staff", () => {
    const ofStaff = routes.flatMap(({ operation: { id, permission } }) =>
      typeof permission === "object" && "staff" in permission ? [id] : [],
    );
    expect(Object.keys(powers).filter((id) => !ofStaff.includes(id))).toEqual([]);
  });
});

describe("ending", () => {
  test("is up to its holder, who is out at once", async () => {
    const { id, token } = await opened();
    expect(await end(id, token)).toMatchObject({ status: 200, body: { state: "ended", endedBy: ada.id } });
    expect((await ask(world, "GET /api/admin/outbox", { token })).status).toBe(401);
    expect(await end(id, ada.token)).toMatchObject({ status: 409, body: { code: "break_glass_is_over" } });
  });

  test("and to any admin, but to nobody else", async () => {
    const { id, token } = await opened();
    const operator = await makeStaff(world, "operator");
    expect(await end(id, operator.token)).toMatchObject({ status: 403, body: { code: "not_yours_to_end" } });
    expect((await ask(world, "GET /api/admin/outbox", { token })).status).toBe(200);
    expect((await end(id, other.token)).status).toBe(200);
    expect((await ask(world, "GET /api/admin/outbox", { token })).status).toBe(401);
  });
});

describe("a review", () => {
  test("is somebody else's, once the session is over, and only once", async () => {
    const { id } = await opened({ minutes: 1 });
    expect(await review(id, other.token)).toMatchObject({ status: 409, body: { code: "break_glass_goes_on" } });
    world.travel(61_000);
    await world.clone.query("update staff set role = 'admin' where id = $1", [ada.id]);
    expect(await review(id, ada.token)).toMatchObject({ status: 409, body: { code: "review_by_another" } });
    await world.clone.query("update staff set role = 'viewer' where id = $1", [ada.id]);
    expect(await review(id, other.token, { verdict: "misuse", review: "It could have waited." })).toMatchObject({
      status: 200,
      body: { state: "reviewed", verdict: "misuse", reviewedBy: other.id, endedBy: null },
    });
    expect(await review(id, other.token)).toMatchObject({ status: 409, body: { code: "already_reviewed" } });
  });

  test.each([
    [true, "emergency", "drill"],
    [false, "drill", "emergency"],
  ])("of a session whose drill is %p can't find %s, but %s, or misuse", async (isDrill, contrary, fitting) => {
    for (const verdict of [fitting, "misuse"]) {
      const { id } = await opened({ isDrill });
      await end(id, ada.token);
      expect(await review(id, other.token, { verdict: contrary, review: "x" })).toMatchObject({
        status: 409,
        body: { code: "verdict_contradicts", possible: [fitting, "misuse"] },
      });
      expect(await review(id, other.token, { verdict, review: "x" })).toMatchObject({ status: 200, body: { verdict } });
    }
  });

  test("contradicts nothing in the database either", async () => {
    const { id } = await opened({ isDrill: true });
    await end(id, ada.token);
    const sql =
      "update break_glass_sessions set verdict = 'emergency', review = 'x', reviewed_by = $2, reviewed_at = now() + interval '1 day' where id = $1";
    await expect(world.clone.query(sql, [id, other.id])).rejects.toThrow("verdict_as_opened");
  });

  test("can't be made by its holder in the database either", async () => {
    const { id } = await opened();
    await end(id, ada.token);
    const sql =
      "update break_glass_sessions set verdict = 'misuse', review = 'x', reviewed_by = staff_id, reviewed_at = now() + interval '1 day' where id = $1";
    await expect(world.clone.query(sql, [id])).rejects.toThrow("reviewed_by_another");
  });

  test("rests on a transcript that nobody alters", async () => {
    const { token } = await opened();
    await ask(world, "GET /api/admin/outbox?limit=1", { token });
    for (const sql of ["delete from break_glass_acts", "update break_glass_acts set what = ''", "truncate break_glass_acts"])
      await expect(world.clone.query(sql)).rejects.toThrow("append-only");
  });

  test("of what is not there is refused", async () => {
    const id = "bgs_01jh8x4q3efyxb0v1s2t3w4y5z";
    for (const answer of [
      await review(id, other.token),
      await end(id, other.token),
      await ask(world, `GET /api/admin/break-glass/sessions/${id}`, { token: other.token }),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: "break_glass_session_not_found" } });
  });
});

describe("a drill", () => {
  const reminders = async () =>
    (await world.clone.query("select recipient from outbox where template = 'break_glass_drill_due'")).map((row) => row["recipient"]);

  test("is asked for when the last one is over 90 days old: of admins, once a week", async () => {
    await opened({ isDrill: true });
    await sealFor(world, ada.email);
    await world.work("remindOfBreakGlassDrill", {});
    expect(await reminders()).toEqual([]);
    world.travel(91 * 24 * 3_600_000);
    await world.work("remindOfBreakGlassDrill", {});
    await world.work("remindOfBreakGlassDrill", {});
    expect(await reminders()).toEqual([other.email]);
    world.travel(8 * 24 * 3_600_000);
    await world.work("remindOfBreakGlassDrill", {});
    expect(await reminders()).toHaveLength(2);
  });
});
