import { createHmac, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../api/test/ask.ts";
import { makeDeveloper, makeProject, makeStaff, password } from "../../api/test/make.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { createClient, ProjectSuspendedError, QuotaExceededError } from "../src/index.ts";
import { failureOf } from "./failure.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe("the control plane", () => {
  test("is reached by methods of the operations' names, their input flat", async () => {
    const anyone = createClient({ url: `${world.url}/` });
    const email = `${randomBytes(6).toString("hex")}@example.com`;
    const { accessToken, developer } = await anyone.registerDeveloper({ email, password, name: "A developer" });
    const client = createClient({ url: world.url, accessToken: async () => accessToken });

    expect((await client.getDeveloper()).id).toBe(developer.id);
    const project = await client.createProject({ name: "Corner shop" });
    expect(await client.getProject({ projectId: project.id })).toMatchObject({ id: project.id, name: "Corner shop" });
    const { items } = await client.listProjects({ limit: 1 });
    expect(items.map(({ id }) => id)).toEqual([project.id]);
    const { key } = await client.createKey({ projectId: project.id, name: "server", kind: "secret" });
    expect(key).toMatch(/^nm_sk_/);
  });

  test("gives nothing where an operation answers with nothing", async () => {
    const { token } = await makeDeveloper(world);
    expect(await createClient({ url: world.url, accessToken: token }).logoutDeveloper()).toBeUndefined();
  });

  test("edits against a revision, and refuses one that is out of date", async () => {
    const { token } = await makeDeveloper(world);
    const client = createClient({ url: world.url, accessToken: token });
    const { revision } = await client.getDeveloper();
    expect(await client.updateDeveloper({ name: "Another name" }, { ifMatch: revision })).toMatchObject({ name: "Another name" });
    const error = await failureOf(client.updateDeveloper({ name: "Too late" }, { ifMatch: revision }));
    expect(error).toMatchObject({ status: 412, code: "edited_meanwhile" });
  });

  test("gives the items of all pages, one after the other", async () => {
    const { token } = await makeDeveloper(world);
    const client = createClient({ url: world.url, accessToken: token });
    const made: string[] = [];
    for (const name of ["one", "two", "three"]) made.push((await client.createProject({ name })).id);
    const seen: string[] = [];
    for await (const { id } of client.listProjects.each({ limit: 2 })) seen.push(id);
    expect(seen.sort()).toEqual(made.sort());
  });

  test("tells of a change what it came to, though the first answer is lost", async () => {
    const { token } = await makeDeveloper(world);
    const lost = new Set<string | null>([null]);
    const client = createClient({
      url: world.url,
      accessToken: token,
      retry: { delayMs: 1 },
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        const key = new Headers(init.headers).get("idempotency-key");
        if (lost.has(key)) return response;
        lost.add(key);
        await response.arrayBuffer();
        throw new TypeError("fetch failed");
      },
    });
    const made = await client.createProject({ name: "Before" });
    const renamed = await client.renameProject({ projectId: made.id, name: "After" }, { ifMatch: made.revision });
    expect(renamed).toMatchObject({ id: made.id, name: "After" });
    const key = await client.createKey({ projectId: made.id, name: "server", kind: "secret" });
    expect(await client.revokeKey({ projectId: made.id, keyId: key.id })).toBeUndefined();
    expect(await client.deleteProject({ projectId: made.id }, { ifMatch: renamed.revision })).toMatchObject({ status: "deleting" });
    const { items } = await client.listOwnAuditLogs({ projectId: made.id });
    const own = items.filter(({ actor }) => actor.startsWith("developer")).map(({ action }) => action);
    expect(own.sort()).toEqual(["createKey", "createProject", "deleteProject", "renameProject", "revokeKey"]);
  });

  test("does a POST once for its idempotency key", async () => {
    const { token } = await makeDeveloper(world);
    const client = createClient({ url: world.url, accessToken: token });
    const make = () => client.createProject({ name: "Only one" }, { idempotencyKey: "the same" });
    expect((await make()).id).toBe((await make()).id);
  });
});

/** A token as a project's own sign-in makes it (HS256). */
function signed(claims: object, secret: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}

describe("a project's data", () => {
  let project: Awaited<ReturnType<typeof makeProject>>;
  beforeAll(async () => {
    project = await makeProject(world);
  });

  test("is made by SQL, written and read as tables", async () => {
    const client = createClient({ url: world.url, apiKey: project.secret.key });
    const made = await client.sql("create table todos (id int primary key, task text not null, done boolean not null default false)");
    expect(made.command).toBe("CREATE TABLE");

    const inserted = await client
      .from("todos")
      .insert([
        { id: 1, task: "open" },
        { id: 2, task: "sweep" },
      ])
      .select();
    expect(inserted).toMatchObject({ error: null, data: [{ id: 1, done: false }, { id: 2 }] });
    await client.from("todos").update({ done: true }).eq("id", 2);
    const { data, count } = await client.from("todos").select("id", { count: "exact" }).is("done", true);
    expect([data, count]).toEqual([[{ id: 2 }], 1]);
    await client.from("todos").delete().eq("id", 1);

    const { rows } = await client.sql<{ left: number }>("select count(*)::int as left from todos where done = $1", [true]);
    expect(rows).toEqual([{ left: 1 }]);
    const { results } = await client.sql("select 1 as one; select 2 as two");
    expect(results?.map((each) => each.rows)).toEqual([[{ one: 1 }], [{ two: 2 }]]);
  });

  test("is reached by functions, in other schemas, and as an end user", async () => {
    const secret = createClient({ url: world.url, apiKey: project.secret.key });
    await secret.sql(`
      create function twice(n int) returns int language sql immutable as 'select n * 2';
      create function asker() returns text language sql stable as $$ select current_setting('request.jwt.claims')::json->>'sub' $$;
      grant execute on function asker to anon, authenticated`);
    expect(await secret.rpc("twice", { n: 21 })).toMatchObject({ data: 42, error: null });
    expect((await secret.schema("hidden").from("todos").select()).error).toMatchObject({ code: "PGRST106" });
    const jwtSecret = randomBytes(32).toString("base64url");
    await createClient({ url: world.url, accessToken: project.developer.token }).setEndUserAuth({
      projectId: project.id,
      secret: jwtSecret,
    });
    const token = signed({ role: "authenticated", sub: "user-7" }, jwtSecret);
    const asUser = createClient({ url: world.url, apiKey: project.publishable.key, userToken: () => token });
    expect(await asUser.rpc("asker")).toMatchObject({ data: "user-7", error: null });
  });

  test("is refused to a publishable key where nothing was granted, as postgrest-js tells errors", async () => {
    await createClient({ url: world.url, apiKey: project.secret.key }).sql("create table closed (id int)");
    const { data, error, status } = await createClient({ url: world.url, apiKey: project.publishable.key }).from("closed").select();
    expect([data, status]).toEqual([null, 401]);
    expect(error).toMatchObject({ code: "42501" });
  });

  test("tells what PostgreSQL said of wrong SQL", async () => {
    const client = createClient({ url: world.url, apiKey: project.secret.key });
    const error = await failureOf(client.sql("select * from nowhere"));
    expect(error).toMatchObject({ code: "42P01" });
    expect(error.message).toContain("nowhere");
  });

  test("tells why a suspended project is refused", async () => {
    const suspended = await makeProject(world);
    const { token } = await makeStaff(world, "operator");
    const body = { reason: "billing", statement: "The bill is open." };
    expect((await ask(world, `POST /api/admin/projects/${suspended.id}/suspensions`, { token, body })).status).toBe(201);
    const client = createClient({ url: world.url, apiKey: suspended.secret.key });
    const error = await failureOf(client.sql("select 1"));
    expect(error).toMatchObject({ status: 403, code: "project_suspended", details: { statement: "The bill is open." } });
    expect(error.details["statusUrl"]).toMatch(/\/status\/suspensions\/sus_/);
    expect(error).toBeInstanceOf(ProjectSuspendedError);
    const appealUrl = expect.stringMatching(new RegExp(`^${world.url}/api/projects/${suspended.id}/suspensions/sus_[^/]+/appeals$`));
    expect(error).toMatchObject({ policy: "suspended", reset: undefined, reason: "The bill is open.", appealUrl });
    // postgrest-js gives a refusal as a value, with the sentence in its own shape.
    const { error: told } = await client.from("todos").select();
    expect(told).toMatchObject({ code: "project_suspended", message: "This project is suspended." });
  });
});

describe("a limit that is reached", () => {
  test("is told by an error with the limit, when there is room again, why, and where its owner turns to", async () => {
    const capped = await makeProject(world);
    const { token } = await makeStaff(world, "operator");
    const body = { limit: 0, reason: "A test", confirm: true };
    expect((await ask(world, `PUT /api/admin/projects/${capped.id}/quotas/requests_per_day`, { token, body })).status).toBe(200);
    const error = await failureOf(createClient({ url: world.url, apiKey: capped.secret.key, retry: false }).sql("select 1"));
    if (!(error instanceof QuotaExceededError)) throw error;
    expect(error).toMatchObject({ policy: "requests_per_day", appealUrl: `${world.url}/api/projects/${capped.id}/quotas` });
    expect(error.reset?.toISOString()).toMatch(/T00:00:00.000Z$/);
    expect(error.reason).toBe("requests_per_day: 0 of 0 used; the limit comes from the project's quota");
    expect(error.toJSON()).toMatchObject({ name: "QuotaExceededError", code: "quota_exceeded" });
  });
});

describe("a failure", () => {
  test("carries status, code, request id and details of the refusal", async () => {
    const client = createClient({ url: world.url });
    const error = await failureOf(client.registerDeveloper({ email: "not an address", password: "short", name: "" }));
    expect(error).toMatchObject({ status: 422, code: "invalid_input", requestId: expect.stringMatching(/^req_/) });
    const { errors } = error.details as { errors: { path: string }[] };
    expect(errors.map((each) => each.path).sort()).toEqual(["email", "name", "password"]);
  });

  test("says when to ask again", async () => {
    const answers = [
      new Response("{}", { status: 503, headers: { "retry-after": "7", "content-type": "application/problem+json" } }),
      new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "retry-after": new Date(Date.now() + 90_000).toUTCString() } }),
    ];
    const client = createClient({ url: world.url, retry: false, fetch: async () => answers.shift() ?? Response.error() });
    expect(await failureOf(client.getHealth())).toMatchObject({ status: 503, code: "http_503", retryAfter: 7 });
    const gateway = await failureOf(client.getHealth());
    expect(gateway).toMatchObject({ status: 502, code: "http_502" });
    expect(gateway.retryAfter).toBeGreaterThan(80);
    expect(await failureOf(client.getHealth())).toMatchObject({ status: 0, code: "network_error" });
  });

  test("that the caller wanted stays the caller's", async () => {
    const work = createClient({ url: world.url }).getHealth({}, { signal: AbortSignal.abort() });
    await expect(work).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("keys", () => {
  test("that are secret are refused in a browser", () => {
    const inBrowser = (work: () => unknown) => {
      Object.defineProperty(globalThis, "document", { value: {}, configurable: true });
      try {
        return work();
      } finally {
        Reflect.deleteProperty(globalThis, "document");
      }
    };
    expect(() => inBrowser(() => createClient({ url: world.url, apiKey: "nm_sk_x" }))).toThrow("A secret key must not reach a browser");
    expect(inBrowser(() => createClient({ url: world.url, apiKey: "nm_pk_x" }))).toBeDefined();
    expect(createClient({ url: world.url, apiKey: "nm_sk_x" })).toBeDefined();
  });

  test("are asked for where data is", async () => {
    const client = createClient({ url: world.url });
    expect(() => client.from("todos")).toThrow("give createClient an apiKey");
    await expect(client.sql("select 1")).rejects.toThrow("give createClient an apiKey");
  });
});
