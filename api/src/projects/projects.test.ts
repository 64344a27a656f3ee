import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProjectFor } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { type Action, perform } from "../platform/action.ts";
import { name, type Sql, sql } from "../platform/db/sql.ts";
import { resumeUnfinished } from "../tenants/actions.ts";
import { provision } from "../tenants/index.ts";
import { activateBuilt, purge, purgeDue } from "./actions.ts";

let world: World;
let ann: { token: string };
beforeAll(async () => {
  world = await openWorld();
  ann = await makeDeveloper(world);
});
afterAll(() => world.close());

const day = 24 * 60 * 60_000;
const asJob = <Input>(id: string, action: Action<Input, unknown>, input: Input) =>
  perform(
    world.engine,
    {
      operation: { id, changes: false },
      actor: { kind: "job", id },
      request: { id: "req_test", address: undefined, userAgent: undefined },
    },
    action,
    input,
  );
const onControl = <Row extends z.ZodType>(row: Row, query: Sql) => world.store.transact("platform", (db) => db.many(row, query));
const tenantOf = async (projectId: string) =>
  (await onControl(z.object({ id: z.string(), state: z.string() }), sql`select id, state from tenants where project_id = ${projectId}`))[0];
const rolesOf = (tenantId: string) =>
  onControl(z.object({ rolname: z.string() }), sql`select rolname from pg_roles where starts_with(rolname, ${`t_${tenantId}_`})`);
const databasesOf = (tenantId: string) =>
  onControl(z.object({ datname: z.string() }), sql`select datname from pg_database where datname = ${`t_${tenantId}`}`);

describe("a new project", () => {
  test("is active when the answer comes, with a database and five logins of its own", async () => {
    const { status, body } = await ask(world, "POST /api/projects", { token: ann.token, body: { name: "Corner shop" } });
    expect({ status, body }).toMatchObject({ status: 201, body: { name: "Corner shop", region: "local", status: "active" } });
    const tenant = await tenantOf(body.id);
    expect(await rolesOf(tenant?.id ?? "")).toHaveLength(5);
    expect(await databasesOf(tenant?.id ?? "")).toHaveLength(1);
  });

  test("of two made with one name at once, one is made", async () => {
    const answers = await Promise.all([1, 2].map(() => ask(world, "POST /api/projects", { token: ann.token, body: { name: "Same" } })));
    expect(answers.map((each) => each.status).sort()).toEqual([201, 409]);
    expect(await ask(world, "POST /api/projects", { token: ann.token, body: { name: "same " } })).toMatchObject({
      status: 409,
      body: { code: "project_name_taken" },
    });
  });

  test("an unknown region is told with those there are", async () => {
    expect(await ask(world, "POST /api/projects", { token: ann.token, body: { name: "Far", region: "moon" } })).toMatchObject({
      status: 422,
      body: { code: "region_not_found", regions: ["local"] },
    });
  });

  test("an Idempotency-Key makes it once, refuses another request, and does not cross developers", async () => {
    const headers = { "idempotency-key": "once" };
    const first = await ask(world, "POST /api/projects", { token: ann.token, body: { name: "Once" }, headers });
    const again = await ask(world, "POST /api/projects", { token: ann.token, body: { name: "Once" }, headers });
    expect(first.body.status).toBe("active");
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await ask(world, "POST /api/projects", { token: ann.token, body: { name: "Other" }, headers })).toMatchObject({
      status: 422,
      body: { code: "idempotency_key_reused" },
    });
    const ben = await makeDeveloper(world);
    expect((await ask(world, "POST /api/projects", { token: ben.token, body: { name: "Once" }, headers })).body.id).not.toBe(first.body.id);
  });

  test("an Idempotency-Key repeats the answer of an edit and of a deletion, and tells edits of other revisions apart", async () => {
    const { id } = await makeProjectFor(world, ann.token);
    const { revision } = (await ask(world, `GET /api/projects/${id}`, { token: ann.token })).body;
    const edit = (ifMatch: number) =>
      ask(world, `PATCH /api/projects/${id}`, {
        token: ann.token,
        body: { name: "Edited once" },
        headers: { "idempotency-key": "edit", "if-match": `"${ifMatch}"` },
      });
    const first = await edit(revision);
    const again = await edit(revision);
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    expect(await edit(revision + 1)).toMatchObject({ status: 422, body: { code: "idempotency_key_reused" } });
    const remove = () => ask(world, `DELETE /api/projects/${id}`, { token: ann.token, headers: { "idempotency-key": "remove" } });
    expect(await remove()).toMatchObject({ status: 200, body: (await remove()).body });
    expect((await ask(world, `DELETE /api/projects/${id}`, { token: ann.token })).body.code).toBe("project_is_deleted");
  });

  test("two requests with one Idempotency-Key at once make one project", async () => {
    const repeat = () =>
      ask(world, "POST /api/projects", { token: ann.token, body: { name: "Racing" }, headers: { "idempotency-key": "race" } });
    const answers = await Promise.all([repeat(), repeat(), repeat()]);
    expect(answers.filter((each) => each.status === 201).length).toBeGreaterThanOrEqual(1);
    expect(answers.every((each) => each.status === 201 || each.body.code === "idempotency_key_in_flight")).toBe(true);
    const { body } = await ask(world, "GET /api/projects?limit=200", { token: ann.token });
    expect(body.items.filter((each: { name: string }) => each.name === "Racing")).toHaveLength(1);
  });
});

describe("provisioning", () => {
  test("goes on after a crash at any step", async () => {
    const { id } = await makeProjectFor(world, ann.token);
    const tenant = await tenantOf(id);
    const rewind = () =>
      world.store.transact("platform", async (db) => {
        await db.run(
          sql`update tenants set state = 'requested', provisioned_at = null, created_at = now() - interval '1 hour' where project_id = ${id}`,
        );
        await db.run(sql`update projects set status = 'provisioning' where id = ${id}`);
      });
    await rewind();
    await asJob("provisionTenant", provision, { tenantId: tenant?.id ?? "" });
    await asJob("activateBuiltProjects", activateBuilt, {});
    expect(await ask(world, `GET /api/projects/${id}`, { token: ann.token })).toMatchObject({ body: { status: "active" } });

    await rewind();
    await world.engine.cell.asProvisioner(undefined, (db) => db.run(sql`drop database ${name(`t_${tenant?.id}`)}`));
    await asJob("resumeTenants", resumeUnfinished, {});
    await asJob("provisionTenant", provision, { tenantId: tenant?.id ?? "" });
    expect(await tenantOf(id)).toMatchObject({ state: "ready" });
    expect(await databasesOf(tenant?.id ?? "")).toHaveLength(1);
  });
});

describe("reading and renaming", () => {
  test("another developer's project does not exist", async () => {
    const { id } = await makeProjectFor(world, ann.token);
    const { token } = await makeDeveloper(world);
    for (const at of [
      `GET /api/projects/${id}`,
      `DELETE /api/projects/${id}`,
      `GET /api/projects/${id}/keys`,
      `GET /api/projects/${id}/audit`,
    ]) {
      expect(await ask(world, at, { token })).toMatchObject({ status: 404 });
    }
    expect(await ask(world, "GET /api/projects", { token })).toMatchObject({ body: { items: [], nextCursor: null } });
  });

  test("lists are paged by cursor, newest first, without a gap", async () => {
    const { token } = await makeDeveloper(world);
    const made = [];
    for (let i = 0; i < 3; i++) made.push((await makeProjectFor(world, token)).id);
    const first = await ask(world, "GET /api/projects?limit=2", { token });
    const second = await ask(world, `GET /api/projects?limit=2&cursor=${first.body.nextCursor}`, { token });
    expect([...first.body.items, ...second.body.items].map((each) => each.id)).toEqual(made.reverse());
    expect(second.body.nextCursor).toBeNull();
    expect((await ask(world, "GET /api/projects?limit=0", { token })).status).toBe(422);
  });

  test("a list goes on behind one of its own only", async () => {
    const { token } = await makeDeveloper(world);
    for (const cursor of ["junk", "", "dev_01jh8x4q3efyxb0v1s2t3w4y5z", "prj_01jh8x4q3efyxb0v1s2t3w4y5z%20"]) {
      const { status, body } = await ask(world, `GET /api/projects?cursor=${cursor}`, { token });
      expect([cursor, status, body.code, JSON.stringify(body.errors)]).toEqual([
        cursor,
        422,
        "invalid_input",
        expect.stringContaining('"cursor"'),
      ]);
    }
  });

  test("a rename says what it edits, and takes no name that is taken", async () => {
    const { id } = await makeProjectFor(world, ann.token, "Before");
    await makeProjectFor(world, ann.token, "Taken");
    const etag = (await ask(world, `GET /api/projects/${id}`, { token: ann.token })).headers.get("etag") ?? "";
    const rename = (to: string, headers = {}) => ask(world, `PATCH /api/projects/${id}`, { token: ann.token, body: { name: to }, headers });
    expect(await rename("After")).toMatchObject({ status: 428 });
    expect(await rename("Taken", { "if-match": etag })).toMatchObject({ status: 409, body: { code: "project_name_taken" } });
    expect(await rename("After", { "if-match": etag })).toMatchObject({ status: 200, body: { name: "After" } });
    expect(await rename("Later", { "if-match": etag })).toMatchObject({ status: 412 });
  });
});

describe("deleting", () => {
  test("waits for days of grace, can be taken back, and then purges database, logins and secrets", async () => {
    const { id } = await makeProjectFor(world, ann.token, "Gone");
    const tenant = await tenantOf(id);
    const gone = await ask(world, `DELETE /api/projects/${id}`, { token: ann.token });
    expect(gone).toMatchObject({ status: 200, body: { status: "deleting" } });
    expect(Date.parse(gone.body.purgeAt) - Date.now()).toBeGreaterThan(6.9 * day);
    expect(await ask(world, `DELETE /api/projects/${id}`, { token: ann.token })).toMatchObject({
      status: 409,
      body: { code: "project_is_deleted" },
    });
    expect(await ask(world, `POST /api/projects/${id}/keys`, { token: ann.token, body: { name: "k", kind: "secret" } })).toMatchObject({
      status: 409,
    });
    expect(await ask(world, `POST /api/projects/${id}/restore`, { token: ann.token })).toMatchObject({
      status: 200,
      body: { status: "active", purgeAt: null },
    });
    expect(await ask(world, `POST /api/projects/${id}/restore`, { token: ann.token })).toMatchObject({
      status: 409,
      body: { code: "project_not_deleted" },
    });

    await ask(world, `DELETE /api/projects/${id}`, { token: ann.token });
    await asJob("purgeProject", purge, { projectId: id });
    expect(await databasesOf(tenant?.id ?? "")).toHaveLength(1);
    world.travel(8 * day);
    await asJob("purgeDueProjects", purgeDue, {});
    await asJob("purgeProject", purge, { projectId: id });
    world.travel(-8 * day);
    expect(await databasesOf(tenant?.id ?? "")).toEqual([]);
    expect(await rolesOf(tenant?.id ?? "")).toEqual([]);
    expect(await tenantOf(id)).toMatchObject({ state: "purged" });
    expect(await ask(world, `GET /api/projects/${id}`, { token: ann.token })).toMatchObject({ status: 404 });
    expect((await ask(world, "POST /api/projects", { token: ann.token, body: { name: "Gone" } })).status).toBe(201);
  });
});
