import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { generateSync } from "otplib";
import { ask } from "../../test/ask.ts";
import { makeStaff, password } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const login = (body: object, where: Pick<World, "url"> = world, address = "127.0.0.1") =>
  ask(where, "POST /api/admin/auth/login", { body, headers: { "x-forwarded-for": address } });
type Member = Awaited<ReturnType<typeof makeStaff>>;

/** An authenticator whose clock can be ahead: a code serves once, and not before the last one. */
async function enrol({ token }: Pick<Member, "token">, where: World = world) {
  const { body } = await ask(where, "POST /api/admin/auth/totp", { token, body: { password } });
  const code = (ahead = 0) => generateSync({ secret: body.secret, epoch: Math.floor(where.engine.clock().getTime() / 1000) + ahead });
  const confirmed = await ask(where, "POST /api/admin/auth/totp/confirm", { token, body: { code: code() } });
  return { code, codes: confirmed.body.recoveryCodes as string[] };
}

describe("recovery codes", () => {
  test("are ten, serve once each in place of the six digits however they are typed, and are kept as digests only", async () => {
    const member = await makeStaff(world);
    const { codes } = await enrol(member);
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    const [first = "", second = ""] = codes;
    expect((await login({ email: member.email, password, recoveryCode: first })).status).toBe(200);
    expect(await login({ email: member.email, password, recoveryCode: first })).toMatchObject({
      status: 401,
      body: { code: "wrong_credentials" },
    });
    expect((await login({ email: member.email, password, recoveryCode: ` ${second.toUpperCase().replaceAll("-", " ")} ` })).status).toBe(
      200,
    );
    const { body } = await ask(world, "GET /api/admin/auth/account", { token: member.token });
    expect(body).toMatchObject({ hasTotp: true, recoveryCodesLeft: 8, mustEnrol: false });
    expect(JSON.stringify(await world.clone.query("select * from staff_recovery_codes"))).not.toContain(first.replaceAll("-", ""));
    const [spent] = await world.clone.query("select after from audit_logs where action = 'spendRecoveryCode' and target = $1 order by id", [
      member.id,
    ]);
    expect(spent).toEqual({ after: { recoveryCodesLeft: 9 } });
  });

  test("serve once also when both are tried at the same moment", async () => {
    const member = await makeStaff(world);
    const [recoveryCode] = (await enrol(member)).codes;
    const answers = await Promise.all([1, 2, 3].map(() => login({ email: member.email, password, recoveryCode })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  test("made anew, leave those before without effect; somebody else's are none", async () => {
    const [member, other] = [await makeStaff(world), await makeStaff(world)];
    expect(await ask(world, "POST /api/admin/auth/recovery-codes", { token: member.token })).toMatchObject({
      body: { code: "totp_not_enrolled" },
    });
    const { codes: old } = await enrol(member);
    const { codes: foreign } = await enrol(other);
    const { status, body } = await ask(world, "POST /api/admin/auth/recovery-codes", { token: member.token });
    expect({ status, count: body.recoveryCodes.length }).toEqual({ status: 201, count: 10 });
    for (const recoveryCode of [old[0], foreign[0], "", "x".repeat(40)])
      expect((await login({ email: member.email, password, recoveryCode })).status).toBeGreaterThanOrEqual(401);
    expect((await login({ email: member.email, password, recoveryCode: body.recoveryCodes[0] })).status).toBe(200);
  });

  test("an app in place of another needs the one before, or a code", async () => {
    const member = await makeStaff(world);
    const { codes, code } = await enrol(member);
    const begin = (given: object) => ask(world, "POST /api/admin/auth/totp", { token: member.token, body: { password, ...given } });
    expect(await begin({})).toMatchObject({ status: 401, body: { code: "totp_required" } });
    expect((await begin({ totp: code() })).status).toBe(401);
    expect((await begin({ recoveryCode: codes[3] })).status).toBe(201);
  });

  test("who lost both is let in by an admin, with nothing enrolled and no session left", async () => {
    const [admin, member] = [await makeStaff(world, "admin"), await makeStaff(world, "operator")];
    await enrol(member);
    const reset = (id: string, token: string) =>
      ask(world, `POST /api/admin/staff/${id}/reset-second-factor`, { token, body: { reason: "The phone is lost" } });
    expect(await reset(member.id, member.token)).toMatchObject({ status: 403 });
    expect(await reset(admin.id, admin.token)).toMatchObject({ body: { code: "not_yourself" } });
    expect(await reset(member.id, admin.token)).toMatchObject({ status: 200, body: { hasTotp: false } });
    expect((await ask(world, "GET /api/admin/projects", { token: member.token })).status).toBe(401);
    expect((await login({ email: member.email, password })).status).toBe(200);
  });
});

describe("where a second factor is a must", () => {
  let strict: World;
  beforeAll(async () => {
    strict = await openWorld({ STAFF_MFA: "required" });
  });
  afterAll(() => strict.close());

  test("who has none can enrol or leave, and nothing else", async () => {
    const member = await makeStaff(strict);
    for (const at of [
      "GET /api/admin/projects",
      "GET /api/admin/audit",
      "POST /api/admin/signing-keys/rotate",
      "POST /api/admin/auth/recovery-codes",
    ])
      expect(await ask(strict, at, { token: member.token })).toMatchObject({ status: 403, body: { code: "second_factor_required" } });
    expect((await ask(strict, "GET /api/admin/auth/account", { token: member.token })).body).toMatchObject({ mustEnrol: true });
    await enrol(member, strict);
    expect((await ask(strict, "GET /api/admin/projects", { token: member.token })).status).toBe(200);
    const other = await makeStaff(strict);
    expect((await ask(strict, "POST /api/admin/auth/logout", { token: other.token })).status).toBe(204);
  });
});

describe("what is sensitive", () => {
  let careful: World;
  beforeAll(async () => {
    careful = await openWorld({ STAFF_SUDO_MINUTES: "10" });
  });
  afterAll(() => careful.close());
  const minute = 60_000;
  const rotate = (token: string) => ask(careful, "POST /api/admin/signing-keys/rotate", { token });
  const prove = (token: string, body: object) => ask(careful, "POST /api/admin/auth/sudo", { token, body });

  test("asks for the password again where no app is enrolled, and goes on for ten minutes in that session alone", async () => {
    const member = await makeStaff(careful);
    const other = (await login({ email: member.email, password }, careful)).body.accessToken;
    expect((await rotate(member.token)).status).toBe(201);
    careful.travel(11 * minute);
    expect(await rotate(member.token)).toMatchObject({ status: 403, body: { code: "sudo_required", by: "password" } });
    expect((await ask(careful, "GET /api/admin/projects", { token: member.token })).status).toBe(200);
    expect(await prove(member.token, { password: "not it at all" })).toMatchObject({ status: 401 });
    expect(await prove(member.token, {})).toMatchObject({ status: 401 });
    expect((await rotate(member.token)).status).toBe(403);
    const { status, body } = await prove(member.token, { password });
    expect({ status, minutes: Math.round((Date.parse(body.provenUntil) - careful.engine.clock().getTime()) / minute) }).toEqual({
      status: 200,
      minutes: 10,
    });
    expect((await rotate(member.token)).status).toBe(201);
    expect((await rotate(other)).status).toBe(403);
    careful.travel(11 * minute);
    expect((await rotate(member.token)).status).toBe(403);
  });

  test("asks for a code where an app is enrolled: the password alone does not do", async () => {
    const member = await makeStaff(careful);
    const { code, codes } = await enrol(member, careful);
    careful.travel(11 * minute);
    expect(await rotate(member.token)).toMatchObject({ status: 403, body: { by: "totp" } });
    expect(await prove(member.token, { password })).toMatchObject({ status: 401, body: { code: "totp_required" } });
    const now = code();
    expect((await prove(member.token, { totp: now })).status).toBe(200);
    expect((await prove(member.token, { totp: now })).status).toBe(422);
    careful.travel(11 * minute);
    expect((await prove(member.token, { recoveryCode: codes[0] })).status).toBe(200);
    expect((await rotate(member.token)).status).toBe(201);
  });

  test("is guessed at ten times in a quarter of an hour", async () => {
    const member = await makeStaff(careful);
    await enrol(member, careful);
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) statuses.push((await prove(member.token, { totp: "000000" })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("sessions", () => {
  test("end when nothing was asked in them for long, and in any case after some hours", async () => {
    const timed = await openWorld({ STAFF_IDLE_MINUTES: "30", STAFF_SESSION_HOURS: "2" });
    try {
      const member = await makeStaff(timed);
      const looks = async () => (await ask(timed, "GET /api/admin/projects", { token: member.token })).status;
      for (const _ of [1, 2, 3, 4]) {
        timed.travel(29 * 60_000);
        expect(await looks()).toBe(200);
      }
      timed.travel(5 * 60_000);
      expect(await looks()).toBe(401);
      const again = await makeStaff(timed);
      timed.travel(31 * 60_000);
      expect((await ask(timed, "GET /api/admin/projects", { token: again.token })).status).toBe(401);
    } finally {
      await timed.close();
    }
  });

  test("are listed to who is signed in, ended one by one or all the others; nobody ends another's that way", async () => {
    const [member, stranger] = [await makeStaff(world, "viewer"), await makeStaff(world, "viewer")];
    const second = (await login({ email: member.email, password })).body.accessToken;
    const list = async (token: string) => (await ask(world, "GET /api/admin/auth/sessions", { token })).body.items;
    const mine = await list(member.token);
    expect(mine).toHaveLength(2);
    expect(mine.filter((each: { isThisOne: boolean }) => each.isThisOne)).toHaveLength(1);
    const [other] = mine.filter((each: { isThisOne: boolean }) => !each.isThisOne);
    const end = (token: string) => ask(world, `DELETE /api/admin/auth/sessions/${other.id}`, { token });
    expect(await end(stranger.token)).toMatchObject({ status: 404, body: { code: "session_not_found" } });
    expect((await end(member.token)).status).toBe(204);
    expect((await end(member.token)).status).toBe(404);
    expect((await ask(world, "GET /api/admin/projects", { token: second })).status).toBe(401);
    await login({ email: member.email, password });
    expect((await ask(world, "POST /api/admin/auth/sessions/end-others", { token: member.token })).body).toEqual({ ended: 1 });
    expect(await list(member.token)).toHaveLength(1);
  });

  test("of others are listed and ended by admins", async () => {
    const [admin, member] = [await makeStaff(world, "admin"), await makeStaff(world, "operator")];
    const at = `/api/admin/staff/${member.id}/sessions`;
    expect((await ask(world, `GET ${at}`, { token: member.token })).status).toBe(403);
    const { items } = (await ask(world, `GET ${at}`, { token: admin.token })).body;
    expect(items).toEqual([expect.objectContaining({ door: "api", isThisOne: false, address: "127.0.0.1" })]);
    const reason = "The laptop was stolen";
    expect((await ask(world, `POST ${at}/${items[0].id}/end`, { token: admin.token, body: { reason } })).body).toEqual({ ended: 1 });
    expect((await ask(world, "GET /api/admin/projects", { token: member.token })).status).toBe(401);
    await login({ email: member.email, password });
    expect((await ask(world, `POST ${at}/end`, { token: admin.token, body: { reason } })).body).toEqual({ ended: 1 });
    expect((await ask(world, `GET ${at}`, { token: admin.token })).body.items).toEqual([]);
  });
});

test("whoever guesses from many addresses shuts nobody out of where they signed in before", async () => {
  const { email } = await makeStaff(world);
  for (let i = 0; i < 102; i++) await login({ email, password: "wrong" }, world, `192.0.2.${i}`);
  expect((await login({ email, password }, world, "198.51.100.9")).status).toBe(429);
  expect((await login({ email, password }, world)).status).toBe(200);
}, 60_000);
