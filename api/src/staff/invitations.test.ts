import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeStaff, password } from "../../test/make.ts";
import { approve } from "../../test/second-person.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let admin: Awaited<ReturnType<typeof makeStaff>>;
beforeAll(async () => {
  world = await openWorld();
  admin = await makeStaff(world, "admin");
});
afterAll(() => world?.close());

let count = 0;
const someone = () => ({ email: `invited${++count}@example.com`, name: "Ada", role: "support" });
const invite = (body: object, token = admin.token) => ask(world, "POST /api/admin/staff/invitations", { token, body });
const act = (id: string, what: "resend" | "revoke", body?: object) =>
  ask(world, `POST /api/admin/staff/${id}/${what}-invitation`, { token: admin.token, ...(body ? { body } : {}) });
const accept = (token: string, chosen = password) =>
  ask(world, "POST /api/admin/auth/accept-invitation", { body: { token, password: chosen } });
const login = (email: string) => ask(world, "POST /api/admin/auth/login", { body: { email, password } });

/** What was mailed to this address, the last first. */
const tokensFor = async (email: string) => {
  const mails = await world.clone.query<{ body: string }>(
    "select body from outbox where recipient = $1 and template = 'staff-invitation' order by id desc",
    [email],
  );
  return mails.map(({ body }) => /\/admin\/invitation#(\S+) /.exec(body)?.[1] ?? "none");
};
const tokenFor = async (email: string) => (await tokensFor(email))[0] ?? "none";

const invalid = { status: 400, body: { code: "invitation_invalid" } };

describe("an invitation", () => {
  test("is mailed, lets its reader choose a password, and serves once", async () => {
    const person = someone();
    const { status, body: invited } = await invite(person);
    expect({ code: status, ...invited }).toMatchObject({ code: 201, status: "invited", ...person, isActive: false });
    expect(Date.parse(invited.invitedUntil) - world.engine.clock().getTime()).toBeGreaterThan(71 * 3_600_000);
    expect(await login(person.email)).toMatchObject({ status: 401 });
    const token = await tokenFor(person.email);
    expect(await accept(token, "short")).toMatchObject({ status: 422 });
    expect(await accept(token)).toMatchObject({ status: 200, body: { id: invited.id, ...person } });
    expect(await login(person.email)).toMatchObject({ status: 200, body: { staff: { role: "support" } } });
    expect(await accept(token)).toMatchObject(invalid);
    const { body: list } = await ask(world, "GET /api/admin/staff?limit=1", { token: admin.token });
    expect(list.items[0]).toMatchObject({ id: invited.id, status: "active", invitedUntil: null });
  });

  test("of two who take it at once, lets one in", async () => {
    const person = someone();
    await invite(person);
    const token = await tokenFor(person.email);
    const answers = await Promise.all([accept(token), accept(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test("that is sent again has another link, and the one before serves no more", async () => {
    const person = someone();
    const { id } = (await invite(person)).body;
    expect(await act(id, "resend")).toMatchObject({ status: 200, body: { status: "invited" } });
    const [second = "", first = ""] = await tokensFor(person.email);
    expect(first).not.toBe(second);
    expect(await accept(first)).toMatchObject(invalid);
    expect(await accept(second)).toMatchObject({ status: 200 });
    expect(await act(id, "resend")).toMatchObject({ status: 409, body: { code: "not_invited" } });
  });

  test("that is revoked, too old, or was never made is refused in the same words", async () => {
    const person = someone();
    const { id } = (await invite(person)).body;
    const revoked = await tokenFor(person.email);
    expect(await act(id, "revoke", { reason: "A wrong address" })).toMatchObject({ status: 200, body: { status: "off" } });
    expect(await act(id, "revoke", { reason: "Again" })).toMatchObject({ status: 409, body: { code: "not_invited" } });
    const late = someone();
    await invite(late);
    world.travel(73 * 3_600_000);
    admin.token = String((await login(admin.email)).body.accessToken);
    const tooOld = await tokenFor(late.email);
    const answers = await Promise.all([revoked, tooOld, "nm_si_madeup", ""].map((token) => accept(token)));
    const said = answers.map(({ status, body: { requestId: _, ...body } }) => JSON.stringify({ status, body }));
    expect(new Set(said).size).toBe(1);
    expect(answers[0]).toMatchObject(invalid);
    expect(await invite({ ...person, role: "viewer" })).toMatchObject({ status: 201, body: { id, role: "viewer" } });
    expect(await accept(await tokenFor(person.email))).toMatchObject({ status: 200, body: { role: "viewer" } });
  });

  test("goes to nobody who is on staff, was, or is invited already", async () => {
    const taken = { status: 409, body: { code: "staff_email_taken" } };
    const person = someone();
    await invite(person);
    expect(await invite({ ...person, email: person.email.toUpperCase() })).toMatchObject(taken);
    expect(await invite({ ...person, email: admin.email })).toMatchObject(taken);
    const gone = await makeStaff(world, "viewer");
    await world.clone.query("update staff set is_active = false where id = $1", [gone.id]);
    expect(await invite({ ...person, email: gone.email })).toMatchObject(taken);
  });

  test("of an admin is mailed only once a second person has approved it, and then serves", async () => {
    const person = { ...someone(), role: "admin" };
    const asked = await invite(person);
    expect(asked).toMatchObject({ status: 409, body: { code: "approval_needed" } });
    expect(await tokensFor(person.email)).toEqual([]);
    expect(await approve(world, asked)).toMatchObject({
      status: 200,
      body: { effects: [{ after: { role: "admin", status: "invited" } }] },
    });
    const [token = "none", ...more] = await tokensFor(person.email);
    expect(more).toEqual([]);
    expect(await accept(token)).toMatchObject({ status: 200, body: { role: "admin" } });
  });

  test("is no way to switch somebody on who never chose a password, nor to another role", async () => {
    const { id } = (await invite(someone())).body;
    const change = (body: object) => ask(world, `PATCH /api/admin/staff/${id}`, { token: admin.token, body: { ...body, reason: "Quick" } });
    const refused = { status: 409, body: { code: "not_joined" } };
    expect(await change({ isActive: true })).toMatchObject(refused);
    expect(await change({ role: "admin" })).toMatchObject(refused);
    await act(id, "revoke", { reason: "Changed my mind" });
    expect(await change({ isActive: true })).toMatchObject(refused);
    expect(await act("stf_01jh8x4q3efyxb0v1s2t3w4y5z", "resend")).toMatchObject({ status: 409 });
  });

  test("comes from admins only, and no more often than an inbox bears", async () => {
    const operator = await makeStaff(world, "operator");
    expect(await invite(someone(), operator.token)).toMatchObject({ status: 403, body: { code: "missing_role" } });
    const { id } = (await invite(someone())).body;
    const answers = [];
    for (let n = 0; n < 5; n++) answers.push((await act(id, "resend")).status);
    expect(answers).toEqual([200, 200, 200, 200, 429]);
  });

  test("leaves its token nowhere but in the mail, and there only until it has served", async () => {
    const person = someone();
    const { id } = (await invite(person)).body;
    const token = await tokenFor(person.email);
    await accept(token);
    const holding = await world.clone.query<{ name: string; n: number }>(
      `select 'outbox' as name, count(*)::int as n from outbox o where o::text like $1 union all select 'audit', count(*)::int from audit_logs a where a::text like $1
       union all select 'staff', count(*)::int from staff s where s::text like $1`,
      [`%${token}%`],
    );
    expect(holding.map(({ n }) => n)).toEqual([0, 0, 0]);
    const { body: log } = await ask(world, `GET /api/admin/audit?target=${id}`, { token: admin.token });
    expect(log.items.map(({ action, actor }: { action: string; actor: string }) => [action, actor])).toEqual([
      ["acceptInvitation", `staff:${id}`],
      ["inviteStaff", `staff:${admin.id}`],
    ]);
  });
});
