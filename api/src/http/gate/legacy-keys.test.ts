import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../../test/ask.ts";
import { makeProject } from "../../../test/make.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { adopt } from "../../api-keys/index.ts";
import { perform } from "../../platform/action.ts";
import { newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type GateParts, makeGate, type RunningGate } from "../gate.ts";

let world: World;
let project: Awaited<ReturnType<typeof makeProject>>;
const gates: RunningGate[] = [];
beforeAll(async () => {
  world = await openWorld();
  project = await makeProject(world);
});
afterAll(async () => {
  for (const gate of gates) await gate.stop();
  await world.close();
});

/** A gate that tells how often it asked the database. */
function openCounting() {
  const count = { readings: 0 };
  const store: GateParts["store"] = {
    ...world.store,
    transact: (scope, work) => {
      count.readings += 1;
      return world.store.transact(scope, work);
    },
  };
  const gate = makeGate({ ...world.engine, bus: world.bus, store });
  gates.push(gate);
  return { gate, count };
}

const becauseOf = async (gate: RunningGate, key: string) => {
  try {
    await gate.identify(key);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.details["because"];
    throw error;
  }
};

const take = (key: string, legacyPrefix: string, more: object = {}) =>
  perform(
    world.engine,
    {
      operation: { id: "adoptKey", changes: false },
      actor: { kind: "job", id: "import" },
      request: { id: newId("request"), address: undefined, userAgent: undefined },
    },
    adopt,
    {
      projectId: project.id,
      name: "old",
      kind: "secret" as const,
      prefix: key.slice(0, 12),
      legacyPrefix,
      digest: createHash("sha256").update(key).digest(),
      scopes: ["data:read" as const],
      createdAt: "2024-01-01T00:00:00.000Z",
      expiresAt: null,
      lastUsedAt: null,
      revokedAt: null,
      ...more,
    },
  );

const old = "nmk_live_7f3a9c5e1b2d4f60";

describe("keys that another platform made", () => {
  test("cost one look-up for all of them where none was taken over, and are refused as garbage", async () => {
    const { gate, count } = openCounting();
    for (let i = 0; i < 50; i += 1) expect(await becauseOf(gate, `${old}${i}`)).toBe("malformed");
    expect(count.readings).toBe(1);
  });

  test("serve from the moment they are taken over, through every door, with their scopes", async () => {
    const { gate, count } = openCounting();
    expect(await becauseOf(gate, old)).toBe("malformed");
    expect(await take(old, "nmk_live_")).toMatchObject({ kind: "secret", createdAt: "2024-01-01T00:00:00.000Z" });
    expect(await gate.identify(old)).toMatchObject({ projectId: project.id, kind: "secret", scopes: ["data:read"] });
    const before = count.readings;
    expect(gate.identify(old)).not.toBeInstanceOf(Promise);
    expect(count.readings).toBe(before);
    expect((await ask(world, "GET /api/rest/nothing", { apikey: old })).status).toBe(404);
    expect((await ask(world, "GET /api/rest/nothing", { headers: { authorization: `Bearer ${old}` } })).status).toBe(404);
    expect((await ask(world, "POST /api/sql", { apikey: old, body: { query: "select 1" } })).status).toBe(403);
  });

  test("are the only ones of their kind to be looked up", async () => {
    const { gate, count } = openCounting();
    await becauseOf(gate, "nmk_live_something");
    const before = count.readings;
    for (const key of ["nmk_test_7f3a9c5e1b2d", `nmk_live_${"x".repeat(200)}`, "nmk_live_ü", "short", `nm_sk_${"0".repeat(49)}`])
      expect(await becauseOf(gate, key)).toBe("malformed");
    expect(count.readings).toBe(before);
    expect(await becauseOf(gate, "nmk_live_nobody_has_this")).toBe("unknown");
    expect(await becauseOf(gate, "nmk_live_nobody_has_this")).toBe("unknown");
    expect(count.readings).toBe(before + 1);
  });

  test("may begin anyhow, where that is how they were taken over", async () => {
    const { gate } = openCounting();
    expect(await becauseOf(gate, "4d8f-aa02-free-form")).toBe("malformed");
    await take("4d8f-aa02-free-form", "");
    expect(await becauseOf(gate, "4d8f-aa02-free-form")).toBeUndefined();
    expect(await becauseOf(gate, "4d8f-aa02-other-form")).toBe("unknown");
  });

  test("that were asked for before they came serve as soon as they have", async () => {
    const early = "nmk_live_asked_for_too_early";
    const { gate } = openCounting();
    expect(await becauseOf(gate, early)).toBe("unknown");
    await take(early, "nmk_live_");
    expect(await becauseOf(gate, early)).toBeUndefined();
  });

  test("are taken over once, and end like any other", async () => {
    expect(await take(old, "nmk_live_")).toBeUndefined();
    const revoked = "nmk_live_revoked_long_ago";
    await take(revoked, "nmk_live_", { revokedAt: "2024-06-01T00:00:00.000Z" });
    expect(await becauseOf(openCounting().gate, revoked)).toBe("revoked");
    const listed = await ask(world, `GET /api/projects/${project.id}/keys`, { token: project.developer.token });
    const { id } = listed.body.items.find((each: { prefix: string }) => old.startsWith(each.prefix));
    const rotated = await ask(world, `POST /api/projects/${project.id}/keys/${id}/rotate`, {
      token: project.developer.token,
      body: { overlapSeconds: 0 },
    });
    expect(rotated).toMatchObject({ status: 201, body: { key: expect.stringMatching(/^nm_sk_/), scopes: ["data:read"] } });
    expect((await ask(world, "GET /api/rest/nothing", { apikey: old })).status).toBe(401);
    expect((await ask(world, "GET /api/rest/nothing", { apikey: rotated.body.key })).status).toBe(404);
  });
});
