import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { generateSync } from "otplib";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeStaff, password } from "../../test/make.ts";
import { approve } from "../../test/second-person.ts";
import { openWorld, type World } from "../../test/world.ts";
import { perform } from "../platform/action.ts";
import { newId } from "../platform/ids.ts";
import { update } from "./index.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const login = (body: object) => ask(world, "POST /api/admin/auth/login", { body });

describe("signing in", () => {
  test("answers who, with a token that ends at sign-out", async () => {
    const { email, id } = await makeStaff(world, "support");
    const { status, body } = await login({ email, password });
    expect({ status, body }).toMatchObject({ status: 200, body: { staff: { id, email, role: "support" }, expiresAt: expect.any(String) } });
    expect((await ask(world, "GET /api/admin/projects", { token: body.accessToken })).status).toBe(200);
    expect((await ask(world, "POST /api/admin/auth/logout", { token: body.accessToken })).status).toBe(204);
    expect((await ask(world, "GET /api/admin/projects", { token: body.accessToken })).status).toBe(401);
  });

  test("a developer's login is not staff's", async () => {
    const { email } = await makeDeveloper(world);
    expect(await login({ email, password })).toMatchObject({ status: 401, body: { code: "wrong_credentials" } });
  });

  test("once enrolled, six digits are asked for, and serve once", async () => {
    const { email, token } = await makeStaff(world);
    expect(await ask(world, "POST /api/admin/auth/totp/confirm", { token, body: { code: "000000" } })).toMatchObject({
      status: 409,
      body: { code: "totp_not_begun" },
    });
    const { body } = await ask(world, "POST /api/admin/auth/totp", { token, body: { password } });
    const code = (offsetSeconds = 0) => generateSync({ secret: body.secret, epoch: Math.floor(Date.now() / 1000) + offsetSeconds });
    expect(await ask(world, "POST /api/admin/auth/totp/confirm", { token, body: { code: code() } })).toMatchObject({
      status: 200,
      body: { hasTotp: true },
    });
    expect(await login({ email, password })).toMatchObject({ status: 401, body: { code: "totp_required" } });
    expect(await login({ email, password, totp: code() })).toMatchObject({ status: 401 });
    const next = code(30);
    expect((await login({ email, password, totp: next })).status).toBe(200);
    expect((await login({ email, password, totp: next })).status).toBe(401);
  });
});

describe("managing staff", () => {
  test("an admin adds a member, changes the role, and that ends the member's sessions", async () => {
    const admin = await makeStaff(world, "admin");
    const body = { email: "new@example.com", name: "New", role: "viewer", password: "long enough" };
    const { body: member } = await ask(world, "POST /api/admin/staff", { token: admin.token, body });
    expect(await ask(world, "POST /api/admin/staff", { token: admin.token, body })).toMatchObject({
      status: 409,
      body: { code: "staff_email_taken" },
    });
    const session = (await login({ email: body.email, password: body.password })).body;
    const change = { role: "operator", reason: "more to do" };
    expect(
      await ask(world, `PATCH /api/admin/staff/${member.id}`, { token: admin.token, body: change, headers: { "if-match": '"7"' } }),
    ).toMatchObject({ status: 412 });
    const asked = await ask(world, `PATCH /api/admin/staff/${member.id}`, { token: admin.token, body: change });
    expect(await approve(world, asked)).toMatchObject({ status: 200, body: { effects: [{ after: { role: "operator" } }] } });
    expect((await ask(world, "GET /api/admin/projects", { token: session.accessToken })).status).toBe(401);
  });

  test("nobody changes their own role, and only admins change others'", async () => {
    const admin = await makeStaff(world, "admin");
    const operator = await makeStaff(world, "operator");
    const change = { role: "admin", reason: "because" };
    expect(await ask(world, `PATCH /api/admin/staff/${admin.id}`, { token: admin.token, body: change })).toMatchObject({
      status: 409,
      body: { code: "not_yourself" },
    });
    expect(await ask(world, `PATCH /api/admin/staff/${operator.id}`, { token: operator.token, body: change })).toMatchObject({
      status: 403,
      body: { code: "missing_role" },
    });
    expect(await ask(world, "PATCH /api/admin/staff/stf_01jh8x4q3efyxb0v1s2t3w4y5z", { token: admin.token, body: change })).toMatchObject({
      status: 404,
    });
  });
});

/** Nobody else is an admin meanwhile. */
const alone = (...admins: readonly { id: string }[]) =>
  world.clone.query("update staff set role = 'viewer' where role = 'admin' and id <> all($1)", [admins.map(({ id }) => id)]);
const activeAdmins = async () =>
  (await world.clone.query<{ id: string }>("select id from staff where role = 'admin' and is_active")).map(({ id }) => id);

test("of the last two admins, one stays, should both be switched off at the same moment", async () => {
  const [a, b] = [await makeStaff(world, "admin"), await makeStaff(world, "admin")];
  await alone(a, b);
  const call = {
    operation: { id: "updateStaff", changes: true },
    actor: { kind: "job", id: "test" } as const,
    request: { id: newId("request"), address: undefined, userAgent: undefined },
  };
  const off = ({ id }: { id: string }) =>
    perform(world.engine, call, update, { staffId: id, isActive: false, reason: "a quarrel" }).then(
      () => "done",
      (refusal) => refusal.code,
    );
  expect((await Promise.all([off(a), off(b)])).sort()).toEqual(["done", "last_admin"]);
  expect(await activeAdmins()).toHaveLength(1);
});

test("of two admins who ask for each other to be switched off, one stays, though a third approves both at the same moment", async () => {
  const [a, b, third] = [await makeStaff(world, "admin"), await makeStaff(world, "admin"), await makeStaff(world, "admin")];
  await alone(a, b, third);
  const off = (by: { token: string }, whom: { id: string }) =>
    ask(world, `PATCH /api/admin/staff/${whom.id}`, { token: by.token, body: { isActive: false, reason: "a quarrel" } });
  const asked = [await off(a, b), await off(b, a)];
  const answers = await Promise.all(asked.map((each) => approve(world, each, third.token)));
  expect(answers.map(({ body }) => body.code ?? body.state).sort()).toEqual(["approved", "asker_may_no_longer"]);
  expect(await activeAdmins()).toHaveLength(2);
});

test("the audit log names who signed in, not the stranger at the door", async () => {
  const { email, id, token } = await makeStaff(world, "viewer");
  await login({ email, password });
  const { body } = await ask(world, "GET /api/admin/audit?action=loginStaff&limit=1", { token });
  expect(body.items[0]).toMatchObject({ actor: `staff:${id}` });
});
