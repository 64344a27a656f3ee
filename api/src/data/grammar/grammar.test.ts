import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { Fault } from "../fault.ts";
import { readAccept } from "./accept.ts";
import { readPrefer } from "./prefer.ts";
import { readQuery } from "./query.ts";

const field = (column: string, ...path: { key: string | number; isText: boolean }[]) => ({ column, path });
const read = (name: string, value: string) => readQuery([[name, value]]);
const filterOf = (name: string, value: string) => read(name, value).filters[0];

describe("select", () => {
  test.each([
    ["*", [{ kind: "all" }]],
    ["id", [{ kind: "field", field: field("id"), alias: undefined, cast: undefined }]],
    ["n:name", [{ kind: "field", field: field("name"), alias: "n", cast: undefined }]],
    ["at::text", [{ kind: "field", field: field("at"), alias: undefined, cast: "text" }]],
    ["d:at::date", [{ kind: "field", field: field("at"), alias: "d", cast: "date" }]],
    ['"a,b"', [{ kind: "field", field: field("a,b"), alias: undefined, cast: undefined }]],
    ["a-b", [{ kind: "field", field: field("a-b"), alias: undefined, cast: undefined }]],
    ["größe", [{ kind: "field", field: field("größe"), alias: undefined, cast: undefined }]],
    [
      "data->a->0->>b",
      [
        {
          kind: "field",
          field: field("data", { key: "a", isText: false }, { key: 0, isText: false }, { key: "b", isText: true }),
          alias: undefined,
          cast: undefined,
        },
      ],
    ],
  ])("reads %s", (text, wanted) => expect(read("select", text).select).toEqual(wanted));

  test.each(["id,", ",id", "id::", "a b)", "x(*)", "...x(*)", "a!inner(b)", "count()", "id.sum()", '"open'])("refuses %s", (text) =>
    expect(() => read("select", text)).toThrow(Fault),
  );
});

describe("filters", () => {
  test.each([
    ["id", "eq.5", { kind: "compare", field: field("id"), isNegated: false, operator: "eq", value: "5" }],
    ["id", "not.gte.5", { kind: "compare", field: field("id"), isNegated: true, operator: "gte", value: "5" }],
    ["t", "eq.", { kind: "compare", field: field("t"), isNegated: false, operator: "eq", value: "" }],
    ["t", 'eq."a,b"', { kind: "compare", field: field("t"), isNegated: false, operator: "eq", value: '"a,b"' }],
    ["t", "eq.a.b,c)", { kind: "compare", field: field("t"), isNegated: false, operator: "eq", value: "a.b,c)" }],
    ["id", "in.(1,2)", { kind: "in", field: field("id"), isNegated: false, values: ["1", "2"] }],
    ["id", "in.()", { kind: "in", field: field("id"), isNegated: false, values: [] }],
    ["t", 'not.in.("a,b","c\\"d")', { kind: "in", field: field("t"), isNegated: true, values: ["a,b", 'c"d'] }],
    ["done", "is.TRUE", { kind: "is", field: field("done"), isNegated: false, value: "true" }],
    ["done", "not.is.null", { kind: "is", field: field("done"), isNegated: true, value: "null" }],
  ])("reads %s=%s", (name, value, wanted) => expect(filterOf(name, value)).toEqual(wanted));

  test("reads trees of them", () => {
    expect(filterOf("or", '(a.eq.1,not.and(b.like."x,*",c.not.in.(1,2)),d.cs.{1,2})')).toEqual({
      kind: "logic",
      word: "or",
      isNegated: false,
      filters: [
        { kind: "compare", field: field("a"), isNegated: false, operator: "eq", value: "1" },
        {
          kind: "logic",
          word: "and",
          isNegated: true,
          filters: [
            { kind: "compare", field: field("b"), isNegated: false, operator: "like", value: "x,*" },
            { kind: "in", field: field("c"), isNegated: true, values: ["1", "2"] },
          ],
        },
        { kind: "compare", field: field("d"), isNegated: false, operator: "cs", value: "{1,2}" },
      ],
    });
  });

  test.each([
    ["id", "5"],
    ["id", ""],
    ["id", "eq"],
    ["id", "constructor.5"],
    ["id", "eq(any).{1}"],
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
      select: [],
      filters: [],
      order: [
        { field: field("a"), direction: "desc", nulls: "last" },
        { field: field("b"), direction: undefined, nulls: undefined },
        { field: field("data", { key: "c", isText: true }), direction: "asc", nulls: "first" },
      ],
      limit: 10,
      offset: 20,
      columns: ["a", "b c"],
    });
  });

  test.each([
    ["order", "a.up"],
    ["order", ""],
    ["limit", "x"],
    ["limit", "-1"],
    ["limit", "1e3"],
    ["offset", "99999999999999999999"],
    ["columns", ""],
    ["on_conflict", "id"],
  ])("refuse %s=%s", (name, value) => expect(() => read(name, value)).toThrow(Fault));
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
    [undefined, "list"],
    ["*/*", "list"],
    ["text/html,application/xhtml+xml,*/*;q=0.8", "list"],
    ["application/vnd.pgrst.object+json", "object"],
    ["Application/JSON; charset=utf-8", "list"],
  ])("%s asks for a %s", (header, shape) => expect(readAccept(header)).toBe(shape));

  test.each(["text/csv", "application/json;q=0", "constructor", "application/vnd.pgrst.object+json;nulls=stripped"])(
    "%s can't be had",
    (header) => expect(() => readAccept(header)).toThrow(Fault),
  );
});

describe("Prefer", () => {
  test("is understood, and what was is told back", () => {
    expect(readPrefer('return = representation, count=exact, tx=rollback, foo="bar"')).toEqual({
      returns: "representation",
      count: "exact",
      applied: ["return=representation", "count=exact"],
    });
  });
  test("that is strict refuses what it does not know", () => {
    expect(() => readPrefer("handling=strict, foo=bar")).toThrow(Fault);
    expect(readPrefer("handling=strict, return=minimal").returns).toBe("minimal");
  });
});
