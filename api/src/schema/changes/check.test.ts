import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { loadModule, parseSync } from "libpg-query";
import { Refusal } from "../../platform/refusal.ts";
import { openSplitter, type Splitter } from "../../sql/index.ts";
import { check } from "./check.ts";
import type { ColumnInput } from "./contract.ts";
import { statementsOf } from "./statements.ts";

let splitter: Splitter;
beforeAll(async () => {
  await loadModule();
  splitter = openSplitter();
});
afterAll(() => splitter.close());

/** What SQL is made of, and most of all what ends, opens or hides something in it. */
const pieces = [
  "1", "a", "'x'", "null", "true", "int", "text", "numeric(3)", "(", ")", "((", "))", ",", ";", "--", "/*", "*/", "$$", "$q$", "'", '"', '"q"',
  "::int", "[]", "[1]", " as b", " from c", " where true", " limit 1", " union select 2", " into d", " not null", " default 2", " check (true)",
  ", b int", "); drop table t; --", "E'\\'", "\n", " ", "+", "case when true then 1 end", "(select 1)", " collate \"C\"", "\\", "U&'\\0061'",
]; // biome-ignore format: a list is read across
const text = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 3 })), { minLength: 1, maxLength: 7 })
  .map((some) => some.join(""));

const column = (name: string, more: Partial<ColumnInput>): ColumnInput => ({
  name,
  type: "int",
  isNullable: true,
  isPrimaryKey: false,
  isUnique: false,
  ...more,
});

/** The columns that PostgreSQL's parser finds in the statement, or nothing where it finds none at all. */
function columnsIn(sql: string): readonly string[] | undefined {
  let parsed: { stmts: { stmt: { CreateStmt?: { tableElts: { ColumnDef?: { colname: string } }[] } } }[] };
  try {
    parsed = parseSync(sql) as typeof parsed;
  } catch {
    return undefined;
  }
  expect(parsed.stmts.length).toBe(1);
  return parsed.stmts[0]?.stmt.CreateStmt?.tableElts.map((each) => each.ColumnDef?.colname ?? "no column");
}

const isAccepted = (claim: Parameters<typeof check>[2]) =>
  check(splitter, "t", claim, "").then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false;
      throw error;
    },
  );

test.each<[string, (text: string) => Partial<ColumnInput>]>([
  ["a default", (given) => ({ default: given })],
  ["a check", (given) => ({ check: given })],
  ["what a column is generated as", (given) => ({ generatedAs: given })],
  ["a type", (given) => ({ type: given })],
])("whatever is accepted as %s never becomes anything else", async (_what, place) => {
  let acceptedCount = 0;
  await fc.assert(
    fc.asyncProperty(text, async (given) => {
      const [create] = statementsOf({
        kind: "create table",
        schema: "public",
        name: "t",
        columns: [column("a", { ...place(given.trim()), isNullable: false }), column("z", {})],
        constraints: [],
        hasRls: false,
      });
      for (const claim of create?.claims ?? []) if (!(await isAccepted(claim))) return;
      acceptedCount += 1;
      const found = columnsIn(create?.text ?? "");
      if (found) expect(found).toEqual(["a", "z"]);
    }),
    { numRuns: 3_000 },
  );
  expect(acceptedCount).toBeGreaterThan(20);
});
