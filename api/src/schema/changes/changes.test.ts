import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Sql } from "../../../src/platform/db/sql.ts";
import { ask, type Json } from "../../../test/ask.ts";
import { makeStaff } from "../../../test/make.ts";
import { type TestTenant, tenantOf } from "../../../test/tenant.ts";
import { openWorld, type World } from "../../../test/world.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
});
afterAll(() => world.close());

const post = (changes: unknown, more: object = {}, by = tenant) =>
  ask(world, "POST /api/schema/changes", { apikey: by.secret.key, body: { changes, ...more } });
const change = async (...changes: readonly object[]): Promise<Json> => {
  const { status, body } = await post(changes);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const table = async (name: string): Promise<Json> =>
  (await ask(world, `GET /api/schema/tables/${name}`, { apikey: tenant.secret.key })).body;
const rest = (at: string, key = tenant.secret.key, body?: unknown) => {
  const [method, path] = at.split(" ");
  return ask(world, `${method} /api/rest/${path}`, { apikey: key, ...(body !== undefined && { body }) });
};
const id = { name: "id", type: "bigint", identity: "always", isPrimaryKey: true };

describe("a table", () => {
  test("is made with columns, constraints, a comment and row-level security, and is there over REST at once", async () => {
    expect((await rest("GET made")).status).toBe(404);
    const { isDone, statements } = await change({
      kind: "create table",
      name: "made",
      comment: "It's \\ made",
      columns: [
        id,
        { name: 'odd "name"', type: "varchar(10)[]", isNullable: false, default: "array['a']::varchar(10)[]", comment: "Odd" },
        { name: "parent", type: "bigint", references: { table: "made", onDelete: "set null" } },
        { name: "n", type: "int", check: "n > 0 -- more than none" },
        { name: "double", type: "int", generatedAs: "n * 2" },
      ],
      constraints: [
        { kind: "unique", name: "pair", columns: ["parent", "n"] },
        { kind: "check", expression: "n < 100 or parent is null" },
      ],
    });
    expect([isDone, statements.length]).toEqual([true, 4]);
    const made = await table("made");
    expect(made).toMatchObject({ hasRls: true, comment: "It's \\ made" });
    expect(made.columns.map((each: Json) => [each.name, each.type])).toEqual([
      ["id", "bigint"],
      ['odd "name"', "character varying(10)[]"],
      ["parent", "bigint"],
      ["n", "integer"],
      ["double", "integer"],
    ]);
    expect(made.constraints.map((each: Json) => each.kind).sort()).toEqual(["check", "check", "foreign key", "primary key", "unique"]);
    expect((await rest("POST made", tenant.secret.key, { n: 4 })).status).toBe(201);
    expect((await rest("GET made?select=double")).body).toEqual([{ double: 8 }]);
  });

  test("is altered, and dropped", async () => {
    await tenant.sql("create schema attic");
    await change({ kind: "create table", name: "old", columns: [id] });
    await change({ kind: "alter table", table: "old", rename: "older", moveTo: "attic", comment: "Dusty" });
    const found = await ask(world, "GET /api/schema/tables/older?schema=attic", { apikey: tenant.secret.key });
    expect(found.body).toMatchObject({ schema: "attic", name: "older", comment: "Dusty" });
    await change({ kind: "drop table", schema: "attic", table: "older" });
    expect((await post([{ kind: "drop table", schema: "attic", table: "older" }])).body).toMatchObject({ code: "42P01" });
  });
});

describe("columns, constraints, indexes and enums", () => {
  test("come, change and go", async () => {
    await change(
      { kind: "create enum", name: "state", values: ["open", "it's done"] },
      { kind: "create table", name: "tasks", columns: [id, { name: "state", type: "state" }, { name: "n", type: "text" }] },
    );
    await change({ kind: "add enum value", name: "state", value: "late", before: "it's done" });
    await change(
      { kind: "rename enum value", name: "state", value: "it's done", rename: "done" },
      { kind: "add column", table: "tasks", column: { name: "due", type: "date", comment: "When" } },
      {
        kind: "alter column",
        table: "tasks",
        column: "n",
        type: "int",
        using: "n::int",
        default: "1",
        isNullable: false,
        rename: "number",
      },
      { kind: "add constraint", table: "tasks", constraint: { kind: "check", name: "positive", expression: "number > 0" } },
      {
        kind: "create index",
        table: "tasks",
        name: "by_due",
        parts: [{ column: "due", order: "desc", nulls: "last" }],
        where: "due is not null",
      },
      { kind: "create index", table: "tasks", name: "by_state", parts: [{ expression: "number % 2" }, { column: "id" }], isUnique: true },
    );
    const schema = (await ask(world, "GET /api/schema?schema=public", { apikey: tenant.secret.key })).body;
    expect(schema.enums.find((each: Json) => each.name === "state").values).toEqual(["open", "late", "done"]);
    const made = await table("tasks");
    expect(made.columns.map((each: Json) => [each.name, each.default, each.comment])).toEqual([
      ["id", null, null],
      ["state", null, null],
      ["number", "1", null],
      ["due", null, "When"],
    ]);
    expect(made.indexes.map((each: Json) => each.name)).toEqual(["by_due", "by_state", "tasks_pkey"]);
    await change(
      { kind: "drop index", name: "by_due" },
      { kind: "drop constraint", table: "tasks", name: "positive" },
      { kind: "drop column", table: "tasks", column: "state" },
      { kind: "alter column", table: "tasks", column: "number", default: null, comment: null },
      { kind: "drop enum", name: "state" },
    );
    const left = await table("tasks");
    expect([left.columns.length, left.indexes.length, left.constraints.length]).toEqual([3, 2, 1]);
  });

  test("an index is made beside writers, alone", async () => {
    const index = { kind: "create index", table: "tasks", name: "beside", parts: [{ column: "due" }], concurrently: true };
    expect((await post([index, { kind: "drop index", name: "beside" }])).body.code).toBe("not_alone");
    await change(index);
    expect((await table("tasks")).indexes.map((each: Json) => each.name)).toContain("beside");
  });

  test("a foreign key joins what is there", async () => {
    await change(
      { kind: "create table", name: "owners", columns: [id] },
      { kind: "create table", name: "pets", columns: [id, { name: "owner", type: "bigint" }] },
      {
        kind: "add constraint",
        table: "pets",
        constraint: {
          kind: "foreign key",
          name: "of_owner",
          columns: ["owner"],
          references: { table: "owners" },
          onDelete: "cascade",
          isDeferrable: true,
        },
      },
    );
    expect((await table("pets")).relations).toMatchObject([
      { name: "of_owner", onDelete: "cascade", to: { table: "owners", columns: ["id"] } },
    ]);
  });
});

describe("rights", () => {
  const seen = async () => {
    const { status, body } = await rest("GET notes?select=text", tenant.publishable.key);
    return status === 200 ? body.map((each: Json) => each.text) : status;
  };

  test("are given together with row-level security, and policies let rows through", async () => {
    await change({
      kind: "create table",
      name: "notes",
      hasRls: false,
      columns: [id, { name: "text", type: "text" }, { name: "open", type: "boolean" }],
    });
    await rest("POST notes", tenant.secret.key, [
      { text: "for all", open: true },
      { text: "for none", open: false },
    ]);
    expect(await seen()).toBe(401);
    await change({ kind: "grant", table: "notes", to: ["anon"], privileges: ["select"] });
    expect((await table("notes")).hasRls).toBe(true);
    expect(await seen()).toEqual([]);
    await change({ kind: "create policy", table: "notes", name: "open ones", command: "select", roles: ["anon"], using: "open" });
    expect(await seen()).toEqual(["for all"]);
    await change({ kind: "create policy", table: "notes", name: "never", isPermissive: false, using: "false" });
    expect(await seen()).toEqual([]);
    await change(
      { kind: "drop policy", table: "notes", name: "never" },
      { kind: "set rls", table: "notes", isEnabled: false, isForced: true },
    );
    expect((await seen()).length).toBe(2);
    await change({ kind: "revoke", table: "notes", from: ["anon"], privileges: ["select"] });
    expect(await seen()).toBe(401);
  });
});

describe("a dry run", () => {
  test("tells the SQL and does nothing", async () => {
    const { body } = await post([{ kind: "create table", name: "not_made", columns: [{ name: "a", type: "text", default: "'x'" }] }], {
      dryRun: true,
    });
    expect(body).toEqual({
      isDone: false,
      isChecked: true,
      statements: [
        `create table "public"."not_made" (\n  "a" text default ('x')\n)`,
        `alter table "public"."not_made" enable row level security`,
      ],
    });
    expect((await table("not_made")).code).toBe("table_not_found");
  });

  const column = (more: object) => ({ kind: "create table", name: "never", columns: [{ name: "a", type: "int", ...more }] });
  test.each<[string, object, string]>([
    ["a set for a type", column({ type: "setof int" }), "42P16"],
    ["a type that there is not", column({ type: "nothing" }), "42704"],
    ["a star for a default", column({ default: "*" }), "42601"],
    ["a default of another type", column({ default: "now()" }), "42804"],
    ["a default that calls what there is not", column({ default: "nothing()" }), "42883"],
    ["a column of a table that there is not", { kind: "add column", table: "nothing", column: { name: "a", type: "int" } }, "42P01"],
    ["a column that is there", { kind: "add column", table: "trying", column: { name: "a", type: "int" } }, "42701"],
    ["a constraint that rows break", { kind: "add constraint", table: "trying", constraint: { kind: "unique", columns: ["a"] } }, "23505"],
  ])("is refused what PostgreSQL refuses, such as %s", async (_what, it, code) => {
    await tenant.sql("create table if not exists trying (a int); truncate trying; insert into trying values (1), (1)");
    const { status, body } = await post([it], { dryRun: true });
    const { status: really, body: refusal } = await post([it]);
    expect([status, body.code, body.message, body.sql]).toEqual([really, code, refusal.message, refusal.sql]);
  });

  test("waits for nobody who uses the table, and says that it was not checked", async () => {
    await tenant.sql("create table busy (a int)");
    const holding = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const user = world.engine.cell.asTenant(tenant.login("owner"), async (db) => {
      await db.run(new Sql(["begin"], []));
      await db.run(new Sql(["lock table busy in access share mode"], []));
      holding.resolve();
      await released.promise;
    });
    await holding.promise;
    const { status, body } = await post([{ kind: "drop column", table: "busy", column: "a" }], { dryRun: true });
    released.resolve();
    await user;
    expect([status, body]).toEqual([200, { isDone: false, isChecked: false, statements: ['alter table "public"."busy" drop column "a"'] }]);
  });

  test("lets go of the tables where a statement, or all of them, take too long", async () => {
    await tenant.sql("create table large (a int); insert into large values (1)");
    const slow = (seconds: number) => ({
      kind: "add column",
      table: "large",
      column: { name: "b", type: "text", default: `pg_sleep(${seconds})::text` },
    });
    const alter = (seconds: number) => [slow(seconds), { kind: "drop column", table: "large", column: "b" }];
    expect((await post(alter(60), { dryRun: true })).body.isChecked).toBe(false);
    const many = Array.from({ length: 100 }, () => alter(0.3)).flat();
    expect((await post(many, { dryRun: true })).body.isChecked).toBe(false);
    expect((await post([{ kind: "drop table", table: "large" }])).status).toBe(200);
  });

  test("does nothing that could not be undone", async () => {
    await tenant.sql("create table aside (a int)");
    const index = { kind: "create index", table: "aside", concurrently: true, parts: [{ column: "a" }] };
    expect((await post([index], { dryRun: true })).body).toMatchObject({ isDone: false, isChecked: false });
    expect((await table("aside")).indexes).toEqual([]);
  });
});

describe("all or nothing", () => {
  test("what PostgreSQL refuses keeps nothing, and is told with its SQLSTATE and the SQL", async () => {
    const { status, body } = await post([
      { kind: "create table", name: "half", columns: [id] },
      { kind: "drop column", table: "half", column: "nothing" },
    ]);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: "42703", statement: 3, sql: expect.stringContaining('drop column "nothing"') });
    expect((await table("half")).code).toBe("table_not_found");
  });

  test("a project at its limit can't grow, and may still drop", async () => {
    const full = await tenantOf(world);
    await full.sql("create table heavy (a int)");
    const staff = await makeStaff(world);
    const capped = await ask(world, `PUT /api/admin/projects/${full.projectId}/quotas/rows_written_per_day`, {
      token: staff.token,
      body: { limit: 0, reason: "a test of it", confirm: true },
    });
    expect(capped.status).toBe(200);
    const made = await post([{ kind: "create table", name: "more", columns: [id] }], {}, full);
    expect([made.status, made.body.code]).toEqual([429, "quota_exceeded"]);
    expect((await post([{ kind: "drop table", table: "heavy" }], {}, full)).status).toBe(200);
  });
});

describe("what is no single expression or type is refused before it is run", () => {
  const column = (more: object) => [{ kind: "create table", name: "never", columns: [{ name: "a", type: "int", ...more }] }];
  test.each([
    "1, add b int",
    "1) check (true",
    "1; drop table notes",
    "1 as b",
    "1 from notes",
    "1 /* open",
    "(1",
    "distinct 1",
    "$q$open",
    "1 union select 2",
  ])("default %j", async (given) => {
    const { status, body } = await post(column({ default: given }));
    expect([status, body.code, body.errors?.[0].path]).toEqual([422, "invalid_input", "changes.0"]);
  });

  test.each(["int default 5", "int; select 1", "int, b int", "int::text", "", "int) (", "int not null", 'int collate "C"'])(
    "type %j",
    async (given) => {
      const { status, body } = await post(column({ type: given }));
      expect([status, body.code]).toEqual([422, "invalid_input"]);
    },
  );

  test.each<[string, readonly object[]]>([
    ["changes.0.columns.0.default", column({ default: "a\0b" })],
    ["changes.0.name", [{ kind: "create table", name: "a\ud800", columns: [id] }]],
    ["changes.0.comment", [{ kind: "alter table", table: "notes", comment: "a\ud800" }]],
  ])("text that PostgreSQL can't hold, in %s", async (path, given) => {
    expect(await post(given)).toMatchObject({ status: 422, body: { code: "invalid_input", errors: [{ path }] } });
  });

  test("a comment at the end of one hides nothing that follows", async () => {
    const { body } = await post(column({ type: "int -- all", default: "1 -- the", isNullable: false }), { dryRun: true });
    expect(body.statements[0]).toMatch(/\n\) not null\n\)$/);
    await change({
      kind: "create table",
      name: "commented",
      columns: [{ name: "a", type: "int -- all", default: "1 -- the", isNullable: false }],
    });
    expect((await table("commented")).columns).toMatchObject([{ isNullable: false, default: "1" }]);
  });

  test.each<[string, unknown]>([
    ["no changes", []],
    ["one of no kind", [{ kind: "explode" }]],
    ["one that changes nothing", [{ kind: "alter table", table: "notes" }]],
    ["a name that is too long", [{ kind: "drop table", table: "é".repeat(32) }]],
    ["a name with a NUL", [{ kind: "drop table", table: "a\0" }]],
    ["a role there is not", [{ kind: "grant", table: "notes", to: ["postgres"], privileges: ["select"] }]],
    ["a member that is not known", [{ kind: "drop table", table: "notes", force: true }]],
    ["an index of nothing", [{ kind: "create index", table: "notes", parts: [{}] }]],
  ])("%s", async (_what, changes) => {
    expect(await post(changes)).toMatchObject({ status: 422, body: { code: "invalid_input" } });
  });

  test("names are only ever names", async () => {
    const name = `x"; drop table notes; --`;
    await change({ kind: "create table", name, columns: [{ name, type: "text" }] });
    expect((await table(encodeURIComponent(name))).columns).toMatchObject([{ name }]);
    expect((await table("notes")).name).toBe("notes");
  });
});
