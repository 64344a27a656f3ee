import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { Fault } from "../fault.ts";
import { readAccept } from "./accept.ts";
import { readPrefer } from "./prefer.ts";
import { readQuery } from "./query.ts";

const field = (column: string, ...path: { key: string | number; isText: boolean }[]) => ({ column, path });
const read = (name: string, value: string) => readQuery([[name, value]]);
/** A filter, and the values that it keeps. */
const filterOf = (name: string, value: string) => {
  const { root, values } = read(name, value);
  return { filter: root.filters[0], values };
};
const selected = (column: string, more: object = {}) => ({
  kind: "field",
  field: field(column),
  alias: undefined,
  cast: undefined,
  aggregate: undefined,
  ...more,
});
const embedded = (target: string, more: object = {}) => ({
  kind: "embed",
  target,
  alias: undefined,
  hint: undefined,
  isInner: false,
  isSpread: false,
  select: [selected("*")],
  ...more,
});

describe("select", () => {
  test.each([
    ["*", [selected("*")]],
    ["", [selected("*")]],
    ["id", [selected("id")]],
    ["n:name", [selected("name", { alias: "n" })]],
    ["at::text", [selected("at", { cast: "text" })]],
    ["d:at::date", [selected("at", { alias: "d", cast: "date" })]],
    ['"a,b"', [selected("a,b")]],
    ["a-b", [selected("a-b")]],
    ["größe", [selected("größe")]],
    // The dialect passes over what stands behind a list that is whole.
    ["a b)", [selected("a b")]],
    [
      "data->a->0->>b",
      [
        selected("data", {
          field: field("data", { key: "a", isText: false }, { key: 0, isText: false }, { key: "b", isText: true }),
        }),
      ],
    ],
    ["count()", [selected("*", { aggregate: { name: "count", cast: undefined } })]],
    ["n:count()", [selected("*", { alias: "n", aggregate: { name: "count", cast: undefined } })]],
    ["s:amount::int.sum()::text", [selected("amount", { alias: "s", cast: "int", aggregate: { name: "sum", cast: "text" } })]],
    ["authors(*)", [embedded("authors")]],
    ["a:authors!key!inner(*), id", [embedded("authors", { alias: "a", hint: "key", isInner: true }), selected("id")]],
    ["...authors!left(*)", [embedded("authors", { isSpread: true })]],
    ["authors()", [embedded("authors", { select: [] })]],
    ["a(b(c))", [embedded("a", { select: [embedded("b", { select: [selected("c")] })] })]],
  ])("reads %s", (text, wanted) => expect(read("select", text).select).toEqual(wanted));

  test.each(["id,", ",id", "id::", "x(*", "a!inner", "id.sum", "id.median()", '"open', `${"a(".repeat(50)}b${")".repeat(50)}`])(
    "refuses %s",
    (text) => expect(() => read("select", text)).toThrow(Fault),
  );
});

describe("filters", () => {
  const compare = (column: string, operator: string, more: object = {}) => ({
    kind: "compare",
    field: field(column),
    isNegated: false,
    operator,
    quantifier: undefined,
    slot: 0,
    ...more,
  });
  test.each([
    ["id", "eq.5", compare("id", "eq"), ["5"]],
    ["id", "not.gte.5", compare("id", "gte", { isNegated: true }), ["5"]],
    ["t", "eq.", compare("t", "eq"), [""]],
    ["t", 'eq."a,b"', compare("t", "eq"), ['"a,b"']],
    ["t", "eq.a.b,c)", compare("t", "eq"), ["a.b,c)"]],
    ["t", "like(any).{a*,b*}", compare("t", "like", { quantifier: "any" }), ["{a%,b%}"]],
    ["id", "in.(1,2)", { kind: "in", field: field("id"), isNegated: false, slot: 0 }, ['{"1","2"}']],
    ["id", "in.()", { kind: "in", field: field("id"), isNegated: false, slot: 0 }, ["{}"]],
    ["t", 'not.in.("a,b","c\\"d")', { kind: "in", field: field("t"), isNegated: true, slot: 0 }, ['{"a,b","c\\"d"}']],
    ["done", "is.TRUE", { kind: "is", field: field("done"), isNegated: false, value: "true" }, []],
    ["done", "not.is.null", { kind: "is", field: field("done"), isNegated: true, value: "null" }, []],
    [
      "t",
      "plfts(german).a b",
      { kind: "search", field: field("t"), isNegated: false, operator: "plfts", language: "german", slot: 0 },
      ["a b"],
    ],
  ])("reads %s=%s", (name, value, filter, values) => expect(filterOf(name, value)).toEqual({ filter, values }));

  test("reads trees of them", () => {
    expect(filterOf("or", '(a.eq.1,not.and(b.like."x,*",c.not.in.(1,2)),d.cs.{1,2})')).toEqual({
      filter: {
        kind: "logic",
        word: "or",
        isNegated: false,
        filters: [
          compare("a", "eq"),
          {
            kind: "logic",
            word: "and",
            isNegated: true,
            filters: [compare("b", "like", { slot: 1 }), { kind: "in", field: field("c"), isNegated: true, slot: 2 }],
          },
          compare("d", "cs", { slot: 3 }),
        ],
      },
      values: ["1", "x,%", '{"1","2"}', "{1,2}"],
    });
  });

  test("reads what is asked of embedded relations apart", () => {
    const query = readQuery([
      ["authors.name", "eq.x"],
      ["authors.not.or", "(a.eq.1,b.eq.2)"],
      ["authors.books.order", "id.desc"],
      ["authors.books.limit", "3"],
      ["order", "authors(name).desc"],
    ]);
    expect(query.root).toMatchObject({ filters: [], order: [{ relation: "authors", field: field("name"), direction: "desc" }] });
    expect(query.embedded.get("authors")?.filters).toMatchObject([compare("name", "eq"), { word: "or", isNegated: true }]);
    expect(query.embedded.get("authors\0books")).toMatchObject({ order: [{ field: field("id") }], limit: 3 });
  });

  test("of a function are told from its arguments by their operator", () => {
    const query = readQuery(
      [
        ["a", "5"],
        ["b", "eq.5"],
        ["c", "not.in.(1)"],
        ["d", "x.eq"],
      ],
      true,
    );
    expect(query.args).toEqual([
      { name: "a", value: "5" },
      { name: "d", value: "x.eq" },
    ]);
    expect(query.root.filters).toHaveLength(2);
  });

  test.each([
    ["id", "5"],
    ["id", ""],
    ["id", "eq"],
    ["id", "constructor.5"],
    ["id", "neq(any).{1}"],
    ["id", "eq(some).{1}"],
    ["id", "in.1,2"],
    ["id", "in.(1,2"],
    ["id", "is.5"],
    ["", "eq.5"],
    ["or", "a.eq.1"],
    ["or", "()"],
    ["or", "(a.eq.1"],
    ["or", "(a)"],
    ["or", `${"or(".repeat(50)}a.eq.1${")".repeat(50)}`],
  ])("refuses %s=%s", (name, value) => expect(() => read(name, value)).toThrow(Fault));
});

describe("the shape of a query", () => {
  const shapeOf = (search: string) => readQuery([...new URLSearchParams(search)]).shape;
  test.each([
    ["id=eq.1", "id=eq.2"],
    ["id=in.(1,2)", "id=in.(3)"],
    ["or=(a.eq.1,b.gt.2)", "or=(a.eq.3,b.gt.4)"],
    ["offset=1", "offset=2"],
  ])("is the same for %s and %s", (one, other) => expect(shapeOf(one)).toBe(shapeOf(other)));

  test.each([
    ["id=eq.1", "id=gt.1"],
    ["id=eq.1", "id=not.eq.1"],
    ["id=eq.1", "if=eq.1"],
    ["id=eq.1", "id=in.(1)"],
    ["id=is.null", "id=is.true"],
    ["data->a=eq.1", "data->b=eq.1"],
    ["data->a=eq.1", "data->>a=eq.1"],
    ["or=(a.eq.1,b.eq.1)", "and=(a.eq.1,b.eq.1)"],
    ["or=(a.eq.1,b.eq.1)", "not.or=(a.eq.1,b.eq.1)"],
    ["select=a", "order=a"],
    ["select=a&select=b", "select=b&select=a"],
    ["limit=1", "limit=2"],
    ["offset=0", "offset=1"],
  ])("differs for %s and %s", (one, other) => expect(shapeOf(one)).not.toBe(shapeOf(other)));
});

describe("order, limit, offset and columns", () => {
  test("are read", () => {
    const query = readQuery([
      ["order", "a.desc.nullslast,b,data->>c.asc.nullsfirst"],
      ["limit", "10"],
      ["offset", "20"],
      ["columns", 'a,"b c",a'],
    ]);
    expect(query).toMatchObject({
      root: {
        filters: [],
        order: [
          { field: field("a"), direction: "desc", nulls: "last" },
          { field: field("b"), direction: undefined, nulls: undefined },
          { field: field("data", { key: "c", isText: true }), direction: "asc", nulls: "first" },
        ],
        limit: 10,
      },
      offset: 20,
      values: ["20"],
      columns: ["a", "b c"],
    });
  });

  test.each([
    ["order", "a.up"],
    ["limit", "-1"],
    ["columns", "a,"],
    ["on_conflict", ""],
  ])("refuse %s=%s", (name, value) => expect(() => read(name, value)).toThrow(Fault));

  test.each(["x", "1e3"])("ask for nothing by the number %s", (value) => {
    expect(
      readQuery([
        ["limit", value],
        ["offset", value],
      ]),
    ).toMatchObject({ root: { limit: undefined, offset: undefined }, offset: 0 });
  });
});

test("whatever is asked is read or refused, and nothing else happens", () => {
  const names = fc.oneof(fc.constantFrom("select", "order", "or", "not.and", "columns", "limit", "id"), fc.string());
  const letters = fc.constantFrom(...'aé0.,:()"\\->*{} ', "not.", "in.(", "is.", "eq.", "::", "->>");
  const values = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(letters, { maxLength: 30 }).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(names, values, (name, value) => {
      try {
        read(name, value);
      } catch (error) {
        expect(error).toBeInstanceOf(Fault);
      }
    }),
    { numRuns: 2_000 },
  );
});

describe("Accept", () => {
  test.each([
    [undefined, ["*/*"]],
    ["text/html,*/*;q=0.8,application/json;q=0.9", ["text/html", "application/json", "*/*"]],
    ["Application/JSON; charset=utf-8", ["application/json"]],
    ["application/json;q=0", []],
    ['application/vnd.pgrst.plan; for="a/b; c=d, e"', ["application/vnd.pgrst.plan"]],
  ])("%s asks for %j", (header, types) => expect(readAccept(header).map(({ type }) => type)).toEqual(types));
});

describe("Prefer", () => {
  test("is understood, and what was is told back", () => {
    expect(readPrefer('return = representation, count=exact, tx=rollback, foo="bar", timezone=Nowhere/Else')).toMatchObject({
      returns: "representation",
      count: "exact",
      rollsBack: true,
      timeZone: undefined,
      applied: ["return=representation", "count=exact", "tx=rollback"],
    });
  });
  test("holds the first of two that contradict each other", () => {
    expect(readPrefer("return=minimal, return=representation").returns).toBe("minimal");
  });
  test("that is strict refuses what it does not know, and bounds what is written", () => {
    expect(() => readPrefer("handling=strict, foo=bar")).toThrow(Fault);
    expect(readPrefer("handling=strict, max-affected=3")).toMatchObject({ maxAffected: 3, applied: ["handling=strict", "max-affected=3"] });
    expect(readPrefer("max-affected=3")).toMatchObject({ maxAffected: undefined, applied: [] });
  });
});
