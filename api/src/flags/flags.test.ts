import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { faultsOf } from "./definition.ts";

const flag = { state: "ENABLED", variants: { on: true, off: false }, defaultVariant: "off" };
const withTargeting = (targeting: unknown) => ({ ...flag, targeting });

describe("a definition", () => {
  test.each<[string, object]>([
    ["of a switch", flag],
    ["of texts", { state: "DISABLED", variants: { a: "x", b: "y" }, defaultVariant: "a" }],
    ["of objects", { state: "ENABLED", variants: { a: { n: 1 } }, defaultVariant: "a" }],
    ["with a rule", withTargeting({ if: [{ "==": [{ var: "plan" }, "pro"] }, "on", "off"] })],
    [
      "with shares",
      withTargeting({
        fractional: [
          ["on", 10],
          ["off", 90],
        ],
      }),
    ],
    ["with a rule whose outcome is reckoned", withTargeting({ if: [{ var: "x" }, { var: "y" }, null] })],
  ])("%s is right", (_, definition) => {
    expect(faultsOf("key", definition as never)).toEqual([]);
  });

  test.each<[string, object, object]>([
    ["whose state is none", { ...flag, state: "ON" }, { path: "/state" }],
    ["without variants", { ...flag, variants: {} }, { path: "/variants" }],
    ["whose variants differ in type", { ...flag, variants: { on: true, off: "x" } }, { path: "/variants/off", message: "must be boolean" }],
    ["whose default is no variant", { ...flag, defaultVariant: "maybe" }, { message: expect.stringContaining("maybe") }],
    ["with nothing in it", {}, { path: "", message: "must have required property 'state'" }],
    ["with an operator there is not", withTargeting({ fetch: ["http://example.com"] }), { path: "/targeting" }],
    [
      "whose rule names no variant",
      withTargeting({ if: [true, "onn"] }),
      { path: "/targeting/if/1", message: expect.stringContaining('"onn"') },
    ],
    [
      "whose shares name no variant",
      withTargeting({
        fractional: [
          ["on", 1],
          ["of", 1],
        ],
      }),
      { path: "/targeting/fractional/1/0" },
    ],
    ["that is too long", { ...flag, metadata: { text: "a".repeat(100_001) } }, { message: expect.stringContaining("longer") }],
  ])("%s is refused, and where is said", (_, definition, fault) => {
    expect(faultsOf("key", definition as never)).toEqual(expect.arrayContaining([expect.objectContaining(fault)]));
  });

  test("nested beyond reason is refused without being read", () => {
    let rule: unknown = "on";
    for (let i = 0; i < 100; i += 1) rule = { if: [true, rule] };
    expect(faultsOf("key", withTargeting(rule))).toEqual([{ path: "", message: "is nested deeper than 64 levels" }]);
  });
});

describe("flags over HTTP", () => {
  let world: World;
  let operator: string;
  let viewer: string;
  beforeAll(async () => {
    world = await openWorld();
    operator = (await makeStaff(world, "operator")).token;
    viewer = (await makeStaff(world, "viewer")).token;
  });
  afterAll(() => world.close());

  const set = (
    key: string,
    body: object = { definition: flag, reason: "a test" },
    headers: Record<string, string> = {},
    token = operator,
  ) => ask(world, `PUT /api/admin/flags/${key}`, { token, body, headers });
  const get = (key: string) => ask(world, `GET /api/admin/flags/${key}`, { token: viewer });
  const remove = (key: string, headers: Record<string, string> = {}) =>
    ask(world, `DELETE /api/admin/flags/${key}`, { token: operator, body: { reason: "done" }, headers });

  test("a flag is made, read, changed and removed, each with its reason in the audit log", async () => {
    const made = await set("new-checkout", { definition: flag, description: "The new checkout", reason: "try it" });
    expect(made).toMatchObject({
      status: 200,
      body: { key: "new-checkout", definition: flag, description: "The new checkout", revision: 1 },
    });
    expect(await get("new-checkout")).toMatchObject({ status: 200, body: made.body });
    const definition = { ...flag, defaultVariant: "on" };
    expect((await set("new-checkout", { definition, reason: "for all" })).body).toMatchObject({ definition, revision: 2 });
    expect((await ask(world, "GET /api/admin/flags", { token: viewer })).body.items).toMatchObject([{ key: "new-checkout" }]);
    expect(await remove("new-checkout")).toMatchObject({ status: 200, body: { key: "new-checkout", revision: 2 } });
    expect(await get("new-checkout")).toMatchObject({ status: 404, body: { code: "flag_not_found" } });
    const { items } = (await ask(world, "GET /api/admin/audit?target=flag:new-checkout", { token: viewer })).body;
    expect(items).toMatchObject([
      { action: "removeFlag", reason: "done", before: { revision: 2 } },
      { action: "setFlag", reason: "for all", before: { revision: 1 }, after: { revision: 2 } },
      { action: "setFlag", reason: "try it", before: null },
    ]);
  });

  test("a definition that flagd would not take is refused, and where is said", async () => {
    const answer = await set("bad", { definition: { ...flag, state: "ON" }, reason: "x" });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: "invalid_flag_definition", errors: expect.arrayContaining([expect.objectContaining({ path: "/state" })]) },
    });
  });

  test("an edit of an older revision is refused", async () => {
    await set("edited");
    expect((await set("edited", undefined, { "if-match": '"1"' })).status).toBe(200);
    expect(await set("edited", undefined, { "if-match": '"1"' })).toMatchObject({ status: 412, body: { code: "edited_meanwhile" } });
    expect(await remove("edited", { "if-match": '"1"' })).toMatchObject({ status: 412 });
    expect((await remove("edited", { "if-match": '"2"' })).status).toBe(200);
  });

  test("what there is not can't be removed; a key that can't be one names nothing", async () => {
    expect(await remove("missing")).toMatchObject({ status: 404, body: { code: "flag_not_found" } });
    expect((await set("a%20b")).status).toBe(404);
    expect((await get("a".repeat(101))).status).toBe(404);
  });

  test("is for operators only", async () => {
    expect((await set("mine", undefined, {}, viewer)).status).toBe(403);
    expect((await set("mine", undefined, {}, (await makeDeveloper(world)).token)).status).toBe(403);
    expect((await set("mine", { definition: [], reason: "x" })).status).toBe(422);
    expect((await set("mine", { definition: flag })).status).toBe(422);
  });
});
