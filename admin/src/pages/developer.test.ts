import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ask } from "../../../api/test/ask.ts";
import { makeDeveloper, makeProject, makeProjectFor, makeStaff, password } from "../../../api/test/make.ts";
import { openWorld, type World } from "../../../api/test/world.ts";
import { dayMs, daysAgo, used } from "../../test/history.ts";
import { Visitor } from "../../test/visitor.ts";
import type { DeveloperPageSight } from "../sight.ts";

let world: World;
let visitor: Visitor;
beforeAll(async () => {
  world = await openWorld();
  visitor = await new Visitor(world).signIn((await makeStaff(world, "viewer")).email, password);
}, 60_000);
afterAll(() => world?.close());

const open = async (id: string): Promise<DeveloperPageSight> =>
  (await visitor.get(`/api/resources/developers/records/${id}/show`)).json.developer;

test("a developer's page tells their projects with what each was asked, and all together by day", async () => {
  const { id, developer } = await makeProject(world);
  const second = await makeProjectFor(world, developer.token);
  const other = await makeProject(world);
  await used(world, id, "requests", daysAgo(1), 5);
  await used(world, second.id, "requests", daysAgo(1), 20);
  await used(world, second.id, "requests_refused_quota", daysAgo(1), 3);
  await used(world, other.id, "requests", daysAgo(1), 1_000);
  const { projects, requests } = await open(developer.id);
  expect(projects.map(({ project, total }) => [project.id, total])).toEqual([
    [second.id, 20],
    [id, 5],
  ]);
  expect(projects[1]?.steps).toEqual([...Array(12).fill(0), 5, 0]);
  expect(requests.stepMs).toBe(dayMs);
  expect(requests.points[12]).toEqual({ served: 25, quota: 3, suspension: 0, errors: 0 });
});

test("it counts live sessions, and shows tokens with their state and never more than their beginning", async () => {
  const { id, email, token } = await makeDeveloper(world);
  await ask(world, "POST /api/auth/login", { body: { email, password } });
  const make = (name: string) => ask(world, "POST /api/developer/tokens", { token, body: { name, scopes: ["projects:read"] } });
  const [kept, gone] = [(await make("kept")).body, (await make("gone")).body];
  await ask(world, `DELETE /api/developer/tokens/${gone.id}`, { token });
  await world.clone.query(
    "update developer_sessions set ended_at = now() where id = (select min(id) from developer_sessions where developer_id = $1)",
    [id],
  );
  const { sessions, tokens, projects, requests } = await open(id);
  expect(sessions).toEqual({ live: 1, lastUsedAt: expect.any(String) });
  expect(tokens.map(({ name, state }) => [name, state])).toEqual([
    ["gone", "revoked"],
    ["kept", "live"],
  ]);
  expect(kept.token.startsWith(tokens[1]?.prefix)).toBe(true);
  expect(JSON.stringify(tokens)).not.toContain(kept.token);
  expect(projects).toEqual([]);
  expect(requests.points.every(({ served }) => served === 0)).toBe(true);
});

test("it shows what they did last", async () => {
  const { id, token } = await makeDeveloper(world);
  await makeProjectFor(world, token);
  const { audit } = await open(id);
  expect(audit.map(({ params }) => params["action"])).toEqual(expect.arrayContaining(["createProject", "registerDeveloper"]));
});
