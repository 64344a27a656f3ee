import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProject, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { perform } from "../platform/action.ts";
import { loginOf, type PlatformRole } from "../platform/db/server.ts";
import { type Sql, sql } from "../platform/db/sql.ts";
import { connect } from "../platform/db/store.ts";
import { asOwnersSee } from "./rules.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const as = async (role: PlatformRole, query: Sql) => {
  const store = connect({ ...loginOf(world.server, world.vault, role), max: 1 }, () => undefined);
  return store.transact("platform", (db) => db.run(query)).finally(() => store.close());
};

test("a change without an audit entry is rolled back", async () => {
  const { id, developer } = await makeProject(world);
  const call = {
    operation: { id: "sneak", changes: true },
    actor: { kind: "developer", id: developer.id, scopes: [] } as const,
    request: { id: "req_test", address: undefined, userAgent: undefined },
  };
  const sneak = perform(world.engine, call, ({ db }) => db.run(sql`update projects set name = 'sneaked' where id = ${id}`), {});
  await expect(sneak).rejects.toThrow("without an audit entry");
  expect((await ask(world, `GET /api/projects/${id}`, { token: developer.token })).body.name).not.toBe("sneaked");
});

test("nobody alters or removes an entry, its owner included", async () => {
  await makeDeveloper(world);
  for (const role of ["api", "owner"] as const) {
    await expect(as(role, sql`update audit_logs set action = 'x'`)).rejects.toThrow();
    await expect(as(role, sql`delete from audit_logs`)).rejects.toThrow();
    await expect(as(role, sql`truncate audit_logs`)).rejects.toThrow();
  }
  await expect(as("console", sql`insert into audit_logs select * from audit_logs`)).rejects.toThrow();
});

test("a developer reads what happened to a project of theirs, newest first", async () => {
  const { id, developer } = await makeProject(world);
  const first = await ask(world, `GET /api/projects/${id}/audit?limit=2`, { token: developer.token });
  const rest = await ask(world, `GET /api/projects/${id}/audit?cursor=${first.body.nextCursor}`, { token: developer.token });
  const actions = [...first.body.items, ...rest.body.items].map((each) => each.action);
  expect(actions).toEqual(["createKey", "createKey", "activateProject", "provisionTenant", "createProject"]);
});

test("owners learn that staff acted, not who, nor what staff wrote for each other", async () => {
  const { id, developer } = await makeProject(world);
  const staff = await makeStaff(world);
  await ask(world, `PUT /api/admin/projects/${id}/quotas/requests_per_day`, {
    token: staff.token,
    body: { limit: 5, reason: "they look shady", confirm: true },
  });
  const { body } = await ask(world, `GET /api/projects/${id}/audit?limit=1`, { token: developer.token });
  expect(body.items[0]).toMatchObject({ action: "setProjectQuota", actor: "staff", reason: null, after: { limit: 5 } });
  expect(JSON.stringify(body)).not.toContain(staff.id);
});

test("statements that run for a developer see that developer's rows, even without a where", async () => {
  const [a, b] = [await makeProject(world), await makeProject(world)];
  const idsOf = (scope: "platform" | { developerId: string }, query: Sql) =>
    world.store.transact(scope, async (db) => (await db.many(z.object({ id: z.string() }), query)).map((each) => each.id));
  expect(await idsOf({ developerId: a.developer.id }, sql`select id from projects`)).toEqual([a.id]);
  expect(await idsOf({ developerId: b.developer.id }, sql`select distinct project_id as id from api_keys`)).toEqual([b.id]);
  expect(await idsOf({ developerId: "dev_nobody" }, sql`select id from developers`)).toEqual([]);
  expect(await idsOf("platform", sql`select id from projects`)).toEqual(expect.arrayContaining([a.id, b.id]));
  expect(
    await idsOf({ developerId: "dev_nobody" }, sql`select id from audit_logs union select id from staff union select id from outbox`),
  ).toEqual([]);
});

describe("staff look for entries", () => {
  let staff: Awaited<ReturnType<typeof makeStaff>>;
  let project: Awaited<ReturnType<typeof makeProject>>;
  let began: string;
  beforeAll(async () => {
    staff = await makeStaff(world);
    project = await makeProject(world);
    began = new Date().toISOString();
    await ask(world, `PUT /api/admin/projects/${project.id}/quotas/requests_per_day`, {
      token: staff.token,
      body: { limit: 5, reason: "50%_off, they say", confirm: true },
      headers: { "user-agent": "=cmd()" },
    });
  });
  const found = async (query: Record<string, string>) => {
    const { status, body } = await ask(world, `GET /api/admin/audit?${new URLSearchParams(query)}`, { token: staff.token });
    return status === 200 ? body.items.map((each: { action: string }) => each.action) : status;
  };
  const exported = (body: object, token = staff.token) =>
    ask(world, "POST /api/admin/audit/export", { token, body: { reason: "asked for", ...body } });

  test.each([
    ["who acted", () => ({ actor: staff.id, projectId: project.id })],
    ["the e-mail address of who acted", () => ({ actor: staff.email.toUpperCase(), projectId: project.id })],
    ["kind and id of who acted", () => ({ actor: `staff:${staff.id}`, action: "setProjectQuota" })],
    ["a text of the reason, taken as it is typed", () => ({ text: "50%_OFF", projectId: project.id })],
    ["a text of what changed", () => ({ text: '"limit": 5', projectId: project.id, actor: staff.id })],
    ["a time", () => ({ projectId: project.id, from: began, until: new Date(Date.now() + 60_000).toISOString() })],
  ])("by %s", async (_by, query) => {
    expect(await found(query())).toEqual(["setProjectQuota"]);
  });

  test("and find nothing by what no entry has", async () => {
    const projectId = project.id;
    for (const query of [
      { actor: "nobody@example.com" },
      { actor: `job:${staff.id}` },
      { text: "50_off" },
      { until: "2020-01-01T00:00:00Z" },
      { requestId: "req_none" },
    ])
      expect(await found({ projectId, ...query })).toEqual([]);
    expect(await found({ projectId, text: "ab" })).toBe(422);
    for (const from of ["0000-01-01T00:00:00Z", "9999-12-31T00:00:00Z"]) expect(await found({ projectId, from })).toBe(422);
  });

  test("and take them out as CSV that no spreadsheet runs, or as lines of JSON; that is an entry itself", async () => {
    const csv = await exported({ format: "csv", projectId: project.id });
    const records = csv.body.text.split("\r\n");
    expect(records[0]).toMatch(/^id,at,actor,action,target,/);
    expect(csv.body.entries).toBe(records.length - 2);
    expect(csv.body.text).toContain('"50%_off, they say"');
    expect(csv.body.text).toContain(",'=cmd(),");
    const first = await exported({ format: "ndjson", projectId: project.id, limit: 1 });
    const second = await exported({ format: "ndjson", projectId: project.id, limit: 1, cursor: first.body.nextCursor });
    expect([first, second].map(({ body }) => JSON.parse(body.text).action)).toEqual(["exportAuditLogs", "setProjectQuota"]);
    expect(JSON.parse(first.body.text)).toMatchObject({ reason: "asked for", after: { format: "csv", projectId: project.id } });
  });

  test("and take them out by an e-mail address, which does not come into the log by that", async () => {
    const taken = await exported({ format: "ndjson", projectId: project.id, actor: staff.email, action: "setProjectQuota" });
    expect(taken.body.entries).toBe(1);
    const [entry] = (await ask(world, "GET /api/admin/audit?action=exportAuditLogs&limit=1", { token: staff.token })).body.items;
    expect(entry.after).toMatchObject({ actor: staff.id, action: "setProjectQuota" });
  });

  test("and need the role of an operator to take them out, as a reason", async () => {
    const viewer = await makeStaff(world, "support");
    expect((await exported({ format: "csv" }, viewer.token)).status).toBe(403);
    expect((await exported({ format: "csv", reason: " " })).status).toBe(422);
  });

  test("while owners see nothing of where staff were", async () => {
    const { body } = await ask(world, `GET /api/projects/${project.id}/audit?limit=200`, { token: project.developer.token });
    expect(JSON.stringify(body)).not.toContain("=cmd()");
    expect(body.items.find((each: { action: string }) => each.action === "createProject")).toMatchObject({ address: expect.any(String) });
    const job = { ...body.items[0], actor: "job:x", onBehalfOf: `staff:${staff.id}`, address: "192.0.2.1", breakGlass: "bgs_x" };
    expect(asOwnersSee(job)).toMatchObject({ actor: "job:x", onBehalfOf: "staff", address: null, breakGlass: null });
  });
});
