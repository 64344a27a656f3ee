import { afterAll, beforeAll, expect, test } from "@jest/globals";
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

const run = async (query: string): Promise<void> => {
  const { status, body } = await ask(world, "POST /api/sql", { apikey: tenant.secret.key, body: { query } });
  if (status !== 200) throw new Error(JSON.stringify(body));
};
const seen = async (table: string): Promise<Json> =>
  (await ask(world, `GET /api/rest/${table}?select=a`, { apikey: tenant.publishable.key })).body;

test("a policy that begins to ask for the claims gets them at the next request", async () => {
  await run(`create table asked (a int); insert into asked values (1); grant select on asked to anon;
    alter table asked enable row level security; create policy p on asked using (true)`);
  expect(await seen("asked")).toEqual([{ a: 1 }]);
  await run("alter policy p on asked using (current_setting('request.jwt.claims', true)::json ->> 'role' = 'anon')");
  expect(await seen("asked")).toEqual([{ a: 1 }]);
});

test("so does a trigger that is put on a table", async () => {
  await run(`create table watched (a int); grant insert, select on watched to anon; alter table watched enable row level security;
    create policy p on watched using (true); create function claim() returns trigger language plpgsql as $$
      begin new.a := length(current_setting('request.jwt.claims', true)::json ->> 'role'); return new; end $$`);
  const insert = () => ask(world, "POST /api/rest/watched", { apikey: tenant.publishable.key, body: { a: 0 } });
  expect((await insert()).status).toBe(201);
  await run("create trigger t before insert on watched for each row execute function claim()");
  expect((await insert()).status).toBe(201);
  expect(await seen("watched")).toEqual([{ a: 0 }, { a: 4 }]);
});
