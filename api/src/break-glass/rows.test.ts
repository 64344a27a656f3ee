import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeStaff } from "../../test/make.ts";
import { sealFor } from "../../test/sealed.ts";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let tenant: TestTenant;
let ada: Awaited<ReturnType<typeof makeStaff>>;
let glass: string;
let sessionId: string;

const breakIn = async () => {
  await world.clone.query("delete from throttle");
  const holder = await sealFor(world, ada.email);
  const { body } = await ask(world, "POST /api/admin/break-glass/sessions", {
    body: { holder: ada.email, code: holder.codes[0], totp: holder.digits(), reason: "Orders are lost.", incident: "INC-7" },
  });
  return { token: String(body.accessToken), sessionId: String(body.session.id) };
};

beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  ada = await makeStaff(world, "admin");
  ({ token: glass, sessionId } = await breakIn());
  await tenant.sql(`
    create table orders (id int primary key, buyer text, note text);
    insert into orders select n, case when n % 2 = 0 then 'ada' else 'bob' end, 'note ' || n from generate_series(1, 250) n;
    create table "od""d" ("a b" text); insert into "od""d" values (repeat('x', 5000)), (null);
    create table guarded (id int); insert into guarded values (1); alter table guarded enable row level security;
    create table hidden (id int); insert into hidden values (1); alter table hidden enable row level security, force row level security;
    create schema inner_room; create table inner_room.things (id int); insert into inner_room.things values (1);
    create table slow (id int); insert into slow values (1);
    create view everything as select * from orders`);
});
afterAll(() => world?.close());

const why = (text: string) => ({ "break-glass-reason": encodeURIComponent(text) });
const open = (
  table: string,
  { token = glass, schema = "public", projectId = tenant.projectId, headers = why("The owner misses orders") } = {},
) => ask(world, `POST /api/admin/projects/${projectId}/row-accesses`, { token, headers, body: { schema, table } });
const look = (accessId: string, body: object = {}, { token = glass, headers = why("Which are missing") } = {}) =>
  ask(world, `POST /api/admin/row-accesses/${accessId}/looks`, { token, headers, body });
const opened = async (table: string) => String((await open(table)).body.id);

describe("rows of a project", () => {
  test("are shown to nobody who came in the usual way", async () => {
    const refused = { status: 403, body: { code: "only_behind_broken_glass" } };
    expect(await open("orders", { token: ada.token })).toMatchObject(refused);
    expect(await look(await opened("orders"), {}, { token: ada.token })).toMatchObject(refused);
    const operator = await makeStaff(world, "operator");
    expect(await open("orders", { token: operator.token })).toMatchObject({ status: 403, body: { code: "missing_role" } });
  });

  test("are shown behind broken glass after an escalation that names the table and says why", async () => {
    expect(await open("orders", { headers: {} as never })).toMatchObject({ status: 403, body: { code: "escalation_needs_a_reason" } });
    const { status, body } = await open("orders");
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { projectId: tenant.projectId, schema: "public", table: "orders", reason: "The owner misses orders" },
    });
    expect(await look(body.id, {}, { headers: {} as never })).toMatchObject({ status: 403, body: { code: "escalation_needs_a_reason" } });
    const seen = await look(body.id, { limit: 2 });
    expect(seen).toMatchObject({
      status: 200,
      body: {
        columns: [{ name: "id", type: "integer" }, { name: "buyer" }, { name: "note" }],
        rows: [
          ["1", "bob", "note 1"],
          ["2", "ada", "note 2"],
        ],
        hasMore: true,
        hasRls: false,
      },
    });
  });

  test("are found by what columns say, a hundred at most, page by page", async () => {
    const id = await opened("orders");
    expect((await look(id, { limit: 101 })).status).toBe(422);
    const hundred = (await look(id, { limit: 100 })).body;
    expect([hundred.rows.length, hundred.hasMore]).toEqual([100, true]);
    const rest = (await look(id, { limit: 100, offset: 200 })).body;
    expect([rest.rows.length, rest.rows[0][0], rest.hasMore]).toEqual([50, "201", false]);
    const filters = [
      { column: "buyer", how: "is", value: "ada" },
      { column: "note", how: "contains", value: "24" },
    ];
    expect((await look(id, { filters })).body.rows.map(([n]: string[]) => n)).toEqual([
      "24",
      "124",
      "224",
      "240",
      "242",
      "244",
      "246",
      "248",
    ]);
    expect((await look(id, { filters: [{ column: "note", how: "is", value: "'; drop table orders; --" }] })).body.rows).toEqual([]);
    expect(await look(id, { filters: [{ column: 'x" = 1 or true --', how: "is", value: "" }] })).toMatchObject({
      status: 422,
      body: { code: "column_not_found" },
    });
  });

  test("are cut where a cell is long, and their names may be strange", async () => {
    const { rows, columns } = (await look(await opened('od"d'))).body;
    expect(columns).toEqual([{ name: "a b", type: "text" }]);
    expect(rows).toEqual([["x".repeat(1_000)], [null]]);
  });

  test("are seen whatever policies and schemas keep from others; where the owner too is kept from them, it is said", async () => {
    expect((await look(await opened("guarded"))).body).toMatchObject({ rows: [["1"]], hasRls: false });
    const { body } = await open("things", { schema: "inner_room" });
    expect((await look(String(body.id))).body).toMatchObject({ rows: [["1"]], hasRls: false });
    expect((await look(await opened("hidden"))).body).toMatchObject({ rows: [], hasRls: true });
  });

  test.each([
    ["everything", "public"],
    ["nothing", "public"],
    ["pg_authid", "pg_catalog"],
    ["pg_class", "pg_catalog"],
    ["tables", "information_schema"],
  ])("of %s in %s are not there", async (table, schema) => {
    expect(await open(table, { schema })).toMatchObject({ status: 404, body: { code: "table_not_found" } });
  });

  test("are read by the tenant's own login, where nothing can be written, and not for long", async () => {
    const id = await opened("slow");
    await tenant.sql(`
      create type mood as enum ('fine');
      create function told(mood) returns text language plpgsql as $$ begin return current_user || ',' || current_setting('transaction_read_only'); end $$;
      grant execute on function told(mood) to public;
      create cast (mood as text) with function told(mood);
      alter table slow add column feels mood default 'fine'`);
    expect((await look(id)).body.rows).toEqual([["1", `t_${tenant.tenantId}_owner,on`]]);
    await tenant.sql(
      "create or replace function told(mood) returns text language plpgsql as $$ begin perform pg_sleep(60); return ''; end $$",
    );
    expect(await look(id)).toMatchObject({ status: 409, body: { code: "rows_not_readable" } });
  }, 30_000);

  test("are of one table, one project and one session", async () => {
    const id = await opened("orders");
    const other = await breakIn();
    expect(await look(id, {}, { token: other.token })).toMatchObject({ status: 404, body: { code: "rows_not_open" } });
    expect(await open("orders", { projectId: "prj_01jh8x4q3efyxb0v1s2t3w4y5z" })).toMatchObject({
      status: 404,
      body: { code: "project_not_found" },
    });
    await ask(world, `POST /api/admin/break-glass/sessions/${other.sessionId}/end`, { token: other.token });
    expect((await open("orders", { token: other.token })).status).toBe(401);
  });
});

test("each look is in the transcript and in the owner's audit log, with how many rows it showed and none of them", async () => {
  const id = await opened("orders");
  const filters = [{ column: "buyer", how: "is", value: "ada" }];
  await look(id, { filters, limit: 3 });
  const after = { schema: "public", table: "orders", filters, offset: 0, rows: 3 };
  const { body: session } = await ask(world, `GET /api/admin/break-glass/sessions/${sessionId}`, { token: ada.token });
  expect(session.transcript.at(-1)).toMatchObject({
    kind: "changed",
    what: "lookAtRows",
    target: tenant.projectId,
    why: "Which are missing",
    after,
  });
  const { body: log } = await ask(world, `GET /api/projects/${tenant.projectId}/audit?limit=2`, { token: tenant.developer.token });
  expect(log.items).toMatchObject([
    { action: "lookAtRows", actor: "staff", after },
    { action: "openRows", actor: "staff", after: { schema: "public", table: "orders" } },
  ]);
  expect(JSON.stringify([session.transcript, log])).not.toContain("note 2");
});
