import { describe, expect, test } from "@jest/globals";
import { join, name, sql } from "./sql.ts";

describe("sql", () => {
  test("values become parameters, in order, through nested fragments", () => {
    const where = sql`where a = ${1} and b = ${"x"}`;
    const query = sql`select * from t ${where} limit ${5}`;
    expect(query.text).toBe("select * from t where a = $1 and b = $2 limit $3");
    expect(query.values).toEqual([1, "x", 5]);
  });

  test("a name is quoted whatever is in it", () => {
    expect(name("a", 'b"; drop table t; --').text).toBe('"a"."b""; drop table t; --"');
  });

  test("fragments are joined, none included", () => {
    expect(join([sql`${1}`, sql`${2}`]).text).toBe("$1, $2");
    expect(join([]).text).toBe("");
  });
});
