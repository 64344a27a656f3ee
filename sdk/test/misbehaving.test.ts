import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  type Attempt,
  createClient,
  createDataClient,
  isConflict,
  isEditedMeanwhile,
  isForbidden,
  isInvalidInput,
  isNotFound,
  isQuotaExceeded,
  isSignInNeeded,
  isSuspended,
  isTemporary,
  isTimeout,
  isTooMany,
  NextMavensError,
} from "../src/index.ts";
import { failureOf } from "./failure.ts";
import {
  type Behaviour,
  endless,
  flood,
  half,
  json,
  type Misbehaving,
  openMisbehaving,
  problem,
  reset,
  silent,
  text,
} from "./misbehaving.ts";

let server: Misbehaving;
beforeAll(async () => {
  server = await openMisbehaving();
});
afterAll(() => server.close());

const retry = { attempts: 3, delayMs: 5, totalMs: 5_000 };
const clientWith = (options: object = {}) => createClient({ url: server.url, accessToken: "a-token", retry, timeoutMs: 2_000, ...options });
const project = { id: "prj_1", name: "Corner shop" };
const html = text(200, "<!doctype html><title>Sign in to the network</title><p>Welcome to the station", { "content-type": "text/html" });

/** Each way to misbehave, whether it may pass by itself, and what is told of it. */
const ways: readonly (readonly [string, Behaviour, boolean, string, number, RegExp])[] = [
  ["resets the connection", reset, true, "network_error", 0, /There was no answer: fetch failed \(.+\)\.$/],
  ["never answers", silent, true, "timeout", 0, /There was no whole answer within 100 ms\.$/],
  ["never ends its answer", endless, true, "timeout", 0, /within 100 ms/],
  ["sends half of what it promised", half('{"items": [{"id":'), true, "incomplete_answer", 0, /The answer broke off: /],
  ["answers with a page", html, false, "unreadable_answer", 200, /not the JSON .+ \(200, text\/html\).+Is the address right\?$/],
  [
    "answers with broken JSON",
    text(200, '{"items": [', { "content-type": "application/json" }),
    false,
    "unreadable_answer",
    200,
    /not the JSON/,
  ],
  ["answers with nothing", text(200, ""), false, "unreadable_answer", 200, /it is empty/],
  ["says that there is nothing to say", text(204, ""), false, "unreadable_answer", 204, /it is empty/],
  [
    "leads elsewhere",
    text(302, "", { location: "https://elsewhere.example/" }),
    false,
    "redirected",
    302,
    /leads to https:\/\/elsewhere\.example\//,
  ],
  ["leads elsewhere for good", text(308, "", { location: "/v2" }), false, "redirected", 308, /give createClient the final address/],
  ["floods", flood, false, "answer_too_large", 200, /larger than 1000000 bytes/],
  ["announces a flood", text(200, "x", { "content-length": "99999999" }), false, "answer_too_large", 200, /larger than 1000000 bytes/],
  [
    "is a proxy that finds nobody",
    text(502, "<h1>Bad gateway</h1>", { "content-type": "text/html" }),
    true,
    "http_502",
    502,
    /was 502 Bad Gateway, that begins "Bad gateway"/,
  ],
  ["is unavailable without a word", text(503, ""), true, "http_503", 503, /was 503 Service Unavailable, without a word/],
  ["fails", problem(500, "internal_error"), true, "internal_error", 500, /^No: internal_error\.$/],
  ["refuses", problem(403, "missing_scope"), false, "missing_scope", 403, /^No: missing_scope\.$/],
  ["refuses as no refusal looks", json(418, ["teapot"]), false, "http_418", 418, /was 418/],
];

describe.each(ways)("a server that %s", (_title, behaviour, passes, code, status, message) => {
  const limits = { timeoutMs: code === "timeout" ? 100 : 2_000, answerBytesMax: 1_000_000 };
  const client = () => clientWith(limits);
  const data = () => createDataClient({ url: server.url, apiKey: "nm_sk_x", retry, ...limits });

  test(`is told as ${code}, with what was asked and where`, async () => {
    server.will(behaviour);
    const error = await failureOf(client().listProjects({ limit: 7 }));
    expect(error).toMatchObject({ code, status });
    expect(error.message).toMatch(message);
    expect(error.request).toMatchObject({ operation: "listProjects", method: "GET", url: `${server.url}/api/projects` });
    expect(error.requestId).toMatch(/^req_/);
    expect(JSON.stringify(error)).not.toContain("a-token");
  });

  test(`is asked ${passes ? "again, and the answer is taken" : "once"}`, async () => {
    server.will(behaviour, json(200, { items: [project], nextCursor: null }));
    const work = client().listProjects();
    if (passes) expect((await work).items).toEqual([project]);
    else await failureOf(work);
    expect(server.heard).toHaveLength(passes ? 2 : 1);
  });

  test.each([
    ["POST", (control: ReturnType<typeof client>) => control.createProject({ name: "Shop" }), '{"name":"Shop"}'],
    ["PATCH", (control: ReturnType<typeof client>) => control.renameProject({ projectId: "prj_1", name: "Shop" }), '{"name":"Shop"}'],
    ["DELETE", (control: ReturnType<typeof client>) => control.deleteProject({ projectId: "prj_1" }, { ifMatch: 1 }), ""],
  ])("is never sent a %s twice but under its one key", async (method, change, body) => {
    server.will(behaviour);
    await failureOf(change(client()));
    expect(server.heard).toHaveLength(passes ? 3 : 1);
    const keys = new Set(server.heard.map((each) => each.headers["idempotency-key"]));
    expect([...keys]).toEqual([expect.stringMatching(/^[0-9a-z]{26}$/)]);
    expect(new Set(server.heard.map((each) => each.body))).toEqual(new Set([body]));
    expect(new Set(server.heard.map((each) => each.method))).toEqual(new Set([method]));
  });

  test("is sent SQL once", async () => {
    server.will(behaviour);
    expect(await failureOf(data().sql("insert into todos default values"))).toMatchObject({
      code,
      request: { operation: "runSql", attempts: 1 },
    });
    expect(server.heard).toHaveLength(1);
  });

  test("is told by postgrest-js as a value, and writes of rows are sent once", async () => {
    server.will(behaviour);
    const read = await data().from("todos").select();
    expect(read.data).toBeNull();
    expect(read.error?.message).toBeTruthy();
    expect(read.error?.message).not.toContain("<");
    expect(server.heard).toHaveLength(passes ? 3 : 1);
    server.will(behaviour);
    const written = await data().from("todos").insert({ task: "sweep" }).select();
    expect(written.error?.message).toBeTruthy();
    expect(server.heard).toHaveLength(1);
  });
});

describe("a server that is down", () => {
  test("is told as one, with the address and the reason", async () => {
    const down = await openMisbehaving();
    await down.close();
    const error = await failureOf(createClient({ url: down.url, retry }).getProject({ projectId: "prj_1" }));
    expect(error).toMatchObject({ status: 0, code: "network_error", request: { attempts: 3 }, cause: { message: "fetch failed" } });
    expect(error.message).toMatch(
      /^GET http:\/\/127\.0\.0\.1:\d+\/api\/projects\/prj_1: There was no answer: fetch failed \(.*ECONNREFUSED/,
    );
  });

  test("with a name that nobody has is told too", async () => {
    const error = await failureOf(createClient({ url: "http://nobody.invalid", retry: false }).getHealth());
    expect(error).toMatchObject({ code: "network_error" });
    expect(error.message).toContain("nobody.invalid");
  });
});

describe("Retry-After", () => {
  const wait = async (headers: Readonly<Record<string, string>>, status = 429) => {
    server.will(problem(status, "too_soon", {}, headers), json(200, { items: [], nextCursor: null }));
    const began = Date.now();
    await clientWith().listProjects();
    expect(server.heard).toHaveLength(2);
    return Date.now() - began;
  };

  test("in seconds is waited for", async () => {
    expect(await wait({ "retry-after": "1" })).toBeGreaterThanOrEqual(1_000);
  });

  test("as a date is waited for", async () => {
    const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + 1_000);
    await wait({ "retry-after": date.toUTCString() }, 503);
    expect(server.heard[1]?.at).toBeGreaterThanOrEqual(date.getTime());
  });

  test("of the past, or that is none, does not hold anybody up", async () => {
    expect(await wait({ "retry-after": "Sat, 01 Jan 2000 00:00:00 GMT" })).toBeLessThan(900);
    expect(await wait({ "retry-after": "soon" })).toBeLessThan(900);
  });

  test("that is longer than the call may last is told at once", async () => {
    server.will(problem(429, "quota_exceeded", {}, { "retry-after": "86400" }));
    const began = Date.now();
    const error = await failureOf(clientWith().listProjects());
    expect(error).toMatchObject({ status: 429, code: "quota_exceeded", retryAfter: 86_400, request: { attempts: 1 } });
    expect(Date.now() - began).toBeLessThan(900);
  });
});

describe("repeating", () => {
  test("ends after the attempts there are, each with an id of its own", async () => {
    server.will(text(503, ""));
    const error = await failureOf(clientWith({ retry: { ...retry, attempts: 5 } }).listProjects());
    expect(error.request.attempts).toBe(5);
    const ids = server.heard.map((each) => each.headers["x-request-id"]);
    expect(new Set(ids).size).toBe(5);
    expect(error.requestId).toBe(ids[4]);
  });

  test("ends after its total time, whatever is left of the attempts", async () => {
    server.will(silent);
    const began = Date.now();
    const error = await failureOf(clientWith({ timeoutMs: 200, retry: { attempts: 10, totalMs: 500, delayMs: 5 } }).listProjects());
    expect(error.code).toBe("timeout");
    expect(Date.now() - began).toBeLessThan(1_500);
    expect(server.heard.length).toBeLessThan(6);
  });

  test("leaves the first attempt the time it was given", async () => {
    server.will(async (response, heard) => {
      await sleep(200);
      return json(200, { items: [], nextCursor: null })(response, heard);
    });
    await clientWith({ timeoutMs: 5_000, retry: { totalMs: 50 } }).listProjects();
  });

  test("waits longer each time, at random", async () => {
    server.will(text(503, ""));
    const waits: number[] = [];
    const onAttempt = ({ retryInMs }: Attempt) => {
      if (retryInMs !== undefined) waits.push(retryInMs);
    };
    const client = clientWith({ onAttempt, retry: { attempts: 4, delayMs: 20, delayMsMax: 50, totalMs: 5_000 } });
    await Promise.all(Array.from({ length: 20 }, () => failureOf(client.listProjects())));
    expect(waits).toHaveLength(60);
    expect(Math.max(...waits)).toBeLessThanOrEqual(50);
    expect(Math.max(...waits)).toBeGreaterThan(20);
    expect(new Set(waits).size).toBeGreaterThan(10);
  });

  test("is for PUT and DELETE as well", async () => {
    server.will(reset, text(204, ""));
    await clientWith().endSession({ sessionId: "ses_1" });
    expect(server.heard.map((each) => each.method)).toEqual(["DELETE", "DELETE"]);
    server.will(reset, json(200, {}));
    await clientWith().setProjectQuota({ projectId: "prj_1", metric: "requests_per_second", limit: 5, reason: "a test" });
    expect(server.heard.map((each) => each.method)).toEqual(["PUT", "PUT"]);
  });

  test("waits until an earlier attempt of the same POST is done", async () => {
    server.will(silent, problem(409, "idempotency_key_in_flight", {}, { "retry-after": "0" }), json(201, project));
    expect(await clientWith({ timeoutMs: 200 }).createProject({ name: "Corner shop" })).toEqual(project);
    expect(new Set(server.heard.map((each) => each.headers["idempotency-key"])).size).toBe(1);
  });

  test("is left out for other conflicts, and where it is not wanted", async () => {
    server.will(problem(409, "project_name_taken"));
    await failureOf(clientWith().createProject({ name: "Corner shop" }));
    expect(server.heard).toHaveLength(1);
    server.will(text(503, ""));
    await failureOf(clientWith({ retry: false }).listProjects());
    expect(server.heard).toHaveLength(1);
    server.will(text(503, ""));
    await failureOf(clientWith().listProjects({}, { retry: false }));
    expect(server.heard).toHaveLength(1);
  });

  test("uses the caller's idempotency key and request id, where there are any", async () => {
    server.will(reset, json(201, project));
    await clientWith().createProject({ name: "x" }, { idempotencyKey: "mine", headers: { "X-Request-Id": "my-trace" } });
    expect(server.heard.map((each) => [each.headers["idempotency-key"], each.headers["x-request-id"]])).toEqual([
      ["mine", "my-trace"],
      ["mine", "my-trace"],
    ]);
  });
});

describe("calling off", () => {
  test("ends a call in the middle of an answer, with the caller's reason", async () => {
    server.will(endless);
    const control = new AbortController();
    setTimeout(() => control.abort(new Error("changed my mind")), 50);
    await expect(clientWith().listProjects({}, { signal: control.signal })).rejects.toThrow("changed my mind");
  });

  test("ends the wait before the next attempt", async () => {
    server.will(text(503, "", { "retry-after": "3" }));
    const work = clientWith().listProjects({}, { signal: AbortSignal.timeout(50) });
    await expect(work).rejects.toMatchObject({ name: "TimeoutError" });
    expect(server.heard).toHaveLength(1);
  });

  test("beforehand sends nothing", async () => {
    server.will(json(200, {}));
    await expect(clientWith().listProjects({}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
    expect(server.heard).toHaveLength(0);
  });

  test("does not depend on the fetch that was given", async () => {
    const client = clientWith({ timeoutMs: 50, retry: false, fetch: () => new Promise(() => undefined) });
    expect(await failureOf(client.listProjects())).toMatchObject({ code: "timeout" });
  });

  test("is what abortSignal of postgrest-js does", async () => {
    server.will(silent);
    const { error } = await createDataClient({ url: server.url, apiKey: "nm_pk_x" })
      .from("todos")
      .select()
      .abortSignal(AbortSignal.timeout(50));
    expect(error?.message).toMatch(/^TimeoutError/);
  });
});

describe("JSON of somebody else's", () => {
  const data = () => createDataClient({ url: server.url, apiKey: "nm_sk_x", retry });
  test.each([
    ["a page", () => clientWith().listProjects()],
    ["all pages", () => clientWith().listProjects.each().next()],
    ["rows of SQL", () => data().sql("select 1")],
  ])("is not taken for %s", async (_title, ask) => {
    server.will(json(200, { status: "ok" }));
    expect(await failureOf(ask())).toMatchObject({
      code: "unreadable_answer",
      status: 200,
      message: expect.stringContaining("Is the address right?"),
    });
  });

  test("nor is a page of a proxy's for what writing rows came to", async () => {
    server.will(text(200, "<html><title>Sign in</title></html>", { "content-type": "text/html" }));
    const { error } = await data().from("todos").insert({ task: "sweep" });
    expect(error?.message).toContain("not one of the platform's");
    expect(error?.message).not.toContain("<");
  });
});

describe("pages", () => {
  const pageAfter: Behaviour = (response, heard) => {
    const cursor = Number(new URL(heard.path, "http://x").searchParams.get("cursor") ?? 0);
    const items = [{ id: `prj_${cursor}` }, { id: `prj_${cursor + 1}` }];
    return json(200, { items, nextCursor: cursor < 4 ? String(cursor + 2) : null })(response, heard);
  };

  test("are gone through item by item", async () => {
    server.will(pageAfter);
    const ids: string[] = [];
    for await (const { id } of clientWith().listProjects.each({ limit: 2 })) ids.push(id);
    expect(ids).toEqual(["prj_0", "prj_1", "prj_2", "prj_3", "prj_4", "prj_5"]);
    expect(server.heard.map((each) => each.path)).toEqual([
      "/api/projects?limit=2",
      "/api/projects?limit=2&cursor=2",
      "/api/projects?limit=2&cursor=4",
    ]);
  });

  test("are read when they are reached, and no further than one looks", async () => {
    server.will(pageAfter);
    for await (const { id } of clientWith().listProjects.each()) if (id === "prj_2") break;
    expect(server.heard).toHaveLength(2);
  });

  test("that go round in a circle end with an error", async () => {
    server.will(json(200, { items: [], nextCursor: "again" }));
    const going = async () => {
      for await (const _ of clientWith().listProjects.each());
    };
    await expect(going()).rejects.toThrow('the cursor "again" came twice');
  });

  test("fail in the middle as a single call does", async () => {
    server.will(json(200, { items: [project], nextCursor: "2" }), problem(403, "missing_scope"));
    const pages = clientWith().listProjects.each();
    expect((await pages.next()).value).toEqual(project);
    await failureOf(pages.next());
  });
});

describe("the hook", () => {
  test("hears of every attempt", async () => {
    const attempts: Attempt[] = [];
    server.will(reset, text(503, ""), json(200, { items: [], nextCursor: null }, { "x-request-id": "req_theirs" }));
    await clientWith({ onAttempt: (attempt: Attempt) => attempts.push(attempt) }).listProjects({ limit: 3 });
    expect(attempts).toMatchObject([
      {
        operation: "listProjects",
        method: "GET",
        url: `${server.url}/api/projects`,
        attempt: 1,
        status: 0,
        error: { code: "network_error" },
      },
      { attempt: 2, status: 503, retryInMs: expect.any(Number) },
      { attempt: 3, status: 200, requestId: "req_theirs" },
    ]);
    expect(attempts[2]).not.toHaveProperty("retryInMs");
  });

  test("can't break the call", async () => {
    server.will(json(200, { items: [], nextCursor: null }));
    const onAttempt = () => {
      throw new Error("the log is full");
    };
    await clientWith({ onAttempt }).listProjects();
    await clientWith({ onAttempt: async () => onAttempt() }).listProjects();
  });
});

describe("kinds of errors", () => {
  const errorFor = async (status: number, code: string, more: object = {}) => {
    server.will(problem(status, code, more));
    return failureOf(clientWith({ retry: false }).listProjects());
  };

  test("give the details of their refusal", async () => {
    const quota = await errorFor(429, "quota_exceeded", {
      metric: "requests_day",
      limit: 100,
      used: 100,
      window: "day",
      source: { kind: "plan" },
    });
    if (!isQuotaExceeded(quota)) throw new Error("it is one");
    expect(quota.details.limit + quota.details.used).toBe(200);
    const suspended = await errorFor(403, "project_suspended", { reason: "billing", statement: "The bill is open.", statusUrl: "/s" });
    if (!isSuspended(suspended)) throw new Error("it is one");
    expect(suspended.details.statement.length).toBeGreaterThan(5);
    const input = await errorFor(422, "invalid_input", { errors: [{ path: "name", message: "must not be empty" }] });
    if (!isInvalidInput(input)) throw new Error("it is one");
    expect(input.details.errors.map((each) => each.path)).toEqual(["name"]);
  });

  test.each([
    [isSignInNeeded, 401],
    [isForbidden, 403],
    [isNotFound, 404],
    [isConflict, 409],
    [isEditedMeanwhile, 412],
    [isTooMany, 429],
    [isTemporary, 503],
  ])("%p knows %i, and nothing else", async (is, status) => {
    expect(is(await errorFor(status, "some_code"))).toBe(true);
    expect(is(await errorFor(418, "some_code"))).toBe(false);
    expect([is(undefined), is(new Error("no")), is({ status })]).toEqual([false, false, false]);
  });

  test("tell a timeout, which may pass, from a refusal, which does not", async () => {
    server.will(silent);
    const late = await failureOf(clientWith({ retry: false, timeoutMs: 30 }).listProjects());
    expect([isTimeout(late), isTemporary(late)]).toEqual([true, true]);
    const refused = await errorFor(403, "missing_scope");
    expect([isTimeout(refused), isTemporary(refused)]).toEqual([false, false]);
  });

  test("show themselves whole in a log", async () => {
    const logged = JSON.parse(JSON.stringify(await errorFor(409, "has_projects", { projects: 2 })));
    expect(logged).toMatchObject({
      name: "NextMavensError",
      message: "No: has_projects.",
      code: "has_projects",
      requestId: "req_theirs",
      details: { projects: 2 },
    });
  });
});

describe("an answer that is meant though its status is 503", () => {
  test("is given as it is, at once", async () => {
    server.will(text(503, '{"status": "fail"}', { "content-type": "application/json; charset=utf-8" }));
    expect(await clientWith().getReadiness()).toEqual({ status: "fail" });
    expect(server.heard).toHaveLength(1);
  });

  test("is a failure where a proxy gives it", async () => {
    server.will(text(503, "<h1>Nobody there</h1>", { "content-type": "text/html" }));
    expect(await failureOf(clientWith().getReadiness())).toMatchObject({ code: "http_503" });
  });
});

test("JSON that is no object is no answer of the control plane", async () => {
  server.will(json(200, [project]));
  expect(await failureOf(clientWith().listProjects())).toMatchObject({ code: "unreadable_answer" });
});

describe("what would go wrong later is refused at once", () => {
  test.each([
    "api.example.com",
    "ftp://api.example.com",
    "/api",
    "",
    "https://ada:secret@api.example.com",
    "https://api.example.com?key=secret",
  ])("%p as an address", (url) => {
    expect(() => createClient({ url })).toThrow("url must be where the platform is");
    expect(() => createClient({ url })).not.toThrow("secret");
  });

  test("keys and tokens that no header can hold", async () => {
    expect(() => createClient({ url: server.url, apiKey: "nm_pk_x\n" })).toThrow("apiKey must be a text without spaces");
    expect(() => createClient({ url: server.url, accessToken: "" })).toThrow("accessToken must be a text");
    await expect(createClient({ url: server.url, accessToken: () => "a b" }).listProjects()).rejects.toThrow("accessToken must be");
  });

  test.each([{ timeoutMs: Number.POSITIVE_INFINITY }, { timeoutMs: 0 }, { retry: { attempts: 0 } }, { retry: { totalMs: Number.NaN } }])(
    "%j",
    (options) => {
      expect(() => clientWith(options)).toThrow(RangeError);
    },
  );

  test.each(["", ".", "..", undefined])("%p as an id, which would lead to another address", async (projectId) => {
    server.will(json(200, {}));
    const work = clientWith().getProject({ projectId: projectId as string });
    await expect(work).rejects.toThrow("getProject needs projectId");
    expect(server.heard).toHaveLength(0);
  });

  test("ids with a slash stay in their place", async () => {
    server.will(json(200, {}));
    await clientWith().getProject({ projectId: "../admin/x?y#z" });
    expect(server.heard[0]?.path).toBe("/api/projects/..%2Fadmin%2Fx%3Fy%23z");
  });
});

test("an error of this SDK is told from others by its class", async () => {
  expect(await failureOf(clientWith({ url: "http://127.0.0.1:1", retry: false }).getHealth())).toBeInstanceOf(NextMavensError);
});
