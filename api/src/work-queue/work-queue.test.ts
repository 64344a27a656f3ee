import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeProject, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { newId } from "../platform/ids.ts";

type Member = Awaited<ReturnType<typeof makeStaff>>;

let world: World;
let admin: Member;
let other: Member;
beforeAll(async () => {
  world = await openWorld();
  [admin, other] = [await makeStaff(world, "admin"), await makeStaff(world, "support")];
}, 60_000);
afterAll(() => world?.close());

const hourMs = 3_600_000;
const inHours = (hours: number, from = Date.now()) => new Date(from + hours * hourMs).toISOString();
const done = async (request: string, body: object) => {
  const answer = await ask(world, request, { token: admin.token, body });
  expect(answer.status).toBeLessThan(300);
  return answer.body;
};
const listed = async (query = "", token = other.token) =>
  (await ask(world, `GET /api/admin/work-queue?limit=200${query}`, { token })).body.items;
const ofProject = (id: string) => listed(`&projectId=${id}`);
const override = (projectId: string, body: object) =>
  done(`POST /api/admin/projects/${projectId}/overrides`, {
    ...{ metric: "requests_per_day", limit: 900_000_000, reason: "Festival", confirm: true, endsAt: inHours(48) },
    ...body,
  });
const throttle = (projectId: string, hours: number) =>
  done(`POST /api/admin/projects/${projectId}/sanctions`, {
    ...{ level: "throttled", reason: "abuse", statement: "Too much.", endsAt: inHours(hours) },
  });

describe("what waits for a person", () => {
  test("is told with what it is, since when, by when, and whose it is; the most urgent first, of all projects or of one", async () => {
    const [{ id }, { id: elsewhere }] = [await makeProject(world), await makeProject(world)];
    const sanction = await throttle(id, 3);
    const sooner = await throttle(elsewhere, 2);
    const { name } = (await ask(world, `GET /api/admin/projects/${id}`, { token: admin.token })).body;
    const why = { reason: "legal", statement: "A court ordered it." };
    const { body: asked } = await ask(world, `POST /api/admin/projects/${id}/purge`, { token: admin.token, body: { name, ...why } });
    expect(await ofProject(id)).toEqual([
      {
        ...{ kind: "sanction", id: sanction.id, projectId: id, since: inHours(-6, Date.parse(sanction.endsAt)), dueAt: sanction.endsAt },
        ...{ startedBy: admin.id, takenBy: null, takenAt: null },
      },
      expect.objectContaining({ kind: "approval", id: asked.approvalId, projectId: id, startedBy: admin.id }),
    ]);
    const all = (await listed()).map((each: { id: string }) => each.id);
    expect(all.indexOf(sooner.id)).toBeGreaterThan(-1);
    expect(all.indexOf(sooner.id)).toBeLessThan(all.indexOf(sanction.id));
    expect(await ofProject((await makeProject(world)).id)).toEqual([]);
  });

  test("is due in time: an override that shall begin at once within an hour, one that begins later then, none later than four hours", async () => {
    const { id } = await makeProject(world);
    const metrics = ["requests_per_day", "requests_per_month", "requests_per_second"];
    const wanted = [undefined, inHours(2), inHours(20)];
    const requests = [];
    for (const [i, startsAt] of wanted.entries()) requests.push(await override(id, { metric: metrics[i], ...(startsAt && { startsAt }) }));
    const due = new Map(
      (await ofProject(id)).map((each: { id: string; since: string; dueAt: string }) => [
        each.id,
        Math.round((10 * (Date.parse(each.dueAt) - Date.parse(each.since))) / hourMs) / 10,
      ]),
    );
    expect(requests.map((each) => due.get(each.id))).toEqual([1, 2, 4]);
  });
});

describe("something that waits", () => {
  const act = (what: "take" | "release", id: string, who: Member, body: object = {}) =>
    ask(world, `POST /api/admin/work-queue/${id}/${what}`, { token: who.token, body });
  const waiting = async () => (await throttle((await makeProject(world)).id, 4)).id as string;

  test("is taken, which others see, and put back; both are in the audit log", async () => {
    const id = await waiting();
    expect(await act("take", id, other)).toMatchObject({ status: 200, body: { id, takenBy: other.id, takenAt: expect.any(String) } });
    expect(await listed("", admin.token)).toContainEqual(expect.objectContaining({ id, takenBy: other.id }));
    expect(await act("release", id, admin)).toMatchObject({ status: 409, body: { code: "not_taken_by_you" } });
    const putBack = await Promise.all([act("release", id, other), act("release", id, other)]);
    for (const each of putBack) expect(each).toMatchObject({ status: 200, body: { id, takenBy: null, takenAt: null } });
    expect(await listed()).toContainEqual(expect.objectContaining({ id, takenBy: null }));
    const told = (await ask(world, `GET /api/admin/audit?target=${id}`, { token: admin.token })).body.items;
    expect(told.filter(({ action }: { action: string }) => /Work$/.test(action))).toMatchObject([
      { action: "releaseWork", actor: `staff:${other.id}`, before: { takenBy: other.id }, after: { takenBy: null } },
      { action: "takeWork", actor: `staff:${other.id}`, before: { takenBy: null }, after: { takenBy: other.id } },
    ]);
  });

  test("is taken over from who has it, and from nobody else", async () => {
    const id = await waiting();
    await act("take", id, other);
    expect(await act("take", id, admin)).toMatchObject({ status: 409, body: { code: "taken_meanwhile", takenBy: other.id } });
    expect((await act("take", id, admin, { from: admin.id })).status).toBe(409);
    expect(await act("take", id, admin, { from: other.id })).toMatchObject({ status: 200, body: { takenBy: admin.id } });
  });

  test("goes to one of two who take it at once", async () => {
    const id = await waiting();
    const answers = await Promise.all([act("take", id, admin), act("take", id, other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test("is taken once by who takes it again, or twice at once: the answer is the same, and the audit log has it once", async () => {
    const id = await waiting();
    const [first, second] = await Promise.all([act("take", id, other), act("take", id, other)]);
    expect([first.status, second.status]).toEqual([200, 200]);
    for (const from of [null, other.id, admin.id]) {
      const { status, body } = await act("take", id, other, { from });
      expect([status, body]).toEqual([200, first.body]);
    }
    expect(second.body).toEqual(first.body);
    expect((await ask(world, `GET /api/admin/audit?target=${id}&action=takeWork`, { token: admin.token })).body.items).toHaveLength(1);
  });

  test("can't be taken once it does not wait any more, nor by who only looks", async () => {
    const id = await waiting();
    const viewer = await makeStaff(world, "viewer");
    expect((await act("take", id, viewer)).body.code).toBe("missing_role");
    await done(`POST /api/admin/suspensions/${id}/lift`, { reason: "settled" });
    for (const each of [id, newId("appeal")]) {
      expect(await act("take", each, admin)).toMatchObject({ status: 404, body: { code: "work_not_waiting" } });
      expect(await act("release", each, admin)).toMatchObject({ status: 404, body: { code: "work_not_waiting" } });
    }
  });

  test("is nobody's any more when whoever took it did so months ago", async () => {
    const id = await waiting();
    await act("take", id, other);
    await world.clone.query("update taken_work set taken_at = now() - interval '91 days' where item_id = $1", [id]);
    await world.work("forgetExpired", {});
    expect(await listed()).toContainEqual(expect.objectContaining({ id, takenBy: null }));
  });
});
