import { createHmac, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { createServer, request as httpRequest, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type JWTPayload, SignJWT } from "jose";
import { ask, type Json } from "../../../test/ask.ts";
import { type TestTenant, tenantOf } from "../../../test/tenant.ts";
import { until } from "../../../test/until.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { makeFront } from "../../entry/front.ts";
import { openParts } from "../../entry/parts.ts";
import { drain, holdPort } from "../../entry/port.ts";
import { openWatch } from "../../entry/watch.ts";
import { portOf } from "../../http/server.ts";
import { badTokensMax } from "./bad-tokens.ts";

/** Who asks: end users' tokens beside a project's key, as an attacker would forge them too. */
let world: World;
let tenant: TestTenant;
const secret = randomBytes(24).toString("base64url");
beforeAll(async () => {
  world = await openWorld({ ALLOW_LOOPBACK: "true" });
  tenant = await makeTenant();
  await setAuth(tenant, { secret });
  await startIssuer();
});
afterAll(async () => {
  await world.close();
  issuer.close();
});

async function makeTenant() {
  const made = await tenantOf(world);
  await made.sql(`
    create table notes (id int primary key, owner text, at timestamptz default now());
    insert into notes values (1, 'alice'), (2, 'bob');
    alter table notes enable row level security;
    create policy own on notes to authenticated
      using (owner = (select nullif(current_setting('request.jwt.claims', true), '')::json ->> 'sub'))
      with check (owner = (select nullif(current_setting('request.jwt.claims', true), '')::json ->> 'sub'));
    create table news (id int primary key);
    insert into news values (1);
    grant select on news to anon;
    grant select, insert on notes to authenticated;
    create function whoami() returns json language sql stable as
      $$ select json_build_object('role', current_user, 'claims', nullif(current_setting('request.jwt.claims', true), '')) $$;
    create function told() returns text language sql stable as $$ select current_setting('request.headers') $$;
    grant execute on function whoami(), told() to anon, authenticated, service_role`);
  return made;
}

const setAuth = async ({ projectId, developer }: TestTenant, body: object) => {
  const answer = await ask(world, `PUT /api/projects/${projectId}/auth`, { token: developer.token, body });
  expect(answer.status).toBe(200);
  return answer.body;
};

const now = () => Math.floor(Date.now() / 1000);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const sign = (claims: JWTPayload, key: string | KeyObject = secret, header: { alg: string; kid?: string } = { alg: "HS256" }) =>
  new SignJWT(claims).setProtectedHeader(header).sign(typeof key === "string" ? bytesOf(key) : key);
const user = (sub: string, more: JWTPayload = {}) => sign({ sub, role: "authenticated", exp: now() + 3600, ...more });

/** Put together by hand, for what no library would sign. */
const part = (value: unknown) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const forge = (header: unknown, payload: unknown, key: string | Buffer = secret) => {
  const signed = `${part(header)}.${part(payload)}`;
  return `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
};

const as = (token: string | undefined, at: string, { key = tenant.publishable.key, body, url = world.url, headers = {} }: Json = {}) => {
  const [method = "", path = ""] = at.split(" ");
  return ask({ url }, `${method} /api/rest/${path}`, {
    apikey: key,
    ...(token !== undefined && { token }),
    ...(body && { body }),
    headers,
  });
};
const whoami = async (token: string | undefined, options: Json = {}) => as(token, "GET rpc/whoami", options);
const roleOf = async (token: string | undefined, options: Json = {}) => {
  const { body } = await whoami(token, options);
  return typeof body.role === "string" ? body.role.replace(/^t_[^_]+_/, "") : body.code;
};
const refused = (code: string, message: string, status = 401) => ({ status, body: { code, message, hint: null } });

// An issuer, as others run them.
let issuer: Server;
let issuerUrl: string;
let asked = 0;
let published: Json = { keys: [] };
const pair = (kid: string) => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { kid, privateKey, jwk: { ...publicKey.export({ format: "jwk" }), kid, use: "sig", alg: "ES256" } };
};
const first = pair("first");
const iss = "https://login.example.com";
async function startIssuer() {
  published = { keys: [first.jwk] };
  issuer = createServer((_, response) => {
    asked += 1;
    if (published === undefined) response.writeHead(500).end();
    else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(published));
  });
  await new Promise<void>((resolve) => issuer.listen(0, "127.0.0.1", resolve));
  issuerUrl = `http://127.0.0.1:${portOf(issuer)}/keys`;
}
const byIssuer = (claims: JWTPayload = {}, { kid, privateKey } = first) =>
  sign({ iss, sub: "alice", role: "authenticated", exp: now() + 3600, ...claims }, privateKey, { alg: "ES256", kid });
const withIssuer = async (settings: object = {}) => {
  const made = await makeTenant();
  await setAuth(made, { jwksUrl: issuerUrl, issuer: iss, ...settings });
  return { made, key: made.publishable.key };
};

describe("the role", () => {
  test("is anon with a publishable key alone, and where a client sends that key twice", async () => {
    expect(await roleOf(undefined)).toBe("anon");
    expect(await roleOf(tenant.publishable.key)).toBe("anon");
    expect((await as(undefined, "GET notes")).status).toBe(401);
  });

  test.each(["anon", "authenticated", "service_role"])("is %s where the token says so", async (role) => {
    const answer = await whoami(await sign({ role }));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body.claims)).toEqual({ role });
    const who = { anon: "anon", authenticated: "authenticated", service_role: "service_role" }[role];
    expect(answer.body.role).toMatch(new RegExp(who ?? ""));
  });

  test("is anon for a token that names none, with the role among its claims", async () => {
    const { body } = await whoami(await sign({ sub: "alice" }));
    expect([body.role, JSON.parse(body.claims)]).toEqual(["anon", { role: "anon", sub: "alice" }]);
    expect(JSON.parse((await whoami(forge({ alg: "HS256" }, "{ }"))).body.claims)).toEqual({ role: "anon" });
  });

  test.each([["postgres"], ["nm_owner"], [""], ["authenticated "], ["Authenticated"], [5], [null], [["service_role"]], [{ a: 1 }]])(
    "is refused where it is %j, as PostgreSQL refuses a role there is not",
    async (role) => {
      const { status, body, headers } = await whoami(await sign({ role }));
      expect([status, body.code, headers.get("www-authenticate")]).toEqual([401, "22023", "Bearer"]);
      expect(body.message).toMatch(/^role ".*" does not exist$/);
    },
  );

  test("is the token's beside a secret key too: who asks on behalf of a user is bound as the user is", async () => {
    const key = tenant.secret.key;
    expect((await as(undefined, "GET notes?select=id&order=id", { key })).body).toEqual([{ id: 1 }, { id: 2 }]);
    expect((await as(await user("bob"), "GET notes?select=id&order=id", { key })).body).toEqual([{ id: 2 }]);
    expect((await as("garbage", "GET notes", { key })).status).toBe(401);
  });

  test("service_role passes row-level security, and is refused from a browser as a secret key is", async () => {
    const token = await sign({ role: "service_role" });
    expect((await as(token, "GET notes?select=id&order=id")).body).toEqual([{ id: 1 }, { id: 2 }]);
    for (const headers of [{ origin: "https://shop.example.com" }, { "sec-fetch-site": "cross-site" }]) {
      expect(await as(token, "GET notes", { headers })).toMatchObject({ status: 403, body: { code: "service_role_in_browser" } });
    }
    expect((await as(await user("alice"), "GET notes", { headers: { origin: "https://shop.example.com" } })).status).toBe(200);
  });

  test("decides whether PostgreSQL's plan is told, and whether a refusal is 401 or 403", async () => {
    const plan = { headers: { accept: "application/vnd.pgrst.plan+text" } };
    expect((await as(await user("alice"), "GET notes", plan)).status).toBe(406);
    const explain = (key: string, token: string) =>
      fetch(`${world.url}/api/rest/notes`, { headers: { ...plan.headers, apikey: key, authorization: `Bearer ${token}` } });
    expect((await explain(tenant.publishable.key, await sign({ role: "service_role" }))).status).toBe(200);
    expect(await (await explain(tenant.secret.key, await user("alice"))).text()).toContain("Filter");
    expect((await as(await user("alice"), "GET news")).status).toBe(403);
    expect((await as(await sign({ role: "anon" }), "GET notes")).status).toBe(401);
  });
});

describe("claims", () => {
  test("are what policies read", async () => {
    const [alice, bob] = [await user("alice"), await user("bob")];
    for (let round = 0; round < 3; round += 1) {
      expect((await as(alice, "GET notes?select=owner")).body).toEqual([{ owner: "alice" }]);
      expect((await as(bob, "GET notes?select=owner")).body).toEqual([{ owner: "bob" }]);
    }
    expect((await as(alice, "POST notes", { body: { id: 3, owner: "alice" } })).status).toBe(201);
    expect(await as(alice, "POST notes", { body: { id: 4, owner: "bob" } })).toMatchObject({ status: 403, body: { code: "42501" } });
  });

  test("are the same where supabase-js asks", async () => {
    const answer = await ask(world, "GET /rest/v1/notes?select=owner", { apikey: tenant.publishable.key, token: await user("bob") });
    expect(answer.body).toEqual([{ owner: "bob" }]);
  });

  test("keep numbers that a double can't hold, and all that is in them", async () => {
    const payload = '{"role":"authenticated", "id": 12345678901234567890.5, "app_metadata":{"orgs":["ü","\\u00e9"]}}';
    expect((await whoami(forge({ alg: "HS256" }, payload))).body.claims).toBe(payload);
  });

  test("of 8 kB arrive whole", async () => {
    const groups = "x".repeat(5_900);
    const token = await user("alice", { groups });
    expect(token.length).toBeGreaterThan(7_900);
    const { status, body } = await whoami(token);
    expect([status, JSON.parse(body.claims).groups]).toEqual([200, groups]);
  });

  test("do not show the token or the key to code of the project's", async () => {
    const token = await user("alice");
    const told = JSON.stringify((await as(token, "GET rpc/told", { headers: { "x-mine": "is shown" } })).body);
    expect(told).toContain("is shown");
    expect(told).not.toContain(token);
    expect(told).not.toContain(tenant.publishable.key);
  });
});

describe("a token is not believed", () => {
  const none = "JWT is unsecured but expected 'alg' was not 'none'";
  const noKey = "No suitable key or wrong key type";
  const noneOfTheKeys = "None of the keys was able to decode the JWT";
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = publicKey.export({ format: "pem", type: "spki" }).toString();
  const claims = { role: "service_role" };

  test.each<[string, () => string | Promise<string>, string, string, string | null]>([
    ["that is garbage", () => "garbage", "PGRST301", "Expected 3 parts in JWT; got 1", null],
    ["of two parts", () => "a.b", "PGRST301", "Expected 3 parts in JWT; got 2", null],
    ["that is encrypted", () => "a.b.c.d.e", "PGRST301", "Expected 3 parts in JWT; got 5", null],
    ["of three parts of garbage", () => "a.b.c", "PGRST301", "JWT cryptographic operation failed", null],
    ["with words between", () => "a b c", "PGRST301", "Expected 3 parts in JWT; got 1", null],
    ["that is 8 kB of dots", () => ".".repeat(8_000), "PGRST301", "Expected 3 parts in JWT; got 8001", null],
    [
      "that is 8 kB of nothing",
      () => `${"A".repeat(2_700)}.${"A".repeat(2_700)}.${"A".repeat(2_700)}`,
      "PGRST301",
      "JWT cryptographic operation failed",
      null,
    ],
    ["with alg none", () => `${part({ alg: "none" })}.${part(claims)}.`, "PGRST301", "Wrong or unsupported encoding algorithm", none],
    [
      "with alg None",
      () => `${part({ alg: "None" })}.${part(claims)}.`,
      "PGRST301",
      "Wrong or unsupported encoding algorithm",
      expect.any(String) as never,
    ],
    [
      "without alg",
      () => forge({ typ: "JWT" }, claims),
      "PGRST301",
      "Wrong or unsupported encoding algorithm",
      expect.any(String) as never,
    ],
    [
      "with another HMAC",
      () => sign(claims, secret.repeat(2), { alg: "HS512" }),
      "PGRST301",
      "Wrong or unsupported encoding algorithm",
      expect.any(String) as never,
    ],
    ["by another secret", () => sign(claims, "another secret, as long as it must be"), "PGRST301", noKey, noneOfTheKeys],
    [
      "whose claims were changed",
      async () => (await user("alice")).replace(/\.[^.]+\./, `.${part({ ...claims })}.`),
      "PGRST301",
      noKey,
      noneOfTheKeys,
    ],
    ["without its signature", async () => (await user("alice")).replace(/[^.]+$/, ""), "PGRST301", noKey, noneOfTheKeys],
    ["by a key of an issuer, where the project has none", () => byIssuer(), "PGRST301", noKey, noneOfTheKeys],
    ["HS256 by the text of a public key", () => forge({ alg: "HS256" }, claims, pem), "PGRST301", noKey, noneOfTheKeys],
    [
      "with an unknown critical extension",
      () => forge({ alg: "HS256", crit: ["new"], new: 1 }, claims),
      "PGRST301",
      "JWT cryptographic operation failed",
      null,
    ],
    ["that expired", () => user("alice", { exp: now() - 31 }), "PGRST303", "JWT expired", null],
    ["that is not yet valid", () => user("alice", { nbf: now() + 60 }), "PGRST303", "JWT not yet valid", null],
    ["that comes from the future", () => user("alice", { iat: now() + 60 }), "PGRST303", "JWT issued at future", null],
    [
      "with an exp that is no number",
      () => forge({ alg: "HS256" }, { exp: "2100-01-01" }),
      "PGRST303",
      "The JWT 'exp' claim must be a number",
      null,
    ],
    [
      "with an nbf that is no number",
      () => forge({ alg: "HS256" }, { nbf: true }),
      "PGRST303",
      "The JWT 'nbf' claim must be a number",
      null,
    ],
    ["with an iat that is no number", () => forge({ alg: "HS256" }, { iat: [] }), "PGRST303", "The JWT 'iat' claim must be a number", null],
    [
      "with an aud that is no text",
      () => forge({ alg: "HS256" }, { aud: [1] }),
      "PGRST303",
      "The JWT 'aud' claim must be a string or an array of strings",
      null,
    ],
    ["whose claims are a list", () => forge({ alg: "HS256" }, []), "PGRST303", "Parsing claims failed", null],
    ["whose claims are no JSON", () => forge({ alg: "HS256" }, "{"), "PGRST303", "Parsing claims failed", null],
    ["whose claims are null", () => forge({ alg: "HS256" }, "null"), "PGRST303", "Parsing claims failed", null],
  ])("%s", async (_what, make, code, message, details) => {
    const { status, body, headers } = await as(await make(), "GET news");
    expect([status, body]).toEqual([401, { code, message, details, hint: null }]);
    expect(headers.get("www-authenticate")).toBe(`Bearer error="invalid_token", error_description="${message}"`);
  });

  test("that is empty, nor is the request taken for an anonymous one", async () => {
    const { status, body } = await as(undefined, "GET news", { headers: { authorization: "Bearer " } });
    expect([status, body.message]).toEqual([401, "Empty JWT is sent in Authorization header"]);
  });

  test("of another project", async () => {
    const other = await makeTenant();
    await setAuth(other, { secret: randomBytes(24).toString("hex") });
    expect(await as(await user("alice"), "GET notes", { key: other.publishable.key })).toMatchObject(refused("PGRST301", noKey));
    expect((await as(await user("alice"), "GET notes")).status).toBe(200);
  });

  test("where the project never said by what to believe it", async () => {
    const other = await makeTenant();
    const { status, body } = await as(await user("alice"), "GET news", { key: other.publishable.key });
    expect([status, body.code, body.message]).toEqual([401, "PGRST300", "Server lacks JWT secret"]);
    expect((await as(undefined, "GET news", { key: other.publishable.key })).status).toBe(200);
  });

  test("is looked at no more after many that were not valid came with the key from one address, and those remembered still serve", async () => {
    const other = await makeTenant();
    await setAuth(other, { secret });
    const key = other.publishable.key;
    const good = await user("alice");
    expect((await as(good, "GET notes", { key })).status).toBe(200);
    const statuses = new Set<number>();
    for (let sent = 0; sent < badTokensMax; sent += 30)
      for (const { status } of await Promise.all(Array.from({ length: 30 }, (_, each) => as(`a.b.${sent + each}`, "GET news", { key }))))
        statuses.add(status);
    expect([...statuses]).toEqual([401]);
    const later = await as(await user("bob"), "GET notes", { key });
    expect(later).toMatchObject({ status: 429, body: { code: "too_many_bad_tokens", retryAfterSeconds: expect.any(Number) } });
    expect(Number(later.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await as(good, "GET notes", { key })).status).toBe(200);
    expect((await as(undefined, "GET news", { key })).status).toBe(200);
    expect((await as(await user("bob"), "GET notes")).status).toBe(200);
    const elsewhere = { key, headers: { "x-forwarded-for": "203.0.113.7" } };
    expect((await as(await user("carol"), "GET notes", elsewhere)).status).toBe(200);
    world.travel(60_000);
    expect((await as(await user("dora"), "GET notes", { key })).status).toBe(200);
    world.travel(-60_000);
  });

  test("alone, without a key that says which project is meant", async () => {
    expect(await ask(world, "GET /api/rest/news", { token: await user("alice") })).toMatchObject({
      status: 401,
      body: { code: "invalid_api_key" },
    });
  });

  test("that is another API key", async () => {
    expect(await as(tenant.secret.key, "GET news")).toMatchObject({ status: 400, body: { code: "two_api_keys" } });
  });

  test("by SQL and schema: these take secret keys alone", async () => {
    const token = await sign({ role: "service_role" });
    for (const apikey of [tenant.secret.key, tenant.publishable.key]) {
      const answer = await ask(world, "POST /api/sql", { apikey, token, body: { query: "select 1" } });
      expect([answer.status, answer.body.code]).toEqual([400, "two_api_keys"]);
      expect((await ask(world, "GET /api/schema", { apikey, token })).status).toBe(400);
    }
  });
});

describe("time", () => {
  test("ends a token that is remembered, once the clock's difference is over too", async () => {
    const token = await user("alice", { exp: now() + 60 });
    expect((await as(token, "GET notes")).status).toBe(200);
    world.travel(75_000);
    expect((await as(token, "GET notes")).status).toBe(200);
    world.travel(20_000);
    expect((await as(token, "GET notes")).body.message).toBe("JWT expired");
    world.travel(-95_000);
  });

  test("may differ by what the project says", async () => {
    const made = await makeTenant();
    const key = made.publishable.key;
    const late = await user("alice", { exp: now() - 100 });
    await setAuth(made, { secret, clockSkewSeconds: 300 });
    expect((await as(late, "GET notes", { key })).status).toBe(200);
    await setAuth(made, { clockSkewSeconds: 0 });
    expect((await as(late, "GET notes", { key })).body.message).toBe("JWT expired");
    expect((await as(await user("alice", { nbf: now() + 5 }), "GET notes", { key })).body.message).toBe("JWT not yet valid");
  });
});

test("a token that is withdrawn while a body is on its way does not let that in", async () => {
  const made = await makeTenant();
  await setAuth(made, { secret });
  const authorization = `Bearer ${await user("alice")}`;
  const headers = { apikey: made.publishable.key, authorization, "content-type": "application/json" };
  const answer = new Promise<number | undefined>((resolve, reject) => {
    const upload = httpRequest(`${world.url}/api/rest/notes`, { method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    upload.on("error", reject);
    upload.write('{"id": 9, ', () => {
      // Another request of the same token is answered after the first was let in.
      ask(world, "GET /api/rest/notes", { headers })
        .then(() => setAuth(made, { secret: "another secret, which the token is not by" }))
        .then(() => upload.end('"owner": "alice"}'), reject);
    });
  });
  expect(await answer).toBe(401);
});

describe("audience and issuer", () => {
  test("are asked for as the project says; what it signs itself may leave out for whom it is", async () => {
    const made = await makeTenant();
    const key = made.publishable.key;
    await setAuth(made, { secret, audience: ["shop", "kiosk"] });
    const message = async (more: JWTPayload) => (await as(await user("alice", more), "GET notes?select=id", { key })).body.message;
    expect(await message({ aud: "shop" })).toBeUndefined();
    expect(await message({ aud: ["other", "kiosk"] })).toBeUndefined();
    expect(await message({})).toBeUndefined();
    expect(await message({ aud: [] })).toBeUndefined();
    expect(await message({ aud: "other" })).toBe("JWT not in audience");
    expect(await message({ aud: ["Shop"] })).toBe("JWT not in audience");
    await setAuth(made, { issuer: iss });
    expect(await message({ aud: "other", iss })).toBeUndefined();
    expect(await message({ iss: `${iss}/` })).toBe("JWT not from the issuer");
    expect(await message({})).toBe("JWT not from the issuer");
  });

  test("an issuer's token must say for whom it is, where that is asked for", async () => {
    const { key } = await withIssuer({ audience: ["shop"] });
    expect((await as(await byIssuer({ aud: "shop" }), "GET notes", { key })).status).toBe(200);
    for (const aud of [undefined, [], "other"]) {
      expect((await as(await byIssuer(aud === undefined ? {} : { aud }), "GET notes", { key })).body.message).toBe("JWT not in audience");
    }
  });
});

describe("an issuer", () => {
  test("is believed by the keys that it publishes, which are asked for once", async () => {
    const { key } = await withIssuer();
    expect((await as(await byIssuer(), "GET notes?select=owner", { key })).body).toEqual([{ owner: "alice" }]);
    const before = asked;
    for (const sub of ["alice", "bob", "carol"]) expect((await as(await byIssuer({ sub }), "GET notes", { key })).status).toBe(200);
    expect(asked).toBe(before);
    expect(await as(await byIssuer({ iss: "https://evil.example.com" }), "GET notes", { key })).toMatchObject(
      refused("PGRST303", "JWT not from the issuer"),
    );
  });

  test("can't make anybody service_role, unless the project lets it", async () => {
    const { made, key } = await withIssuer();
    const token = await byIssuer({ role: "service_role" });
    expect(await as(token, "GET notes", { key })).toMatchObject({
      status: 403,
      body: { code: "42501", message: 'permission denied to set role "service_role"' },
    });
    await setAuth(made, { jwksUrl: issuerUrl, issuer: iss, issuerGrantsServiceRole: true });
    expect((await as(token, "GET notes?select=id&order=id", { key })).body).toEqual([{ id: 1 }, { id: 2 }]);
    await setAuth(made, { jwksUrl: issuerUrl, issuer: iss });
    expect((await as(token, "GET notes", { key })).status).toBe(403);
  });

  test("and a secret beside it each verify their own: its public key is no secret", async () => {
    const { made, key } = await withIssuer({ secret });
    const pem = first.privateKey.export({ format: "pem", type: "pkcs8" }).toString();
    expect((await as(await user("alice", { iss }), "GET notes", { key })).status).toBe(200);
    expect((await as(await byIssuer(), "GET notes", { key })).status).toBe(200);
    await setAuth(made, { secret: null, jwksUrl: issuerUrl, issuer: iss });
    const claims = { iss, role: "authenticated", sub: "alice" };
    const forged = [
      await user("alice", { iss }),
      ...[pem, JSON.stringify(first.jwk), first.jwk.x ?? "", ""].map((text) => forge({ alg: "HS256", kid: "first" }, claims, text)),
      forge({ alg: "ES256", kid: "first" }, claims),
      await byIssuer({}, { ...pair("first"), kid: "first" }),
    ];
    for (const token of forged) expect(await as(token, "GET notes", { key })).toMatchObject({ status: 401, body: { code: "PGRST301" } });
  });

  test("never verifies by a secret that it publishes", async () => {
    const { key } = await withIssuer();
    published = { keys: [{ kty: "oct", kid: "shared", k: Buffer.from(secret).toString("base64url") }] };
    world.travel(11 * 60_000);
    const token = await sign({ iss, role: "authenticated", exp: now() + 36_000 }, secret, { alg: "HS256", kid: "shared" });
    expect((await as(token, "GET notes", { key })).body.code).toBe("PGRST301");
    published = { keys: [first.jwk] };
  });

  test("may change its keys: a new one is found, an unknown one does not make us ask all the time", async () => {
    const { key } = await withIssuer();
    const exp = now() + 36_000;
    world.travel(11 * 60_000);
    expect((await as(await byIssuer({ exp }), "GET notes", { key })).status).toBe(200);
    const second = pair("second");
    const before = asked;
    for (let i = 0; i < 5; i += 1)
      expect((await as(await byIssuer({ exp, n: i }, second), "GET notes", { key })).body.code).toBe("PGRST301");
    expect(asked).toBe(before);
    published = { keys: [second.jwk] };
    world.travel(31_000);
    expect((await as(await byIssuer({ exp }, second), "GET notes", { key })).status).toBe(200);
    expect(asked).toBe(before + 1);
    expect((await as(await byIssuer({ exp, n: 1 }), "GET notes", { key })).body.code).toBe("PGRST301");
    published = { keys: [first.jwk] };
  });

  test("that is away is told as such, and shuts nobody out whose keys are known", async () => {
    const { key } = await withIssuer();
    const exp = now() + 360_000;
    world.travel(11 * 60_000);
    expect((await as(await byIssuer({ exp }), "GET notes", { key })).status).toBe(200);
    published = undefined;
    world.travel(11 * 60_000);
    expect((await as(await byIssuer({ exp, n: 1 }), "GET notes", { key })).status).toBe(200);
    const { made } = await withIssuer();
    await setAuth(made, { jwksUrl: `${issuerUrl}/other`, issuer: iss });
    const answer = await as(await byIssuer({ exp }), "GET notes", { key: made.publishable.key });
    expect([answer.status, answer.body.code, answer.headers.get("retry-after")]).toEqual([503, "issuer_unavailable", "5"]);
    expect(answer.body.details).toContain("it answered 500");
    const before = asked;
    expect((await as(await byIssuer({ exp }), "GET notes", { key: made.publishable.key })).status).toBe(503);
    expect(asked).toBe(before);
    published = { keys: [first.jwk] };
    world.travel(6_000);
    expect((await as(await byIssuer({ exp }), "GET notes", { key: made.publishable.key })).status).toBe(200);
  });

  test.each<[string, Json]>([
    ["that is no list of keys", { key: [] }],
    ["with more keys than anybody needs", { keys: Array.from({ length: 101 }, () => first.jwk) }],
    ["of more than it may be long", { keys: [], padding: "x".repeat(300_000) }],
  ])("is not read where it publishes something %s", async (_what, text) => {
    const { made, key } = await withIssuer();
    await setAuth(made, { jwksUrl: `${issuerUrl}/${encodeURIComponent(_what)}`, issuer: iss });
    published = text;
    expect((await as(await byIssuer(), "GET notes", { key })).status).toBe(503);
    published = { keys: [first.jwk] };
  });

  test("may publish keys without names: each that fits is tried", async () => {
    const { made, key } = await withIssuer();
    const { kid: _kid, ...nameless } = first.jwk;
    published = { keys: [pair("other").jwk, nameless].map(({ kid: _, ...jwk }: Json) => jwk) };
    await setAuth(made, { jwksUrl: `${issuerUrl}/nameless`, issuer: iss });
    const token = await sign({ iss, sub: "alice", role: "authenticated", exp: now() + 36_000 }, first.privateKey, { alg: "ES256" });
    expect((await as(token, "GET notes", { key })).status).toBe(200);
    published = { keys: [first.jwk] };
  });
});

test("another process hears of a new secret at once, and forgets the tokens of the old one", async () => {
  const { clone, config, log, url: publicUrl } = world;
  const parts = await openParts({ config, server: clone.server, vault: clone.vault, abilities: clone.installation, log, publicUrl });
  const watch = openWatch(parts);
  const front = await makeFront(parts, watch);
  const held = await holdPort(0, "127.0.0.1");
  await held.giveTo(front.server);
  const url = `http://127.0.0.1:${held.port}`;
  try {
    const made = await makeTenant();
    const key = made.publishable.key;
    await setAuth(made, { secret });
    const old = await sign({ sub: "alice", role: "authenticated" });
    for (let i = 0; i < 2; i += 1) expect((await as(old, "GET notes", { key, url })).status).toBe(200);
    let heard = false;
    parts.bus.onStale((projectId) => {
      heard ||= projectId === made.projectId;
    });
    const renewed = "the successor of the secret, which leaked";
    await setAuth(made, { secret: renewed });
    expect((await as(old, "GET notes", { key })).status).toBe(401);
    await until(() => heard);
    expect((await as(old, "GET notes", { key, url })).status).toBe(401);
    const fresh = await sign({ sub: "alice", role: "authenticated" }, renewed);
    expect((await as(fresh, "GET notes?select=owner", { key, url })).body).toEqual([{ owner: "alice" }]);
  } finally {
    await drain(front.server, 1_000);
    await front.close();
    await watch.close();
    await parts.close();
  }
});
