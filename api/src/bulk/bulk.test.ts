import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask, type Json } from "../../test/ask.ts";
import { makeStaff } from "../../test/make.ts";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  await run(`
    create type mood as enum ('happy', 'sad'); create type point2 as (x int, y text); create domain score as numeric;
    create table todos (id bigint primary key, task text not null, done boolean, at timestamptz, check (id < 1000000));
    create table wide (
      id bigint generated always as identity primary key, "a ""b""" text, n numeric, big bigint, f float8, j json, jb jsonb, js jsonb[],
      list text[], ints int[][], m mood, ms mood[], p point2, ps point2[], b bytea, s score, r int4range, i interval, twice text generated always as ("a ""b""" || '2') stored)`);
});
afterAll(() => world.close());

const run = async (query: string, by = tenant): Promise<Json> => {
  const { status, body } = await ask(world, "POST /api/sql", { apikey: by.secret.key, body: { query } });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.rows;
};
const send = (path: string, body: string | Uint8Array<ArrayBuffer>, type = "text/csv", key = tenant.secret.key) =>
  ask(world, `POST /api/tables/${path}`, { apikey: key, body, headers: { "content-type": type } });
const ndjson = "application/x-ndjson";
const take = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  ask(world, `GET /api/tables/${path}`, { apikey: tenant.secret.key, headers });
const count = async (table: string) => (await run(`select count(*) from ${table}`))[0].count;

describe("an export", () => {
  test("is CSV with a line of names, or NDJSON", async () => {
    await run(`truncate todos; insert into todos values (1, E'open, "now"\\nor later', true, '2026-01-02 03:04:05Z'), (2, '', null, null)`);
    const csv = await take("todos/export");
    expect([csv.status, csv.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8; header=present"]);
    expect(csv.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''todos.csv");
    expect(csv.body).toBe('id,task,done,at\n1,"open, ""now""\nor later",t,2026-01-02 03:04:05+00\n2,"",,\n');
    const lines = await take("todos/export?format=ndjson&columns=task,id");
    expect(lines.body).toBe('{"task":"open, \\"now\\"\\nor later","id":1}\n{"task":"","id":2}\n');
    expect((await take("todos/export", { accept: ndjson })).headers.get("content-type")).toContain("ndjson");
  });

  test("tells of a view as well, and all of a table whatever row-level security says", async () => {
    await run(
      "truncate todos; insert into todos values (1, 'a'); alter table todos enable row level security; create view seen as select id from todos",
    );
    expect((await take("seen/export")).body).toBe("id\n1\n");
    expect((await take("todos/export?columns=id")).body).toBe("id\n1\n");
    await run("alter table todos disable row level security; drop view seen");
  });

  test("is written, and an import read, by the session's own settings, whatever a function left on it", async () => {
    await run(`
      create table days (day date); insert into days values ('2026-02-01');
      create function leave() returns void language sql as
        $$ select set_config('datestyle', 'German, DMY', false), set_config('role', 'none', false) $$`);
    const leave = () => ask(world, "POST /api/rest/rpc/leave", { apikey: tenant.secret.key, body: {} });
    expect((await leave()).status).toBe(204);
    expect((await take("days/export")).body).toBe("day\n2026-02-01\n");
    expect((await leave()).status).toBe(204);
    expect((await send("days/import", "day\n03/04/2026\n")).status).toBe(200);
    expect(await run("select day from days order by day")).toEqual([{ day: "2026-02-01" }, { day: "2026-03-04" }]);
  });

  test("breaks off, or tells of an error in its last line, where one comes in the middle", async () => {
    await run(
      "create view failing as select 1 / (20000 - n) as a, repeat('x', 100) as t from generate_series(1, 30000) n; grant select on failing to service_role",
    );
    const told = await take("failing/export?format=ndjson");
    expect(JSON.parse(told.body.trimEnd().split("\n").at(-1))).toMatchObject({ error: { status: 400, code: "22012" } });
    await expect(take("failing/export")).rejects.toThrow();
  });
});

describe("an import", () => {
  test("of CSV takes the columns that its first line names", async () => {
    await run("truncate todos");
    const answer = await send("todos/import", '\ufefftask,id\r\n"open\r\nit",1\r\n,2\r\n"",3\r\n'.replace("\r\n,2", "\r\nx,2"));
    expect(answer).toMatchObject({ status: 200, body: { rows: 3 } });
    expect(await run("select id, task, done from todos order by id")).toEqual([
      { id: 1, task: "open\r\nit", done: null },
      { id: 2, task: "x", done: null },
      { id: 3, task: "", done: null },
    ]);
  });

  test("of NDJSON takes the members that its first line has, or those that are named", async () => {
    await run("truncate todos");
    expect((await send("todos/import", '{"id":1,"task":"a\\tb\\\\"}\n{"task":"é","id":2}\n\n', ndjson)).body.rows).toBe(2);
    expect(
      (await send("todos/import?columns=id,task,done", '{"task":"c","id":3}\n{"id":4,"task":"d","done":true}', ndjson)).body.rows,
    ).toBe(2);
    expect(await run("select id, task, done from todos order by id")).toEqual([
      { id: 1, task: "a\tb\\", done: null },
      { id: 2, task: "é", done: null },
      { id: 3, task: "c", done: null },
      { id: 4, task: "d", done: true },
    ]);
  });

  test.each([
    ["csv", "text/csv"],
    ["ndjson", ndjson],
  ])("of what an export gave as %s brings every value back as it was", async (format, type) => {
    await run(`truncate wide; insert into wide ("a ""b""", n, big, f, j, jb, js, list, ints, m, ms, p, ps, b, s, r, i) values
      (E'a,"b"\\n\\t\\\\ \\u2028é', 1.10, 9223372036854775807, 1e300, E'{"a":\\n 1.50, "b":"\\\\n"}', '"text"', array['1', '"x"', '{"y":[1]}', null]::jsonb[],
        array['', null, 'null', 'a"b\\c', '{}'], '{{1,2},{3,4}}', 'sad', '{happy,sad}', '(1,"x,y")', array['(1,a)', null]::point2[], '\\x00ff', 12345678901234567890.10, '[1,5)', '1 day 2 hours'),
      ('\\.', 'NaN', null, 'Infinity', 'null', '[]', '{}', '{}', '{}', null, null, null, '{}', '', 0, 'empty', null),
      (null, 1, 1, 0.1, null, null, null, null, null, null, null, null, null, null, null, null, null), ('', 0, 0, 0, '5', '5', null, null, null, null, null, null, null, null, null, null, null)`);
    // What stands between the parts of json is nobody's word.
    const told = () => run("update wide set j = j::jsonb; select md5(string_agg(w::text, '|' order by id)) as sum from wide w");
    const before = await told();
    const { status, body } = await take(`wide/export?format=${format}`);
    expect({ status, body }).toEqual({ status: 200, body: expect.not.stringContaining("twice") });
    await run("truncate wide");
    expect(await send("wide/import", body, type)).toMatchObject({ status: 200, body: { rows: 4 } });
    // JSON has one null, where PostgreSQL has two.
    if (format === "ndjson") await run("update wide set j = 'null' where n = 'NaN'");
    expect(await told()).toEqual(before);
  });

  test.each([
    ["csv", "text/csv", "id,no,t\n7,70,a\n3,30,b\n"],
    ["ndjson", ndjson, '{"id":7,"no":70,"t":"a"}\n{"id":3,"no":30,"t":"b"}\n'],
  ])("of %s that brings numbers of its own lets numbering go on behind them, and never back", async (form, type, body) => {
    const table = `"Numbered ""${form}"""`;
    const path = encodeURIComponent(`Numbered "${form}"`);
    await run(`create table ${table} (id bigint generated always as identity primary key, no serial, t text)`);
    const insert = () => run(`insert into ${table} (t) values ('x') returning id, no`);
    expect((await send(`${path}/import`, body, type)).body).toMatchObject({ rows: 2 });
    expect(await insert()).toEqual([{ id: 8, no: 71 }]);
    await send(`${path}/import`, "t,id\nc,5\n");
    expect(await insert()).toEqual([{ id: 9, no: 73 }]);
  });

  test("lets numbers stand that a column's sequence could never come to", async () => {
    await run("create table short (id int generated always as identity (maxvalue 10) primary key)");
    expect((await send("short/import", "id\n3000\n-3000\n")).body).toMatchObject({ rows: 2 });
    expect(await run("insert into short default values returning id")).toEqual([{ id: 1 }]);
  });

  test.each<[string, string, string, number, Json]>([
    ["a value that is none of its type", "id,task\n1,a\nx,b\n", "text/csv", 400, { code: "22P02", line: 3, column: "id" }],
    ["the same behind a quoted line break", 'id,task\n1,"a\nb"\nx,b\n', "text/csv", 400, { code: "22P02", line: 4, column: "id" }],
    ["too few values", "id,task\n1,a\n2\n", "text/csv", 400, { code: "22P04", line: 3 }],
    ["a quote that is not closed", 'id,task\n1,a\n2,"b\n3,c\n4,d\n', "text/csv", 400, { code: "invalid_line", line: 3 }],
    ["null where none may be", "id,task\n1,a\n2,\n", "text/csv", 400, { code: "23502", line: 3 }],
    ["a row that is there already", "id,task\n1,a\n1,b\n", "text/csv", 409, { code: "23505", line: 3 }],
    ["a row that a check refuses", "id,task\n1000000,a\n", "text/csv", 400, { code: "23514", line: 2 }],
    ["bytes that are no UTF-8", "id,task\n1,a\n2,\0\n", "text/csv", 400, { code: "22021", line: 3 }],
    ["a column that there is not", "id,name\n1,a\n", "text/csv", 400, { code: "unknown_column", line: 1, column: "name" }],
    ["a column twice", "id,id\n1,1\n", "text/csv", 400, { code: "column_named_twice", column: "id" }],
    ["PostgreSQL's own end of a file", "task,id\na,1\n\\.\nb,2\n", "text/csv", 400, { code: "invalid_line", line: 3 }],
    ["nothing", "", "text/csv", 400, { code: "no_columns" }],
    ["nothing", "", ndjson, 400, { code: "no_columns" }],
    ["broken JSON", '{"id":1,"task":"a"}\n{"id":2,\n', ndjson, 400, { code: "invalid_line", line: 2 }],
    ["a list", '{"id":1,"task":"a"}\n[2]\n', ndjson, 400, { code: "invalid_line", line: 2 }],
    ["an empty line in the middle", '{"id":1,"task":"a"}\n\n{"id":2,"task":"a"}\n', ndjson, 400, { code: "invalid_line", line: 2 }],
    [
      "a member more",
      '{"id":1,"task":"a"}\n{"id":2,"task":"b","more":1}\n',
      ndjson,
      400,
      { code: "unknown_column", line: 2, column: "more" },
    ],
    [
      "a column that the first line leaves out",
      '{"id":1,"task":"a"}\n{"id":2,"task":"b","done":true}\n',
      ndjson,
      400,
      { code: "column_not_named", line: 2, column: "done", columns: ["id", "task"] },
    ],
    [
      "a member that every object has",
      '{"id":1,"task":"a"}\n{"id":2,"constructor":"b"}\n',
      ndjson,
      400,
      { code: "unknown_column", line: 2 },
    ],
    [
      "a value that is none of its type",
      '{"id":1,"task":"a"}\n{"id":"x","task":"b"}\n',
      ndjson,
      400,
      { code: "22P02", line: 2, column: "id" },
    ],
    ["half a surrogate pair", '{"id":1,"task":"a"}\n{"id":2,"task":"\\ud800"}\n', ndjson, 400, { code: "invalid_line", line: 2 }],
    ["text that is not UTF-8 by its own word", "id,task\n1,a\n", "text/csv; charset=utf-16", 415, { code: "bulk_media_type" }],
    ["a member less where null may not be", '{"id":1,"task":"a"}\n{"id":2}\n', ndjson, 400, { code: "23502", line: 2 }],
  ])("with %s (%j) is refused with the line, and nothing is kept", async (_what, body, type, status, wanted) => {
    await run("truncate todos");
    const answer = await send("todos/import", body, type);
    expect([answer.status, answer.body]).toEqual([status, expect.objectContaining(wanted)]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await count("todos")).toBe(0);
  });

  test("tells the line of an error far behind what is already sent", async () => {
    await run("truncate todos");
    const lines = Array.from({ length: 60_000 }, (_, i) => `${i === 50_000 ? "x" : i},a task that is a little longer`);
    const { status, body } = await send("todos/import", `id,task\n${lines.join("\n")}\n`);
    expect([status, body.line, body.column, body.detail]).toEqual([
      400,
      50_002,
      "id",
      expect.stringMatching(/^Line 50002, column id: invalid input syntax/),
    ]);
    expect(await count("todos")).toBe(0);
    expect((await send("todos/import", "id,task\n1,a\n")).body.rows).toBe(1);
  });

  test("names the line also where a trigger had something against it", async () => {
    await run(`create table guarded (id int); grant all on guarded to service_role;
      create function guard() returns trigger language plpgsql as $$ begin
        if new.id = 2 then raise exception 'not two, %', current_setting('request.jwt.claims')::json ->> 'role'; end if; return new; end $$;
      create trigger guard before insert on guarded for each row execute function guard()`);
    expect((await send("guarded/import", "id\n1\n2\n")).body).toMatchObject({ code: "P0001", line: 3, message: "not two, service_role" });
  });

  test("with a line that is too long is refused, in either form", async () => {
    const long = "x".repeat(9_000_000);
    expect(await send("todos/import", `id,task\n1,${long}\n`)).toMatchObject({ status: 413, body: { code: "line_too_long", line: 2 } });
    expect(await send("todos/import", `{"id":1,"task":"a"}\n{"id":2,"task":"${long}"}\n`, ndjson)).toMatchObject({
      status: 413,
      body: { code: "line_too_long", line: 2 },
    });
  });

  test("larger than the plan lets it be is refused, told beforehand or not", async () => {
    await world.clone.query("update plans set import_bytes_max = 1000 where id = 'free'");
    const limited = await tenantOf(world);
    await run("create table small (id int); grant all on small to service_role", limited);
    const body = `id\n${"1\n".repeat(1_000)}`;
    const refused = { status: 413, body: { code: "import_too_large", bytesMax: 1_000 } };
    expect(await send("small/import", body, "text/csv", limited.secret.key)).toMatchObject(refused);
    const response = await fetch(`${world.url}/api/tables/small/import`, {
      method: "POST",
      headers: { apikey: limited.secret.key, "content-type": "text/csv" },
      body: new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(body));
          controller.close();
        },
      }),
      duplex: "half",
    } as RequestInit);
    expect({ status: response.status, body: await response.json() }).toMatchObject(refused);
    expect((await run("select count(*) from small", limited))[0].count).toBe(0);
    await world.clone.query("update plans set import_bytes_max = 100000000 where id = 'free'");
  });

  test("is counted like other writes, with what triggers write, and stops at the limit", async () => {
    const by = await tenantOf(world);
    const staff = await makeStaff(world);
    await run(
      `create table counted (id int); create table echoed (id int); grant all on all tables in schema public to service_role;
      create function echo() returns trigger language plpgsql as $$ begin insert into echoed values (new.id); return new; end $$;
      create trigger echo after insert on counted for each row execute function echo()`,
      by,
    );
    const used = async () => {
      const { body } = await ask(world, `GET /api/projects/${by.projectId}/quotas`, { token: by.developer.token });
      return body.items.find((item: Json) => item.metric === "rows_written_per_day").used;
    };
    const before = await used();
    expect((await send("counted/import", `id\n${"1\n".repeat(50)}`, "text/csv", by.secret.key)).body.rows).toBe(50);
    while ((await used()) === before) await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await used()) - before).toBe(100);
    const limit = { limit: before + 150, reason: "a test of it", confirm: true };
    await ask(world, `PUT /api/admin/projects/${by.projectId}/quotas/rows_written_per_day`, { token: staff.token, body: limit });
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const rows of [40, 400]) {
      const refused = await send("counted/import", `id\n${"1\n".repeat(rows)}`, "text/csv", by.secret.key);
      expect([refused.status, refused.body.code]).toEqual([429, "quota_exceeded"]);
    }
    expect((await run("select count(*) from counted", by))[0].count).toBe(50);
  });
});

describe("an import into a database that is nearly full", () => {
  test("stops soon after its cap, keeps nothing, and leaves no restriction behind", async () => {
    const by = await tenantOf(world);
    const staff = await makeStaff(world);
    await run("create table filled (line text); grant all on filled to service_role", by);
    const size = async () => Number((await run("select pg_database_size(current_database()) as bytes", by))[0].bytes);
    const before = await size();
    const limit = { limit: before + 4_000_000, reason: "a test of it", confirm: true };
    const path = `/api/admin/projects/${by.projectId}/quotas/database_bytes`;
    expect((await ask(world, `PUT ${path}`, { token: staff.token, body: limit })).status).toBe(200);
    const fill = (megabytes: number) =>
      send("filled/import", `line\n${`${"x".repeat(999)}\n`.repeat(megabytes * 1_000)}`, "text/csv", by.secret.key);
    // A body that is looked at on the way, and one that is complete before.
    for (const megabytes of [60, 8]) {
      const { status, body } = await fill(megabytes);
      expect([status, body.code, body.metric]).toEqual([429, "quota_exceeded", "database_bytes"]);
      expect(body.used).toBeLessThan(before + 40_000_000);
    }
    expect((await run("select count(*) from filled", by))[0].count).toBe(0);
    expect(await size()).toBeLessThan(before + 2_000_000);
    expect((await fill(1)).status).toBe(200);
  });
});

describe("what may not be is refused", () => {
  test.each<[string, string, Json]>([
    ["GET nowhere/export", "", { status: 404, body: { code: "table_not_found" } }],
    ["GET pg_class/export?schema=pg_catalog", "", { status: 404, body: { code: "table_not_found" } }],
    ["GET todos/export?format=xml", "", { status: 422, body: { code: "invalid_bulk_input" } }],
    ["GET todos/export?colums=id", "", { status: 422, body: { code: "invalid_bulk_input" } }],
    ["GET todos/export?columns=id,nothing", "", { status: 400, body: { code: "unknown_column", column: "nothing" } }],
    ["GET todos%ff/export", "", { status: 422, body: { code: "invalid_bulk_input" } }],
    ["GET todos/exports", "", { status: 404, body: { code: "nothing_at_address" } }],
    ["POST todos/export", "", { status: 405, body: { code: "bulk_method" } }],
    ["POST todos/import", "a", { status: 415, body: { code: "bulk_media_type" } }],
  ])("%s", async (at, body, wanted) => {
    const [method, path] = at.split(" ");
    const options = { apikey: tenant.secret.key, ...(body !== "" && { body, headers: { "content-type": "text/plain" } }) };
    expect(await ask(world, `${method} /api/tables/${path}`, options)).toMatchObject(wanted);
  });

  test("a compressed body", async () => {
    const headers = { "content-type": "text/csv", "content-encoding": "gzip" };
    const zipped = await ask(world, "POST /api/tables/todos/import", { apikey: tenant.secret.key, body: "id,task\n1,a\n", headers });
    expect([zipped.status, zipped.body.code]).toEqual([415, "bulk_media_type"]);
  });

  test("keys that may not, and browsers", async () => {
    const by = (apikey: string, headers = {}) => ask(world, "GET /api/tables/todos/export", { apikey, headers });
    expect((await by(tenant.publishable.key)).body.code).toBe("bulk_needs_secret_key");
    expect((await by(tenant.secret.key, { origin: "https://app.example" })).body.code).toBe("secret_key_in_browser");
  });

  test("names that look like SQL are names", async () => {
    await run(`create table "x"";drop table todos;--" ("y"")" int); grant all on all tables in schema public to service_role`);
    const name = encodeURIComponent('x";drop table todos;--');
    expect((await send(`${name}/import`, '"y"")"\n1\n')).body.rows).toBe(1);
    expect((await take(`${name}/export`)).body).toBe('"y"")"\n1\n');
    expect((await take(`${name}/export?format=ndjson`)).body).toBe('{"y\\")":1}\n');
  });

  test("more than a few at a time", async () => {
    await run("create view slow as select 1 as a from pg_sleep(2); grant select on slow to service_role");
    const statuses = await Promise.all([1, 2, 3].map(async () => (await take("slow/export")).status));
    expect(statuses.sort()).toEqual([200, 200, 429]);
  });
});
