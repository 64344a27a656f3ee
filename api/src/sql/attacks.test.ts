import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask, type Json } from "../../test/ask.ts";
import { makeStaff } from "../../test/make.ts";
import { type TestTenant, tenantOf } from "../../test/tenant.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let tenant: TestTenant;
let staff: { token: string };
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  staff = await makeStaff(world);
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

const setLimit = async (metric: string, limit: number, by: TestTenant) => {
  const body = { limit, reason: "a test of it", confirm: true };
  expect((await ask(world, `PUT /api/admin/projects/${by.projectId}/quotas/${metric}`, { token: staff.token, body })).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 150));
};
const fill = async (by: TestTenant) => {
  await setLimit("database_bytes", 1, by);
  await world.clone.query("update tenants set database_bytes = 10000000 where id = $1", [by.tenantId]);
  await world.clone.query("select bus_announce($1)", [by.projectId]);
  await new Promise((resolve) => setTimeout(resolve, 150));
};
const make = `
  create table grown (a int); create table small (a int); insert into small select generate_series(1, 20);
  create function grow() returns boolean language sql as $$ insert into grown select generate_series(1, 1000) returning true $$;
  create function grows() returns trigger language plpgsql as $$ begin perform grow(); return old; end $$;
  create function grows_new() returns trigger language plpgsql as $$ begin perform grow(); return new; end $$;
  create table shedding (a int); insert into shedding select generate_series(1, 20);
  create trigger grows before delete on shedding for each row execute function grows();
  create table swelling (a int); create trigger grows before insert on swelling for each row execute function grows_new();
  create table late (a int);
  create constraint trigger grows after insert on late deferrable initially deferred for each row execute function grows_new();
  grant all on all tables in schema public to service_role`;
const countGrown = async (by: TestTenant) => Number((await rows("select count(*) from grown", by))[0].count);

describe("a limit on growing", () => {
  test("is not got around by what only takes away", async () => {
    const full = await tenantOf(world);
    expect((await run(make, full)).status).toBe(200);
    await fill(full);
    for (const attempt of [
      () => run("delete from small where grow()", full),
      () => run("delete from shedding where a = 1", full),
      () => rest("DELETE shedding?a=eq.1", undefined, full),
    ]) {
      const { status, body } = await attempt();
      expect([status, body.code, body.metric]).toEqual([429, "quota_exceeded", "database_bytes"]);
    }
    expect(await countGrown(full)).toBe(0);
    expect((await run("delete from small where a = 2", full)).status).toBe(200);
    expect((await rest("DELETE small?a=eq.3", undefined, full)).status).toBe(204);
  });

  test("is not exceeded by one statement that writes many rows, nor by what a trigger writes", async () => {
    const by = await tenantOf(world);
    expect((await run(make, by)).status).toBe(200);
    const wide = "create table wide (a int); insert into wide select generate_series(1, 500); grant all on wide to service_role";
    expect((await run(wide, by)).status).toBe(200);
    await setLimit("rows_written_per_day", 700, by);
    for (const attempt of [
      () => run("insert into small select generate_series(1, 1000)", by),
      () => run("insert into late values (1)", by),
      () => rest("POST swelling", { a: 1 }, by),
      () => rest("POST late", { a: 1 }, by),
      () =>
        rest(
          "POST small",
          Array.from({ length: 400 }, (_, a) => ({ a })),
          by,
        ),
      () =>
        rest(
          "POST small?columns=a",
          Array.from({ length: 400 }, (_, a) => ({ a })),
          by,
        ),
      () => rest("PATCH wide?a=gt.0", { a: 1 }, by),
    ]) {
      const { status, body } = await attempt();
      expect([status, body.code, body.metric]).toEqual([429, "quota_exceeded", "rows_written_per_day"]);
      expect(body.details).toMatch(/ of 700 used, and this comes to more than what is left; /);
    }
    expect(await countGrown(by)).toBe(0);
    expect((await rest("POST small", { a: 1 }, by)).status).toBe(201);
  });

  test("counts what a trigger writes through tables", async () => {
    const by = await tenantOf(world);
    await run(make, by);
    const before = await used("rows_written_per_day", by);
    expect((await rest("POST small", [{ a: 1 }, { a: 2 }], by)).status).toBe(201);
    expect((await rest("POST swelling", { a: 1 }, by)).status).toBe(201);
    expect((await rest("POST swelling", { a: 1 }, by)).status).toBe(201);
    expect((await used("rows_written_per_day", by)) - before).toBe(2 + 1001 + 1001);
  });
});

describe("the gate, ahead of the parser", () => {
  test("turns a suspended project away before its text is read", async () => {
    const by = await tenantOf(world);
    const body = { reason: "abuse", statement: "You sent spam." };
    expect((await ask(world, `POST /api/admin/projects/${by.projectId}/suspensions`, { token: staff.token, body })).status).toBe(201);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await run("selec 1", by)).body.code).toBe("project_suspended");
  });

  test("counts each request once, also one that can't be read, and one that reads where growing is refused", async () => {
    const by = await tenantOf(world);
    await fill(by);
    const before = await used("requests_per_day", by);
    expect((await run("selec 1", by)).status).toBe(400);
    expect((await run("select 1", by)).status).toBe(200);
    expect((await run("create table refused ()", by)).status).toBe(429);
    expect((await used("requests_per_day", by)) - before).toBe(2);
  });
});
