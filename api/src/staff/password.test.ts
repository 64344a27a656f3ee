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

const newPassword = "a longer one than before";
const login = (email: string, by: string, more: object = {}) =>
  ask(world, "POST /api/admin/auth/login", { body: { email, password: by, ...more } });
const change = (token: string, body: object) => ask(world, "POST /api/admin/auth/password", { token, body: { newPassword, ...body } });
const isIn = async (token: string) => (await ask(world, "GET /api/admin/auth/account", { token })).status === 200;

describe("another password", () => {
  test("is chosen by who knows the one before, ends every other session, and is told by mail", async () => {
    const { id, email, token } = await makeStaff(world, "viewer");
    const elsewhere = (await login(email, password)).body.accessToken;
    expect(await change(token, { password })).toEqual(expect.objectContaining({ status: 200, body: { ended: 1 } }));
    expect([await isIn(token), await isIn(elsewhere)]).toEqual([true, false]);
    expect([(await login(email, password)).status, (await login(email, newPassword)).status]).toEqual([401, 200]);
    const [mail] = await world.clone.query("select subject, body from outbox where recipient = $1", [email]);
    expect(mail).toMatchObject({ subject: expect.stringContaining("was changed"), body: expect.stringContaining("from 127.0.0.1") });
    const [entry] = await world.clone.query("select actor_id, target from audit_logs where action = 'changeOwnPassword'");
    expect(entry).toEqual({ actor_id: id, target: id });
  });

  test("is not chosen by who has found a session open", async () => {
    const { email, token } = await makeStaff(world, "viewer");
    expect(await change(token, { password: "guessed" })).toMatchObject({ status: 401, body: { code: "wrong_credentials" } });
    expect((await change(token, { password, newPassword: "short" })).status).toBe(422);
    expect((await login(email, password)).status).toBe(200);
    const statuses = [];
    for (let i = 0; i < 11; i++) statuses.push((await change(token, { password: "guessed" })).status);
    expect(statuses.at(-1)).toBe(429);
  });

  test("asks for a code where an app is enrolled, each once", async () => {
    const { email, token } = await makeStaff(world, "viewer");
    const { secret } = (await ask(world, "POST /api/admin/auth/totp", { token, body: { password } })).body;
    const code = (ahead: number) => generateSync({ secret, epoch: Math.floor(world.engine.clock().getTime() / 1000) + ahead });
    await ask(world, "POST /api/admin/auth/totp/confirm", { token, body: { code: code(0) } });
    expect(await change(token, { password })).toMatchObject({ status: 401, body: { code: "totp_required" } });
    expect((await change(token, { password, totp: "000000" })).status).toBe(401);
    const totp = code(30);
    expect((await change(token, { password, totp })).status).toBe(200);
    expect((await login(email, newPassword, { totp })).status).toBe(401);
  });
});
