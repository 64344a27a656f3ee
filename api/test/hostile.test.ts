import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { routes } from "../src/entry/features.ts";
import { ask } from "./ask.ts";
import { makeDeveloper, makeKey, makeProjectFor, makeStaff } from "./make.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
let developer: string;
let staff: string;
const known: Record<string, string> = {};
beforeAll(async () => {
  world = await openWorld();
  const ann = await makeDeveloper(world);
  developer = ann.token;
  staff = (await makeStaff(world, "admin")).token;
  known["projectId"] = (await makeProjectFor(world, developer)).id;
  known["keyId"] = (await makeKey(world, developer, known["projectId"])).id;
});
// Among what is strange may be a message that shuts the house.
afterEach(() => world.engine.maintenance.end());
afterAll(() => world.close());

const strange: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  2 ** 60,
  "",
  " ",
  "\u0000",
  "\ud800",
  "'; drop table developers; --",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "a".repeat(100_000),
  "../../etc/passwd",
  "\u202eexe.txt",
  "</script><img src=x onerror=alert(1)>",
  [],
  [[]],
  {},
  { $ne: null },
  // An object literal would have it for its prototype, and send nothing.
  JSON.parse('{"__proto__": {"admin": true}}'),
  { constructor: { prototype: { admin: true } } },
  "2000-01-01T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "infinity",
];

/** The operations that would end the session this test speaks with. */
const leavesSignedOut = new Set(["logoutStaff", "deleteDeveloper", "logoutDeveloper"]);
const tried = routes.map((each) => each.operation).filter((each) => !leavesSignedOut.has(each.id));

const tokenFor = (operation: (typeof tried)[number]) =>
  operation.permission === "public" ? undefined : "staff" in operation.permission ? staff : developer;
const placeOf = (operation: (typeof tried)[number], fill: (name: string) => string) =>
  operation.at.replace(/\{(\w+)\}/g, (_, name: string) => fill(name));
const isProblem = (body: Record<string, unknown>) =>
  typeof body["code"] === "string" && typeof body["requestId"] === "string" && typeof body["type"] === "string";

describe.each(tried.map((each) => [each.id, each] as const))("%s", (_id, operation) => {
  const place = () => placeOf(operation, (name) => known[name] ?? "metric");

  test("refuses strange bodies, never breaking", async () => {
    if (operation.at.startsWith("GET")) return;
    const fields = Object.keys(operation.body);
    const bodies = [
      ...strange,
      ...fields.flatMap((field) => strange.map((value) => ({ [field]: value }))),
      ...strange.map((value) => Object.fromEntries(fields.map((field) => [field, value]))),
      Object.fromEntries(fields.map((field) => [field, "a".repeat(1_000_000)])),
      "[".repeat(20_000),
      `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`,
      "not json",
      Uint8Array.from([0xff, 0xfe, 0x7b]),
    ];
    for (const body of bodies) {
      const answer = await ask(world, place(), { token: tokenFor(operation), body: body === undefined ? "" : body });
      expect({ sent: JSON.stringify(body)?.slice(0, 80), status: answer.status < 500 ? "ok" : answer.status }).toEqual({
        sent: JSON.stringify(body)?.slice(0, 80),
        status: "ok",
      });
      if (answer.status >= 400) expect(isProblem(answer.body)).toBe(true);
    }
  });

  test("refuses strange paths and queries, never breaking", async () => {
    const values = ["%00", "%ff", "%2e%2e%2f", "a".repeat(3000), "prj_00000000000000000000000000", "null", "' or 1=1"].map((each) =>
      each.startsWith("%") ? each : encodeURIComponent(each),
    );
    for (const value of values) {
      const asPath = await ask(
        world,
        placeOf(operation, () => value),
        { token: tokenFor(operation) },
      );
      const asQuery = await ask(world, `${place()}?cursor=${value}&limit=${value}&${value}=1`, { token: tokenFor(operation) });
      for (const answer of [asPath, asQuery]) {
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400) expect(isProblem(answer.body)).toBe(true);
      }
    }
  });

  test("asks who one is, and lets in nobody else", async () => {
    if (operation.permission === "public") return;
    expect(await ask(world, place())).toMatchObject({ status: 401, body: { code: "not_signed_in" } });
    expect(await ask(world, place(), { token: "garbage" })).toMatchObject({ status: 401, body: { code: "invalid_token" } });
    const other = "staff" in operation.permission ? developer : staff;
    expect(await ask(world, place(), { token: other })).toMatchObject({ status: 403, body: { code: "not_for_you" } });
  });
});
