import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  await tenant.sql(`
    create table authors (id int primary key, name text, born json);
    create table books (id int primary key, title text, author int references authors, pages int);
    create table nameless (a int, b int);
    create view shelved as select b.id, b.title, a.name from books b join authors a on a.id = b.author;
    create function loud(books) returns text language sql stable as $$ select upper($1.title) $$;
    create function fails(books) returns text language plpgsql stable as $$ begin return (select _t.nothing from books as _t limit 1); end $$;
    create function scalar() returns int language sql stable as 'select 1';
    create function many() returns setof int language sql stable as 'select 1';
    create function pair() returns table (a int, b text) language sql stable as $$ select 1, 'x' $$;
    create function loose() returns record language sql stable as $$ select 1 as a $$;
    create function best() returns setof books language sql stable as 'select * from books';
    create function put(a int) returns books language sql volatile as 'insert into books (id) values (a) returning *';
    insert into authors values (1, 'Ann'); insert into books values (1, 'One', 1, 10)`);
});
afterAll(() => world.close());

const rest = (at: string, body?: unknown, prefer = "return=representation") => {
  const [method, path] = at.split(" ");
  return ask(world, `${method} /api/rest/${path}`, { apikey: tenant.secret.key, headers: { prefer }, ...(body !== undefined && { body }) });
};
/** Names that only our statements know. */
const ours = /\b(?:_[a-z]\d*(?:_\w+)?|nm_\w+|excluded)\b/;

const asked: readonly (readonly [at: string, body?: unknown, prefer?: string])[] = [
  ...["books", "shelved", "rpc/scalar", "rpc/many", "rpc/pair", "rpc/loose", "rpc/best"].flatMap((place) => [
    [`GET ${place}?nope=eq.1`] as const,
    [`GET ${place}?nope=is.null`] as const,
    [`GET ${place}?nope=in.(1,2)`] as const,
    [`GET ${place}?nope=fts.x`] as const,
    [`GET ${place}?nope->a=eq.1`] as const,
    [`GET ${place}?or=(nope.eq.1,nope.not.gt.2)`] as const,
    [`GET ${place}?select=nope`] as const,
    [`GET ${place}?select=x:nope::text`] as const,
    [`GET ${place}?select=nope.sum()`] as const,
    [`GET ${place}?order=nope`] as const,
    [`GET ${place}?order=nope->a.desc`] as const,
    [`GET ${place}?limit=1&nope=eq.1`] as const,
  ]),
  ["GET rpc/pair?select=A"],
  ["GET rpc/pair?select=ünï"],
  ["GET rpc/pair?select=a.nope"],
  ["GET rpc/pair?b=fts(nope).x"],
  ["GET rpc/pair?select=count()&order=a"],
  ["GET rpc/scalar?select=count()&order=pgrst_scalar"],
  ["GET rpc/many?select=count()&order=nm_value"],
  ["GET rpc/best?select=count()&order=title"],
  ["POST rpc/put?select=nope", { a: 7 }],
  ["POST rpc/put?nope=eq.1", { a: 7 }],
  ["POST rpc/pair?order=nope", {}],
  ["GET books?select=count()&order=title"],
  ["GET books?select=title,pages.sum()&order=pages"],
  ["GET books?select=loud.nope()"],
  ["GET books?select=count()&order=loud"],
  ["GET books?select=title.sum()"],
  ["GET books?select=id,authors(nope)"],
  ["GET books?select=id,authors(*)&authors.nope=eq.1"],
  ["GET authors?select=id,books(count(),title)&books.order=pages"],
  ["GET authors?select=id,books(pages.sum())&books.order=title"],
  ["GET authors?select=id,books(*)&books.order=nope"],
  ["GET authors?select=id,...books(nope)"],
  ["GET authors?select=count(),...books(title)&order=name"],
  ["GET books?select=...authors(count())&order=title"],
  ["GET books?select=id,authors(born,count())"],
  ["GET books?select=count(),authors(name)&order=authors(id)"],
  ["GET books?select=id&order=authors(name)"],
  ["GET authors?born=eq.1"],
  ["GET authors?order=born"],
  ["GET authors?select=born,count()"],
  ["GET authors?born->>a=fts.x&born=like.x"],
  ["GET books?title=gt.1&pages=like.x"],
  ["GET books?pages->a=eq.1"],
  ["GET books?select=pages->a"],
  ["POST books?on_conflict=nope", { id: 1 }, "resolution=merge-duplicates"],
  ["POST books?on_conflict=title", { id: 1, title: "x" }, "resolution=merge-duplicates"],
  ["POST books?on_conflict=id", [{ id: 1 }, { id: 1 }], "resolution=merge-duplicates"],
  ["POST books?columns=id,pages", { id: 1, pages: "x" }, "missing=default,resolution=ignore-duplicates"],
  ["POST books", { nope: 1 }],
  ["POST books?columns=nope", { id: 1 }],
  ["POST books?columns=id,id", { id: 9 }],
  ["POST books", { id: "x" }],
  ["POST books", { id: { a: 1 } }],
  ["POST books", { id: [1] }],
  ["POST books?select=nope", { id: 5 }],
  ["POST books?select=count()&order=title", { id: 5 }],
  ["POST books?select=id,authors(nope)", { id: 5 }],
  ["PATCH books?id=eq.1", { nope: 1 }],
  ["PATCH books?nope=eq.1", { title: "x" }],
  ["PATCH books?id=eq.1&select=nope", { title: "x" }],
  ["PATCH books?id=eq.1&select=count()&order=title", { title: "x" }],
  ["PATCH books?id=eq.1", { pages: "x" }],
  ["PUT books?id=eq.1", { title: "x" }],
  ["PUT nameless?a=eq.1", { a: 1, b: 2 }],
  ["DELETE books?nope=eq.1"],
  ["DELETE books?id=eq.99&select=nope"],
  ["DELETE books?id=eq.99&order=nope"],
];

test("no failure names what only our statements know", async () => {
  for (const [at, body, prefer] of asked) {
    const { body: told } = await rest(at, body, prefer);
    expect([at, JSON.stringify(told)]).toEqual([at, expect.not.stringMatching(ours)]);
  }
});

test.each([
  ["GET rpc/scalar?nope=eq.1", "column pgrst_call.nope does not exist"],
  ["GET rpc/pair?select=A", "column pgrst_call.A does not exist"],
  ["GET rpc/loose?order=nope", "column pgrst_call.nope does not exist"],
  ["GET rpc/pair?select=count()&order=a", 'column "pgrst_call.a" must appear in the GROUP BY clause or be used in an aggregate function'],
  ["GET books?select=count()&order=title", 'column "books.title" must appear in the GROUP BY clause or be used in an aggregate function'],
  ["GET books?select=count()&order=loud", 'column "books.*" must appear in the GROUP BY clause or be used in an aggregate function'],
  [
    "GET authors?select=id,books(pages.sum())&books.order=title",
    'column "books_1.title" must appear in the GROUP BY clause or be used in an aggregate function',
  ],
  ["GET books?select=title.sum()", "function sum(text) does not exist"],
  ["GET books?pages=fts.x", "function to_tsvector(integer) does not exist"],
])("%s says %s, as PostgREST does", async (at, message) => {
  expect((await rest(at)).body.message).toBe(message);
});

test("what the tenant's own code says stays as it says it", async () => {
  expect((await rest("GET books?select=fails")).body.message).toBe("column _t.nothing does not exist");
});
