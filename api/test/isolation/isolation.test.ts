import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { carriers } from "./carriers.ts";
import { engineAttacks } from "./engine.ts";
import { type Tried, tableOf } from "./report.ts";
import { harmTo, openScene, type Scene } from "./scene.ts";
import { sharedAttacks } from "./shared.ts";
import { commands, hostile } from "./statements.ts";

/** Every attack that we know of, through the public doors. What PostgreSQL can't close is told in ops/runbooks/isolation.md. */
let scene: Scene;
const tried: Tried[] = [];
beforeAll(async () => {
  scene = await openScene();
});
afterEach(async () => expect(await harmTo(scene)).toEqual([]));
afterAll(async () => {
  process.stdout.write(`\n${tableOf(tried)}\n`);
  await scene.world.close();
});

describe("a statement is refused wherever a tenant's code runs", () => {
  test.each(hostile)("$row: to $what", async ({ row, what, text, codes = ["42501"] }) => {
    const statement = text(scene);
    const answers = await Promise.all(
      Object.entries(carriers).map(async ([place, carry]) => [place, await carry(scene, statement)] as const),
    );
    const passed = answers.filter(
      ([, { status, body }]) => !(status >= 400 && status < 500) || (body !== "" && !codes.includes(body.code)),
    );
    expect(passed.map(([place, { status, body }]) => [place, status, body])).toEqual([]);
    tried.push({ row, what, doors: "SQL, REST, rpc", tried: answers.length, verdict: "blocked" });
  });
});

describe("a command is refused", () => {
  test.each(commands)("$row: to $what", async ({ row, what, text, codes }) => {
    const { status, body } = await scene.sql(text(scene));
    expect([status >= 400 && status < 500, codes.includes(body.code) ? "refused" : body]).toEqual([true, "refused"]);
    tried.push({ row, what, doors: "SQL", tried: 1, verdict: "blocked" });
  });
});

describe.each([
  ["what the data plane adds", engineAttacks],
  ["what all tenants share", sharedAttacks],
] as const)("%s", (_what, attacks) => {
  test.each(attacks)("$row: $what", async ({ attempt, ...told }) => {
    const count = await attempt(scene);
    tried.push({ ...told, tried: count });
  });
});
