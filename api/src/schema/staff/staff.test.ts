import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ask, type Json } from "../../../test/ask.ts";
import { makeStaff } from "../../../test/make.ts";
import { type TestTenant, tenantOf } from "../../../test/tenant.ts";
import { openWorld, type World } from "../../../test/world.ts";

let world: World;
let tenant: TestTenant;
let staff: Awaited<ReturnType<typeof makeStaff>>;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  staff = await makeStaff(world, "support");
  await tenant.sql(`
    create table people (id int primary key, name text not null default 'a secret');
    create table orders (id int primary key, person int references people);
    alter table people enable row level security; create policy own on people for select to anon using (name = 'a secret');
    grant select on people to anon; insert into people values (1, 'a secret');
    create view names as select name from people where name <> 'a secret'`);
});
afterAll(() => world.close());

const look = (id = tenant.projectId, token = staff.token) => ask(world, `GET /api/admin/projects/${id}/schema`, { token });

test("staff see what a project's database is made of, and nothing its owner wrote into it", async () => {
  const { status, body } = await look();
  expect([status, body.detail]).toEqual([200, undefined]);
  const people = body.tables.find((each: Json) => each.name === "people");
  expect(people).toMatchObject({
    hasRls: true,
    reachableBy: ["anon"],
    columns: [
      { name: "id", type: "integer", isNullable: false, isKey: true },
      { name: "name", type: "text", isNullable: false, isKey: false },
    ],
    policies: [{ name: "own", command: "select", roles: ["anon"], isPermissive: true }],
    indexesCount: 1,
  });
  expect(body.schemas).toEqual([{ name: "public", isExposed: true }]);
  expect(body.relations).toMatchObject([{ from: { table: "orders" }, to: { table: "people" } }]);
  expect(body.views).toMatchObject([{ name: "names" }]);
  expect(JSON.stringify(body)).not.toContain("a secret");
});

test("each look stands in the audit log", async () => {
  await look();
  const { body } = await ask(world, `GET /api/admin/audit?projectId=${tenant.projectId}&action=readProjectSchema`, { token: staff.token });
  expect(body.items[0]).toMatchObject({ actor: `staff:${staff.id}`, target: tenant.projectId });
});

test("it is for those who support, and of projects there are", async () => {
  const viewer = await makeStaff(world, "viewer");
  expect((await look(tenant.projectId, viewer.token)).body.code).toBe("missing_role");
  expect((await look(tenant.projectId, tenant.developer.token)).status).toBe(403);
  expect((await look("prj_01jh8x4q3efyxb0v1s2t3w4y5z")).body.code).toBe("project_not_found");
});

test("a database that is not there yet, or not to be entered, is told", async () => {
  const other = await tenantOf(world);
  await other.sql(`alter role "${other.login("owner").user}" password 'changed by the tenant'`);
  expect(await look(other.projectId)).toMatchObject({ status: 409, body: { code: "schema_unreadable" } });
  await world.clone.query("update tenants set state = 'requested' where project_id = $1", [other.projectId]);
  expect((await look(other.projectId)).body.code).toBe("database_not_there");
});

test("what a tenant set for its owner, or put in the way, changes nothing", async () => {
  const hostile = await tenantOf(world);
  await hostile.sql(`
    create table public.pg_class (relname text);
    create function public.never(name, text) returns boolean language plpgsql as $$ begin raise exception 'called'; end $$;
    create operator public.!~ (leftarg = name, rightarg = text, function = public.never);
    alter role "${hostile.login("owner").user}" set search_path = public, pg_catalog`);
  expect((await look(hostile.projectId)).body.tables).toMatchObject([{ name: "pg_class" }]);
});
