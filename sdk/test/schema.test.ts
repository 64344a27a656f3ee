import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type TestTenant, tenantOf } from "../../api/test/tenant.ts";
import { openWorld, type World } from "../../api/test/world.ts";
import { createClient, type InputOf } from "../src/index.ts";
import { failureOf } from "./failure.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
});
afterAll(() => world.close());

const clientOf = (apiKey: string = tenant.secret.key) => createClient({ url: world.url, apiKey });

test("changes are told before they are made, and read afterwards", async () => {
  const client = clientOf();
  const changes: InputOf<"changeSchema">["changes"] = [
    { kind: "create table", name: "lists", columns: [{ name: "id", type: "int", isPrimaryKey: true }] },
    {
      kind: "create table",
      name: "items",
      columns: [
        { name: "id", type: "int", isPrimaryKey: true },
        { name: "list", type: "int", references: { table: "lists", onDelete: "cascade" } },
      ],
    },
    { kind: "create policy", table: "lists", name: "all may look", command: "select", using: "true" },
  ];
  const told = await client.changeSchema({ changes, dryRun: true });
  expect(told).toMatchObject({ isDone: false, statements: expect.arrayContaining([expect.stringMatching(/^create table/i)]) });
  expect((await client.readSchema()).tables).toEqual([]);

  expect(await client.changeSchema({ changes })).toEqual({ isDone: true, isChecked: true, statements: told.statements });
  const { tables, relations } = await client.readSchema({ schema: "public" });
  expect(tables.map(({ name, hasRls }) => [name, hasRls])).toEqual([
    ["items", true],
    ["lists", true],
  ]);
  expect(relations).toMatchObject([{ from: { table: "items", columns: ["list"] }, to: { table: "lists" }, onDelete: "cascade" }]);
  expect(await client.readTable({ table: "lists" })).toMatchObject({ name: "lists", policies: [{ name: "all may look" }] });
  expect(await failureOf(client.readTable({ table: "nowhere" }))).toMatchObject({ status: 404, code: "table_not_found" });
  const wrong = client.changeSchema({ changes: [{ kind: "drop table", table: "nowhere" }] });
  expect(await failureOf(wrong)).toMatchObject({ code: "42P01" });
});

test("a migration is applied once, and not again with another text", async () => {
  const client = clientOf();
  const sql = "create table moved (id int primary key)";
  expect(await client.applyMigration({ name: "0001_moved", sql, dryRun: true })).toMatchObject({ isNew: true, isDone: false });
  expect(await client.applyMigration({ name: "0001_moved", sql })).toMatchObject({ isNew: true, isDone: true, statementsCount: 1 });
  expect(await client.applyMigration({ name: "0001_moved", sql })).toMatchObject({ isNew: false, isDone: true });
  const changed = client.applyMigration({ name: "0001_moved", sql: `${sql}; select 1` });
  expect(await failureOf(changed)).toMatchObject({ status: 409, code: "migration_changed" });
  expect((await client.listMigrations()).items).toMatchObject([{ name: "0001_moved", position: 1 }]);
});

test("extensions are put in and taken out", async () => {
  const client = clientOf();
  expect(await client.installExtension({ extension: "citext" })).toMatchObject({ name: "citext", schema: "extensions" });
  const { items } = await client.listExtensions();
  expect(items.find(({ name }) => name === "citext")?.installedVersion).toEqual(expect.any(String));
  expect(await client.removeExtension({ extension: "citext", cascade: "true" })).toBeUndefined();
  expect(await failureOf(client.installExtension({ extension: "plpython3u" }))).toMatchObject({ code: "extension_not_offered" });
});

test("advice comes with SQL that mends it", async () => {
  const client = clientOf();
  await client.sql("create table open_to_all (id int primary key); grant select on open_to_all to anon");
  const { items } = await client.adviseOnSchema({ schema: "public" });
  const { fix } = items.find(({ object, rule }) => object.name === "open_to_all" && rule === "table_without_rls") ?? {};
  await client.sql(fix ?? "");
  expect(await client.readTable({ table: "open_to_all" })).toMatchObject({ hasRls: true });
});

test("types come as a text", async () => {
  expect(await clientOf().readTypes({ language: "typescript" })).toMatch(/^[^{]*export type /);
  const page = async () => new Response("<h1>Sign in</h1>", { headers: { "content-type": "text/html" } });
  const client = createClient({ url: world.url, apiKey: tenant.secret.key, fetch: page });
  expect(await failureOf(client.readTypes())).toMatchObject({ code: "unreadable_answer" });
});

test("what a project exposes and whose tokens it believes are set by its owner", async () => {
  const { id: projectId } = tenant;
  const owner = createClient({ url: world.url, accessToken: tenant.developer.token });
  await clientOf().sql(
    "create schema stock; create table stock.parts (id int); grant usage on schema stock to service_role; grant all on stock.parts to service_role",
  );
  expect(await owner.setDataSettings({ projectId, exposedSchemas: ["public", "stock"] })).toEqual(
    await owner.getDataSettings({ projectId }),
  );
  expect(await clientOf().schema("stock").from("parts").insert({ id: 1 })).toMatchObject({ error: null });

  const { revision } = await owner.getEndUserAuth({ projectId });
  const set = await owner.setEndUserAuth({ projectId, secret: "s".repeat(32), audience: ["shop"] }, { ifMatch: revision });
  expect(set).toMatchObject({ hasSecret: true, audience: ["shop"] });
  const late = owner.setEndUserAuth({ projectId, secret: null }, { ifMatch: revision });
  expect(await failureOf(late)).toMatchObject({ status: 412, code: "edited_meanwhile" });
});

test("a publishable key is told that it may not, and no key at all that one is needed", async () => {
  expect(await failureOf(clientOf(tenant.publishable.key).readSchema())).toMatchObject({ status: 403, code: "needs_secret_key" });
  await expect(createClient({ url: world.url }).readSchema()).rejects.toThrow("give createClient an apiKey");
});
