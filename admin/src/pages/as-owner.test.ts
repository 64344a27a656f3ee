import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { includesRole, staffRoles } from "@nextmavens/api/platform/permission";
import { type Answer, ask, type Json } from "../../../api/test/ask.ts";
import { makeProject, makeStaff, password } from "../../../api/test/make.ts";
import { openWorld, type World } from "../../../api/test/world.ts";
import { Visitor } from "../../test/visitor.ts";
import type { AsOwnerSight } from "../sight.ts";

let world: World;
let support: { readonly id: string; readonly visitor: Visitor };
let project: Awaited<ReturnType<typeof makeProject>>;

beforeAll(async () => {
  world = await openWorld();
  const { id, email } = await makeStaff(world, "support");
  support = { id, visitor: await new Visitor(world).signIn(email, password) };
  project = await makeProject(world);
}, 60_000);
afterAll(() => world?.close());

const path = (id: string) => `/api/projects/${id}/as-owner`;
const asked = (rest: string): Promise<Answer<Json>> =>
  ask(world, `GET /api/projects/${project.id}${rest}`, { token: project.developer.token });

/** The window of a second is another one by the time of the second answer. */
const timeless = (body: unknown) => JSON.parse(JSON.stringify(body, (name, value) => (name === "resetsAt" ? undefined : value)));

describe("a project as its owner sees it", () => {
  test("is what the API answers the owner, but for what is a key", async () => {
    const { parts, owner } = (await support.visitor.get(path(project.id))).json as AsOwnerSight;
    expect(owner).toBe(project.developer.email);
    const bodyOf = (id: string) => parts.find((each) => each.id === id)?.body;
    const { statusUrl, ...own } = (await asked("")).body;
    expect(statusUrl).toMatch(/^http/);
    expect(bodyOf("getProject")).toEqual(own);
    expect(JSON.stringify(parts)).not.toContain(String(statusUrl));
    for (const [id, rest] of [
      ["listQuotas", "/quotas"],
      ["getDataSettings", "/data"],
      ["getEndUserAuth", "/auth"],
      ["listKeys", "/keys"],
      ["listNotices", "/notices"],
    ] as const)
      expect([id, timeless(bodyOf(id))]).toEqual([id, timeless((await asked(rest)).body)]);
  });

  test("is written down where the owner reads it too, once for each look, and nothing else changes", async () => {
    const entries = () =>
      world.clone.query("select actor_id, target from audit_logs where project_id = $1 and action = 'viewAsOwner'", [project.id]);
    const before = await entries();
    const changes = () => world.clone.query("select count(*) from audit_logs where action <> 'viewAsOwner'");
    const others = await changes();
    await support.visitor.get(path(project.id));
    expect(await entries()).toEqual([...before, { actor_id: support.id, target: project.id }]);
    expect(await changes()).toEqual(others);
    const told = (await asked("/audit")).body.items.map(({ action }: { action: string }) => action);
    expect(told).toContain("viewAsOwner");
  });

  test("is shown from support on, and to nobody else", async () => {
    for (const role of staffRoles) {
      const { email } = await makeStaff(world, role);
      const visitor = await new Visitor(world).signIn(email, password);
      const { status } = await visitor.get(path(project.id));
      expect([role, status]).toEqual([role, includesRole(role, "support") ? 200 : 403]);
    }
    expect((await new Visitor(world).get(path(project.id))).status).toBe(401);
  });

  test.each(["prj_01jh8x4q3efyxb0v1s2t3w4y5z", "nothing", "__proto__", "%00", "'--"])("is nothing of %s", async (id) => {
    const { status } = await support.visitor.get(path(id));
    expect(status).toBe(404);
  });
});
