import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask, type Json } from "../../test/ask.ts";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  await tenant.sql(`
    create schema shop;
    create type mood as enum ('happy', 'sad');
    create domain positive as int check (value > 0);
    create type place as (street text, number int);
    create table people (
      id bigint generated always as identity primary key, name varchar(20) not null default 'nobody', moods mood[], at place, age positive,
      twice int generated always as (1 + 1) stored);
    comment on table people is 'Who lives here';
    create table shop.orders (id uuid primary key default gen_random_uuid(), person bigint unique references people on delete cascade, total numeric check (total >= 0));
    create index by_total on shop.orders (total desc) where total > 10;
    create view adults as select id, name from people where age > 17;
    create function greet(who text, loud boolean default false) returns text language sql stable as $$ select who $$;
    create function touched() returns trigger language plpgsql security definer as $$ begin return new; end $$;
    create trigger touch before update on people for each row execute function touched();
    alter table people enable row level security;
    create policy own on people for select to anon using (name = 'me');
    grant select on people to anon`);
});
afterAll(() => world.close());

const get = (path: string, key = tenant.secret.key) => ask(world, `GET /api/schema${path}`, { apikey: key });

describe("the whole schema", () => {
  let schema: Json;
  beforeAll(async () => {
    const { status, body } = await get("");
    expect([status, body.detail]).toEqual([200, undefined]);
    schema = body;
  });
  const named = (list: Json, name: string) => list.find((each: Json) => each.name === name);

  test("names the project's schemas, and none of the platform's or of PostgreSQL's", () => {
    expect(schema.schemas).toEqual([
      { name: "public", isExposed: true, comment: expect.anything() },
      { name: "shop", isExposed: false, comment: null },
    ]);
  });

  test("says which of them are exposed, as the project chose", async () => {
    const expose = (...exposedSchemas: readonly string[]) =>
      ask(world, `PUT /api/projects/${tenant.id}/data`, { token: tenant.developer.token, body: { exposedSchemas } });
    await expose("shop");
    expect((await get("")).body.schemas).toMatchObject([
      { name: "public", isExposed: false },
      { name: "shop", isExposed: true },
    ]);
    await expose("public");
  });

  test("tells of tables their columns, keys, rights, and how large they are", () => {
    const people = named(schema.tables, "people");
    expect(people).toMatchObject({
      schema: "public",
      kind: "table",
      comment: "Who lives here",
      hasRls: true,
      grants: { anon: ["select"], authenticated: [], service_role: ["select", "insert", "update", "delete"] },
      rowsEstimate: null,
      tableBytes: expect.any(Number),
    });
    expect(people.columns.map((each: Json) => [each.name, each.type, each.baseType, each.isArray, each.isNullable])).toEqual([
      ["id", "bigint", "int8", false, false],
      ["name", "character varying(20)", "varchar", false, false],
      ["moods", "public.mood[]", "mood", true, true],
      ["at", "public.place", "place", false, true],
      ["age", "public.positive", "positive", false, true],
      ["twice", "integer", "int4", false, true],
    ]);
    expect(named(people.columns, "id").identity).toBe("always");
    expect(named(people.columns, "name").default).toContain("'nobody'");
    expect(named(people.columns, "twice")).toMatchObject({ default: null, generatedAs: "(1 + 1)" });
  });

  test("tells of constraints, indexes, policies and triggers", () => {
    const [people, orders] = [named(schema.tables, "people"), named(schema.tables, "orders")];
    expect(orders.constraints.map((each: Json) => [each.kind, each.columns])).toEqual([
      ["foreign key", ["person"]],
      ["unique", ["person"]],
      ["primary key", ["id"]],
      ["check", ["total"]],
    ]);
    expect(named(orders.indexes, "by_total")).toMatchObject({
      method: "btree",
      isUnique: false,
      columns: ["total"],
      predicate: expect.stringContaining("> "),
    });
    expect(people.policies).toEqual([
      { name: "own", command: "select", isPermissive: true, roles: ["anon"], using: expect.stringContaining("'me'"), check: null },
    ]);
    expect(people.triggers).toEqual([
      {
        name: "touch",
        isEnabled: true,
        function: { schema: "public", name: "touched" },
        definition: expect.stringContaining("BEFORE UPDATE"),
      },
    ]);
  });

  test("tells of relations, views, functions, types, sequences and extensions", () => {
    expect(schema.relations).toEqual([
      {
        name: "orders_person_fkey",
        from: { schema: "shop", table: "orders", columns: ["person"] },
        to: { schema: "public", table: "people", columns: ["id"] },
        isOneToOne: true,
        onDelete: "cascade",
        onUpdate: "no action",
      },
    ]);
    expect(named(schema.views, "adults")).toMatchObject({
      kind: "view",
      isInvoker: false,
      isInsertable: true,
      columns: [{ name: "id" }, { name: "name" }],
    });
    expect(named(schema.functions, "greet")).toMatchObject({
      arguments: [
        { name: "who", mode: "in", type: { baseType: "text" } },
        { name: "loud", mode: "in", type: { baseType: "bool" } },
      ],
      defaultsCount: 1,
      returns: { baseType: "text" },
      volatility: "stable",
    });
    expect(named(schema.functions, "touched")).toMatchObject({ isDefiner: true, settings: [] });
    expect(schema.enums).toEqual([{ schema: "public", name: "mood", values: ["happy", "sad"], comment: null }]);
    expect(schema.domains).toMatchObject([{ name: "positive", type: "integer", checks: ["CHECK ((VALUE > 0))"] }]);
    expect(schema.composites).toMatchObject([{ name: "place", attributes: [{ name: "street" }, { name: "number" }] }]);
    expect(schema.sequences).toMatchObject([{ name: "people_id_seq", ownedBy: { table: "people", column: "id" } }]);
    expect(named(schema.extensions, "pgcrypto")).toMatchObject({ schema: "extensions" });
  });
});

describe("a part of it", () => {
  test("is one schema", async () => {
    const { body } = await get("?schema=shop");
    expect([body.schemas.length, body.tables.map((each: Json) => each.name), body.functions]).toEqual([1, ["orders"], []]);
  });

  test("is one table, with relations from it and to it", async () => {
    const { body } = await get("/tables/people");
    expect([body.name, body.relations.length]).toEqual(["people", 1]);
    const other = await get("/tables/orders?schema=shop");
    expect([other.body.name, other.body.relations.length]).toEqual(["orders", 1]);
  });

  test("that is not there is a 404, of another project too", async () => {
    const other = await tenantOf(world);
    expect((await get("/tables/nothing")).body.code).toBe("table_not_found");
    expect((await get("/tables/people", other.secret.key)).status).toBe(404);
  });
});

describe("the door", () => {
  test("is for secret keys, not in browsers", async () => {
    expect((await get("", tenant.publishable.key)).body.code).toBe("needs_secret_key");
    const inBrowser = await ask(world, "GET /api/schema", { apikey: tenant.secret.key, headers: { origin: "https://app.example" } });
    expect(inBrowser.body.code).toBe("secret_key_in_browser");
    expect((await ask(world, "GET /api/schema")).status).toBe(401);
  });

  test("tells what it does not know", async () => {
    expect((await get("/nowhere")).body.code).toBe("nothing_at_address");
    expect((await get("?more=1")).body).toMatchObject({
      status: 422,
      code: "invalid_input",
      errors: [{ path: "more", message: "is not known here" }],
    });
    expect((await get("/tables/%ff")).status).toBe(422);
    expect((await get("/tables/a%00b")).status).toBe(422);
    const put = await ask(world, "PUT /api/schema", { apikey: tenant.secret.key, body: {} });
    expect([put.status, put.headers.get("allow")]).toEqual([405, "GET, OPTIONS"]);
  });

  test("counts as a request of the project's", async () => {
    const used = async () => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      const { body } = await ask(world, `GET /api/projects/${tenant.projectId}/quotas`, { token: tenant.developer.token });
      return body.items.find((item: Json) => item.metric === "requests_per_day").used;
    };
    const before = await used();
    await get("");
    await get("/tables/nothing");
    expect((await used()) - before).toBe(2);
  });

  test("reads a table of very many columns with defaults, over REST as well", async () => {
    const wide = await tenantOf(world);
    await wide.sql(`
      create table wide (id int default 0);
      do $$ begin for i in 1 .. 1500 loop execute pg_catalog.format('alter table wide add c%s int default %s', i, i); end loop; end $$;
      insert into wide default values; grant select on wide to service_role`);
    const { body } = await get("/tables/wide", wide.secret.key);
    expect(body.columns.at(-1)).toMatchObject({ name: "c1500", default: "1500" });
    expect((await ask(world, "GET /api/rest/wide?select=c1500", { apikey: wide.secret.key })).body).toEqual([{ c1500: 1500 }]);
  });

  test("reads past what a tenant put in the way", async () => {
    const hostile = await tenantOf(world);
    await hostile.sql(`
      create function public.lower(text) returns text language sql as $$ select 'mine' $$;
      create table public.pg_class (relname text);
      create function public.never(name, text) returns boolean language plpgsql as $$ begin raise exception 'called'; end $$;
      create operator public.!~ (leftarg = name, rightarg = text, function = public.never)`);
    const { status, body } = await get("", hostile.secret.key);
    expect([status, body.tables.map((each: Json) => each.name)]).toEqual([200, ["pg_class"]]);
  });
});
