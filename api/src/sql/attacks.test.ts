import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask, type Json } from "../../test/ask.ts";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
});
afterAll(() => world.close());

const run = (query: string, by = tenant) => ask(world, "POST /api/sql", { apikey: by.secret.key, body: { query } });
const rest = (at: string, body?: unknown, by = tenant) => {
  const [method = "", path = ""] = at.split(" ");
  return ask(world, `${method} /api/rest/${path}`, { apikey: by.secret.key, ...(body !== undefined && { body }) });
};
const rows = async (query: string, by = tenant): Promise<Json> => (await run(query, by)).body.rows;
const used = async (metric: string, by = tenant): Promise<number> => {
  await new Promise((resolve) => setTimeout(resolve, 600));
  const { body } = await ask(world, `GET /api/projects/${by.projectId}/quotas`, { token: by.developer.token });
  return body.items.find((item: Json) => item.metric === metric).used;
};
describe("a code that a tenant's own code raises", () => {
  const codes = ["57000", "57P01", "57P03", "58030", "53100", "53300", "53200", "08006", "XX000", "XX001"];

  test("is never taken for our trouble, and counts as a request", async () => {
    const before = await used("requests_per_day");
    for (const code of codes) {
      const { status, body } = await run(`do $$ begin raise exception 'data' using errcode = '${code}'; end $$`);
      expect([code, body.code, status < 500]).toEqual([code, code, true]);
    }
    expect((await used("requests_per_day")) - before).toBe(codes.length);
  });

  test("nor where a worker raises it for the statement", async () => {
    await run(`create function raised() returns int language plpgsql parallel safe as $$
      begin raise exception 'data' using errcode = '57P03'; end $$`);
    expect((await run("set debug_parallel_query = on; select raised()")).status).toBeLessThan(500);
  });

  test("nor where a trigger raises it for a row", async () => {
    await run(`create table raising (code text);
      create function raises() returns trigger language plpgsql as $$ begin raise exception 'data' using errcode = new.code; end $$;
      create trigger raises before insert on raising for each row execute function raises();
      grant insert on raising to service_role`);
    const before = await used("requests_per_day");
    for (const code of codes) {
      const { status, body } = await rest("POST raising", { code });
      expect([code, body.code, status < 500]).toEqual([code, code, true]);
    }
    expect((await used("requests_per_day")) - before).toBe(codes.length);
  });
});

describe("an answer", () => {
  test("tells PostgreSQL's vectors as lists", async () => {
    const [row] = await rows("select '1 2'::int2vector as a, '3 4'::oidvector as b, ''::oidvector as c, array['1 2'::int2vector] as d");
    expect(row).toEqual({ a: [1, 2], b: [3, 4], c: [], d: [[1, 2]] });
    expect((await run("select indkey from pg_index; select proargtypes from pg_proc limit 500")).status).toBe(200);
  });

  test("is JSON where a tenant's own type is named like one of PostgreSQL's", async () => {
    await run("create type public.int4 as enum ('1x'); create type public.json as enum ('not json')");
    const [row] = await rows("select '1x'::public.int4 as a, array['1x']::public.int4[] as b, 'not json'::public.json as c");
    expect(row).toEqual({ a: "1x", b: ["1x"], c: "not json" });
  });

  test("comes from its own address only", async () => {
    const at = (path: string) => ask(world, `POST ${path}`, { apikey: tenant.secret.key, body: { query: "select 1" } });
    expect([(await at("/api/sqlfoo")).status, (await at("/api/sql?a=1")).status]).toEqual([404, 200]);
  });
});
