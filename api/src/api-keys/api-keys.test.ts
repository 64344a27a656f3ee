import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeKey, makeProjectFor, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { isWellFormedKey } from "./index.ts";

let world: World;
let token: string;
let projectId: string;
beforeAll(async () => {
  world = await openWorld();
  ({ token } = await makeDeveloper(world));
  ({ id: projectId } = await makeProjectFor(world, token));
});
afterAll(() => world.close());

const keys = () => `/api/projects/${projectId}/keys`;
const make = (body: object) => ask(world, `POST ${keys()}`, { token, body });

describe("making keys", () => {
  test("a key is shown once, and kept as a hash only", async () => {
    const { status, body } = await make({ name: "web", kind: "publishable" });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^key_/),
      name: "web",
      kind: "publishable",
      scopes: ["data:read", "data:write"],
    });
    expect(isWellFormedKey(body.key)).toBe(true);
    expect(body.key.startsWith(body.prefix)).toBe(true);
    const listed = await ask(world, `GET ${keys()}`, { token });
    expect(JSON.stringify(listed.body)).not.toContain(body.key);
  });

  test("a mistyped key is seen without a look-up", () => {
    expect(isWellFormedKey("nm_sk_0000000000000000000000000000000000000000000000000")).toBe(false);
    expect(isWellFormedKey("")).toBe(false);
  });

  test("a publishable key can't have sql, and no key ends in the past", async () => {
    expect(await make({ name: "x", kind: "publishable", scopes: ["sql"] })).toMatchObject({
      status: 422,
      body: { code: "scope_not_of_kind" },
    });
    expect(await make({ name: "x", kind: "secret", expiresAt: "2000-01-01T00:00:00Z" })).toMatchObject({
      status: 422,
      body: { code: "expiry_in_the_past" },
    });
    expect(await make({ name: "x", kind: "master" })).toMatchObject({ status: 422, body: { code: "invalid_input" } });
  });
});

describe("rotating and revoking", () => {
  test("both keys serve during the overlap; of two rotations at once one wins", async () => {
    const { id } = (await make({ name: "server", kind: "secret", scopes: ["sql"] })).body;
    const rotate = () => ask(world, `POST ${keys()}/${id}/rotate`, { token, body: { overlapSeconds: 3600 } });
    const answers = await Promise.all([rotate(), rotate()]);
    expect(answers.map((each) => each.status).sort()).toEqual([201, 409]);
    const successor = answers.find((each) => each.status === 201)?.body;
    expect(successor).toMatchObject({ name: "server", kind: "secret", scopes: ["sql"] });
    const { items } = (await ask(world, `GET ${keys()}`, { token })).body;
    const old = items.find((each: { id: string }) => each.id === id);
    expect(Date.parse(old.expiresAt) - Date.now()).toBeGreaterThan(3_500_000);
  });

  test("the successor of a key that ends, ends with it", async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { id } = (await make({ name: "short", kind: "secret", expiresAt })).body;
    expect((await ask(world, `POST ${keys()}/${id}/rotate`, { token, body: {} })).body.expiresAt).toBe(expiresAt);
  });

  test("a revoked key is over, and can't be rotated", async () => {
    const { id } = (await make({ name: "old", kind: "secret" })).body;
    expect((await ask(world, `DELETE ${keys()}/${id}`, { token })).status).toBe(204);
    expect(await ask(world, `POST ${keys()}/${id}/rotate`, { token, body: {} })).toMatchObject({
      status: 409,
      body: { code: "key_not_live" },
    });
    expect(await ask(world, `DELETE ${keys()}/key_01jh8x4q3efyxb0v1s2t3w4y5z`, { token })).toMatchObject({
      status: 404,
      body: { code: "key_not_found" },
    });
  });

  test("a key of another project is not found under this one", async () => {
    const other = await makeProjectFor(world, token);
    const { id } = await makeKey(world, token, other.id);
    expect(await ask(world, `DELETE ${keys()}/${id}`, { token })).toMatchObject({ status: 404 });
  });
});

describe("staff", () => {
  test("regenerate replaces every live key, with a reason, and says so in the audit log", async () => {
    const project = await makeProjectFor(world, token);
    const [a, b] = [await makeKey(world, token, project.id, "secret"), await makeKey(world, token, project.id, "publishable")];
    const staff = await makeStaff(world, "operator");
    const at = `POST /api/admin/projects/${project.id}/regenerate-keys`;
    expect(await ask(world, at, { token: staff.token, body: {} })).toMatchObject({ status: 422 });
    const { status, body } = await ask(world, at, { token: staff.token, body: { reason: "leaked" } });
    expect(status).toBe(200);
    expect(body.keys.map((each: { kind: string }) => each.kind)).toEqual(["secret", "publishable"]);
    expect(body.keys.map((each: { key: string }) => each.key)).not.toEqual(expect.arrayContaining([a.key, b.key]));
    const { items } = (await ask(world, `GET /api/admin/projects/${project.id}/keys`, { token: staff.token })).body;
    expect(items.filter((each: { revokedAt: string | null }) => each.revokedAt === null)).toHaveLength(2);
    const audit = await ask(world, `GET /api/admin/audit?projectId=${project.id}`, { token: staff.token });
    expect(audit.body.items[0]).toMatchObject({ action: "regenerateKeys", actor: `staff:${staff.id}`, reason: "leaked" });
    expect(JSON.stringify(audit.body)).not.toContain(body.keys[0].key);
  });

  test("a viewer may look and not touch", async () => {
    const staff = await makeStaff(world, "viewer");
    expect((await ask(world, `GET /api/admin/projects/${projectId}/keys`, { token: staff.token })).status).toBe(200);
    const answer = await ask(world, `POST /api/admin/projects/${projectId}/regenerate-keys`, { token: staff.token, body: { reason: "x" } });
    expect(answer).toMatchObject({ status: 403, body: { code: "missing_role", role: "operator" } });
  });
});
