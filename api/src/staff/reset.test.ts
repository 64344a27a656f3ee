import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { generateSync } from "otplib";
import { ask } from "../../test/ask.ts";
import { FakeResend, untroubled } from "../../test/mail/fake-resend.ts";
import { makeStaff, password } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";

const mails = new FakeResend(untroubled);
const chosen = "chosen after a long holiday";
let world: World;
beforeAll(async () => {
  world = await openWorld({ RESEND_API_KEY: "re_test", RESEND_BASE_URL: await mails.listen() });
});
afterAll(async () => {
  await world?.close();
  mails.close();
});

const forgot = (email: string, address = "203.0.113.9") =>
  ask(world, "POST /api/admin/auth/forgot-password", { body: { email }, headers: { "x-forwarded-for": address } });
const reset = (token: string, body: object = {}) =>
  ask(world, "POST /api/admin/auth/reset-password", { body: { token, password: chosen, ...body } });
const login = (email: string, by: string, more: object = {}) =>
  ask(world, "POST /api/admin/auth/login", { body: { email, password: by, ...more } });

/** What is in the mails that came to this address, the last first. */
const tokensFor = async (email: string) => {
  await world.work();
  const own = mails.mails.filter(({ to }) => [to].flat().includes(email)).toReversed();
  return own.flatMap(({ text }) => /\/admin\/reset-password#(\S+)/.exec(text)?.[1] ?? []);
};
const tokenFor = async (email: string) => {
  expect((await forgot(email)).status).toBe(202);
  return (await tokensFor(email))[0] ?? "none";
};
const invalid = { status: 400, body: { code: "reset_link_invalid" } };
const entriesOf = (action: string, target: string) =>
  world.clone.query("select actor_kind, actor_id, after from audit_logs where action = $1 and target = $2", [action, target]);

describe("a forgotten password", () => {
  test("is chosen anew by a mailed link, once; every session ends, and a mail tells of it", async () => {
    const { id, email, token: session } = await makeStaff(world, "viewer");
    const token = await tokenFor(email);
    expect(await reset(token, { password: "short" })).toMatchObject({ status: 422 });
    expect((await reset(token)).status).toBe(204);
    expect((await ask(world, "GET /api/admin/auth/account", { token: session })).status).toBe(401);
    expect([(await login(email, password)).status, (await login(email, chosen)).status]).toEqual([401, 200]);
    expect(await reset(token)).toMatchObject(invalid);
    await world.work();
    expect(mails.mails.at(-1)).toMatchObject({ to: email, subject: "Your password for the staff console was changed" });
    expect(await entriesOf("mailStaffReset", id)).toMatchObject([{ actor_kind: "job" }]);
    expect(await entriesOf("resetStaffPassword", id)).toMatchObject([
      { actor_kind: "staff", actor_id: id, after: { ended: [expect.any(String)] } },
    ]);
  });

  test("is answered the same for an address that nobody has, who was switched off, or was only invited", async () => {
    const off = await makeStaff(world, "viewer");
    await world.clone.query("update staff set is_active = false where id = $1", [off.id]);
    const known = await makeStaff(world, "admin");
    const body = { email: "invited@example.com", name: "Ada", role: "viewer" };
    expect((await ask(world, "POST /api/admin/staff/invitations", { token: known.token, body })).status).toBe(201);
    const answers = [];
    for (const email of ["nobody@example.com", off.email, body.email, known.email]) {
      const { status, body } = await forgot(email, "203.0.113.10");
      answers.push({ status, body });
    }
    expect(answers).toEqual(Array.from(answers, () => ({ status: 202, body: { status: "accepted" } })));
    expect((await tokensFor(known.email)).length).toBe(1);
    for (const email of ["nobody@example.com", off.email, body.email]) expect(await tokensFor(email)).toEqual([]);
  });

  test("has of two links the last that serves, for an hour, and to one of two who use it at once", async () => {
    const { email } = await makeStaff(world, "viewer");
    const first = await tokenFor(email);
    const second = await tokenFor(email);
    expect(await reset(first)).toMatchObject(invalid);
    const answers = await Promise.all([reset(second), reset(second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 400]);
    const late = await tokenFor(email);
    world.travel(61 * 60_000);
    expect(await reset(late)).toMatchObject(invalid);
  });

  /** A member with an app. */
  const enrolled = async () => {
    const { email, token: session } = await makeStaff(world, "viewer");
    const { secret } = (await ask(world, "POST /api/admin/auth/totp", { token: session, body: { password } })).body;
    const code = (ahead = 0) => generateSync({ secret, epoch: Math.floor(world.engine.clock().getTime() / 1000) + ahead });
    const { recoveryCodes } = (await ask(world, "POST /api/admin/auth/totp/confirm", { token: session, body: { code: code() } })).body;
    return { email, code, recoveryCode: String(recoveryCodes[0]) };
  };

  test("asks for a code where an app is enrolled, or for a recovery code", async () => {
    for (const by of ["totp", "recoveryCode"]) {
      const { email, code, recoveryCode } = await enrolled();
      const token = await tokenFor(email);
      expect(await reset(token)).toMatchObject({ status: 401, body: { code: "totp_required" } });
      expect(await reset(token, { totp: "000000" })).toMatchObject({ status: 422, body: { code: "wrong_code" } });
      expect((await login(email, chosen, { totp: code(30) })).status).toBe(401);
      expect((await reset(token, by === "totp" ? { totp: code(30) } : { recoveryCode })).status).toBe(204);
      expect((await login(email, chosen)).body.code).toBe("totp_required");
    }
  });

  test("lets whoever reads the mail not guess at the code, and shuts nobody out by that", async () => {
    const { email, code } = await enrolled();
    const token = await tokenFor(email);
    const codes = [];
    for (let i = 0; i < 11; i++) codes.push((await reset(token, { totp: "000000" })).body.code);
    expect(codes).toEqual([...Array.from({ length: 10 }, () => "wrong_code"), "too_many_attempts"]);
    expect((await login(email, password, { totp: code(30) })).status).toBe(200);
  });

  test("leaves no link behind where a role changes, another password is chosen, or the link is not the member's any more", async () => {
    const admin = await makeStaff(world, "admin");
    const { id, email, token: session } = await makeStaff(world, "viewer");
    const changed = await tokenFor(email);
    await ask(world, "POST /api/admin/auth/password", { token: session, body: { password, newPassword: chosen } });
    expect(await reset(changed)).toMatchObject(invalid);
    const off = await tokenFor(email);
    await world.clone.query("update staff set is_active = false where id = $1", [id]);
    expect(await reset(off)).toMatchObject(invalid);
    const items = (await ask(world, "GET /api/admin/outbox?limit=100", { token: admin.token })).body.items;
    expect(items.filter(({ body }: { body: string }) => /nm_sr_\w{20}/.test(body))).toEqual([]);
  });

  test("has five links mailed to an address within an hour, and no more", async () => {
    const statuses = [];
    for (let i = 0; i < 6; i++) statuses.push((await forgot("often@example.com", `203.0.113.${i}`)).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
  });
});

test("where no service sends mail, no link is made that another could read, whoever is asked for", async () => {
  const plain = await openWorld();
  try {
    const { email } = await makeStaff(plain);
    for (const each of [email, "nobody@example.com"])
      expect(await ask(plain, "POST /api/admin/auth/forgot-password", { body: { email: each } })).toMatchObject({
        status: 409,
        body: { code: "no_mail_service" },
      });
    await plain.work();
    expect(await plain.clone.query("select id from outbox")).toEqual([]);
    expect(await plain.clone.query("select id from staff where reset_hash is not null")).toEqual([]);
  } finally {
    await plain.close();
  }
});
