import { describe, expect, test } from "@jest/globals";
import type { ProjectPlan } from "./plan.ts";
import { planWorld } from "./world.ts";

const world = planWorld(7);
const everything = (seed: number, scale?: number) => JSON.stringify(planWorld(seed, scale));

test("the same seed plans the same world, another one another", () => {
  expect(everything(7)).toBe(everything(7));
  expect(everything(8)).not.toBe(everything(7));
});

test("is large enough to look like a platform", () => {
  expect(world.developers.length).toBeGreaterThanOrEqual(30);
  expect(world.projects).toHaveLength(80);
  expect(new Set(world.projects.map(({ name }) => name)).size).toBe(80);
  expect(new Set(world.staff.map(({ role }) => role))).toEqual(new Set(["viewer", "support", "operator", "admin"]));
});

test.each([1, 7, 42, 999_999_999])("of the seed %i, nobody has an address that could be somebody's", (seed) => {
  const addresses = [...planWorld(seed).developers, ...planWorld(seed).staff].map(({ email }) => email);
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const address of addresses) expect(address).toMatch(/^[a-z.]+@([a-z-]+\.)*example\.(com|org)$/);
});

test.each([1, 7, 42])("of the seed %i, nothing happens to a project before it is made, and no project before its owner came", (seed) => {
  const { projects, developers } = planWorld(seed);
  for (const { bornAt, owner, quotas, overrides, suspensions } of projects) {
    const begun = [...quotas.map(({ setAt }) => setAt), ...[...overrides, ...suspensions].map(({ from }) => from)];
    for (const at of begun) expect(at).toBeGreaterThan(bornAt);
    expect(developers.find(({ email }) => email === owner)?.joinedAt).toBeLessThan(bornAt);
  }
});

describe.each([
  ["the whole world", 1],
  ["a small one", 0.15],
])("%s shows", (_, scale) => {
  const { projects } = planWorld(7, scale);
  const some = (is: (project: ProjectPlan) => boolean) => expect(projects.some(is)).toBe(true);

  test("projects suspended, lifted, and served again after their time", () => {
    some(({ suspensions }) => suspensions.some(({ to, lifted }) => to === undefined && lifted === undefined));
    some(({ suspensions }) => suspensions.some(({ lifted }) => lifted !== undefined));
    some(({ suspensions }) => suspensions.some(({ to = 1 }) => to < 0));
  });

  test("overrides in force and ahead, caps nearly and fully used, and one that can be restored", () => {
    some(({ overrides }) => overrides.some(({ from, to }) => from < 0 && to > 0));
    some(({ overrides }) => overrides.some(({ from }) => from > 0));
    some(({ quotas }) => quotas.some(({ limit }) => typeof limit === "object" && limit.usedShare < 1));
    some(({ quotas }) => quotas.some(({ limit }) => typeof limit === "object" && limit.usedShare > 1));
    some(({ isDeleted }) => isDeleted);
  });

  test("some that grow, and some that nobody uses any more", () => {
    some(({ use }) => use.growth > 1.02);
    some(({ use }) => use.lastAt !== undefined && use.lastAt < -14);
  });
});

test.each([1, 0.5, 0.15, 0.05, 0.01])("at the scale %d, nobody has more projects than any plan allows", (scale) => {
  for (const seed of [1, 2, 3, 7]) {
    const { projects, developers } = planWorld(seed, scale);
    for (const { email } of developers) expect(projects.filter(({ owner }) => owner === email).length).toBeLessThan(10);
  }
});
