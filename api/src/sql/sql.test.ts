import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask, type Json } from "../../test/ask.ts";
import { makeStaff } from "../../test/make.ts";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let tenant: TestTenant;
let staff: { token: string };
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  staff = await makeStaff(world);
});
afterAll(() => world.close());

const send = (body: unknown, headers: Readonly<Record<string, string>> = {}, key = tenant.secret.key) =>
  ask(world, "POST /api/sql", { apikey: key, body, headers });
const run = (query: string, params?: readonly unknown[]) => send({ query, ...(params && { params }) });
const rows = async (query: string, params?: readonly unknown[]): Promise<Json> => {
  const { status, body } = await run(query, params);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.rows;
};

describe("one statement", () => {
  test("tells beside its rows what PostgreSQL had to say, up to a bound", async () => {
    const { status, body } = await run(
      "do $$ begin raise notice 'half-way: %', 'ü'; raise warning 'nearly'; raise debug 'unheard'; end $$",
    );
    expect([status, body.notices]).toEqual([
      200,
      [
        { severity: "NOTICE", message: "half-way: ü" },
        { severity: "WARNING", message: "nearly" },
      ],
    ]);
    const many = "do $$ begin for n in 1..300 loop raise notice '%', repeat('x', 5000); end loop; end $$";
    const flood = (await run(many)).body.notices;
    expect([flood.length, flood[0].message.length]).toEqual([100, 2_000]);
    expect((await run("select 1 as a; select 2 as b")).body).not.toHaveProperty("notices");
    const late = await run(`create table heard (a int);
      create function tell() returns trigger language plpgsql as $$ begin raise notice 'at the end'; return null; end $$;
      create constraint trigger tell after insert on heard deferrable initially deferred for each row execute function tell();
      insert into heard values (1)`);
    expect(late.body).toMatchObject({ command: "INSERT", notices: [{ severity: "NOTICE", message: "at the end" }] });
  });

  test.each<[string, object, string]>([
    ["its text", { query: "select '\ud800'" }, "query"],
    ["a parameter", { query: "select $1::text, $2::text", params: ["a", "\udc00b"] }, "params.1"],
    ["a list", { query: "select $1::text[]", params: [["a", ["\ud800"]]] }, "params.0"],
  ])("is refused with half a surrogate pair in %s", async (_where, body, path) => {
    const answer = await send(body);
    expect(answer).toMatchObject({
      status: 422,
      body: { code: "invalid_input", errors: [{ path, message: "holds half a surrogate pair" }] },
    });
  });

  test("gives its rows, their fields with types, and what was done", async () => {
    const { status, body } = await run("select 1 as a, 'b'::text as b, null::jsonb as c where true");
    expect(status).toBe(200);
    expect(body).toEqual({
      command: "SELECT",
      rowCount: 1,
      fields: [
        { name: "a", type: "int4" },
        { name: "b", type: "text" },
        { name: "c", type: "jsonb" },
      ],
      rows: [{ a: 1, b: "b", c: null }],
    });
  });

  test("warns of columns that share a name, of which a row holds the last", async () => {
    const { status, body } = await run(
      'select 0 as a, 1 as a; do $$ begin raise notice \'x\'; end $$; select 1 as a, 2 as b, 3 as a, 4 as a, 5 as "é""", 6 as "é"""',
    );
    expect([status, body.fields.length, body.rows]).toEqual([200, 6, [{ a: 4, b: 2, 'é"': 6 }]]);
    expect(body.notices).toEqual([
      { severity: "WARNING", message: expect.stringMatching(/ AS, or ask for text\/csv: "a", "é\\""$/) },
      { severity: "NOTICE", message: "x" },
    ]);
    const wide = Array.from({ length: 800 }, (_, i) => `1 as "wide ${i}"`).join();
    const { notices } = (await run(`select ${wide}, ${wide}`)).body;
    expect([notices.length, notices[0].message.length]).toEqual([1, 2_000]);
    await run("create table left_ones (id int, name text); create table right_ones (id int, of int)");
    expect((await run("select * from left_ones l join right_ones r on r.of = l.id")).body.notices).toHaveLength(1);
  });

  test("takes parameters of every kind", async () => {
    const [row] = await rows("select $1::int + $2 as sum, $3::jsonb->>'a' as a, $4::int[] as list, $5::text as none, $6::bool as yes", [
      1,
      2,
      { a: "é" },
      [1, 2],
      null,
      true,
    ]);
    expect(row).toEqual({ sum: 3, a: "é", list: [1, 2], none: null, yes: true });
  });

  test.each([
    ["select $1::int, $2::int", [1], "values for parameters: 1 given, 2 needed"],
    ["select 1", [1, "b"], "values for parameters: 2 given, 0 needed"],
  ])("tells how many parameters %j takes", async (query, params, message) => {
    expect((await run(query, params)).body).toMatchObject({ status: 400, code: "08P01", message });
  });

  test.each<[string, unknown, boolean]>([
    ["select $1::jsonb", [1, 2], true],
    ["select $1::json", "a", true],
    ["select $1::jsonb[]", ["a"], true],
    ["select $1::int", "a", false],
    ["select $1::int[]", "a", false],
    ["select ('{' || $1)::json", "a", false],
  ])("hints at how a JSON is sent where %j takes none from %j", async (query, param, hasHint) => {
    for (const headers of [{}, { accept: "text/csv" }]) {
      const { body } = await send({ query, params: [param] }, headers);
      expect([body.code, body.hint]).toEqual(["22P02", hasHint ? expect.stringContaining('"[1, 2]"') : null]);
    }
    expect(await rows("select $1::jsonb as list", ["[1, 2]"])).toEqual([{ list: [1, 2] }]);
  });

  test("takes and gives numbers digit for digit", async () => {
    const body = `{"query": "select $1::bigint as big, $2::numeric as n, $3::jsonb as doc, $4::numeric[] as list, $5::text as t",
      "params": [9007199254740993, 123456789012345678901234567890.10, {"a": 9007199254740993}, [1.10, 1e2], 1.10]}`;
    const answer = await fetch(`${world.url}/api/sql`, {
      method: "POST",
      headers: { apikey: tenant.secret.key, "content-type": "application/json" },
      body,
    });
    expect((await answer.text()).replace(/^.*"rows":/s, '"rows":')).toBe(
      '"rows":[{"big":9007199254740993,"n":123456789012345678901234567890.10,"doc":{"a": 9007199254740993},"list":[1.10,100],"t":"1.10"}]}',
    );
  });

  test("counts what it changed", async () => {
    expect((await run("create table counted (id int primary key, t text)")).body).toMatchObject({ command: "CREATE TABLE", rowCount: 0 });
    expect((await run("insert into counted select n, 'x' from generate_series(1, 5) n")).body).toMatchObject({
      command: "INSERT",
      rowCount: 5,
    });
    expect((await run("update counted set t = 'y' where id < 3 returning id")).body).toMatchObject({
      command: "UPDATE",
      rowCount: 2,
      rows: [{ id: 1 }, { id: 2 }],
    });
    expect((await run("delete from counted")).body).toMatchObject({ command: "DELETE", rowCount: 5 });
    expect((await run("show search_path")).body).toMatchObject({ command: "SHOW", rowCount: 1 });
    expect((await send({ query: "select 1", explain: true })).body).toMatchObject({ command: "EXPLAIN", rowCount: 1 });
  });

  test("tells types of the project's own, and arrays of them", async () => {
    await run("create type mood as enum ('happy', 'sad'); create domain age as int");
    const { body } = await run(
      "select 'sad'::mood as a, array['sad', null]::mood[] as b, 3::age as c, '{1}'::int2[] as d, int4range(1, 2) as e",
    );
    expect(body.fields.map((field: Json) => field.type)).toEqual(["mood", "mood[]", "int4", "int2[]", "int4range"]);
    expect(body.rows).toEqual([{ a: "sad", b: ["sad", null], c: 3, d: [1], e: "[1,2)" }]);
  });

  test("that can't run in a transaction runs without one", async () => {
    await run("create table indexed (a int)");
    expect((await run("create index concurrently on indexed (a)")).status).toBe(200);
    expect((await run("vacuum indexed")).body.command).toBe("VACUUM");
  });
});

describe("several statements", () => {
  test("give what the last one gave, and what each did", async () => {
    const { body } = await run("create table several (a int); insert into several values (1), (2); select sum(a) as sum from several;");
    expect(body).toMatchObject({ command: "SELECT", rows: [{ sum: 3 }] });
    expect(body.results.map((each: Json) => [each.command, each.rowCount])).toEqual([
      ["CREATE TABLE", 0],
      ["INSERT", 2],
      ["SELECT", 1],
    ]);
  });

  test("are kept together or not at all", async () => {
    const { status, body } = await run("create table half (a int); insert into half values (1); select 1 / 0");
    expect([status, body.code, body.statement]).toEqual([400, "22012", 3]);
    expect(await rows("select to_regclass('half') as half")).toEqual([{ half: null }]);
  });

  test("are found where semicolons stand in texts and bodies", async () => {
    const { body } = await run("do $$ begin perform 1; perform 2; end $$; select 'a;b' as t; -- ; select 3\n");
    expect(body.results.map((each: Json) => each.command)).toEqual(["DO", "SELECT"]);
  });
});

test("words that only newer servers keep to themselves are names where the server's is older", async () => {
  const [{ major }] = await rows("select current_setting('server_version_num')::int / 10000 as major");
  const { status, body } = await run(
    "select '🙂' as smile; create function json(bool) returns json language sql as 'select null::json'; select 3 as last",
  );
  const taken = { code: "42601", statement: 2 };
  expect([status, body]).toEqual(
    major < 17 ? [200, expect.objectContaining({ rows: [{ last: 3 }] })] : [400, expect.objectContaining(taken)],
  );
});

describe("what is wrong is said, with the place", () => {
  test.each([
    ["select * from nowhere", 400, { code: "42P01", position: 15, statement: 1 }],
    ["select 'é'; select nothing", 400, { code: "42703", position: 20, statement: 2 }],
    ["select 1; selec 2", 400, { code: "42601", position: 11 }],
    ["select 'open", 400, { code: "42601" }],
    ["select 1; begin; select 2", 400, { code: "transaction_control", statement: 2 }],
    ["commit", 400, { code: "transaction_control" }],
    ["set transaction isolation level serializable; select 1", 400, { code: "transaction_control" }],
    ["copy pg_class to stdout", 400, { code: "copy_not_offered" }],
    ["listen news", 400, { code: "listen_not_offered" }],
    ["vacuum; select 1", 400, { code: "not_alone" }],
    ["do $$ begin commit; end $$", 400, { code: "2D000", hint: expect.stringContaining("one transaction") }],
    ["select pg_terminate_backend(pg_backend_pid())", 503, { code: "57P01", hint: expect.stringContaining("locks") }],
    ["-- nothing", 400, { code: "empty_query" }],
    ["select 1;".repeat(1_001), 400, { code: "too_many_statements" }],
    ["select generate_series(1, 10001)", 413, { code: "too_many_rows" }],
    ["select repeat('x', 11000000)", 413, { code: "answer_too_large" }],
    [`select ${"(".repeat(20_000)}1${")".repeat(20_000)}`, 400, { code: "42601" }],
    [`select 1${"+1".repeat(100_000)}`, 400, { code: "42601" }],
    ["select 'a\0b'", 400, { code: "42601" }],
  ])("%.60s", async (query, status, wanted) => {
    const answer = await run(query);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.body).toMatchObject({ status, message: expect.any(String), requestId: expect.any(String), ...wanted });
  });

  test("parameters nested without end are refused, not choked on", async () => {
    const body = `{"query":"select $1","params":[${"[".repeat(20_000)}${"]".repeat(20_000)}]}`;
    const answer = await send(body);
    expect(answer).toMatchObject({ status: 422, body: { code: "nested_too_deep" } });
  });

  test("constraints that were put off speak up at the end, and nothing is kept", async () => {
    await run(
      "create table parents (id int primary key); create table children (parent int references parents deferrable initially deferred)",
    );
    const { status, body } = await run("insert into children values (1)");
    expect([status, body.code]).toEqual([409, "23503"]);
    expect(await rows("select count(*) from children")).toEqual([{ count: 0 }]);
  });

  test.each<[string, unknown, Readonly<Record<string, string>>, number, string]>([
    ["half a JSON", '{"query":', {}, 400, "invalid_json"],
    ["bad UTF-8", new Uint8Array([0x7b, 0xff]), {}, 400, "invalid_json"],
    ["a list", [], {}, 422, "invalid_input"],
    ["no query", {}, {}, 422, "invalid_input"],
    ["a query that is no text", { query: 5 }, {}, 422, "invalid_input"],
    ["params that are no list", { query: "select 1", params: {} }, {}, 422, "invalid_input"],
    ["a member that is not known", { query: "select 1", more: 1 }, {}, 422, "invalid_input"],
    ["params for several statements", { query: "select $1; select 2", params: [1] }, {}, 400, "params_need_one_statement"],
    ["too few params", { query: "select $1::int, $2::int", params: [1] }, {}, 400, "08P01"],
    ["a compressed body", "{}", { "content-type": "application/json", "content-encoding": "gzip" }, 415, "unsupported_media_type"],
    ["another kind of body", "query=select 1", { "content-type": "text/plain" }, 415, "unsupported_media_type"],
    ["too much", { query: `select '${"x".repeat(1_000_000)}'` }, {}, 413, "body_too_large"],
  ])("a body with %s", async (_what, sent, headers, status, code) => {
    const { status: answered, body } = await send(sent, headers);
    expect([answered, body.code]).toEqual([status, code]);
  });

  test("keys that may not, browsers, and other methods", async () => {
    expect((await send({ query: "select 1" }, {}, tenant.publishable.key)).body.code).toBe("needs_secret_key");
    expect((await send({ query: "select 1" }, { origin: "https://app.example" })).body.code).toBe("secret_key_in_browser");
    const got = await ask(world, "GET /api/sql", { apikey: tenant.secret.key });
    expect([got.status, got.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
  });
});

describe("a session", () => {
  test("has forgotten everything when the next request gets it", async () => {
    const left = await run(
      "set app.secret = 'alice'; set search_path = evil; set statement_timeout = 0; create temp table mine (a int); prepare mine as select 1; declare c cursor with hold for select 1",
    );
    expect(left.status).toBe(200);
    const [found] = await rows(`select
      current_setting('app.secret', true) as secret, current_setting('search_path') as path, current_setting('statement_timeout') as timeout,
      to_regclass('pg_temp.mine') as temp,
      (select count(*) from pg_cursors where is_holdable) as cursors`);
    expect(found).toEqual({ secret: "", path: "public,extensions", timeout: "30s", temp: null, cursors: 0 });
    expect((await run("execute mine")).body.code).toBe("26000");
  });
});

describe("a project that has reached a limit", () => {
  const cap = (metric: string, limit: number) =>
    ask(world, `PUT /api/admin/projects/${tenant.projectId}/quotas/${metric}`, {
      token: staff.token,
      body: { limit, reason: "a test of it", confirm: true },
    });

  test("still reads, by statements that can't write, and still deletes", async () => {
    await run(
      "create table full_up (a int); insert into full_up values (1), (2); create function sneak() returns int language sql as $$ insert into full_up values (3) returning a $$",
    );
    expect((await cap("database_bytes", 1)).status).toBe(200);
    await world.work("measureDatabases").catch(() => undefined);
    await world.clone.query("update tenants set database_bytes = 10000000 where id = $1", [tenant.tenantId]);
    await world.clone.query("select bus_announce($1)", [tenant.projectId]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const written = await run("insert into full_up values (4)");
    expect([written.status, written.body.code, written.body.metric]).toEqual([429, "quota_exceeded", "database_bytes"]);
    expect(await rows("select count(*) from full_up")).toEqual([{ count: 2 }]);
    for (const query of [
      "select sneak()",
      "set transaction_read_only = off; select sneak()",
      "select set_config('transaction_read_only', 'off', true); select sneak()",
    ]) {
      expect((await run(query)).status).toBeGreaterThanOrEqual(400);
    }
    expect(await rows("select count(*) from full_up")).toEqual([{ count: 2 }]);
    expect((await run("delete from full_up where a = 1")).body.rowCount).toBe(1);
    expect((await cap("database_bytes", 1_000_000_000)).status).toBe(200);
    expect((await run("insert into full_up values (4)")).status).toBe(200);
  });

  test("is charged for every row, whatever wrote it", async () => {
    const used = async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      const { body } = await ask(world, `GET /api/projects/${tenant.projectId}/quotas`, { token: tenant.developer.token });
      return body.items.find((item: Json) => item.metric === "rows_written_per_day").used;
    };
    await run("create table charged (a int)");
    const before = await used();
    await run("insert into charged select generate_series(1, 100)");
    await run("with made as (insert into charged select generate_series(1, 50) returning a) select count(*) from made");
    await run("do $$ begin insert into charged select generate_series(1, 30); update charged set a = 0 where a = 1; end $$");
    await run("create temp table scratch as select generate_series(1, 1000) as a");
    const refused = await run("insert into charged select generate_series(1, 70); select 1 / 0");
    expect(refused.status).toBe(400);
    expect((await used()) - before).toBe(100 + 50 + 30 + 3);
  });
});
