import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type TestTenant, tenantOf } from "../../../test/tenant.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { type Logins, openLogins } from "../../platform/db/logins.ts";
import { Portal } from "../../platform/db/portal.ts";
import { openCatalogs } from "../catalog.ts";
import { CatalogText, catalogStatement } from "./statement.ts";

/** Which tables are read and written without a request's context: only where no code of the tenant's can run. */
let world: World;
let tenant: TestTenant;
let logins: Logins;

const helpers = `
  create function says() returns text language sql stable as $$ select current_setting('request.path', true) $$;
  create function claims(int) returns boolean language plpgsql immutable as $$ begin return true; end $$;
  create function noted() returns trigger language plpgsql as $$ begin return new; end $$;
  create domain checked as int check (claims(value));
  create type mood as enum ('sad', 'happy');
  create type pair as (a int, b checked);
  create sequence numbers;
  create table other (id int primary key)`;

/** By what is made: whether it is plain to read, and to write. */
const kinds: Readonly<Record<string, readonly [make: string, isPlainToRead: boolean, isPlainToWrite: boolean]>> = {
  "a simple table": [
    "create table t (id bigint generated always as identity primary key, a text, at timestamptz default now())",
    true,
    true,
  ],
  "a check, a default and an index by PostgreSQL's own functions": [
    "create table t (id serial, a text default lower('A') check (length(a) < 9 and a in ('a', 'b'))); create index on t (lower(a)) where id > 0",
    true,
    true,
  ],
  "a foreign key of its own": ["create table t (id int references other)", true, true],
  "a policy by the row alone": [
    "create table t (a int); alter table t enable row level security; create policy p on t using (a > 1)",
    true,
    true,
  ],
  "a computed column of its own functions' making": ["create table t (a int, b int generated always as (a + 1) stored)", true, true],

  "a table beside an extension with operators": ["create extension citext schema extensions; create table t (a text)", true, true],

  "a view": ["create view t as select says()", false, false],
  "a materialized view": ["create materialized view t as select 1 as a", false, false],
  "a partitioned table": ["create table t (a int) partition by range ((abs(a)))", false, false],
  "a partition, whose parent's key may call": [
    "create table p (a int) partition by range (a); create table t partition of p for values from (0) to (9)",
    false,
    false,
  ],
  "a partition with its parent's trigger": [
    "create table p (a int) partition by range (a); create trigger x after insert on p for each row execute function noted(); create table t partition of p for values from (0) to (9)",
    false,
    false,
  ],
  "a table that others inherit from": ["create table t (a int); create table child () inherits (t)", false, false],
  "a column of a domain": ["create table t (a checked)", false, false],
  "a column of an enumeration": ["create table t (a mood)", false, false],
  "a column of an array of a domain": ["create table t (a checked[])", false, false],
  "a column of a composite type": ["create table t (a pair)", false, false],
  "a column of a range": ["create type span as range (subtype = int4); create table t (a span)", false, false],
  "a policy that reads a setting": [
    "create table t (a text); create policy p on t using (a = current_setting('request.jwt.claims', true))",
    false,
    false,
  ],
  "a policy that asks a query": ["create table t (a int); create policy p on t using (exists (select from other))", false, false],
  "a policy that calls": ["create table t (a int); create policy p on t using (claims(a))", false, false],
  "a policy that casts to a domain": ["create table t (a int); create policy p on t using (a::checked is not null)", false, false],
  "a policy that takes numbers": ["create table t (a int); create policy p on t using (nextval('numbers') > a)", false, false],
  "a policy for writing that calls": ["create table t (a int); create policy p on t for insert with check (claims(a))", false, false],
  "a check that calls": ["create table t (a int check (claims(a)))", false, false],
  "a check that casts to a domain": ["create table t (a int check (a::checked is not null))", false, false],
  "a check that casts to an array of a domain": ["create table t (a int[] check (a::checked[] is not null))", false, false],
  "a check that casts through a text": ["create table t (a text check (a::mood is not null))", false, false],
  "a check by an operator of the tenant's": [
    "create operator === (leftarg = int, rightarg = int, function = int4eq); create table t (a int check (a === 1))",
    false,
    false,
  ],
  "a check of a row": ["create table t (a int, b int, check ((a, b) < (1, 2)))", false, false],
  "an index by a function": ["create table t (a int); create index on t (claims(a))", false, false],
  "an index by a function of nothing but constants, which the planner calls": [
    "create table t (a int); create index on t (a) where claims(1)",
    false,
    false,
  ],
  "an exclusion by a function": ["create table t (a int, exclude using btree ((claims(a)::int) with =))", false, false],
  "a default that calls": ["create table t (a int, b text default says())", true, false],
  "a default that reads a setting": ["create table t (a int, b text default current_setting('request.path', true))", true, false],
  "a default that casts to a domain": ["create table t (a int, b int default (1::checked))", true, false],
  "a computed column that calls": ["create table t (a int, b boolean generated always as (claims(a)) stored)", true, false],
  "a trigger": ["create table t (a int); create trigger x after insert on t for each row execute function noted()", true, false],
  "a trigger for whole statements": [
    "create table t (a int); create trigger x after delete on t for each statement execute function noted()",
    true,
    false,
  ],
  "a constraint trigger": [
    "create table t (a int); create constraint trigger x after insert on t deferrable for each row execute function noted()",
    true,
    false,
  ],
  "a trigger that is switched off just now": [
    "create table t (a int); create trigger x after insert on t for each row execute function noted(); alter table t disable trigger x",
    true,
    false,
  ],
  "a rule": ["create table t (a int); create rule r as on insert to t do also insert into other values (1)", true, false],
  "one that others refer to, who go along": [
    "create table t (id int primary key); create table child (id int references t on delete cascade)",
    true,
    false,
  ],
  "an operator between types of PostgreSQL's own": [
    "create function same(varchar, varchar) returns boolean language sql as 'select true'; create operator = (leftarg = varchar, rightarg = varchar, function = same); create table t (a varchar)",
    false,
    false,
  ],
  "such an operator that was made part of an extension": [
    "create extension citext schema extensions; create function same(varchar, varchar) returns boolean language sql as 'select true'; create operator = (leftarg = varchar, rightarg = varchar, function = same); alter extension citext add operator public.= (varchar, varchar); create table t (a varchar)",
    false,
    false,
  ],
};

/** What the catalog says of the table, made for nobody else to see and undone. */
const whatIs = (make: string) =>
  logins.use(tenant.login("owner"), async (session) => {
    try {
      await session.command(`begin; ${helpers}; ${make}; set local search_path = pg_catalog`);
      const { rows } = await session.exchange(new Portal(catalogStatement.text, ["public"], 0));
      const table = CatalogText.parse(JSON.parse(rows[0]?.[0] ?? "{}")).relations.find(({ name }) => name === "t");
      return [table?.isPlainToRead, table?.isPlainToWrite];
    } finally {
      await session.command("rollback");
    }
  });

beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  logins = openLogins({ server: world.server, repair: async () => undefined, end: async () => undefined, onError: () => undefined });
});
afterAll(async () => {
  await logins.close();
  await world.close();
});

describe("without a request's context, as far as that is so,", () => {
  test.each(Object.entries(kinds))("is reached %s", async (_what, [make, isPlainToRead, isPlainToWrite]) => {
    expect(await whatIs(make)).toEqual([isPlainToRead, isPlainToWrite]);
  });
});

describe("a catalog", () => {
  test("is not believed for ever: what nobody announced is found, and what did not change keeps its statements", async () => {
    await tenant.sql("create table turning (a int)");
    const catalogs = openCatalogs(logins, { believesMs: 0 });
    const read = () => catalogs.get("any", "public", tenant.login("anon"));
    const [first, second] = [await read(), await read()];
    expect([second === first, second.statements === first.statements]).toEqual([false, true]);
    expect(second.tables.get("turning")?.isPlainToWrite).toBe(true);
    await tenant.sql(`
      create function turn() returns trigger language plpgsql as $$ begin return new; end $$;
      create trigger turn before insert on turning for each row execute function turn()`);
    const third = await read();
    expect([third.tables.get("turning")?.isPlainToWrite, third.statements === first.statements]).toEqual([false, false]);
  });

  test("is read once for as long as it is believed", async () => {
    const catalogs = openCatalogs(logins, { believesMs: 600_000 });
    const first = await catalogs.get("any", "public", tenant.login("anon"));
    expect(catalogs.get("any", "public", tenant.login("anon"))).toBe(first);
  });

  test("that takes long to read is not read again for each name that is not there", async () => {
    let reads = 0;
    const use: Logins["use"] = async (login, work) => {
      reads += 1;
      await setTimeout(1_200);
      return logins.use(login, work);
    };
    const catalogs = openCatalogs({ ...logins, use });
    const first = await catalogs.get("any", "public", tenant.login("anon"));
    expect([await catalogs.refresh("any", "public", tenant.login("anon")), reads]).toEqual([first, 1]);
    catalogs.forget("any");
    await catalogs.refresh("any", "public", tenant.login("anon"));
    expect(reads).toBe(2);
  });
});
