import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type TestTenant, tenantOf } from "../../api/test/tenant.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { createClient } from "../src/index.ts";
import { failureOf } from "./failure.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  await clientOf().sql("create table items (id int primary key, name text); create table others (id int primary key, name text)");
});
afterAll(() => world.close());

const clientOf = () => createClient({ url: world.url, apiKey: tenant.secret.key });

test("a table goes out of one and into another, with progress", async () => {
  const client = clientOf();
  const csv = `id,name\n${Array.from({ length: 20_000 }, (_, i) => `${i},item ${i}`).join("\n")}\n`;
  const sent: unknown[] = [];
  expect(await client.table("items").import(csv, { onProgress: (each) => sent.push(each) })).toEqual({ rows: 20_000, bytes: csv.length });
  expect(sent.at(-1)).toEqual({ bytes: csv.length, totalBytes: csv.length });

  let heard = 0;
  const out = await client.table("items").export({
    format: "ndjson",
    columns: ["name", "id"],
    onProgress: ({ bytes }) => {
      heard = bytes;
    },
  });
  const { rows, bytes } = await client.table("others").import(out, { format: "ndjson" });
  expect([rows, bytes]).toEqual([20_000, heard]);
  expect((await client.sql("select count(*) from others natural join items")).rows).toEqual([{ count: 20_000 }]);
});

test("an import that can't be tells the line and the column, and takes nothing", async () => {
  const client = clientOf();
  await client.sql("truncate others");
  const error = await failureOf(client.table("others").import("id,name\n1,a\nx,b\n"));
  expect(error).toMatchObject({ status: 400, code: "22P02", details: { line: 3, column: "id" }, request: { operation: "importTable" } });
  expect((await client.sql("select count(*) from others")).rows).toEqual([{ count: 0 }]);
});

test("an export that fails in the middle fails the stream, in either form", async () => {
  const client = clientOf();
  await client.sql(`create view failing as select 1 / (20000 - n) as a, repeat('x', 100) as t from generate_series(1, 30000) n;
    grant select on failing to service_role`);
  const read = async (format: "csv" | "ndjson") => new Response(await client.table("failing").export({ format })).text();
  expect(await failureOf(read("ndjson"))).toMatchObject({ status: 400, code: "22012" });
  expect(await failureOf(read("csv"))).toMatchObject({ code: "incomplete_answer" });
});

test("a table that there is not is an error, as is no table at all", async () => {
  expect(await failureOf(clientOf().table("nowhere").export())).toMatchObject({ status: 404, code: "table_not_found" });
});

test("calling it off ends it", async () => {
  const control = new AbortController();
  const endless = async function* () {
    yield "id,name\n";
    control.abort(new Error("called off"));
    for (;;) yield "";
  };
  await expect(clientOf().table("items").import(endless(), { signal: control.signal })).rejects.toThrow("called off");
});
