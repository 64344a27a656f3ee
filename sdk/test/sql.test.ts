import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type TestTenant, tenantOf } from "../../api/test/tenant.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { createClient } from "../src/index.ts";
import { failureOf } from "./failure.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  await clientOf().sql("create table items (id int primary key, name text)");
});
afterAll(() => world.close());

const clientOf = (options: object = {}) => createClient({ url: world.url, apiKey: tenant.secret.key, ...options });

/** An answer of rows without end, whose pieces are made when they are asked for. */
function endless(piece: string) {
  const told = { pieces: 0, isCancelled: false };
  const body = () =>
    new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          told.pieces += 1;
          controller.enqueue(new TextEncoder().encode(piece));
        },
        cancel() {
          told.isCancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
  return { told, fetch: async () => new Response(body(), { headers: { "content-type": "application/x-ndjson" } }) };
}

const answering = (text: string) => ({ fetch: async () => new Response(text, { headers: { "content-type": "application/x-ndjson" } }) });

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const list: Row[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

describe("SQL", () => {
  test("that may only read writes nothing", async () => {
    const client = clientOf();
    const error = await failureOf(client.sql("insert into items values ($1, 'x')", [1], { readOnly: true }));
    expect(error).toMatchObject({ code: "25006", details: { hint: "The request asked for readOnly." } });
    expect((await client.sql("select * from items", [], { readOnly: true })).rows).toEqual([]);
  });

  test("is explained, and what it would have done is not done", async () => {
    const client = clientOf();
    const { rows } = await client.sql<{ "QUERY PLAN": string }>("select * from items where id = $1", [7], { explain: true });
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("items_pkey");
    const asked = { explain: { analyze: true, format: "json" } } as const;
    const measured = await client.sql<{ "QUERY PLAN": unknown }>("insert into items values (7, 'seven')", [], asked);
    expect(measured.rows[0]?.["QUERY PLAN"]).toMatchObject([{ Plan: { "Actual Rows": expect.anything() } }]);
    expect((await client.sql("select from items")).rowCount).toBe(0);
  });
});

describe("rows that are gone through", () => {
  test("come one by one, all of them, with values as elsewhere", async () => {
    const rows = clientOf().sql.each<{ n: number; text: string }>(
      "select n, 'é' || repeat('x', n % 300) as text from generate_series(1, $1) n",
      [30_000],
    );
    let count = 0;
    for await (const { n, text } of rows) {
      count += 1;
      if (n !== count || text.length !== 1 + (n % 300)) throw new Error(`Row ${count} is not right.`);
    }
    expect(count).toBe(30_000);
    expect(await all(clientOf().sql.each("create table none_here (a int)"))).toEqual([]);
  });

  test("fail before the first as anything does, and behind some with what PostgreSQL said", async () => {
    expect(await failureOf(all(clientOf().sql.each("select * from nowhere")))).toMatchObject({ status: 400, code: "42P01" });
    const seen: unknown[] = [];
    const late = async () => {
      const query = "select n, 1 / (20000 - n) as a, repeat('x', 50) as t from generate_series(1, 30000) n";
      for await (const { n } of clientOf().sql.each(query)) seen.push(n);
    };
    expect(await failureOf(late())).toMatchObject({ status: 400, code: "22012", request: { operation: "runSql" } });
    expect(seen.length).toBeGreaterThan(10_000);
  });

  test("may look like an error without being one, unless they are the last", async () => {
    const problem = { type: "/docs/problems/22012", status: 400, code: "22012", requestId: "req_1", detail: "division by zero" };
    const line = JSON.stringify({ error: problem });
    expect(await all(clientOf(answering(`${line}\n{"a":1}\n`)).sql.each("select"))).toEqual([{ error: problem }, { a: 1 }]);
    expect(await failureOf(all(clientOf(answering(`{"a":1}\n${line}\n`)).sql.each("select")))).toMatchObject({ code: "22012" });
    expect(await all(clientOf().sql.each("select 'x' as error"))).toEqual([{ error: "x" }]);
  });

  test("are asked for only as they are used, and no more when the loop is left", async () => {
    const { told, fetch } = endless('{"a":1}\n'.repeat(10));
    let count = 0;
    for await (const _ of clientOf({ fetch }).sql.each("select")) {
      count += 1;
      expect(told.pieces).toBeLessThanOrEqual(Math.ceil(count / 10) + 1);
      if (count === 95) break;
    }
    expect(told.isCancelled).toBe(true);
  });

  test("are whole wherever the answer is cut into pieces", async () => {
    const bytes = new TextEncoder().encode('{"a":"é€"}\n{"a":"\\n"}\n{}\n');
    const fetch = async () => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
          controller.close();
        },
      });
      return new Response(body, { headers: { "content-type": "application/x-ndjson" } });
    };
    expect(await all(clientOf({ fetch }).sql.each("select"))).toEqual([{ a: "é€" }, { a: "\n" }, {}]);
  });

  test.each([
    ["half a row", '{"a":1}\n{"a":', "incomplete_answer"],
    ["no JSON", '{"a":1}\noops\n', "unreadable_answer"],
  ])("fail where there is %s", async (_what, text, code) => {
    expect(await failureOf(all(clientOf(answering(text)).sql.each("select")))).toMatchObject({ code });
  });

  test("fail where a proxy answers in the platform's place", async () => {
    const page = async () => new Response("<h1>Sign in</h1>", { headers: { "content-type": "text/html" } });
    expect(await failureOf(all(clientOf({ fetch: page }).sql.each("select")))).toMatchObject({ code: "unreadable_answer" });
    const elsewhere = async () => new Response(null, { status: 302, headers: { location: "https://elsewhere.example.com/" } });
    expect(await failureOf(all(clientOf({ fetch: elsewhere }).sql.each("select")))).toMatchObject({ code: "redirected" });
  });

  test("end when they are called off, and so does the query", async () => {
    const control = new AbortController();
    const rows = clientOf().sql.each("select generate_series(1, 100000000) as n, repeat('x', 1000) as text", [], {
      signal: control.signal,
    });
    await rows.next();
    control.abort(new Error("called off"));
    await expect(all(rows)).rejects.toThrow("called off");
    await ended();
  });

  test("are all kept, or none where the loop is left", async () => {
    const client = clientOf();
    const query = "insert into items select n, repeat('x', 100) from generate_series(1, 100000) n returning id";
    for await (const _ of client.sql.each(query)) break;
    await ended();
    expect((await client.sql("select from items")).rowCount).toBe(0);
    expect((await all(client.sql.each(query))).length).toBe(100_000);
    expect((await client.sql("select count(*) from items")).rows).toEqual([{ count: 100_000 }]);
  });

  test("write nothing where they may only be read", async () => {
    const rows = clientOf().sql.each("insert into items values (0, '') returning id", [], { readOnly: true });
    expect(await failureOf(all(rows))).toMatchObject({ code: "25006" });
  });
});

/** Waits until the tenant's query has ended. */
async function ended(): Promise<void> {
  const query = `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
    and state <> 'idle' and query like '%generate_series%'`;
  while ((await clientOf().sql(query)).rowCount > 0) await sleep(20);
}
