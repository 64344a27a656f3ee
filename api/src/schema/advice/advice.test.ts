import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { ask, type Json } from "../../../test/ask.ts";
import { type TestTenant, tenantOf } from "../../../test/tenant.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { rules } from "./advise.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  tenant = await tenantOf(world);
});
afterAll(() => world.close());

const advice = async (): Promise<Json> => {
  const { status, body } = await ask(world, "GET /api/schema/advice", { apikey: tenant.secret.key });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.items;
};
const sql = async (query: string): Promise<Json> => {
  const { status, body } = await ask(world, "POST /api/sql", { apikey: tenant.secret.key, body: { query } });
  if (status !== 200) throw new Error(`${query}: ${JSON.stringify(body)}`);
  return body;
};

/** By rule: what calls for it, the object it names, something much alike that does not, and how often its fix is to be run. */
const cases: Readonly<Record<string, { readonly bad: string; readonly object: string; readonly good?: string; readonly kept?: string }>> = {
  table_without_rls: {
    bad: "create table open (id int primary key); grant select (id) on open to anon",
    object: "open",
    good: "create table shut (id int primary key); grant select on shut to service_role",
  },
  policies_without_rls: { bad: "create table lax (id int primary key); create policy p on lax using (id = 1)", object: "lax" },
  rls_without_policies: {
    bad: "create table mute (id int primary key); alter table mute enable row level security; grant select on mute to authenticated",
    object: "mute",
    good: "create table own (id int primary key); alter table own enable row level security",
  },
  view_past_rls: {
    bad: "create table behind (id int primary key); alter table behind enable row level security; create view ahead as select * from behind; grant select on ahead to anon",
    object: "ahead",
    good: "create view invoking with (security_invoker = on) as select * from behind; grant select on invoking to anon",
  },
  materialized_view_reachable: {
    bad: "create materialized view copied as select 1 as a; grant select on copied to anon",
    object: "copied",
  },
  definer_without_search_path: {
    bad: `create function "As Owner"(a int, b text default 'x') returns int language sql security definer as $$ select 1 $$`,
    object: "As Owner",
    good: "create function safe() returns int language sql security definer set search_path = '' as $$ select 1 $$",
  },
  policy_calls_per_row: {
    bad: `create table mine (id int primary key, owner text); alter table mine enable row level security;
      create policy "by owner" on mine using (owner = current_setting('request.jwt.claims', true)::json ->> 'sub')
        with check (owner = current_setting('app.user', true))`,
    object: "by owner",
    good: "create policy fast on mine using (owner = (select current_setting('app.user', true)))",
  },
  missing_primary_key: { bad: "create table nameless (id int, row_id int)", object: "nameless" },
  unvalidated_constraint: {
    bad: "create table late (id int primary key); alter table late add constraint positive check (id > 0) not valid",
    object: "positive",
  },
  sequence_near_end: {
    bad: "create table few (id serial primary key); select setval('few_id_seq', 2000000000)",
    object: "few_id_seq",
    good: "create table many (id int generated always as identity primary key); select setval('many_id_seq', 1000000000)",
  },
  sequence_not_granted: {
    bad: `create table counted (id serial primary key); alter table counted enable row level security;
      create policy p on counted for insert with check (true); grant insert on counted to anon, authenticated`,
    object: "counted_id_seq",
  },
  foreign_key_without_index: {
    bad: `create table targets (a int, b int, primary key (a, b)); create table "Referring" (id int primary key, "A" int, b int,
      constraint to_target foreign key ("A", b) references targets)`,
    object: "to_target",
    good: "create table covered (id int primary key, a int, b int, c int, foreign key (a, b) references targets); create index on covered (b, a, c)",
  },
  duplicate_index: {
    bad: "create table twice (id int primary key, a int); create index first_a on twice (a); create index second_a on twice (a)",
    object: "second_a",
    good: "create index a_down on twice (a desc); create index a_some on twice (a) where a > 1; create unique index a_only on twice ((a + 1))",
  },
  unused_index: {
    bad: `create table dusty (id int primary key, a int); create index never_used on dusty (a); insert into dusty select n, n from generate_series(1, 10) n;
      do $$ begin for i in 1..1100 loop perform from dusty; end loop; end $$`,
    object: "never_used",
  },
  invalid_index: {
    bad: "create table broken (id int primary key, a int); insert into broken values (1, 1), (2, 1)",
    object: "half_built",
  },
};

describe("each rule has its case", () => {
  test("and none is missing", () => {
    expect(Object.keys(cases).sort()).toEqual(rules.map((rule) => rule.id).sort());
  });
});

describe("the advice", () => {
  test.each(Object.keys(cases))("%s is given, and gone once its fix was run", async (rule) => {
    const { bad, good, object } = cases[rule] ?? { bad: "", object: "" };
    const given = async () => (await advice()).filter((each: Json) => each.rule === rule);
    expect(await given()).toEqual([]);
    await sql(bad);
    if (rule === "invalid_index") await breakIndex();
    if (good) await sql(good);
    const [first, ...more] = await given();
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      rule,
      object: { schema: "public", name: object },
      why: expect.stringMatching(/\.$/),
      fix: expect.any(String),
    });
    await sql(first.fix);
    expect(await given()).toEqual([]);
  });

  test("needs no fix where only a person can decide", async () => {
    await sql("create table parted (a int) partition by range (a)");
    const found = (await advice()).find((each: Json) => each.object.name === "parted");
    expect(found).toMatchObject({ rule: "missing_primary_key", fix: null });
  });

  test("an identity's sequence near its end is mended by its column", async () => {
    await sql("create table narrow (id smallint generated always as identity primary key); select setval('narrow_id_seq', 30000)");
    const found = (await advice()).find((each: Json) => each.object.name === "narrow_id_seq");
    await sql(found.fix);
    expect((await advice()).filter((each: Json) => each.rule === "sequence_near_end")).toEqual([]);
  });

  test("calls nothing reachable over REST that is in a schema which is not exposed, until it is", async () => {
    await sql(`create schema shop; grant usage on schema shop to anon;
      create table shop.open (id int primary key); create table shop.mute (id int primary key); alter table shop.mute enable row level security;
      create view shop.past as select * from shop.mute; create materialized view shop.copied as select 1 as a;
      grant select on all tables in schema shop to anon`);
    expect(await advice()).toEqual([]);
    const body = { exposedSchemas: ["public", "shop"] };
    expect((await ask(world, `PUT /api/projects/${tenant.id}/data`, { token: tenant.developer.token, body })).status).toBe(200);
    expect((await advice()).map((each: Json) => [each.rule, each.object.name])).toEqual([
      ["table_without_rls", "open"],
      ["view_past_rls", "past"],
      ["materialized_view_reachable", "copied"],
      ["rls_without_policies", "mute"],
    ]);
  });

  test("is worst first, can be had for one schema, and has nothing to say of a new project", async () => {
    await sql("create schema other; create table other.t (a int); create table loose (a int); grant all on loose to anon");
    const levels = (await advice()).map((each: Json) => each.level);
    expect(levels).toEqual([...levels].sort((a, b) => ["error", "warning", "info"].indexOf(a) - ["error", "warning", "info"].indexOf(b)));
    const { body } = await ask(world, "GET /api/schema/advice?schema=other", { apikey: tenant.secret.key });
    expect(body.items.map((each: Json) => [each.rule, each.object.schema])).toEqual([["missing_primary_key", "other"]]);
    const fresh = await tenantOf(world);
    expect((await ask(world, "GET /api/schema/advice", { apikey: fresh.secret.key })).body).toEqual({ items: [] });
  });
});

/** A unique index that can't be built beside writers stays behind, invalid; what stood in its way is then removed. */
async function breakIndex() {
  const query = "create unique index concurrently half_built on broken (a)";
  const { body } = await ask(world, "POST /api/sql", { apikey: tenant.secret.key, body: { query } });
  expect(body.code).toBe("23505");
  await sql("delete from broken where id = 2");
}
