import { accept, group, ids, objectType, prefer } from "../case.ts";

const representation = prefer("return=representation");

/** Rows that are taken away. */
export const deletes = group("deletes", [
  {
    name: "one row",
    at: "DELETE counters?id=eq.1",
    status: 204,
    gives: "",
    tells: { "content-type": undefined, "content-range": "*/*" },
    afterwards: { at: "counters?select=id&order=id", gives: ids(2, 3, 4, 5) },
  },
  { name: "all rows", at: "DELETE counters", status: 204, gives: "", afterwards: { at: "counters", gives: [] } },
  {
    name: "shown",
    at: "DELETE counters?id=eq.2",
    headers: representation,
    gives: [{ id: 2, value: 20 }],
    tells: { "content-range": "*/*", "preference-applied": "return=representation" },
  },
  {
    name: "shown and counted",
    at: "DELETE counters?id=eq.2",
    headers: prefer("return=representation", "count=exact"),
    gives: [{ id: 2, value: 20 }],
    tells: { "content-range": "*/1", "preference-applied": "return=representation, count=exact" },
  },
  {
    name: "counted",
    at: "DELETE counters?id=lt.4",
    headers: prefer("count=exact"),
    status: 204,
    gives: "",
    tells: { "content-range": "*/3" },
  },
  {
    name: "return=minimal",
    at: "DELETE counters?id=eq.2&select=id",
    headers: prefer("return=minimal"),
    status: 204,
    gives: "",
    tells: { "content-type": undefined, "preference-applied": "return=minimal" },
  },
  { name: "shown in part", at: "DELETE counters?id=eq.2&select=n:id::text", headers: representation, gives: [{ n: "2" }] },
  { name: "a selection is passed over when nothing is shown", at: "DELETE counters?id=eq.2&select=id", status: 204, gives: "" },
  { name: "no row", at: "DELETE counters?id=eq.99", status: 204, gives: "", tells: { "content-range": "*/*" } },
  { name: "no row, shown", at: "DELETE counters?id=eq.99", headers: representation, gives: [], tells: { "content-range": "*/*" } },
  {
    name: "as one object",
    at: "DELETE counters?id=eq.1",
    headers: { ...representation, ...accept(objectType) },
    gives: { id: 1, value: 10 },
    tells: { "content-type": `${objectType}; charset=utf-8` },
  },
  { name: "through a view", at: "DELETE open_notes?id=eq.1&select=title", headers: representation, gives: [{ title: "first" }] },
  {
    name: "by a key of several columns",
    at: "DELETE pairs?a=eq.1&b=eq.2&select=label",
    headers: representation,
    gives: [{ label: "one-two" }],
  },
  {
    name: "by a name that needs quotes",
    at: "DELETE Quoted Notes?the id=eq.1",
    headers: representation,
    gives: [{ "the id": 1, "the text": "quoted" }],
  },
  { name: "by in", at: "DELETE counters?id=in.(1,5)&select=id", headers: representation, gives: ids(1, 5) },
  { name: "one's own rows only", at: "DELETE diaries?select=id", headers: { ...representation, "x-owner": "bob" }, gives: ids(2) },
  { name: "all rows with a secret key", at: "DELETE diaries?select=id", as: "service_role", headers: representation, gives: ids(1, 2) },
  { name: "a body is passed over", at: "DELETE counters?id=eq.1&select=id", sends: { value: 1 }, headers: representation, gives: ids(1) },
  { name: "a table that there is not", at: "DELETE nowhere_to_be_found?id=eq.1", status: 404, includes: { code: "PGRST205" } },
  { name: "a filter by a column that there is not", at: "DELETE counters?nothing=eq.1", status: 400, includes: { code: "42703" } },
  {
    name: "a table that may not be changed",
    at: "DELETE films?id=eq.5",
    status: 401,
    includes: { code: "42501", message: "permission denied for table films" },
  },
  {
    name: "a row that others refer to",
    at: "DELETE booths?id=eq.1",
    status: 409,
    includes: {
      code: "23503",
      message: 'update or delete on table "booths" violates foreign key constraint "lamps_booth_id_fkey" on table "lamps"',
    },
  },
  {
    name: "and one to one of it",
    at: "DELETE signs?booth_id=eq.1&select=says,booths(name)",
    headers: representation,
    gives: [{ says: "this way", booths: { name: "left" } }],
  },
  {
    name: "and what stands above it",
    at: "DELETE pages?id=eq.4&select=name,above:parent_id(name)",
    headers: representation,
    gives: [{ name: "under one", above: { name: "one" } }],
  },
  {
    name: "and what is spread of it",
    at: "DELETE lamps?id=eq.1&select=watts,...booths(booth:name)",
    headers: representation,
    gives: [{ watts: 40, booth: "left" }],
  },
]);
