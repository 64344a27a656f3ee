import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProject, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let token: string;
let projectId: string;
beforeAll(async () => {
  world = await openWorld();
  const project = await makeProject(world);
  projectId = project.id;
  token = project.developer.token;
});
afterAll(() => world.close());

const secret = "a secret that nobody may ever be shown";
const path = (id = projectId) => `/api/projects/${id}/auth`;
const get = () => ask(world, `GET ${path()}`, { token });
const set = (body: unknown, headers = {}) => ask(world, `PUT ${path()}`, { token, body, headers });
const nothing = { hasSecret: false, jwksUrl: null, issuer: null, audience: [], clockSkewSeconds: 30, issuerGrantsServiceRole: false };

test("at first nobody is believed", async () => {
  expect(await get()).toMatchObject({ status: 200, body: { projectId, ...nothing, updatedAt: null, revision: 0 } });
});

test("the secret is kept sealed, told nowhere, and stays until it is replaced or taken away", async () => {
  const answers = [
    await set({ secret, audience: ["shop"] }),
    await set({ issuer: "https://login.example.com", clockSkewSeconds: 5 }),
    await get(),
    await ask(world, `GET /api/projects/${projectId}/audit`, { token }),
  ];
  expect(answers[0]).toMatchObject({ status: 200, body: { hasSecret: true, audience: ["shop"], issuer: null } });
  expect(answers[1]).toMatchObject({ status: 200, body: { hasSecret: true, audience: [], issuer: "https://login.example.com" } });
  expect(answers[2]?.body).toEqual(answers[1]?.body);
  for (const { body } of answers) expect(JSON.stringify(body)).not.toContain(secret);
  const rows = await world.clone.query(
    "select to_jsonb(e)::text as auth, (select string_agg(to_jsonb(l)::text, '') from audit_logs l) as log from end_user_auth e",
  );
  expect(rows[0]?.["auth"]).toMatch(/"secret_sealed": "v\d+\.[\w-]+"/);
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(JSON.stringify(rows)).toContain('\\"isSecretNew\\": true');
  expect(await set({ secret: null })).toMatchObject({ status: 200, body: nothing });
});

test("the keys' address, once it is https and has an issuer, may be an issuer's", async () => {
  const body = { jwksUrl: "https://login.example.com/keys", issuer: "https://login.example.com", issuerGrantsServiceRole: true };
  expect(await set(body)).toMatchObject({ status: 200, body });
});

describe("refuses", () => {
  const issuer = "https://login.example.com";
  test.each<[string, unknown, string]>([
    ["a short secret", { secret: "x".repeat(31) }, "invalid_input"],
    ["a secret that is none", { secret: 5 }, "invalid_input"],
    ["an address that is none", { jwksUrl: "keys", issuer }, "jwks_url_not_reachable"],
    ["an address without TLS", { jwksUrl: "http://login.example.com/keys", issuer }, "jwks_url_not_reachable"],
    ["a file", { jwksUrl: "file:///etc/passwd", issuer }, "jwks_url_not_reachable"],
    ["this machine", { jwksUrl: "https://localhost/keys", issuer }, "jwks_url_not_reachable"],
    ["this machine in other words", { jwksUrl: "https://0x7f.1/keys", issuer }, "jwks_url_not_reachable"],
    ["this machine by IPv6", { jwksUrl: "https://[::1]/keys", issuer }, "jwks_url_not_reachable"],
    ["a neighbour of ours", { jwksUrl: "https://10.0.0.7/keys", issuer }, "jwks_url_not_reachable"],
    ["a cloud's metadata", { jwksUrl: "https://169.254.169.254/latest", issuer }, "jwks_url_not_reachable"],
    ["a password in the address", { jwksUrl: "https://a:b@login.example.com/keys", issuer }, "jwks_url_not_reachable"],
    ["keys without an issuer", { jwksUrl: "https://login.example.com/keys" }, "issuer_missing"],
    ["service_role by no issuer", { issuerGrantsServiceRole: true }, "jwks_url_missing"],
    ["a day's difference of clocks", { clockSkewSeconds: 86_400 }, "invalid_input"],
    ["an audience that is no list", { audience: "shop" }, "invalid_input"],
    ["what it does not know", { algorithm: "none" }, "invalid_input"],
  ])("%s", async (_what, body, code) => {
    expect(await set(body)).toMatchObject({ status: 422, body: { code } });
  });

  test("an edit of what was changed meanwhile", async () => {
    const { revision } = (await get()).body;
    expect((await set({}, { "if-match": `"${revision}"` })).status).toBe(200);
    expect(await set({}, { "if-match": `"${revision}"` })).toMatchObject({ status: 412, body: { code: "edited_meanwhile" } });
  });

  test("another developer, to whom the project does not exist", async () => {
    const stranger = await makeDeveloper(world);
    for (const method of ["GET", "PUT"]) {
      const answer = await ask(world, `${method} ${path()}`, { token: stranger.token, ...(method === "PUT" && { body: {} }) });
      expect(answer).toMatchObject({ status: 404, body: { code: "project_not_found" } });
    }
  });

  test("a token of narrower scope: who may set the secret could make keys", async () => {
    const made = await ask(world, "POST /api/developer/tokens", {
      token,
      body: {
        name: "narrow",
        scopes: ["projects:read", "projects:write", "keys:read"],
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      },
    });
    expect(made.status).toBe(201);
    const narrow = String(made.body.token);
    expect((await ask(world, `GET ${path()}`, { token: narrow })).status).toBe(200);
    expect(await ask(world, `PUT ${path()}`, { token: narrow, body: {} })).toMatchObject({ status: 403, body: { code: "missing_scope" } });
  });

  test("a project that is deleted; with it, once purged, the secret goes", async () => {
    const project = await makeProject(world);
    const at = path(project.id);
    const as = { token: project.developer.token };
    expect((await ask(world, `PUT ${at}`, { ...as, body: { secret } })).status).toBe(200);
    await ask(world, `DELETE /api/projects/${project.id}`, as);
    expect(await ask(world, `PUT ${at}`, { ...as, body: {} })).toMatchObject({ status: 409, body: { code: "project_is_deleted" } });
    world.travel(8 * 24 * 3_600_000);
    await world.work("purgeProject", { projectId: project.id });
    const rows = await world.clone.query(`select 1 from end_user_auth where project_id = '${project.id}'`);
    expect(rows).toEqual([]);
    world.travel(-8 * 24 * 3_600_000);
  });
});

describe("staff", () => {
  const at = () => `/api/admin/projects/${projectId}/auth`;
  const asked = { clockSkewSeconds: 10, issuerGrantsServiceRole: false, reason: "the owner asked for it" };

  test("see it, and from operators on set it with a reason, which the audit log keeps", async () => {
    await set({ secret, audience: ["shop"] });
    const { token: viewer } = await makeStaff(world, "viewer");
    expect(await ask(world, `GET ${at()}`, { token: viewer })).toMatchObject({
      status: 200,
      body: { hasSecret: true, audience: ["shop"] },
    });
    expect(await ask(world, `PUT ${at()}`, { token: viewer, body: asked })).toMatchObject({ status: 403 });
    const { token: operator } = await makeStaff(world, "operator");
    const { revision } = (await get()).body;
    const changed = await ask(world, `PUT ${at()}`, { token: operator, body: asked, headers: { "if-match": `"${revision}"` } });
    expect(changed).toMatchObject({ status: 200, body: { hasSecret: true, audience: [], clockSkewSeconds: 10 } });
    expect(await ask(world, `PUT ${at()}`, { token: operator, body: asked, headers: { "if-match": `"${revision}"` } })).toMatchObject({
      status: 412,
    });
    const [entry] = await world.clone.query(
      "select reason, after from audit_logs where action = 'setAnyEndUserAuth' and project_id = $1 order by at desc limit 1",
      [projectId],
    );
    expect(entry).toMatchObject({ reason: asked.reason, after: { clockSkewSeconds: 10 } });
  });

  test("take the secret away, but can't choose one, for they could be any end user by it", async () => {
    await set({ secret });
    const { token: operator } = await makeStaff(world, "operator");
    const chosen = await ask(world, `PUT ${at()}`, { token: operator, body: { ...asked, secret } });
    expect(chosen).toMatchObject({ status: 422, body: { code: "invalid_input" } });
    const withdrawn = await ask(world, `PUT ${at()}`, { token: operator, body: { ...asked, withdrawsSecret: true } });
    expect(withdrawn).toMatchObject({ status: 200, body: { hasSecret: false } });
  });

  test("are refused what its owner would be", async () => {
    const { token: operator } = await makeStaff(world, "operator");
    const refusedFor = async (body: object) =>
      (await ask(world, `PUT ${at()}`, { token: operator, body: { ...asked, ...body } })).body.code;
    expect(await refusedFor({ jwksUrl: "https://login.example.com/keys" })).toBe("issuer_missing");
    expect(await refusedFor({ issuerGrantsServiceRole: true })).toBe("jwks_url_missing");
    expect(await refusedFor({ jwksUrl: "http://10.0.0.7/", issuer: "https://login.example.com" })).toBe("jwks_url_not_reachable");
    expect(await refusedFor({ reason: " " })).toBe("invalid_input");
    expect((await ask(world, `PUT ${at()}`, { token, body: asked })).status).toBe(403);
  });
});
