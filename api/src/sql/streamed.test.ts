import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask, type Json } from "../../test/ask.ts";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
});
afterAll(() => world.close());

const ndjson = { accept: "application/x-ndjson" };
const csv = { accept: "text/csv" };
const send = (body: object, headers: Readonly<Record<string, string>> = {}) =>
  ask(world, "POST /api/sql", { apikey: tenant.secret.key, body, headers });
const run = (query: string) => send({ query });
const linesOf = (text: string): Json[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const fetchRaw = (query: string, accept: string, signal?: AbortSignal) =>
  fetch(`${world.url}/api/sql`, {
    method: "POST",
    headers: { apikey: tenant.secret.key, accept, "content-type": "application/json" },
    body: JSON.stringify({ query }),
    ...(signal && { signal }),
  });

describe("as NDJSON", () => {
  test("rows come one a line, with values as in JSON", async () => {
    const { status, headers, body } = await send(
      { query: `select n, 'é"' as t, null as none, '{"a":\n1}'::json as j, 12345678901234567890 as big from generate_series(1, 2) n` },
      ndjson,
    );
    expect([status, headers.get("content-type")]).toEqual([200, "application/x-ndjson; charset=utf-8"]);
    expect(body).toBe(
      `{"n":1,"t":"é\\"","none":null,"j":{"a": 1},"big":12345678901234567890}\n{"n":2,"t":"é\\"","none":null,"j":{"a": 1},"big":12345678901234567890}\n`,
    );
  });

  test("there are as many as PostgreSQL gives, of any number of pages", async () => {
    const { body } = await send({ query: "select n, repeat('x', n % 300) as t from generate_series(1, 30000) n" }, ndjson);
    const lines = linesOf(body);
    expect(lines.length).toBe(30_000);
    expect(lines.every(({ n, t }, i) => n === i + 1 && t.length === n % 300)).toBe(true);
  });

  test("an error before the first byte is an answer of its own, and one behind it the last line", async () => {
    expect(await send({ query: "select 1 / 0" }, ndjson)).toMatchObject({ status: 400, body: { code: "22012" } });
    const { status, body } = await send(
      { query: "select 1 / (20000 - n) as a, repeat('x', 50) as t from generate_series(1, 30000) n" },
      ndjson,
    );
    const lines = linesOf(body);
    expect(status).toBe(200);
    expect(lines.length).toBeGreaterThan(10_000);
    expect(lines.at(-1)).toEqual({ error: expect.objectContaining({ status: 400, code: "22012", requestId: expect.any(String) }) });
  });

  test("of several statements the last one's rows come, and what the others did is kept with them or not at all", async () => {
    expect((await send({ query: "create table kept (a int); insert into kept values (1), (2); select a from kept" }, ndjson)).body).toBe(
      '{"a":1}\n{"a":2}\n',
    );
    const wide = "select 1 / (9999 - n) as a, repeat('x', 50) as t from generate_series(1, 10000) n";
    expect(linesOf((await send({ query: `insert into kept values (3); ${wide}` }, ndjson)).body).at(-1).error.code).toBe("22012");
    expect((await run("select count(*) from kept")).body.rows).toEqual([{ count: 2 }]);
    expect((await send({ query: "insert into kept select generate_series(4, 20003) returning a" }, ndjson)).body.split("\n").length).toBe(
      20_001,
    );
    expect((await run("select count(*) from kept")).body.rows).toEqual([{ count: 20_002 }]);
  });

  test("constraints that speak up at the end are heard behind the rows", async () => {
    await run("create table heads (id int primary key); create table tails (head int references heads deferrable initially deferred)");
    const { body } = await send({ query: "insert into tails select generate_series(1, 9000) returning head" }, ndjson);
    expect(linesOf(body).at(-1).error.code).toBe("23503");
    expect((await run("select count(*) from tails")).body.rows).toEqual([{ count: 0 }]);
  });

  test("a statement without rows gives no line", async () => {
    expect(await send({ query: "create table silent (a int)" }, ndjson)).toMatchObject({ status: 200, body: "" });
    expect(await send({ query: "vacuum silent" }, ndjson)).toMatchObject({ status: 200, body: "" });
  });

  test("more rows or bytes than the plan has are cut off with its number", async () => {
    await world.clone.query("update plans set query_rows_max = 12000, query_bytes_max = 900000 where id = 'free'");
    const limited = await tenantOf(world);
    const ask3 = (query: string) => ask(world, "POST /api/sql", { apikey: limited.secret.key, body: { query }, headers: ndjson });
    const rows = await ask3("select n from generate_series(1, 12001) n");
    expect(linesOf(rows.body).at(-1).error).toMatchObject({ code: "too_many_rows", rowsMax: 12_000 });
    expect((await ask3("select n from generate_series(1, 12000) n")).body.split("\n").length).toBe(12_001);
    const bytes = await ask3("select repeat('x', 1000) as t from generate_series(1, 1000)");
    expect(linesOf(bytes.body).at(-1).error).toMatchObject({ code: "answer_too_long", bytesMax: 900_000 });
    expect((await ask3("select 1 as a")).body).toBe('{"a":1}\n');
    await world.clone.query("update plans set query_rows_max = 1000000, query_bytes_max = 100000000 where id = 'free'");
  });
});

describe("as CSV", () => {
  test("a line of names comes first, and null is not an empty text", async () => {
    const { headers, body } = await send({ query: `select 1 as a, 'x,"y"\nz' as "b,c", null as d, '' as e, true as f` }, csv);
    expect(headers.get("content-type")).toMatch(/^text\/csv/);
    expect(body).toBe('a,"b,c",d,e,f\n1,"x,""y""\nz",,"",t\n');
  });

  test("columns that share a name all come", async () => {
    expect((await send({ query: "select 1 as a, 2 as a" }, csv)).body).toBe("a,a\n1,2\n");
  });

  test("an error behind the first byte breaks the connection off", async () => {
    const response = await fetchRaw("select 1 / (20000 - n) as a, repeat('x', 50) as t from generate_series(1, 30000) n", "text/csv");
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });
});

test("the form that is liked best is the one that comes", async () => {
  const typeFor = async (accept: string) => (await send({ query: "select 1 as a" }, { accept })).headers.get("content-type")?.split(";")[0];
  expect(await typeFor("*/*")).toBe("application/json");
  expect(await typeFor("text/html")).toBe("application/json");
  expect(await typeFor("text/csv;q=0.5, application/x-ndjson")).toBe("application/x-ndjson");
  expect(await typeFor("application/json, text/csv;q=0.9")).toBe("application/json");
  expect(await typeFor("text/csv;q=0")).toBe("application/json");
});

test("a client that goes away ends its query, streamed or not", async () => {
  const running = async (mark: string) =>
    (
      await world.clone.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where state = 'active' and query like '%${mark}%' and query not like '%pg_stat_activity%'`,
      )
    )[0]?.n;
  for (const [mark, query, accept] of [
    ["left alone", 'select pg_sleep(25) as "left alone"', "application/json"],
    ["left early", 'select pg_sleep(25) as "left early"', "application/x-ndjson"],
  ] as const) {
    const began = performance.now();
    const control = new AbortController();
    const asked = fetchRaw(query, accept, control.signal).catch(() => undefined);
    while ((await running(mark)) !== 1) await sleep(20);
    control.abort();
    await asked;
    while ((await running(mark)) !== 0) await sleep(20);
    expect(performance.now() - began).toBeLessThan(25_000);
  }
  expect((await run("select 1 as a")).body.rows).toEqual([{ a: 1 }]);
}, 30_000);

test("who reads slowly makes PostgreSQL wait, not our memory grow", async () => {
  const response = await fetchRaw("select n, repeat('x', 1000) as t from generate_series(1, 60000) n", "text/csv");
  const before = process.memoryUsage().rss;
  await sleep(1_500);
  expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000);
  const text = await response.text();
  expect(text.split("\n").length).toBe(60_002);
}, 30_000);

describe("readOnly", () => {
  test("lets nothing be written, by statement or function, and says why", async () => {
    await run(
      "create table untouched (a int); create function touch() returns int language sql as $$ insert into untouched values (1) returning a $$",
    );
    for (const query of ["insert into untouched values (1)", "select touch()", "set transaction_read_only = off; select touch()"]) {
      const { status, body } = await send({ query, readOnly: true });
      expect([status, body.code !== undefined]).toEqual([400, true]);
    }
    const refused = await send({ query: "select touch()", readOnly: true });
    expect(refused.body).toMatchObject({ code: "25006", hint: "The request asked for readOnly." });
    expect((await send({ query: "vacuum untouched", readOnly: true })).body.code).toBe("not_read_only");
    expect((await send({ query: "select count(*) from untouched", readOnly: true })).body.rows).toEqual([{ count: 0 }]);
  });
});

describe("explain", () => {
  test("tells the plan and does not run the statement", async () => {
    await run("create table explained (a int); insert into explained values (1)");
    const { body } = await send({ query: "delete from explained where a = $1", params: [1], explain: true });
    expect(body.rows.map((row: Json) => row["QUERY PLAN"]).join("\n")).toMatch(/^Delete on explained/);
    expect((await run("select count(*) from explained")).body.rows).toEqual([{ count: 1 }]);
  });

  test("measures it where that is asked for, and undoes what it did", async () => {
    const { body } = await send({ query: "delete from explained", explain: { analyze: true, format: "json" } });
    expect(body.rows[0]["QUERY PLAN"][0]).toMatchObject({ Plan: { "Node Type": "ModifyTable" }, "Execution Time": expect.any(Number) });
    expect((await run("select count(*) from explained")).body.rows).toEqual([{ count: 1 }]);
  });

  test("takes one statement, of a kind that has a plan, and points into what was sent", async () => {
    expect((await send({ query: "select 1; select 2", explain: true })).body.code).toBe("explain_needs_one_statement");
    expect((await send({ query: "drop table explained", explain: true })).body).toMatchObject({ code: "42601", position: 1 });
    expect((await send({ query: "select nothing", explain: true })).body).toMatchObject({ code: "42703", position: 8, line: 1, column: 8 });
  });
});

describe("an error is pointed at", () => {
  test("by line and column, with a caret under the place", async () => {
    const { body } = await run("select 'é😀'\n  , 1;\n\tselect nothing from pg_class");
    expect(body).toMatchObject({ code: "42703", line: 3, column: 9, message: 'column "nothing" does not exist' });
    expect(body.detail).toBe('column "nothing" does not exist\nLINE 3:  select nothing from pg_class\n                ^');
  });

  test("also in a line without end", async () => {
    const { body } = await run(`select ${"1 + ".repeat(5_000)}nothing${" + 1".repeat(5_000)}`);
    const [, drawn = "", caret = ""] = body.detail.split("\n");
    expect([body.line, body.column]).toEqual([1, 20_008]);
    expect(drawn.length).toBeLessThan(200);
    expect(drawn.slice(caret.length - 1)).toMatch(/^nothing/);
  });

  test("also where the SQL can't be read at all", async () => {
    expect((await run("select 1;\nselec 2")).body).toMatchObject({ code: "42601", line: 2, column: 1 });
    expect((await run("select 'é😀'; selec 2")).body).toMatchObject({ code: "42601", position: 14, column: 14 });
  });
});
