import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../../test/ask.ts";
import { type TestTenant, tenantOf } from "../../../test/tenant.ts";
import { openWorld, type World } from "../../../test/world.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  await tenant.sql(`
    create schema shop;
    create type mood as enum ('happy', 'it''s "bad"');
    create type shop.size as enum ('s', 'm');
    create domain positive as int check (value > 0);
    create type place as (street text, number int);
    create table people (
      id bigint generated always as identity primary key, name text not null, nick text, mood mood not null default 'happy', moods mood[],
      home place, age positive, born date, data jsonb not null default '{}', "odd name" text, size shop.size,
      twice int generated always as (1 + 1) stored);
    create table orders (id uuid primary key default gen_random_uuid(), person bigint not null references people, total numeric not null);
    create table cards (person bigint primary key references people, number text not null);
    create table empty ();
    create table shop.goods (id int primary key, size shop.size);
    create view adults as select id, name from people where age > 17;
    create view named_orders as select id, person as buyer, total * 2 as double from orders;
    create view twice_named as select id as code, buyer, double from named_orders;
    create view order_people as select o.id, p.id as person_id, p.name from orders o join people p on p.id = o.person;
    create materialized view kept as select id, person from orders;
    create view shop.elsewhere as select id, person from public.orders;
    create table shop.shelves (id int primary key, goods int references shop.goods);
    create view shelf_view as select id, goods from shop.shelves;
    create view goods_view as select id, size from shop.goods;
    create table makers (id int primary key, country text);
    create table parts (maker int, nr int, above_maker int, above_nr int, primary key (maker, nr),
      foreign key (above_maker, above_nr) references parts, constraint parts_maker_fkey foreign key (maker) references makers);
    create table events (id int not null, at date not null, person bigint references people, primary key (id, at)) partition by range (at);
    create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
    create view sums as select person, sum(total) as total from orders group by person;
    create function greet(who text, loud boolean default false) returns text language sql stable as $$ select who $$;
    create function now_there() returns timestamptz language sql as $$ select now() $$;
    create function nothing() returns void language sql as $$ $$;
    create function pairs() returns table (a int, b text) language sql as $$ select 1, 'x' $$;
    create function two(out a int, out b text) language sql as $$ select 1, 'x' $$;
    create function over(a int) returns int language sql as $$ select 1 $$;
    create function over(a int, b text) returns text language sql as $$ select 'x' $$;
    create function some_people(at_most int) returns setof people language sql stable as $$ select * from people limit at_most $$;
    create function initials(people) returns text language sql stable as $$ select 'x' $$;
    create function touched() returns trigger language plpgsql as $$ begin return new; end $$`);
});
afterAll(() => world.close());

const types = (query = "") => ask<string>(world, `GET /api/schema/types${query}`, { apikey: tenant.secret.key });

/** What TypeScript says of a program beside the types. */
async function compile(program: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "nextmavens-types-"));
  try {
    const root = join(import.meta.dirname, "../../../..");
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
    await writeFile(join(folder, "package.json"), '{"type": "module"}');
    await writeFile(join(folder, "database.ts"), (await types("?language=typescript&schemas=public,shop")).body);
    await writeFile(join(folder, "program.ts"), program);
    const options =
      "--noEmit --strict --skipLibCheck --module nodenext --target es2023 --lib es2023,dom --types node --allowImportingTsExtensions";
    const args = [join(root, "node_modules/typescript/bin/tsc"), ...options.split(" "), "program.ts"];
    return await new Promise((resolve) => execFile(process.execPath, args, { cwd: folder }, (_error, said) => resolve(said)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const head = `
import { PostgrestClient } from "@supabase/postgrest-js";
import { createClient } from "@supabase/supabase-js";
import { Constants } from "./database.ts";
import type { CompositeTypes, Database, Enums, Tables, TablesInsert, TablesUpdate } from "./database.ts";
const db = new PostgrestClient<Database>("http://localhost");
const app = createClient<Database>("http://localhost", "key");
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Equal<A, B>) => undefined;
`;

describe("the types", () => {
  test("are TypeScript that says what rows have, what writes take, and what functions give", async () => {
    const said = await compile(`${head}
      const { data: one } = await db.from("people").select("id, name, nick, mood, moods, born, age, size, initials").single();
      type One = NonNullable<typeof one>;
      same<One["id"], number>(true);
      same<One["nick"], string | null>(true);
      same<One["mood"], "happy" | 'it\\'s "bad"'>(true);
      same<One["moods"], Enums<"mood">[] | null>(true);
      same<One["born"], string | null>(true);
      same<One["age"], number | null>(true);
      same<One["size"], "s" | "m" | null>(true);
      same<One["initials"], string | null>(true);
      same<Tables<"people">["home"], { street: string | null; number: number | null } | null>(true);
      same<Tables<"people">["odd name"], string | null>(true);

      const { data: joined } = await db.from("orders").select("total, people(name, cards(number))").single();
      same<NonNullable<typeof joined>["people"], { name: string; cards: { number: string } | null }>(true);
      const { data: back } = await db.from("people").select("orders(total)").single();
      same<NonNullable<typeof back>["orders"], { total: number }[]>(true);

      await db.from("people").insert({ name: "Ada" });
      await db.from("people").update({ data: { a: [1, null] } });
      await db.from("adults").insert({ name: "Bea" });
      const insert: TablesInsert<"orders"> = { person: 1, total: 2 };
      const update: TablesUpdate<"orders"> = {};
      await db.schema("shop").from("goods").insert({ id: 1, size: "m" });

      same<Awaited<ReturnType<typeof greet>>["data"], string | null>(true);
      const greet = () => db.rpc("greet", { who: "Ada" });
      const { data: pairs } = await db.rpc("pairs");
      same<typeof pairs, { a: number; b: string }[] | null>(true);
      const { data: two } = await db.rpc("two");
      same<typeof two, { a: number; b: string } | null>(true);
      const { data: over } = await db.rpc("over", { a: 1, b: "x" });
      same<typeof over, string | null>(true);
      const { data: people } = await db.rpc("some_people", { at_most: 2 }).select("name, orders(total)");
      same<typeof people, { name: string; orders: { total: number }[] }[] | null>(true);
      void [insert, update];`);
    expect(said).toBe("");
  });

  test("know what a view refers to by the columns that it shows, and what refers to it", async () => {
    const said = await compile(`${head}
      const { data: order } = await app.from("named_orders").select("double, people(name)").single();
      same<typeof order, { double: number | null; people: { name: string } | null } | null>(true);
      const { data: twice } = await app.from("twice_named").select("code, adults(name)").single();
      same<typeof twice, { code: string | null; adults: { name: string | null } | null } | null>(true);
      const { data: person } = await app.from("people").select("name, named_orders(double), kept(id)").single();
      same<typeof person, { name: string; named_orders: { double: number | null }[]; kept: { id: string | null }[] } | null>(true);
      const { data: adult } = await app.from("adults").select("name, orders(total), cards(number)").single();
      same<typeof adult, { name: string | null; orders: { total: number }[]; cards: { number: string } | null } | null>(true);
      const { data: shelf } = await app.from("shelf_view").select("id, goods_view(size)").single();
      same<typeof shelf, { id: number | null; goods_view: { size: "s" | "m" | null } | null } | null>(true);
      const { data: part } = await app.from("parts").select("nr, makers(country), parts!parts_above_maker_above_nr_fkey(nr)").single();
      same<NonNullable<typeof part>["makers"], { country: string | null }>(true);
      const { data: event } = await app.from("events").select("at, people(name)").single();
      same<typeof event, { at: string; people: { name: string } | null } | null>(true);
      const { data: spread } = await app.from("people").select("name, ...orders(total)").single();
      same<typeof spread, { name: string; total: number[] } | null>(true);
      await app.from("people").update({ nick: null }).eq("id", 1).maxAffected(1);
      await app.from("named_orders").insert({ buyer: 1 });
      await app.from("named_orders").update({ buyer: 2 }).eq("buyer", 1);`);
    expect(said).toBe("");
    expect((await types("?schemas=shop")).body).toMatch(
      /elsewhere: \{[^}]*\}\s*Insert: \{[^}]*\}\s*Update: \{[^}]*\}\s*Relationships: \[\]/,
    );
  });

  test("name rows, enums and composites of each schema, and the values of enums", async () => {
    const said = await compile(`${head}
      same<Tables<"adults">["name"], string | null>(true);
      same<Tables<{ schema: "shop" }, "goods">, { id: number; size: "s" | "m" | null }>(true);
      same<TablesInsert<{ schema: "shop" }, "goods">, { id: number; size?: "s" | "m" | null }>(true);
      same<TablesUpdate<{ schema: "shop" }, "goods">, { id?: number; size?: "s" | "m" | null }>(true);
      same<TablesInsert<"people">["id"], undefined>(true);
      same<TablesInsert<"people">["twice"], undefined>(true);
      same<TablesInsert<"orders">, { id?: string; person: number; total: number }>(true);
      same<Enums<{ schema: "shop" }, "size">, "s" | "m">(true);
      same<CompositeTypes<"place">, { street: string | null; number: number | null }>(true);
      same<Database["public"]["Functions"]["greet"], { Args: { who: string; loud?: boolean }; Returns: string }>(true);
      same<Database["public"]["Functions"]["now_there"], { Args: never; Returns: string }>(true);
      same<Database["public"]["Functions"]["nothing"], { Args: never; Returns: undefined }>(true);
      same<Database["public"]["Functions"]["over"], { Args: { a: number }; Returns: number } | { Args: { a: number; b: string }; Returns: string }>(true);
      const sizes: readonly ["s", "m"] = Constants.shop.Enums.size;
      void sizes;`);
    expect(said).toBe("");
  });

  test("refuse what the database would", async () => {
    const wrong = [
      `db.from("nowhere")`,
      `db.from("people").insert({})`,
      `db.from("people").insert({ id: 1, name: "x" })`,
      `db.from("people").insert({ name: "x", mood: "glad" })`,
      `db.from("people").update({ twice: 1 })`,
      `db.from("sums").insert({ person: 1 })`,
      `db.from("kept").insert({ person: 1 })`,
      `db.from("named_orders").insert({ double: 1 })`,
      `db.rpc("greet", {})`,
      `db.rpc("touched")`,
      `db.schema("shop").from("people")`,
    ];
    expect(await compile("export const text: string = 1;")).toContain("TS2322");
    const said = await compile(`${head}${wrong.map((each) => `// @ts-expect-error\n${each};`).join("\n")}`);
    expect(said).toBe("");
  });

  test("come as a file, of the schemas asked for", async () => {
    const { status, headers, body } = await types();
    expect([status, headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
    expect(body).toContain("\n  public: {\n    Tables: {");
    expect(body).toContain('size: ("s" | "m") | null');
    expect(body).not.toContain(" goods: {");
    expect((await types("?schemas=shop")).body).not.toContain("people");
    expect(await types("?schemas=public,pg_catalog")).toMatchObject({
      status: 404,
      body: { code: "schema_not_found", schema: "pg_catalog" },
    });
    expect((await types("?language=cobol")).status).toBe(422);
  });

  test("of a project without anything are types too", async () => {
    const bare = await tenantOf(world);
    const { body } = await ask<string>(world, "GET /api/schema/types", { apikey: bare.secret.key });
    expect(body).toContain("Tables: { [_ in never]: never }");
  });
});
