import { describe, expect, test } from "@jest/globals";
import { readBody } from "./body.ts";
import { relationshipsOf } from "./catalog/relations.ts";
import { readAccept } from "./grammar/accept.ts";
import { readPrefer } from "./grammar/prefer.ts";
import { nearest } from "./nearest.ts";

/** What took seconds or hours for one request, while everybody else waited for the process. Each must end at all. */
const read = (type: string, text: string) => readBody({ bytes: Buffer.from(text) }, { "content-type": type }, false, undefined);

describe("a request costs no more than in proportion to its length", () => {
  test("that is one row of a hundred thousand numbers", () => {
    const wide = (keys: number) => JSON.stringify(Object.fromEntries(Array.from({ length: keys }, (_, i) => [`k${i}`, i])));
    expect(read("application/json", wide(5_000)).row).toHaveLength(5_000);
    expect(read("application/json", wide(100_000))).toMatchObject({ row: undefined, keys: { length: 1_700 } });
  });

  test("whose headers are commas, quotes, semicolons, or spaces", () => {
    const many = 1_000_000;
    expect(readAccept(`text/csv${",".repeat(many)}`)).toHaveLength(many + 1);
    expect(readAccept(`a/b${";".repeat(many)}`)).toHaveLength(1);
    expect(readAccept('"'.repeat(many))).toHaveLength(1);
    expect(readPrefer(`return${" ".repeat(many)}=${" ".repeat(many)}minimal`).returns).toBe("minimal");
    expect(readPrefer("timezone=Europe/Rome,".repeat(many / 100)).timeZone).toBe("Europe/Rome");
  });

  test("that names what is not there, in very many letters", () => {
    const tables = Array.from({ length: 10_000 }, (_, i) => `${"t".repeat(50)}${i}`);
    expect(nearest("t".repeat(1_000_000), tables)).toBeUndefined();
  });
});

test("what quotes hold is not split, unless nobody closes them", () => {
  expect(readAccept('a/b;c="x,y;z", d/e').map(({ type, parameters }) => [type, parameters.get("c")])).toEqual([
    ["a/b", "x,y;z"],
    ["d/e", undefined],
  ]);
  expect(readAccept('a/b;c="x,d/e').map(({ type }) => type)).toEqual(["a/b", "d/e"]);
});

describe("a body that would grow while it is read is refused", () => {
  const tooLarge = expect.objectContaining({ status: 413 });
  const lines = (count: number) => "1\n".repeat(count);

  test("as CSV of too many lines, too many letters, or names that are said again in each row", () => {
    for (const text of [`a\n${lines(60_000)}`, `a\n${"1".repeat(5_000_000)}`, `${"a".repeat(1_000)}\n${lines(40_000)}`]) {
      expect(() => read("text/csv", text)).toThrow(tooLarge);
    }
    expect(read("text/csv", `a,b\n${"1,2\n".repeat(40_000)}`).rows).toBe(40_000);
  });

  test("as a form of too many fields", () => {
    expect(() => read("application/x-www-form-urlencoded", "a&".repeat(1_000_000))).toThrow(tooLarge);
    expect(read("application/x-www-form-urlencoded", "a=1&b=2").keys).toEqual(["a", "b"]);
  });
});

describe("a schema in which keys and views multiply each other", () => {
  const table = (id: number, name: string, keys: number) => ({
    id,
    name,
    isExposed: true,
    isView: false,
    primaryKey: ["a"],
    uniques: [],
    foreignKeys: Array.from({ length: keys }, (_, i) => ({ name: `key_${i}`, columns: ["a"], to: 1, toColumns: ["a"] })),
    shows: [],
  });
  const view = (id: number, of: number) => ({
    ...table(id, `view_${id}`, 0),
    isView: true,
    shows: [{ column: "a", of, ofColumn: "a" }],
  });
  const counted = (found: ReturnType<typeof relationshipsOf>) => [...found.values()].reduce((sum, { length }) => sum + length, 0);

  test("has no more ways than can be held", () => {
    expect(counted(relationshipsOf([table(1, "target", 0), table(2, "junction", 10_000)]))).toBe(40_000);
    const views = Array.from({ length: 3_000 }, (_, i) => view(10 + i, 1 + (i % 2)));
    expect(counted(relationshipsOf([table(1, "target", 0), table(2, "junction", 1), ...views]))).toBeLessThanOrEqual(60_000);
  });

  test("has all of them where they are few", () => {
    const found = relationshipsOf([table(1, "target", 0), table(2, "junction", 2), view(3, 1)]);
    expect(counted(found)).toBe(2 * 2 * 2 + 2 * 4);
    expect(found.get("view_3")?.map(({ to }) => to)).toContain("junction");
  });
});
