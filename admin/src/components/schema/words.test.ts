import { expect, test } from "@jest/globals";
import type { SchemaTableSight } from "../../sight.ts";
import { isOpen } from "./words.ts";

const schemas = [
  { name: "public", isExposed: true },
  { name: "shop", isExposed: false },
];
const table = (schema: string, hasRls: boolean, ...reachableBy: string[]): SchemaTableSight => ({
  ...{ schema, name: "things", hasRls, reachableBy, rowsEstimate: null, bytes: 0 },
  ...{ columns: [], policies: [], indexesCount: 0, triggersCount: 0 },
});

test.each<[boolean, string, SchemaTableSight]>([
  [true, "that publishable keys reach with nothing between", table("public", false, "anon")],
  [false, "that row-level security guards", table("public", true, "anon")],
  [false, "that secret keys alone reach", table("public", false)],
  [false, "of a schema that is not exposed, whatever rights there are on it", table("shop", false, "anon")],
])("open is %p of a table %s", (is, _what, of) => {
  expect(isOpen({ schemas }, of)).toBe(is);
});
