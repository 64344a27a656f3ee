import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { makeDeveloper, password } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { createClient, createSession, isSignInNeeded, type Tokens } from "../src/index.ts";
import { failureOf } from "./failure.ts";
import { json, type Misbehaving, openMisbehaving, problem, reset } from "./misbehaving.ts";

describe("a session on the platform", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const signIn = async () => {
    const { email } = await makeDeveloper(world);
    return { email, tokens: await createClient({ url: world.url }).loginDeveloper({ email, password }) };
  };

  test("goes on from what signing in answered", async () => {
    const { email, tokens } = await signIn();
    const session = createSession({ url: world.url, tokens });
    expect(await session.accessToken()).toBe(tokens.accessToken);
    const client = createClient({ url: world.url, accessToken: session.accessToken });
    expect((await client.getDeveloper()).email).toBe(email);
  });

  test("is refreshed from a kept refresh token, once for all who ask, and what is new is to be kept", async () => {
    const { tokens } = await signIn();
    const kept: Tokens[] = [];
    const session = createSession({
      url: world.url,
      tokens: { refreshToken: tokens.refreshToken },
      onRefresh: (next) => {
        kept.push(next);
      },
    });
    const client = createClient({ url: world.url, accessToken: session.accessToken });
    const developers = await Promise.all(Array.from({ length: 8 }, () => client.getDeveloper()));
    expect(new Set(developers.map((each) => each.id)).size).toBe(1);
    expect(kept).toHaveLength(1);
    expect(kept[0]?.refreshToken).not.toBe(tokens.refreshToken);
    const later = createSession({ url: world.url, tokens: kept[0] ?? tokens });
    expect(await later.accessToken()).toBe(kept[0]?.accessToken);
  });

  test("is refreshed when the platform no longer takes the token, and the call is done all the same", async () => {
    const { tokens } = await signIn();
    const session = createSession({ url: world.url, tokens: { ...tokens, accessToken: `${tokens.accessToken}x` } });
    const client = createClient({ url: world.url, accessToken: session.accessToken });
    const [project, developer] = await Promise.all([client.createProject({ name: "Corner shop" }), client.getDeveloper()]);
    expect(project.name).toBe("Corner shop");
    expect(developer.id).toBe(tokens.developer.id);
  });

  test("that was ended elsewhere is told as a sign-in that is needed, and does not keep anybody from it", async () => {
    const { email, tokens } = await signIn();
    const session = createSession({ url: world.url, tokens: { refreshToken: tokens.refreshToken } });
    await createClient({ url: world.url }).logoutDeveloper({ refreshToken: tokens.refreshToken });
    const client = createClient({ url: world.url, accessToken: session.accessToken });
    const error = await failureOf(client.getDeveloper());
    expect(error.code).toBe("refresh_token_invalid");
    expect(isSignInNeeded(error)).toBe(true);
    expect(await failureOf(client.getDeveloper())).toBe(error);
    expect((await client.loginDeveloper({ email, password })).developer.email).toBe(email);
  });

  test("ends on the platform as well", async () => {
    const { tokens } = await signIn();
    const session = createSession({ url: world.url, tokens });
    await session.end();
    expect(isSignInNeeded(await failureOf(Promise.resolve(session.accessToken())))).toBe(true);
    const other = createClient({ url: world.url, accessToken: tokens.accessToken });
    expect(await failureOf(other.getDeveloper())).toMatchObject({ status: 401, code: "invalid_token" });
  });
});

describe("a session over a bad line", () => {
  let server: Misbehaving;
  beforeAll(async () => {
    server = await openMisbehaving();
  });
  afterAll(() => server.close());

  const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();
  const pair = (name: string, count = 15) => ({
    accessToken: `access-${name}`,
    refreshToken: `refresh-${name}`,
    expiresAt: minutes(count),
  });
  const sessionWith = (tokens: Tokens, more: object = {}) => createSession({ url: server.url, tokens, retry: { delayMs: 5 }, ...more });

  test("asks again under the same key, since a used refresh token would end it", async () => {
    server.will(reset, reset, reset, reset, json(200, pair("new")));
    const session = sessionWith({ refreshToken: "refresh-old" });
    expect(await failureOf(Promise.resolve(session.accessToken()))).toMatchObject({ code: "network_error" });
    expect(await session.accessToken()).toBe("access-new");
    expect(server.heard).toHaveLength(5);
    expect(new Set(server.heard.map((each) => each.headers["idempotency-key"])).size).toBe(1);
    expect(new Set(server.heard.map((each) => each.body)).size).toBe(1);
  });

  test("takes a new key for the next refresh", async () => {
    server.will(json(200, pair("one")), json(200, pair("two")));
    const session = sessionWith({ refreshToken: "refresh-old" });
    const first = await session.accessToken();
    expect(await session.accessToken(first)).toBe("access-two");
    expect(await session.accessToken(first)).toBe("access-two");
    expect(server.heard.map((each) => JSON.parse(each.body).refreshToken)).toEqual(["refresh-old", "refresh-one"]);
    expect(new Set(server.heard.map((each) => each.headers["idempotency-key"])).size).toBe(2);
  });

  test("is refreshed shortly before the token ends", async () => {
    server.will(json(200, pair("new")));
    expect(await sessionWith({ ...pair("old", 5) }).accessToken()).toBe("access-old");
    expect(await sessionWith({ ...pair("old", 0.3) }).accessToken()).toBe("access-new");
    expect(server.heard).toHaveLength(1);
  });

  test("is not refreshed before every call where the clock runs ahead", async () => {
    server.will(json(200, pair("new", -60)));
    const session = sessionWith(pair("old", -60));
    expect([await session.accessToken(), await session.accessToken(), await session.accessToken()]).toEqual(Array(3).fill("access-new"));
    expect(server.heard).toHaveLength(1);
  });

  test("repeats a refused call once, not for ever", async () => {
    server.will(problem(401, "invalid_token"), json(200, pair("new")), problem(401, "invalid_token"));
    const client = createClient({ url: server.url, accessToken: sessionWith(pair("old")).accessToken });
    expect(await failureOf(client.getDeveloper())).toMatchObject({ status: 401 });
    expect(server.heard).toHaveLength(3);
  });

  test("repeats a refused POST under the same key", async () => {
    server.will(problem(401, "invalid_token"), json(200, pair("new")), json(201, { id: "prj_1" }));
    const client = createClient({ url: server.url, accessToken: sessionWith(pair("old")).accessToken });
    await client.createProject({ name: "Corner shop" });
    const [first, , third] = server.heard;
    expect(third?.headers["idempotency-key"]).toBe(first?.headers["idempotency-key"]);
    expect([first, third].map((each) => each?.headers.authorization)).toEqual(["Bearer access-old", "Bearer access-new"]);
  });

  test("does not repeat with a token that stays the same", async () => {
    server.will(problem(401, "invalid_token"));
    await failureOf(createClient({ url: server.url, accessToken: () => "always-this" }).getDeveloper());
    expect(server.heard).toHaveLength(1);
  });

  test("says when the new tokens could not be kept, and has them all the same", async () => {
    server.will(json(200, pair("new")));
    const onRefresh = () => Promise.reject(new Error("the disk is full"));
    const session = sessionWith({ refreshToken: "refresh-old" }, { onRefresh });
    await expect(session.accessToken()).rejects.toThrow("the disk is full");
    expect(await session.accessToken()).toBe("access-new");
  });
});
