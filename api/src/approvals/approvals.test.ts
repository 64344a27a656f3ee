import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { ask } from "../../test/ask.ts";
import { makeStaff, password } from "../../test/make.ts";
import { approve as approveByAnother } from "../../test/second-person.ts";
import { openWorld, type World } from "../../test/world.ts";
import { routes } from "../entry/features.ts";
import { adminLogin } from "../platform/db/server.ts";

type Member = Awaited<ReturnType<typeof makeStaff>>;

let world: World;
let first: Member;
let second: Member;
let viewer: string;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  first = await makeStaff(world, "admin");
  second = await makeStaff(world, "admin");
  viewer = (await makeStaff(world, "viewer")).token;
});

/** Days go by, in which every session ends: those here sign in again. */
const later = async (ms: number) => {
  world.travel(ms);
  const signIn = async ({ email }: Member) =>
    String((await ask(world, "POST /api/admin/auth/login", { body: { email, password } })).body.accessToken);
  first = { ...first, token: await signIn(first) };
  second = { ...second, token: await signIn(second) };
  viewer = (await makeStaff(world, "viewer")).token;
};
const roleOf = async (id: string) => (await world.clone.query("select role, is_active, revision from staff where id = $1", [id]))[0];
const change = (id: string, body: object, token = first.token) =>
  ask(world, `PATCH /api/admin/staff/${id}`, { token, body: { reason: "more to do", ...body } });
const decide = (what: "approve" | "reject" | "withdraw", id: string, token: string) =>
  ask(world, `POST /api/admin/approvals/${id}/${what}`, { token, body: { reason: "seen" } });
const read = async (id: string) => (await ask(world, `GET /api/admin/approvals/${id}`, { token: viewer })).body;
const isListed = async (id: string, query = "") => {
  const { items } = (await ask(world, `GET /api/admin/approvals?limit=200${query}`, { token: viewer })).body;
  return items.some((each: { id: string }) => each.id === id);
};
const toldTo = async (recipient: string, template: string, id: string) =>
  (
    await world.clone.query<{ subject: string }>(
      "select subject from outbox where recipient = $1 and template = $2 and body like $3 order by id",
      [recipient, template, `%${id}%`],
    )
  ).map(({ subject }) => subject);
const logged = async (action: string, target: string) =>
  (await ask(world, `GET /api/admin/audit?action=${action}&target=${target}`, { token: viewer })).body.items;

/** A support member, and a change of their role to operator that waits. */
async function askFor(body: object = { role: "operator" }) {
  const member = await makeStaff(world, "support");
  const answer = await change(member.id, body);
  expect(answer).toMatchObject({ status: 409, body: { code: "approval_needed" } });
  return { member, answer, id: String(answer.body.approvalId) };
}

describe("a change of a role", () => {
  test("waits, tells exactly what it will do, and is done once another admin approves it; the audit log names both", async () => {
    const { member, id } = await askFor();
    expect(await roleOf(member.id)).toMatchObject({ role: "support", revision: 1 });
    expect((await ask(world, "GET /api/admin/projects", { token: member.token })).status).toBe(200);
    expect(await logged("updateStaff", member.id)).toEqual([]);
    expect(await read(id)).toMatchObject({
      ...{ id, operation: "updateStaff", state: "awaiting_approval", askedBy: first.id, reason: "more to do", decidedBy: null },
      effects: [
        { action: "updateStaff", target: member.id, before: { role: "support" }, after: { role: "operator", email: member.email } },
      ],
    });
    expect([await isListed(id), await isListed(id, "&isWaiting=true"), await isListed(id, "&isWaiting=false")]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await toldTo(second.email, "approval_asked", id)).toHaveLength(1);
    expect(await toldTo("staff", "approval_asked", id)).toHaveLength(1);
    expect(await toldTo(first.email, "approval_asked", id)).toEqual([]);

    expect(await decide("approve", id, second.token)).toMatchObject({
      status: 200,
      body: { id, state: "approved", decidedBy: second.id, decisionReason: "seen", isDecidedAlone: false },
    });
    expect(await roleOf(member.id)).toMatchObject({ role: "operator" });
    expect((await ask(world, "GET /api/admin/projects", { token: member.token })).status).toBe(401);
    expect(await isListed(id, "&isWaiting=true")).toBe(false);
    expect(await toldTo(first.email, "approval_decided", id)).toEqual(["What you asked for is approved, and done"]);
    const [done] = await logged("updateStaff", member.id);
    expect(done).toMatchObject({
      ...{ actor: `staff:${second.id}`, onBehalfOf: `staff:${first.id}`, reason: "more to do" },
      ...{ before: { role: "support" }, after: { role: "operator" } },
    });
    const [asked] = await logged("askForApproval", id);
    const [granted] = await logged("grantApproval", id);
    expect(asked).toMatchObject({ actor: `staff:${first.id}`, after: { operation: "updateStaff", target: member.id } });
    expect(granted).toMatchObject({ actor: `staff:${second.id}`, after: { decision: "approved", isDecidedAlone: false } });
    expect(asked.after.digest).toBe(granted.before.digest);
    expect(granted.requestId).toBe(done.requestId);
  });

  test("is asked for once, however often it is sent", async () => {
    const { member, id } = await askFor();
    expect((await change(member.id, { role: "operator" })).body.approvalId).toBe(id);
    expect((await change(member.id, { role: "viewer" })).body.approvalId).not.toBe(id);
    expect((await change(member.id, { role: "operator" }, second.token)).body.approvalId).not.toBe(id);
    expect(await toldTo(second.email, "approval_asked", id)).toHaveLength(1);
  });

  test("is repeated by its Idempotency-Key as what waits, and does nothing twice", async () => {
    const member = await makeStaff(world, "support");
    const send = () =>
      ask(world, `PATCH /api/admin/staff/${member.id}`, {
        ...{ token: first.token, body: { role: "viewer", reason: "less to do" } },
        headers: { "idempotency-key": `role-${member.id}` },
      });
    const [one, two] = [await send(), await send()];
    expect([one.status, two.status, two.body.approvalId]).toEqual([409, 409, one.body.approvalId]);
  });

  test("is refused at once where it would be refused anyway, and nothing waits", async () => {
    const count = async () => (await world.clone.query("select count(*) as n from approvals"))[0];
    const before = await count();
    const member = await makeStaff(world, "support");
    expect(await change(first.id, { role: "viewer" })).toMatchObject({ status: 409, body: { code: "not_yourself" } });
    expect(await change("stf_01jh8x4q3efyxb0v1s2t3w4y5z", { role: "viewer" })).toMatchObject({ status: 404 });
    const stale = await ask(world, `PATCH /api/admin/staff/${member.id}`, {
      ...{ token: first.token, body: { role: "viewer", reason: "late" }, headers: { "if-match": '"7"' } },
    });
    expect(stale).toMatchObject({ status: 412, body: { code: "edited_meanwhile" } });
    expect(await count()).toEqual(before);
  });

  test("that is none is done by one person", async () => {
    const member = await makeStaff(world, "support");
    expect(await change(member.id, { role: "support", isActive: true })).toMatchObject({ status: 200, body: { role: "support" } });
  });
});

describe("who decides", () => {
  test("is never whoever asked, while anybody else could", async () => {
    const { member, id } = await askFor();
    expect(await decide("approve", id, first.token)).toMatchObject({ status: 403, body: { code: "not_your_own_approval" } });
    expect(await decide("reject", id, first.token)).toMatchObject({ status: 403, body: { code: "not_your_own_approval" } });
    await later(25 * 3_600_000);
    expect(await decide("approve", id, first.token)).toMatchObject({ status: 403, body: { code: "not_your_own_approval" } });
    expect(await roleOf(member.id)).toMatchObject({ role: "support" });
  });

  test("is nobody below the role that the act needs", async () => {
    const { id } = await askFor();
    for (const role of ["viewer", "support", "operator"] as const) {
      const { token } = await makeStaff(world, role);
      expect((await decide("approve", id, token)).body).toMatchObject({ code: "missing_role" });
    }
  });

  test("is the only admin there is, a day later, and that is marked", async () => {
    const { member, id } = await askFor();
    const others = await world.clone.query<{ id: string }>(
      "update staff set role = 'operator' where role = 'admin' and is_active and id <> $1 returning id",
      [first.id],
    );
    try {
      expect(await decide("approve", id, first.token)).toMatchObject({
        status: 403,
        body: { code: "approval_not_yet_alone", from: expect.any(String) },
      });
      await later(24 * 3_600_000);
      expect(await decide("approve", id, first.token)).toMatchObject({ status: 200, body: { state: "approved", isDecidedAlone: true } });
      expect(await roleOf(member.id)).toMatchObject({ role: "operator" });
      expect(await logged("grantApproval", id)).toMatchObject([{ actor: `staff:${first.id}`, after: { isDecidedAlone: true } }]);
    } finally {
      await world.clone.query("update staff set role = 'admin' where id = any($1)", [others.map((each) => each.id)]);
    }
  });

  test("is nobody whose role was changed while they approved", async () => {
    const { member, id } = await askFor();
    const holder = new pg.Client(adminLogin(world.server));
    await holder.connect();
    try {
      await holder.query("begin; select pg_advisory_xact_lock(hashtext('first staff'))");
      const answer = decide("approve", id, second.token);
      const isWaiting = "select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'";
      while ((await world.clone.query(isWaiting)).length === 0);
      await holder.query("update staff set role = 'operator' where id = $1", [second.id]);
      await holder.query("commit");
      expect(await answer).toMatchObject({ status: 403, body: { code: "approver_may_no_longer" } });
    } finally {
      await holder.end();
    }
    expect(await roleOf(member.id)).toMatchObject({ role: "support" });
    expect((await read(id)).state).toBe("awaiting_approval");
  });

  test("shows again who they are", async () => {
    const strict = await openWorld({ STAFF_SUDO_MINUTES: "10" });
    try {
      const [a, b, member] = [await makeStaff(strict), await makeStaff(strict), await makeStaff(strict, "viewer")];
      const answer = await ask(strict, `PATCH /api/admin/staff/${member.id}`, { token: a.token, body: { role: "support", reason: "yes" } });
      strict.travel(11 * 60_000);
      expect(await approveByAnother(strict, answer, b.token)).toMatchObject({ status: 403, body: { code: "sudo_required" } });
    } finally {
      await strict.close();
    }
  });
});

describe("what was asked for", () => {
  test("lapses where the target was changed since, and is then asked for anew", async () => {
    const { member, id } = await askFor();
    await world.clone.query("update staff set name = 'Somebody else', revision = revision + 1 where id = $1", [member.id]);
    expect(await decide("approve", id, second.token)).toMatchObject({ status: 409, body: { code: "approval_stale" } });
    expect(await roleOf(member.id)).toMatchObject({ role: "support" });
    expect(await read(id)).toMatchObject({ state: "lapsed", decidedBy: second.id });
    expect(await toldTo(first.email, "approval_decided", id)).toHaveLength(1);
    expect(await decide("approve", id, second.token)).toMatchObject({ status: 409, body: { code: "approval_decided" } });
    expect((await approveByAnother(world, await change(member.id, { role: "operator" }), second.token)).status).toBe(200);
    expect(await roleOf(member.id)).toMatchObject({ role: "operator" });
  });

  test("lapses where whoever asked may not do it any more", async () => {
    const { member, id } = await askFor();
    await world.clone.query("update staff set role = 'operator' where id = $1", [first.id]);
    expect(await decide("approve", id, second.token)).toMatchObject({ status: 409, body: { code: "asker_may_no_longer" } });
    expect(await roleOf(member.id)).toMatchObject({ role: "support" });
    expect((await read(id)).state).toBe("lapsed");
  });

  test("lapses where it can't be done any more, and says why", async () => {
    const hold = await ask(world, "POST /api/admin/audit/holds", { token: first.token, body: { reason: "a case" } });
    const end = (token: string) =>
      ask(world, `POST /api/admin/audit/holds/${hold.body.id}/end`, { token, body: { reason: "the case is closed" } });
    const [one, other] = [await end(first.token), await end(second.token)];
    expect((await approveByAnother(world, one, second.token)).status).toBe(200);
    expect(await approveByAnother(world, other, first.token)).toMatchObject({ status: 409, body: { code: "approval_stale" } });
    expect(await read(String(other.body.approvalId))).toMatchObject({
      ...{ state: "lapsed", decidedBy: first.id },
      decisionReason: expect.stringContaining("It was ended already."),
    });
  });

  test("is not what somebody with the database alone makes of it", async () => {
    const { member, id } = await askFor();
    await world.clone.query(`update approvals set effects = jsonb_set(effects, '{0,after,role}', '"viewer"') where id = $1`, [id]);
    expect(await decide("approve", id, second.token)).toMatchObject({ status: 409, body: { code: "approval_stale" } });
    expect(await roleOf(member.id)).toMatchObject({ role: "support" });
  });

  test("is over after seven days, and whoever asked is told once", async () => {
    const { member, id } = await askFor();
    await later(7 * 86_400_000);
    expect(await decide("approve", id, second.token)).toMatchObject({ status: 409, body: { code: "approval_expired" } });
    expect(await decide("withdraw", id, first.token)).toMatchObject({ status: 409, body: { code: "approval_expired" } });
    expect((await read(id)).state).toBe("expired");
    await world.work("tellExpiredApprovals", {});
    await world.work("tellExpiredApprovals", {});
    expect(await toldTo(first.email, "approval_decided", id)).toEqual([
      "What you asked for is not done: nobody decided it within seven days",
    ]);
    expect(await roleOf(member.id)).toMatchObject({ role: "support" });
    expect((await change(member.id, { role: "operator" })).body.approvalId).not.toBe(id);
  });

  test("is rejected by another with a reason, and nothing changes", async () => {
    const { member, id } = await askFor();
    expect(await decide("reject", id, second.token)).toMatchObject({ status: 200, body: { state: "rejected", decisionReason: "seen" } });
    expect(await decide("approve", id, second.token)).toMatchObject({ status: 409, body: { code: "approval_decided" } });
    expect(await toldTo(first.email, "approval_decided", id)).toEqual(["What you asked for is rejected"]);
    expect(await roleOf(member.id)).toMatchObject({ role: "support", revision: 1 });
  });

  test("is withdrawn by whoever asked and by nobody else", async () => {
    const { member, id } = await askFor();
    expect(await decide("withdraw", id, second.token)).toMatchObject({ status: 403, body: { code: "not_asked_by_you" } });
    expect(await decide("withdraw", id, first.token)).toMatchObject({ status: 200, body: { state: "withdrawn" } });
    expect(await toldTo(first.email, "approval_decided", id)).toEqual([]);
    expect(await decide("approve", id, second.token)).toMatchObject({ status: 409 });
    expect(await roleOf(member.id)).toMatchObject({ role: "support" });
  });

  test("is decided once, however many try at the same moment", async () => {
    const third = await makeStaff(world, "admin");
    const { member, id } = await askFor();
    const answers = await Promise.all([
      decide("approve", id, second.token),
      decide("reject", id, third.token),
      decide("approve", id, third.token),
      decide("withdraw", id, first.token),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const { state } = await read(id);
    expect(await roleOf(member.id)).toMatchObject({ role: state === "approved" ? "operator" : "support" });
    expect(await logged("updateStaff", member.id)).toHaveLength(state === "approved" ? 1 : 0);
  });

  test("is refused by the act itself where that refuses whoever approves, and waits on for others", async () => {
    const other = await makeStaff(world, "admin");
    const id = (await change(other.id, { role: "viewer" })).body.approvalId;
    expect(await decide("approve", id, other.token)).toMatchObject({ status: 409, body: { code: "not_yourself" } });
    expect((await read(id)).state).toBe("awaiting_approval");
    expect((await decide("approve", id, second.token)).status).toBe(200);
  });
});

describe("a new member of staff", () => {
  const secret = "a good long password";
  const add = (role: string, email: string) =>
    ask(world, "POST /api/admin/staff", { token: first.token, body: { email, name: "New", role, password: secret } });
  const login = (email: string) => ask(world, "POST /api/admin/auth/login", { body: { email, password: secret } });

  test("is added by one person, but for an admin, whose password is kept encrypted until then and shown to nobody", async () => {
    expect((await add("operator", "operator@example.com")).status).toBe(201);
    const answer = await add("admin", "another-admin@example.com");
    expect(answer.body.code).toBe("approval_needed");
    expect((await login("another-admin@example.com")).status).toBe(401);
    const rows = await world.clone.query("select to_json(a)::text as all from approvals a where id = $1", [answer.body.approvalId]);
    const told = await world.clone.query("select body from outbox where body like $1", [`%${answer.body.approvalId}%`]);
    for (const text of [JSON.stringify(rows), JSON.stringify(told), JSON.stringify(await read(answer.body.approvalId))])
      expect(text).not.toContain(secret);
    expect((await approveByAnother(world, answer, second.token)).status).toBe(200);
    expect((await login("another-admin@example.com")).status).toBe(200);
  });
});

test("every operation that needs two asks again who one is, and is for staff alone", () => {
  const forTwo = routes.map(({ operation }) => operation).filter((each) => each.forTwo);
  expect(forTwo.length).toBeGreaterThan(0);
  for (const { id, isSensitive, permission } of forTwo)
    expect({ id, isSensitive, permission }).toEqual({ id, isSensitive: true, permission: { staff: expect.any(String) } });
});
