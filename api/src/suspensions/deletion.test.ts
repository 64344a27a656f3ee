import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeProject, makeStaff } from "../../test/make.ts";
import { approve } from "../../test/second-person.ts";
import { openWorld, type World } from "../../test/world.ts";
import { spoken } from "../platform/spoken.ts";

let world: World;
let admin: string;
beforeAll(async () => {
  world = await openWorld();
  admin = (await makeStaff(world, "admin")).token;
});
afterAll(() => world.close());

const why = { reason: "abuse", statement: "Its pages imitate a bank's." };
const asStaff = (at: string, body: object, token = admin) => ask(world, at, { token, body });
const schedule = (projectId: string) => asStaff(`DELETE /api/admin/projects/${projectId}`, why);
const sanctionsOf = async (projectId: string) =>
  (await ask(world, `GET /api/admin/projects/${projectId}/suspensions`, { token: admin })).body.items;
const mailsTo = (projectId: string, template: string) =>
  world.clone.query<{ subject: string; body: string }>(
    "select subject, body from outbox where project_id = $1 and template = $2 and channel = 'mail'",
    [projectId, template],
  );

describe("a deletion that staff schedule", () => {
  test("suspends with sealed evidence, and tells the owner why, until when, what to do and where to appeal", async () => {
    const { id } = await makeProject(world);
    const { status, body } = await schedule(id);
    expect({ status, body }).toMatchObject({ status: 200, body: { id, status: "deleting", purgeAt: expect.any(String) } });
    const [sanction, ...more] = await sanctionsOf(id);
    expect(more).toEqual([]);
    expect(sanction).toMatchObject({ ...why, level: "suspended", cause: "staff", state: "in_force" });
    expect((await ask(world, `GET /api/admin/suspensions/${sanction.id}/evidence`, { token: admin })).body).toMatchObject({
      evidence: { limits: expect.any(Array) },
      isIntact: true,
    });
    const [mail, ...others] = await mailsTo(id, "project_deletion_scheduled");
    expect(others).toEqual([]);
    for (const said of [why.statement, spoken(body.purgeAt), `POST ${world.url}/api/projects/${id}/restore`, sanction.statusUrl])
      expect(mail?.body).toContain(said);
    expect(await mailsTo(id, "project_suspended")).toEqual([]);
    const { items } = (await ask(world, `GET /api/admin/audit?projectId=${id}&action=deleteAnyProject`, { token: admin })).body;
    expect(items).toMatchObject([{ reason: `abuse: ${why.statement}`, after: { status: "deleting" } }]);
  });

  test("takes the place of the suspension that was in force, with a statement and evidence of its own", async () => {
    const { id } = await makeProject(world);
    await asStaff(`POST /api/admin/projects/${id}/suspensions`, { reason: "billing", statement: "The bill is open." });
    expect((await schedule(id)).status).toBe(200);
    const [now, before, ...more] = await sanctionsOf(id);
    expect(more).toEqual([]);
    expect(now).toMatchObject({ ...why, state: "in_force", followsId: before.id });
    expect(before).toMatchObject({ reason: "billing", state: "lifted" });
  });

  test("is undone by the owner for the data's sake, and leaves the suspension", async () => {
    const project = await makeProject(world);
    await schedule(project.id);
    const { token } = project.developer;
    expect((await ask(world, `POST /api/projects/${project.id}/restore`, { token })).body.status).toBe("active");
    expect((await ask(world, "GET /api/rest/", { apikey: project.secret.key })).body).toMatchObject({ code: "project_suspended", ...why });
    const [{ id }] = await sanctionsOf(project.id);
    const appeal = await ask(world, `POST /api/projects/${project.id}/suspensions/${id}/appeals`, {
      token,
      body: { text: "It is a bank's." },
    });
    expect(appeal.status).toBe(201);
  });

  test("is taken back by staff, and its owner is told", async () => {
    const { id } = await makeProject(world);
    const restore = () => asStaff(`POST /api/admin/projects/${id}/restore`, { reason: "The wrong project" });
    expect((await restore()).body.code).toBe("project_not_deleted");
    await schedule(id);
    expect((await restore()).body).toMatchObject({ status: "active", purgeAt: null });
    expect(await mailsTo(id, "project_restored")).toHaveLength(1);
    const { items } = (await ask(world, `GET /api/admin/audit?projectId=${id}&action=restoreAnyProject`, { token: admin })).body;
    expect(items).toMatchObject([{ reason: "The wrong project" }]);
  });

  test("is for admins, and done once", async () => {
    const { id } = await makeProject(world);
    const operator = (await makeStaff(world, "operator")).token;
    expect((await asStaff(`DELETE /api/admin/projects/${id}`, why, operator)).body.code).toBe("missing_role");
    const answers = await Promise.all([schedule(id), schedule(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await schedule(id)).body.code).toBe("project_is_deleted");
    expect(await mailsTo(id, "project_deletion_scheduled")).toHaveLength(1);
  });
});

describe("a deletion at once", () => {
  const purge = (projectId: string, name: string, token = admin) =>
    asStaff(`POST /api/admin/projects/${projectId}/purge`, { ...why, name }, token);
  const stateOf = async (projectId: string) => (await ask(world, `GET /api/admin/projects/${projectId}`, { token: admin })).body;
  const databaseOf = async (projectId: string) =>
    world.clone.query("select datname from pg_database join tenants t on datname = 't_' || t.id where t.project_id = $1", [projectId]);

  test("needs the project's name and a second person, and takes the database away then; its owner is told why", async () => {
    const { id, secret } = await makeProject(world);
    const { name, revision } = await stateOf(id);
    expect(await purge(id, `${name}s`)).toMatchObject({ status: 422, body: { code: "name_does_not_match" } });
    expect((await purge(id, name, (await makeStaff(world, "operator")).token)).body.code).toBe("missing_role");
    const asked = await purge(id, name);
    expect(await stateOf(id)).toMatchObject({ status: "active", revision });
    expect(await databaseOf(id)).toHaveLength(1);
    const about = await world.clone.query("select target, project_id from approvals where id = $1", [asked.body.approvalId]);
    expect(about).toEqual([{ target: id, project_id: id }]);
    expect(await sanctionsOf(id)).toEqual([]);
    expect((await ask(world, "GET /api/rest/", { apikey: secret.key })).status).toBe(200);
    expect(await mailsTo(id, "project_deleted_at_once")).toEqual([]);

    expect((await approve(world, asked)).body).toMatchObject({
      state: "approved",
      effects: [{ action: "suspendProject" }, { action: "purgeAnyProject", before: { status: "active" }, after: { status: "deleting" } }],
    });
    await world.work();
    expect(await stateOf(id)).toMatchObject({ status: "purged" });
    expect(await databaseOf(id)).toEqual([]);
    const [mail] = await mailsTo(id, "project_deleted_at_once");
    expect(mail?.body).toContain(why.statement);
    expect(await mailsTo(id, "project_suspended")).toEqual([]);
    expect((await purge(id, name)).status).toBe(404);
  });

  test("ends the days of grace that are left, unless the owner restored it meanwhile", async () => {
    const { id, developer } = await makeProject(world);
    const { name } = await stateOf(id);
    await schedule(id);
    const asked = await purge(id, name);
    expect((await ask(world, `POST /api/projects/${id}/restore`, { token: developer.token })).status).toBe(200);
    expect((await approve(world, asked)).body.code).toBe("approval_stale");
    expect(await stateOf(id)).toMatchObject({ status: "active" });
    await ask(world, `DELETE /api/projects/${id}`, { token: developer.token });
    expect((await approve(world, await purge(id, name))).status).toBe(200);
    expect((await ask(world, `POST /api/projects/${id}/restore`, { token: developer.token })).body.code).toBe("project_is_being_purged");
    expect((await purge(id, name)).body.code).toBe("project_is_being_purged");
    await world.work();
    expect(await stateOf(id)).toMatchObject({ status: "purged" });
  });

  test("is what each deletion by staff is where there are no days of grace", async () => {
    const bare = await openWorld({ DELETION_GRACE_DAYS: "0" });
    try {
      const { token } = await makeStaff(bare, "admin");
      const { id } = await makeProject(bare);
      const asked = await ask(bare, `DELETE /api/admin/projects/${id}`, { token, body: why });
      expect((await ask(bare, `GET /api/admin/projects/${id}`, { token })).body.status).toBe("active");
      expect((await approve(bare, asked)).status).toBe(200);
    } finally {
      await bare.close();
    }
  });
});

test.each(["sanctions", "suspensions"])("a project that is deleted can't be put under %s, and its owner is told nothing", async (kind) => {
  const project = await makeProject(world);
  await ask(world, `DELETE /api/projects/${project.id}`, { token: project.developer.token });
  const body = { ...why, ...(kind === "sanctions" && { level: "warned" }) };
  const { status, body: said } = await asStaff(`POST /api/admin/projects/${project.id}/${kind}`, body);
  expect([status, said.code]).toEqual([409, "project_is_deleted"]);
  expect(await sanctionsOf(project.id)).toEqual([]);
});
