import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { ask } from "../../test/ask.ts";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  await world.clone.query("update plan_limits set limit_value = 1000000 where metric = 'requests_per_second'");
  tenant = await tenantOf(world);
  await tenant.sql(`
    create table makers (id int primary key, name text, born date);
    create table films (
      id int primary key, title text, year int, tags text[], facts jsonb, span int4range, words tsvector, maker_id int references makers);
    create table actors (id int primary key, name text, boss int references actors);
    create table roles (film_id int references films, actor_id int references actors, part text, primary key (film_id, actor_id));
    create view old_films as select id, title, maker_id from films where year < 2000;
    create function found(wanted text, most int default 10) returns setof films language sql stable as 'select * from films where title = wanted limit most';
    grant select, insert, update, delete on all tables in schema public to anon;
    grant execute on all functions in schema public to anon;
    insert into makers values (1, 'Ada', '1950-01-01'), (2, 'Bo', null);
    insert into films values (1, 'One', 1999, '{a,b}', '{"a": [1, {"b": null}]}', '[1,5)', 'one', 1), (2, 'Two', 2005, null, null, null, null, null);
    insert into actors values (1, 'Ivo', null), (2, 'Una', 1);
    insert into roles values (1, 1, 'lead'), (1, 2, 'other')`);
});
afterAll(() => world.close());

const relations = ["films", "films", "makers", "actors", "roles", "old_films"];
const columns = ["id", "id", "id", "title", "name", "year", "tags", "facts", "span", "words", "maker_id", "boss", "part", "count", "*"];
const operators =
  "eq neq gt gte lt lte like ilike match imatch isdistinct cs cd ov sl sr nxr nxl adj fts plfts phfts wfts in is eq(any) like(all) not.eq".split(
    " ",
  );
const oneOf = (words: readonly string[]) => fc.constantFrom(...words);
const hostile = oneOf([
  "",
  " ",
  "'",
  '"',
  "\\",
  "--",
  ";",
  "$1",
  "{",
  "}",
  "(",
  ")",
  "null",
  "NaN",
  "1e999",
  "99999999999999999999",
  "é",
  "💥",
  "%",
  "*",
  "->",
  "::",
]);
const value = fc.oneof(
  hostile,
  fc.string({ maxLength: 8 }),
  fc.integer().map(String),
  oneOf(["{1,2}", "(1,2)", "[1,5)", "(a,'b')", "one&two", '{"a":1}']),
);
const field = fc.oneof(
  { weight: 30, arbitrary: oneOf(columns) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(oneOf(columns), oneOf(["->a", "->>a", "->0->b", "->>-1", "::text", "::int", ".sum()", ".count()", ".max()::text"]))
      .map((both) => both.join("")),
  },
  { weight: 1, arbitrary: hostile },
);
const { select } = fc.letrec<{ select: string; embedded: string }>((tie) => ({
  select: fc
    .array(fc.oneof({ depthSize: "small" }, { weight: 4, arbitrary: field }, { weight: 2, arbitrary: tie("embedded") }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((items) => items.join(",")),
  embedded: fc
    .tuple(
      oneOf(["", "...", "x:"]),
      oneOf([...relations, "boss", "maker_id"]),
      oneOf(["", "!inner", "!left", "!maker_id", "!boss", "!roles"]),
      tie("select"),
    )
    .map(([before, name, hint, inner]) => `${before}${name}${hint}(${inner})`),
}));
const condition = fc.tuple(field, oneOf(operators), value).map((parts) => parts.join("."));
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc
    .array(
      fc.oneof(
        { depthSize: "small" },
        condition,
        fc.tuple(oneOf(["and", "or", "not.and"]), tie("tree")).map((both) => both.join("")),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((members) => `(${members.join(",")})`),
}));
const parameter = fc.oneof(
  select.map((text) => ["select", text] as const),
  fc.tuple(
    field,
    fc.tuple(oneOf(operators), value).map((both) => both.join(".")),
  ),
  fc.tuple(oneOf(["and", "or", "not.or", "makers.or", "roles.and"]), tree),
  fc.tuple(
    oneOf(["order", "roles.order", "makers.order"]),
    fc
      .array(
        fc
          .tuple(fc.oneof(field, oneOf(["makers(name)", "roles(part)"])), oneOf(["", ".asc", ".desc.nullslast"]))
          .map((both) => both.join("")),
      )
      .map((all) => all.join(",")),
  ),
  fc.tuple(oneOf(["limit", "offset", "roles.limit", "roles.offset"]), value),
  fc.tuple(oneOf(["wanted", "most", "columns", "on_conflict"]), value),
  { weight: 1, arbitrary: fc.tuple(fc.string({ maxLength: 6 }), fc.string({ maxLength: 10 })) },
);
const accept = oneOf([
  "*/*",
  "application/json",
  "text/csv",
  "application/vnd.pgrst.object+json",
  "application/vnd.pgrst.array+json;nulls=stripped",
  "application/vnd.pgrst.plan+json",
  "a/b;c",
]);
const prefer = oneOf([
  "",
  "count=exact",
  "return=representation,tx=rollback",
  "resolution=merge-duplicates,return=representation",
  "missing=default,handling=strict",
  "timezone=Mars/Base",
]);
const asked = fc.record({
  method: oneOf(["GET", "GET", "GET", "HEAD", "POST", "PATCH", "PUT", "DELETE"]),
  path: oneOf([...relations, "rpc/found", "rpc/nothing"]),
  parameters: fc.array(parameter, { maxLength: 4 }),
  headers: fc.record({ accept, prefer }),
  body: fc.oneof(
    oneOf(["", "{}", "[]", "[{}]", "null", '{"id":1}', '[{"id":7,"name":"x"}]', '{"wanted":"One"}', "{", "\0"]),
    fc.json({ maxDepth: 2 }),
  ),
});

/** What a caller's mistake may come to; a 500 is our mistake. */
const explained = (status: number) => status < 500 || status === 504;

test("whatever is asked of the data plane, the answer says what it is", async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ method, path, parameters, headers, body }) => {
      const search = parameters.map(([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`).join("&");
      const sent = ["POST", "PATCH", "PUT"].includes(method) ? { body } : {};
      const answer = await ask(world, `${method} /api/rest/${path}?${search}`, { apikey: tenant.publishable.key, headers, ...sent });
      const isTold = answer.status < 400 || method === "HEAD" || typeof answer.body?.message === "string";
      expect([search, answer.status, answer.body?.code, explained(answer.status) && isTold]).toEqual([
        search,
        answer.status,
        answer.body?.code,
        true,
      ]);
    }),
    { numRuns: 600, endOnFailure: false },
  );
}, 60_000);

/** What there is, and what it can be embedded with. */
const relatives: Readonly<
  Record<string, { readonly texts: string; readonly numbers: string; readonly embeds: readonly (readonly [string, string])[] }>
> = {
  films: {
    texts: "title",
    numbers: "year",
    embeds: [
      ["makers", "makers"],
      ["maker_id", "makers"],
      ["roles", "roles"],
      ["actors", "actors"],
    ],
  },
  makers: {
    texts: "name",
    numbers: "id",
    embeds: [
      ["films", "films"],
      ["old_films", "old_films"],
    ],
  },
  actors: {
    texts: "name",
    numbers: "boss",
    embeds: [
      ["boss", "actors"],
      ["roles", "roles"],
      ["films", "films"],
    ],
  },
  roles: {
    texts: "part",
    numbers: "film_id",
    embeds: [
      ["films", "films"],
      ["actors", "actors"],
    ],
  },
  old_films: { texts: "title", numbers: "id", embeds: [["makers", "makers"]] },
};

const fitting = (relation: string, depth: number, nth = "x"): fc.Arbitrary<string> => {
  const { texts, numbers, embeds } = relatives[relation] ?? { texts: "id", numbers: "id", embeds: [] };
  const own = oneOf([texts, numbers, `n:${numbers}`, `${texts}::text`, `${numbers}::text`, "*", `a:${numbers}->x`]);
  const counted = oneOf([`${numbers}.max()`, "count()", `s:${numbers}.sum()::text`]);
  const inner = embeds.map(([name, target], i) =>
    fc
      .tuple(
        oneOf(["", "...", `${nth}${i}:`]),
        oneOf(["", "!inner"]),
        depth > 2 ? oneOf(["", "*", "count()"]) : fitting(target, depth + 1, `${nth}${i}`),
      )
      .map(([before, join, what]) => `${before}${name}${join}(${what})`),
  );
  return fc
    .tuple(fc.subarray([own, counted], { minLength: 1 }), fc.subarray(inner))
    .chain(([mine, theirs]) => fc.tuple(...mine, ...theirs).map((items) => items.join(",")));
};
const fittingRequest = oneOf(Object.keys(relatives)).chain((relation) =>
  fc.record({
    relation: fc.constant(relation),
    select: fitting(relation, 0),
    filters: fc.subarray(
      ["id=not.is.null", "limit=3", "offset=1", "or=(id.eq.1,not.and(id.gt.1,id.lt.9))", "order=id", "makers=not.is.null"].filter(
        (each) => relation !== "roles" || !each.includes("id"),
      ),
    ),
    headers: fc.record({
      accept: oneOf(["*/*", "text/csv", "application/vnd.pgrst.array+json;nulls=stripped"]),
      prefer: oneOf(["", "count=exact"]),
    }),
  }),
);
/** Grouping what can't be grouped, ordering by what is not grouped, two columns of one name, and what is not embedded. */
const borne = new Set(["42803", "42702", "42701", "42883", "PGRST108", "PGRST120", "PGRST103", "42703"]);

test("what fits together is answered, however it is put together", async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(fittingRequest, async ({ relation, select: wanted, filters, headers }) => {
      const search = [`select=${encodeURIComponent(wanted)}`, ...filters].join("&");
      const { status, body } = await ask(world, `GET /api/rest/${relation}?${search}`, { apikey: tenant.publishable.key, headers });
      if (status < 300) answered += 1;
      else
        expect([wanted, filters, status, body]).toEqual([
          wanted,
          filters,
          expect.any(Number),
          expect.objectContaining({ code: expect.any(String) }),
        ]);
      expect([wanted, filters, status < 300 || borne.has(body.code), status < 300 ? "" : body.message]).toEqual([
        wanted,
        filters,
        true,
        expect.any(String),
      ]);
    }),
    { numRuns: 400, endOnFailure: false },
  );
  expect(answered).toBeGreaterThan(100);
}, 60_000);
