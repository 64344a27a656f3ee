import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { makeStaff, password } from "../../../api/test/make.ts";
import { type TestTenant, tenantOf } from "../../../api/test/tenant.ts";
import { openWorld, type World } from "../../../api/test/world.ts";
import { Visitor } from "../../test/visitor.ts";

let world: World;
let tenant: TestTenant;
beforeAll(async () => {
  world = await openWorld();
  tenant = await tenantOf(world);
  await tenant.sql("create table todos (id int primary key, task text default 'a secret')");
}, 60_000);
afterAll(() => world?.close());

const visitorAs = async (role: "viewer" | "support") => new Visitor(world).signIn((await makeStaff(world, role)).email, password);
const at = (id = tenant.projectId) => `/api/projects/${id}/schema`;

test("those who support see what a project's database is made of, and the look is in the audit log", async () => {
  const visitor = await visitorAs("support");
  const { status, json } = await visitor.get(at());
  expect([status, json.tables.map((each: { name: string }) => each.name)]).toEqual([200, ["todos"]]);
  expect(JSON.stringify(json)).not.toContain("a secret");
  const looks = await world.clone.query("select id from audit_logs where action = 'readProjectSchema' and project_id = $1", [
    tenant.projectId,
  ]);
  expect(looks.length).toBe(1);
  expect((await visitor.get(`/api/resources/projects/records/${tenant.projectId}/show`)).json.project.showsSchema).toBe(true);
});

test("which schemas are reached over REST is what the project chose", async () => {
  const other = await tenantOf(world);
  await other.sql("create schema shop; create table shop.goods (id int primary key); grant select on shop.goods to anon");
  const { json } = await (await visitorAs("support")).get(at(other.projectId));
  expect(json.schemas).toEqual([
    { name: "public", isExposed: true },
    { name: "shop", isExposed: false },
  ]);
});

test("others don't, and what is not there is not found", async () => {
  const viewer = await visitorAs("viewer");
  expect((await viewer.get(at())).status).toBe(403);
  expect((await viewer.get(`/api/resources/projects/records/${tenant.projectId}/show`)).json.project.showsSchema).toBe(false);
  const support = await visitorAs("support");
  expect((await support.get(at("nothing"))).status).toBe(404);
  expect((await support.get(at("prj_01jh8x4q3efyxb0v1s2t3w4y5z"))).status).toBe(404);
  expect((await new Visitor(world).get(at())).status).toBe(401);
});
