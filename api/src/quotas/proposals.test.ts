import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProjectFor, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
let first: Awaited<ReturnType<typeof makeStaff>>;
let second: string;
let viewer: string;
let developer: string;
beforeAll(async () => {
  world = await openWorld();
  await world.clone.query("update plans set projects_max = 200 where id = 'free'");
  first = await makeStaff(world, "operator");
  second = (await makeStaff(world, "operator")).token;
  viewer = (await makeStaff(world, "viewer")).token;
  developer = (await makeDeveloper(world)).token;
});
afterAll(() => world.close());

const limit = 5_000_001;
const set = (projectId: string, token = first.token, to = limit) =>
  ask(world, `PUT /api/admin/projects/${projectId}/quotas/requests_per_day`, { token, body: { limit: to, reason: "they grow" } });
const say = (what: "approve" | "reject", id: string, token = second) =>
  ask(world, `POST /api/admin/quota-proposals/${id}/${what}`, { token, body: { reason: "seen" } });
const listed = async (projectId: string, query = "") =>
  (await ask(world, `GET /api/admin/projects/${projectId}/quota-proposals?${query}`, { token: viewer })).body;
/** Whether it is among those of all projects. */
const isListed = async (id: string, query = "") => {
  const { items } = (await ask(world, `GET /api/admin/quota-proposals${query}`, { token: viewer })).body;
  return items.some((each: { id: string }) => each.id === id);
};
const limitOf = async (projectId: string) => {
  const { items } = (await ask(world, `GET /api/projects/${projectId}/quotas`, { token: developer })).body;
  return items.find(({ metric }: { metric: string }) => metric === "requests_per_day").limit;
};
const proposed = async () => {
  const { id: projectId } = await makeProjectFor(world, developer);
  const { status, body } = await set(projectId);
  expect({ status, code: body.code }).toEqual({ status: 409, code: "second_person_needed" });
  return { projectId, id: String(body.proposalId) };
};
const toldTo = async (email: string, projectId: string) =>
  (
    await world.clone.query<{ subject: string }>(
      "select subject from outbox where template = 'limit_decided' and recipient = $1 and body like $2",
      [email, `%${projectId}%`],
    )
  ).map(({ subject }) => subject.split(" ").at(-1));

describe("a quota that waits for a second person", () => {
  test("is listed until somebody else approves it, is then in force, and who proposed it is told", async () => {
    const { projectId, id } = await proposed();
    expect((await listed(projectId)).items).toMatchObject([
      { id, limit, state: "awaiting_approval", proposedBy: first.id, decidedBy: null },
    ]);
    expect(await say("approve", id, first.token)).toMatchObject({ status: 403, body: { code: "not_your_own_proposal" } });
    expect((await say("approve", id, viewer)).status).toBe(403);
    expect(await limitOf(projectId)).toBe(500_000);
    expect([await isListed(id, "?isWaiting=true"), await isListed(id, "?isWaiting=false"), await isListed(id)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(await say("approve", id)).toMatchObject({ status: 200, body: { id, state: "approved", decisionReason: "seen" } });
    expect(await limitOf(projectId)).toBe(limit);
    expect([await isListed(id, "?isWaiting=true"), await isListed(id, "?isWaiting=false"), await isListed(id)]).toEqual([
      false,
      true,
      true,
    ]);
    const { quotas } = (await ask(world, `GET /api/admin/projects/${projectId}/quotas`, { token: viewer })).body;
    expect(quotas).toMatchObject([{ limit, reason: "they grow", proposedBy: first.id }]);
    expect(await toldTo(first.email, projectId)).toEqual(["approved"]);
    const { items } = (await ask(world, `GET /api/admin/audit?projectId=${projectId}`, { token: viewer })).body;
    expect(items.slice(0, 3).map(({ action, reason }: { action: string; reason: string }) => [action, reason])).toEqual([
      ["setProjectQuota", "they grow"],
      ["approveQuotaProposal", "seen"],
      ["proposeProjectQuota", "they grow"],
    ]);
    expect(await say("reject", id)).toMatchObject({ status: 409, body: { code: "not_awaiting_approval" } });
  });

  test("is rejected with a reason, which who proposed it is told, and leaves the limit as it was", async () => {
    const { projectId, id } = await proposed();
    expect(await say("reject", id, first.token)).toMatchObject({ status: 403 });
    expect(await say("reject", id)).toMatchObject({ status: 200, body: { state: "rejected", decisionReason: "seen" } });
    expect(await limitOf(projectId)).toBe(500_000);
    expect(await toldTo(first.email, projectId)).toEqual(["rejected"]);
    // It has to be proposed anew: what was rejected is nobody's word.
    expect((await set(projectId, second)).status).toBe(409);
    expect((await listed(projectId)).items).toMatchObject([{ state: "awaiting_approval" }, { id, state: "rejected" }]);
  });

  test("is approved by setting the same as well, and then waits no longer", async () => {
    const { projectId, id } = await proposed();
    expect((await set(projectId, second)).status).toBe(200);
    expect((await listed(projectId)).items).toMatchObject([{ id, state: "approved", decisionReason: "they grow" }]);
    expect(await toldTo(first.email, projectId)).toEqual(["approved"]);
  });

  test("waits once, however often one person says it, beside others of that project, page by page", async () => {
    const { projectId, id } = await proposed();
    expect((await set(projectId)).body.proposalId).toBe(id);
    const other = (await set(projectId, second, limit + 1)).body.proposalId;
    const page = await listed(projectId, "limit=1");
    expect(page.items).toMatchObject([{ id: other }]);
    expect((await listed(projectId, `limit=1&cursor=${page.nextCursor}`)).items).toMatchObject([{ id }]);
  });

  test("is decided once when two do it at once", async () => {
    const { id } = await proposed();
    const answers = await Promise.all([say("approve", id), say("reject", id), say("approve", id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test("is over after seven days", async () => {
    const { projectId, id } = await proposed();
    await world.clone.query("update quota_proposals set proposed_at = now() - interval '8 days', ends_at = now() where id = $1", [id]);
    const late = [await say("approve", id), (await listed(projectId)).items];
    expect(late).toMatchObject([{ status: 409, body: { code: "proposal_over" } }, [{ id, state: "expired" }]]);
  });

  test.each<[string, number, string, () => Promise<unknown>]>([
    ["one there is not", 404, "proposal_not_found", () => say("approve", "qpr_01jh8x4q3efyxb0v1s2t3w4y5z")],
    [
      "a project there is not",
      404,
      "project_not_found",
      () => ask(world, "GET /api/admin/projects/prj_01jh8x4q3efyxb0v1s2t3w4y5z/quota-proposals", { token: viewer }),
    ],
    [
      "no reason",
      422,
      "invalid_input",
      async () => ask(world, `POST /api/admin/quota-proposals/${(await proposed()).id}/reject`, { token: second, body: {} }),
    ],
  ])("of %s is refused", async (_, status, code, request) => {
    expect(await request()).toMatchObject({ status, body: { code } });
  });
});

describe("a project in its days of grace", () => {
  const deleted = async (projectId: string) => {
    expect((await ask(world, `DELETE /api/projects/${projectId}`, { token: developer })).status).toBe(200);
  };

  test("gets no quota and no override, and none is approved or taken away, until it is restored", async () => {
    const { projectId, id } = await proposed();
    const override = { metric: "requests_per_day", limit, reason: "launch", endsAt: "2099-01-01T00:00:00Z" };
    const add = (more: object) =>
      ask(world, `POST /api/admin/projects/${projectId}/overrides`, { token: first.token, body: { ...override, ...more } });
    const waiting = (await add({})).body;
    expect((await set(projectId, first.token, 600_000)).status).toBe(200);
    await deleted(projectId);
    const removed = () =>
      ask(world, `DELETE /api/admin/projects/${projectId}/quotas/requests_per_day`, {
        token: first.token,
        body: { reason: "x", confirm: true },
      });
    const refused = { status: 409, body: { code: "project_is_deleted", detail: expect.stringContaining("restore it first") } };
    const approved = () => ask(world, `POST /api/admin/overrides/${waiting.id}/approve`, { token: second, body: { reason: "x" } });
    for (const tried of [
      () => set(projectId, first.token, 700_000),
      removed,
      () => add({ limit: 700_000 }),
      () => say("approve", id),
      approved,
    ])
      expect(await tried()).toMatchObject(refused);
    expect((await ask(world, `POST /api/projects/${projectId}/restore`, { token: developer })).status).toBe(200);
    for (const tried of [approved, () => say("approve", id)]) expect((await tried()).status).toBe(200);
  });
});
