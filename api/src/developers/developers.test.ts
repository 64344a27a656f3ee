import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProjectFor, password } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { sql } from "../platform/db/sql.ts";
import { noPassword } from "../platform/password.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const login = (email: string, password: string) => ask(world, "POST /api/auth/login", { body: { email, password } });
const refresh = (refreshToken: string) => ask(world, "POST /api/auth/refresh", { body: { refreshToken } });
const mailedToken = async (email: string, template: string) => {
  const row = z.object({ body: z.string() });
  const mail = await world.store.transact("platform", (db) =>
    db.one(row, sql`select body from outbox where recipient = ${email} and template = ${template} order by id desc limit 1`),
  );
  return /nm_et_\w+/.exec(mail.body)?.[0] ?? "";
};

const forgot = (email: string) => ask(world, "POST /api/auth/forgot-password", { body: { email } });
const resetTokenOf = async (email: string) => {
  expect((await forgot(email)).status).toBe(202);
  await world.work();
  return mailedToken(email, "reset-email");
};

describe("accounts that came from elsewhere", () => {
  /** "correct horse battery", as bcrypt keeps it at cost 4. */
  const bcryptHash = "$2b$04$LvmQQfxBpBSChSRrRacWDed/K2P4rUFWKIiMrYixWIkKBS1gB1k6G";
  const hashOf = async (id: string) =>
    (await world.clone.query<{ hash: string }>("select password_hash as hash from developers where id = $1", [id]))[0]?.hash;
  const giveHash = (id: string, hash: string) => world.clone.query("update developers set password_hash = $2 where id = $1", [id, hash]);

  test("sign in with the password they had there, and have a hash of ours from then on", async () => {
    const cay = await makeDeveloper(world, "cay@example.com");
    await giveHash(cay.id, bcryptHash);
    expect((await login("cay@example.com", "not the password")).status).toBe(401);
    expect(await hashOf(cay.id)).toBe(bcryptHash);
    expect((await login("cay@example.com", password)).status).toBe(200);
    expect(await hashOf(cay.id)).toMatch(/^\$argon2id\$/);
    expect((await login("cay@example.com", password)).status).toBe(200);
  });

  test("without a usable password can only set one by mail", async () => {
    const eve = await makeDeveloper(world, "eve@example.com");
    await giveHash(eve.id, noPassword);
    expect((await login("eve@example.com", noPassword)).status).toBe(401);
    const token = await resetTokenOf("eve@example.com");
    expect((await ask(world, "POST /api/auth/reset-password", { body: { token, password: "a new long one" } })).status).toBe(204);
    expect((await login("eve@example.com", "a new long one")).status).toBe(200);
  });
});

describe("signing up and in", () => {
  test("a developer signs up, and is who the token says", async () => {
    const { status, body } = await ask(world, "POST /api/auth/register", {
      body: { email: "Ann@Example.com", password: "long enough", name: "Ann" },
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      developer: { id: expect.stringMatching(/^dev_/), email: "Ann@Example.com", name: "Ann" },
      accessToken: expect.any(String),
      refreshToken: expect.stringMatching(/^nm_rt_/),
      expiresAt: expect.any(String),
    });
    const me = await ask(world, "GET /api/developer", { token: body.accessToken });
    expect(me.body).toMatchObject({ id: body.developer.id, isEmailVerified: false });
  });

  test("an address is taken whatever its case, and of two who register it at once one wins", async () => {
    const body = { email: "twice@example.com", password: "long enough", name: "Twice" };
    const answers = await Promise.all([1, 2, 3].map(() => ask(world, "POST /api/auth/register", { body })));
    expect(answers.map((each) => each.status).sort()).toEqual([201, 409, 409]);
    const again = await ask(world, "POST /api/auth/register", { body: { ...body, email: "TWICE@example.com" } });
    expect(again.body).toMatchObject({ status: 409, code: "email_taken" });
  });

  test("a wrong password and an unknown address are refused in the same words", async () => {
    const { email } = await makeDeveloper(world);
    const [wrong, unknown] = [await login(email, "not the password"), await login("nobody@example.com", "not the password")];
    expect(wrong).toMatchObject({ status: 401, body: { code: "wrong_credentials" } });
    expect(unknown.body.detail).toBe(wrong.body.detail);
  });

  test("guessing is slowed down, told how long, and the owner elsewhere is not locked out for it", async () => {
    const { email } = await makeDeveloper(world);
    const answers = [];
    for (let i = 0; i < 11; i++) answers.push(await login(email, `guess ${i}`));
    const elsewhere = await ask(world, "POST /api/auth/login", {
      body: { email, password },
      headers: { "x-forwarded-for": "203.0.113.9" },
    });
    expect(elsewhere.status).toBe(200);
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: "too_many_attempts" } });
    expect(Number(answers.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("bad fields are all named", async () => {
    const { status, body } = await ask(world, "POST /api/auth/register", { body: { email: "no", password: "short", admin: true } });
    expect(status).toBe(422);
    expect(body.errors.map((each: { path: string }) => each.path)).toEqual(expect.arrayContaining(["email", "password", "name"]));
  });
});

describe("sessions", () => {
  test("a refresh token serves once and gives the next pair", async () => {
    const { refreshToken } = await makeDeveloper(world);
    const next = await refresh(refreshToken);
    expect(next.status).toBe(200);
    expect((await ask(world, "GET /api/developer", { token: next.body.accessToken })).status).toBe(200);
  });

  test("a refresh token used again ends everything refreshed from it", async () => {
    const { refreshToken } = await makeDeveloper(world);
    const next = await refresh(refreshToken);
    expect(await refresh(refreshToken)).toMatchObject({ status: 401, body: { code: "refresh_token_reused" } });
    expect(await refresh(next.body.refreshToken)).toMatchObject({ status: 401, body: { code: "refresh_token_invalid" } });
    expect(await ask(world, "GET /api/developer", { token: next.body.accessToken })).toMatchObject({
      status: 401,
      body: { code: "invalid_token" },
    });
  });

  test("two refreshes at the same moment leave one winner whose session goes on", async () => {
    const { refreshToken } = await makeDeveloper(world);
    const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
    const winner = answers.find((each) => each.status === 200);
    expect(answers.map((each) => each.status).sort()).not.toEqual([200, 200]);
    expect(winner).toBeDefined();
  });

  test("signing out ends the session at once", async () => {
    const { token } = await makeDeveloper(world);
    expect((await ask(world, "POST /api/auth/logout", { token })).status).toBe(204);
    expect((await ask(world, "GET /api/developer", { token })).status).toBe(401);
    expect(await ask(world, "POST /api/auth/logout")).toMatchObject({ status: 401, body: { code: "nothing_to_end" } });
  });

  test("another session can be ended, another developer's can't", async () => {
    const [ann, ben] = [await makeDeveloper(world), await makeDeveloper(world)];
    const second = await login(ann.email, password);
    const { body } = await ask(world, "GET /api/developer/sessions", { token: ann.token });
    expect(body.items).toHaveLength(2);
    const other = body.items.find((each: { isCurrent: boolean }) => !each.isCurrent);
    expect(await ask(world, `DELETE /api/developer/sessions/${other.id}`, { token: ben.token })).toMatchObject({ status: 404 });
    expect((await ask(world, `DELETE /api/developer/sessions/${other.id}`, { token: ann.token })).status).toBe(204);
    expect((await ask(world, "GET /api/developer", { token: second.body.accessToken })).status).toBe(401);
  });

  test("an access token that was cut, altered or made up is refused", async () => {
    const { token } = await makeDeveloper(world);
    const [header, payload] = token.split(".");
    for (const bad of ["", "x", `${header}.${payload}.`, `${header}.${payload}.AAAA`, token.slice(0, -3), "nm_pat_x"]) {
      expect(await ask(world, "GET /api/developer", { token: bad })).toMatchObject({ status: 401 });
    }
  });

  test("a token signed with another algorithm, for other people, or by a forged key is refused", async () => {
    const unsigned = `${Buffer.from('{"alg":"none","kid":"x"}').toString("base64url")}.${Buffer.from('{"sub":"dev_x","sid":"ses_x","aud":"staff"}').toString("base64url")}.`;
    expect((await ask(world, "GET /api/developer", { token: unsigned })).status).toBe(401);
    const { token } = await makeDeveloper(world);
    expect(await ask(world, "GET /api/admin/projects", { token })).toMatchObject({ status: 403, body: { code: "not_for_you" } });
  });
});

describe("time", () => {
  test("a session that is over takes its access token and its refresh token with it", async () => {
    const { token, refreshToken } = await makeDeveloper(world);
    world.travel(91 * 24 * 60 * 60_000);
    expect((await ask(world, "GET /api/developer", { token })).status).toBe(401);
    expect(await refresh(refreshToken)).toMatchObject({ status: 401, body: { code: "refresh_token_invalid" } });
    world.travel(-91 * 24 * 60 * 60_000);
  });
});

describe("links in mail", () => {
  test("an address is proven by the token mailed to it, once", async () => {
    const { email } = await makeDeveloper(world);
    const token = await mailedToken(email, "verify-email");
    expect(await ask(world, "POST /api/auth/verify-email", { body: { token } })).toMatchObject({
      status: 200,
      body: { isEmailVerified: true },
    });
    expect(await ask(world, "POST /api/auth/verify-email", { body: { token } })).toMatchObject({
      status: 400,
      body: { code: "link_invalid" },
    });
  });

  test("a new password ends every session and the old password", async () => {
    const ann = await makeDeveloper(world);
    const token = await resetTokenOf(ann.email);
    expect((await ask(world, "POST /api/auth/reset-password", { body: { token, password: "another long one" } })).status).toBe(204);
    expect((await ask(world, "GET /api/developer", { token: ann.token })).status).toBe(401);
    expect((await login(ann.email, password)).status).toBe(401);
    expect((await login(ann.email, "another long one")).status).toBe(200);
    expect((await ask(world, "POST /api/auth/reset-password", { body: { token, password: "a third long one" } })).status).toBe(400);
  });

  test("asking for an address that nobody has answers the same, and does as little: a job finds out whose it is", async () => {
    const { id, email } = await makeDeveloper(world);
    const asked = { status: 202, body: { status: "accepted" } };
    for (const each of ["nobody@example.com", email]) {
      const before = await written();
      expect(await forgot(each)).toMatchObject(asked);
      expect(await written()).toEqual({ ...before, jobs: before.jobs + 1 });
      await world.work();
    }
    expect(await mailedToken(email, "reset-email")).toMatch(/^nm_et_/);
    expect(
      await world.clone.query("select actor_kind, target, developer_id from audit_logs where action = 'mailDeveloperReset'"),
    ).toContainEqual({ actor_kind: "job", target: id, developer_id: id });
    expect(await world.clone.query("select from outbox where recipient = 'nobody@example.com'")).toEqual([]);
  });

  /** How much there is of what an account's link would be found by. */
  const written = async () => {
    const [counts] = await world.clone.query<{ jobs: number; mails: number; entries: number; links: number }>(`
      select (select count(*)::int from graphile_worker.jobs where task_identifier = 'mailDeveloperReset') as jobs,
        (select count(*)::int from outbox) as mails, (select count(*)::int from audit_logs) as entries,
        (select count(*)::int from email_tokens) as links`);
    return counts ?? { jobs: 0, mails: 0, entries: 0, links: 0 };
  };
});

describe("the account", () => {
  test("an edit says what it edits: 428 without If-Match, 412 with an old one", async () => {
    const { token } = await makeDeveloper(world);
    const me = await ask(world, "GET /api/developer", { token });
    const etag = me.headers.get("etag") ?? "";
    expect(await ask(world, "PATCH /api/developer", { token, body: { name: "New" } })).toMatchObject({ status: 428 });
    const done = await ask(world, "PATCH /api/developer", { token, body: { name: "New" }, headers: { "if-match": etag } });
    expect(done).toMatchObject({ status: 200, body: { name: "New" } });
    expect(await ask(world, "PATCH /api/developer", { token, body: { name: "Newer" }, headers: { "if-match": etag } })).toMatchObject({
      status: 412,
    });
    expect(await ask(world, "PATCH /api/developer", { token, body: { name: "Newer" }, headers: { "if-match": "nonsense" } })).toMatchObject(
      { status: 400 },
    );
  });

  test("it can be deleted once its projects are gone, and its address is free again", async () => {
    const ann = await makeDeveloper(world);
    await makeProjectFor(world, ann.token);
    expect(await ask(world, "DELETE /api/developer", { token: ann.token })).toMatchObject({ status: 409, body: { code: "has_projects" } });
    const ben = await makeDeveloper(world);
    expect((await ask(world, "DELETE /api/developer", { token: ben.token })).status).toBe(204);
    expect((await login(ben.email, password)).status).toBe(401);
    await world.work();
    expect(await world.clone.query("select from outbox where recipient = $1", [ben.email])).toEqual([]);
    expect((await ask(world, "POST /api/auth/register", { body: { email: ben.email, password: "long enough", name: "Ben" } })).status).toBe(
      201,
    );
  });
});

describe("old tokens", () => {
  test("a stale access token does not keep anybody from refreshing or signing in", async () => {
    const { email, refreshToken } = await makeDeveloper(world);
    expect((await ask(world, "POST /api/auth/refresh", { token: "stale", body: { refreshToken } })).status).toBe(200);
    expect((await ask(world, "POST /api/auth/login", { token: "stale", body: { email, password } })).status).toBe(200);
  });

  test("forty wrong logins at once are all refused, and others are served beside them", async () => {
    const { email, token } = await makeDeveloper(world);
    const guesses = Array.from({ length: 40 }, (_, i) =>
      ask(world, "POST /api/auth/login", { body: { email, password: `guess ${i}` }, headers: { "x-forwarded-for": `203.0.113.${i}` } }),
    );
    expect((await ask(world, "GET /api/developer", { token })).status).toBe(200);
    expect(new Set((await Promise.all(guesses)).map((each) => each.status))).toEqual(new Set([401]));
  });

  test("what one address guesses in vain does not lock the owner out elsewhere", async () => {
    const { email } = await makeDeveloper(world);
    const from = (address: string, given: string) =>
      ask(world, "POST /api/auth/login", { body: { email, password: given }, headers: { "x-forwarded-for": address } });
    for (let i = 0; i < 110; i++) await from("203.0.113.77", `guess ${i}`);
    expect((await from("203.0.113.78", password)).status).toBe(200);
  });
});

describe("personal access tokens", () => {
  test("one made with another ends no later than that", async () => {
    const { token } = await makeDeveloper(world);
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const short = (await ask(world, "POST /api/developer/tokens", { token, body: { name: "short", scopes: ["account:write"], expiresAt } }))
      .body.token;
    const mint = (body: object) =>
      ask(world, "POST /api/developer/tokens", { token: short, body: { name: "next", scopes: ["account:write"], ...body } });
    expect(await mint({})).toMatchObject({ status: 201, body: { expiresAt } });
    expect(await mint({ expiresAt: new Date(Date.now() + 120_000).toISOString() })).toMatchObject({
      status: 422,
      body: { code: "expiry_out_of_range" },
    });
  });

  test("one serves where a JWT does, within its scopes, until revoked", async () => {
    const { token } = await makeDeveloper(world);
    const made = await ask(world, "POST /api/developer/tokens", { token, body: { name: "ci", scopes: ["projects:read"] } });
    expect(made).toMatchObject({ status: 201, body: { token: expect.stringMatching(/^nm_pat_/), scopes: ["projects:read"] } });
    const pat = made.body.token;
    expect((await ask(world, "GET /api/projects", { token: pat })).status).toBe(200);
    expect(await ask(world, "POST /api/projects", { token: pat, body: { name: "x" } })).toMatchObject({
      status: 403,
      body: { code: "missing_scope", scope: "projects:write" },
    });
    const listed = await ask(world, "GET /api/developer/tokens", { token });
    expect(listed.body.items).toEqual([expect.objectContaining({ id: made.body.id, lastUsedAt: expect.any(String) })]);
    expect(JSON.stringify(listed.body)).not.toContain(pat);
    expect((await ask(world, `DELETE /api/developer/tokens/${made.body.id}`, { token })).status).toBe(204);
    expect((await ask(world, "GET /api/projects", { token: pat })).status).toBe(401);
    expect(await ask(world, `DELETE /api/developer/tokens/${made.body.id}`, { token })).toMatchObject({ status: 404 });
  });

  test("one never gives more than its maker holds", async () => {
    const { token } = await makeDeveloper(world);
    const { body } = await ask(world, "POST /api/developer/tokens", { token, body: { name: "ci", scopes: ["account:write"] } });
    const wider = await ask(world, "POST /api/developer/tokens", { token: body.token, body: { name: "more", scopes: ["keys:write"] } });
    expect(wider).toMatchObject({ status: 403, body: { code: "scope_not_held" } });
  });

  test("its end lies ahead, within a year", async () => {
    const { token } = await makeDeveloper(world);
    for (const expiresAt of ["2000-01-01T00:00:00Z", "2099-01-01T00:00:00Z"]) {
      const answer = await ask(world, "POST /api/developer/tokens", { token, body: { name: "ci", scopes: ["keys:read"], expiresAt } });
      expect(answer).toMatchObject({ status: 422, body: { code: "expiry_out_of_range" } });
    }
  });
});
