import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { ask, type Json } from "../../../test/ask.ts";
import { type TestTenant, tenantOf } from "../../../test/tenant.ts";
import { openWorld, type World } from "../../../test/world.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  tenant = await tenantOf(world);
});
afterAll(() => world.close());

const apply = (name: string, sql: string, more: object = {}) =>
  ask(world, "POST /api/schema/migrations", { apikey: tenant.secret.key, body: { name, sql, ...more } });
const applied = async (): Promise<Json> => (await ask(world, "GET /api/schema/migrations", { apikey: tenant.secret.key })).body.items;
const rows = async (query: string): Promise<Json> =>
  (await ask(world, "POST /api/sql", { apikey: tenant.secret.key, body: { query } })).body.rows;
const named = async () => (await applied()).map((each: Json) => each.name);

describe("a migration", () => {
  test("is applied, recorded, and its tables are there over REST at once", async () => {
    expect(await applied()).toEqual([]);
    expect((await ask(world, "GET /api/rest/a", { apikey: tenant.secret.key })).status).toBe(404);
    const { status, body } = await apply("0001_a", "create table a (id int);\ninsert into a values (1);");
    expect([status, body]).toEqual([
      200,
      { name: "0001_a", checksum: expect.stringMatching(/^[0-9a-f]{64}$/), isNew: true, isDone: true, statementsCount: 2 },
    ]);
    expect((await ask(world, "GET /api/rest/a", { apikey: tenant.secret.key })).body).toEqual([{ id: 1 }]);
    await apply("0002_b", "create table b ()");
    expect(await applied()).toEqual([
      { name: "0001_a", position: 1, checksum: body.checksum, appliedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
      { name: "0002_b", position: 2, checksum: expect.any(String), appliedAt: expect.any(String) },
    ]);
  });

  test("is left alone when it comes again, and refused when it comes changed", async () => {
    await apply("0001_a", "create table a ()");
    expect(await apply("0001_a", "create table a ()")).toMatchObject({ status: 200, body: { isNew: false, isDone: true } });
    expect(await apply("0001_a", "create table other ()")).toMatchObject({ status: 409, body: { code: "migration_changed" } });
  });

  test("is refused where a later one was applied", async () => {
    await apply("0002_b", "create table b ()");
    expect(await apply("0001_a", "create table a ()")).toMatchObject({
      status: 409,
      body: { code: "migration_out_of_order", lastName: "0002_b" },
    });
    expect(await named()).toEqual(["0002_b"]);
  });

  test("that fails keeps nothing, not even its record, and may be mended", async () => {
    const failed = await apply("0001_a", "create table a (); select 1 / 0");
    expect([failed.status, failed.body.code, failed.body.statement]).toEqual([400, "22012", 2]);
    expect(await applied()).toEqual([]);
    expect((await apply("0001_a", "create table a ()")).status).toBe(200);
  });

  test("is told of and not applied in a dry run", async () => {
    expect((await apply("0001_a", "create table a ()", { dryRun: true })).body).toMatchObject({
      isNew: true,
      isDone: false,
      statementsCount: 1,
    });
    expect((await apply("0001_a", "create tabel a ()", { dryRun: true })).body.code).toBe("42601");
    expect(await applied()).toEqual([]);
  });

  test.each([
    ["create table a ();\nselec 1", "LINE 2: selec 1\n        ^"],
    ["create table a ();\nselect 'é', b from a", "LINE 2: select 'é', b from a\n                    ^"],
    ["select 1;\ncommit", "LINE 2: commit\n        ^"],
  ])("shows where it is wrong: %j", async (sql, place) => {
    const { body } = await apply("0001_a", sql);
    expect(body).toMatchObject({ line: 2, detail: expect.stringContaining(place) });
  });

  test("is applied once when it comes several times at once", async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => apply("0001_a", "create table a (); select pg_sleep(0.1)")));
    expect(answers.map((each) => each.status)).toEqual([200, 200, 200, 200]);
    expect(answers.filter((each) => each.body.isNew).length).toBe(1);
    expect(await named()).toEqual(["0001_a"]);
  });

  test("may leave settings behind, which neither the record nor the next request sees", async () => {
    const left = "set search_path = evil; set standard_conforming_strings = off; create schema evil; create table evil.applied (name text)";
    expect((await apply("0001_a", left)).status).toBe(200);
    expect((await apply("0002_b", "create table b ()")).status).toBe(200);
    expect(await named()).toEqual(["0001_a", "0002_b"]);
    expect(await rows("select count(*) from evil.applied")).toEqual([{ count: 0 }]);
  });

  test.each<[string, string, number, string]>([
    ["no name", "", 422, "invalid_input"],
    ["a name with a space", "a b", 422, "invalid_input"],
    ["a name that is a path", "../a", 422, "invalid_input"],
  ])("with %s is refused", async (_what, name, status, code) => {
    const answer = await apply(name, "select 1");
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test.each<[string, number, string]>([
    ["-- nothing", 400, "empty_query"],
    ["select", 200, ""],
    ["selec", 400, "42601"],
    ["begin; select 1; commit", 400, "transaction_control"],
    ["create index concurrently on a (a)", 400, "not_alone"],
    ["create extension plperlu", 403, "extension_not_offered"],
  ])("of the text %j", async (sql, status, code) => {
    const answer = await apply("0001_a", sql);
    expect([answer.status, answer.body.code ?? ""]).toEqual([status, code]);
  });

  test.each([
    ["create index concurrently on a (a)", 1, 1],
    ["create table a (a int);\ncreate index concurrently on a (a)", 2, 2],
  ])("is one transaction, and says where to send what can't run in one: %j", async (sql, statement, line) => {
    const { status, body } = await apply("0001_a", sql);
    expect([status, body]).toEqual([400, expect.objectContaining({ code: "not_alone", statement, line })]);
    expect(body.message).toMatch(/one transaction.*POST \/api\/sql/);
    expect(await applied()).toEqual([]);
  });

  test("keeps its record out of REST, out of the schema, and with this project", async () => {
    await apply("0001_a", "create table a ()");
    const { body } = await ask(world, "GET /api/schema", { apikey: tenant.secret.key });
    expect(body.schemas.map((each: Json) => each.name)).toEqual(["public"]);
    expect((await ask(world, "GET /api/rest/applied", { apikey: tenant.secret.key })).status).toBe(404);
    expect(await rows("select sql from nextmavens_migrations.applied")).toEqual([{ sql: "create table a ()" }]);
    tenant = await tenantOf(world);
    expect(await applied()).toEqual([]);
  });
});
