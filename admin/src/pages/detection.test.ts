import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { newId } from "../../../api/src/platform/ids.ts";
import { makeProject, makeStaff, password } from "../../../api/test/make.ts";
import { openWorld, type World } from "../../../api/test/world.ts";
import { used } from "../../test/history.ts";
import { Visitor } from "../../test/visitor.ts";
import type { DetectionPageSight } from "../sight.ts";

let world: World;
let viewer: Visitor;
beforeAll(async () => {
  world = await openWorld();
  viewer = await new Visitor(world).signIn((await makeStaff(world, "viewer")).email, password);
}, 60_000);
afterAll(() => world?.close());

const minuteMs = 60_000;
const startedAt = Date.parse("2026-03-04T10:02:00Z");
const at = (minutes: number) => new Date(startedAt + minutes * minuteMs).toISOString();

/** Something that a rule which ships found of a project, for twenty minutes. */
async function detected(key: string, projectId: string, inputs: object, endpoint = ""): Promise<string> {
  const id = newId("detection");
  await world.clone.query(
    `insert into detections (id, kind, rule_id, rule_revision, mode, subject_kind, subject_id, project_id, endpoint, score, inputs, started_at, last_seen_at, ended_at)
     select $1, kind, id, revision, mode, 'project', $3, $3, $5, 1, $4, $6, $7, $7 from detection_rules where key = $2`,
    [id, key, projectId, inputs, endpoint, at(0), at(20)],
  );
  return id;
}
const open = async (id: string): Promise<DetectionPageSight> =>
  (await viewer.get(`/api/resources/detections/records/${id}/show`)).json.detection;

test("a spike is drawn beside what is usual and what is too much, but never less than the rule's floor", async () => {
  const { id } = await makeProject(world);
  await used(world, id, "requests", at(0), 4_000);
  await used(world, id, "requests", at(1), 500);
  const inputs = { metric: "requests", windowSeconds: 300, threshold: 8, floor: 1_500, baseline: { median: 190, deviation: 24 } };
  const { courses } = await open(await detected("requests_spike", id, inputs));
  expect(courses).toEqual([
    expect.objectContaining({
      title: "Requests",
      from: "2026-03-04T07:00:00.000Z",
      marks: [
        { name: "baseline", label: "Usual", value: 190 },
        { name: "threshold", label: "Threshold", value: 1_500 },
      ],
    }),
  ]);
  expect(courses[0]?.points).toHaveLength(53);
  expect(courses[0]?.points[36]).toEqual({ served: 4_500 });
});

test("mistaken requests of an endpoint are drawn as their share of what was recorded of it, beside what is allowed", async () => {
  const [{ id }, other] = [await makeProject(world), await makeProject(world)];
  const record = (projectId: string, endpoint: string, minute: string, requests: number, errors: number) =>
    world.clone.query("insert into error_metrics (project_id, endpoint, minute, requests, client_errors) values ($1, $2, $3, $4, $5)", [
      ...[projectId, endpoint, minute, requests, errors],
    ]);
  await record(id, "rest orders", at(0), 300, 240);
  await record(id, "rest orders", at(1), 100, 60);
  await record(id, "rest people", at(1), 900, 0);
  await record(other.id, "rest orders", at(1), 900, 900);
  const inputs = { objective: 0.95, requestsMin: 200, score: 1, rate: 14.4, long: { minutes: 60 }, short: { minutes: 5 } };
  const { courses } = await open(await detected("endpoint_errors", id, inputs, "rest orders"));
  const [share, requests] = courses;
  expect(share?.marks).toEqual([
    { name: "baseline", label: "Allowed in the long run", value: expect.closeTo(5) },
    { name: "threshold", label: "Threshold", value: expect.closeTo(72) },
  ]);
  expect(share?.points[12]).toEqual({ errors: 75 });
  expect(requests?.points[12]).toEqual({ served: 100, errors: 300 });
  expect(requests?.points[11]).toEqual({ served: 0, errors: 0 });
});

test("a pattern is drawn comparison by comparison, each beside what it is held against, from what is recorded by the minute and by ten seconds", async () => {
  const { id } = await makeProject(world);
  const tally = (counts: object, missingTargets: readonly string[]) => ({
    counts,
    distinct: { missingTargets },
    bodies: {},
    endpoints: {},
  });
  await world.clone.query("insert into feature_minutes (subject_kind, subject_id, minute, tally) values ('project', $1, $2, $3)", [
    ...[id, "2026-03-04T09:58:00Z", tally({ requests: 10, notFound: 4 }, ["a", "b"])],
  ]);
  await world.clone.query(
    "insert into feature_windows (subject_kind, subject_id, starts_at, tally, written_at) values ('project', $1, $2, $3, $2)",
    [id, "2026-03-04T10:01:10Z", tally({ requests: 30, notFound: 29 }, ["b", "c"])],
  );
  const inputs = { expression: "missingTargets >= 3 && notFound > 0.1 * requests", windowSeconds: 300, features: {} };
  const { courses } = await open(await detected("names_walked", id, inputs));
  const [missing, share] = courses;
  expect(missing).toMatchObject({
    title: "missingTargets >= 3",
    unit: "different ones in the last 5 minutes",
    from: "2026-03-04T09:52:00.000Z",
    stepMs: minuteMs,
    marks: [{ name: "threshold", value: 3 }],
  });
  const seen = missing?.points.map(({ served }) => served);
  expect(seen?.slice(0, 16)).toEqual([...Array(6).fill(0), 2, 2, 2, 3, 3, 2, 2, 2, 0, 0]);
  expect(share?.marks[0]?.value).toEqual([...Array(6).fill(0), 1, 1, 1, 4, 4, 3, 3, 3, ...Array(26).fill(0)]);
  expect(courses).toHaveLength(2);
});

test("what was decided from something that is not understood any more draws nothing", async () => {
  const { id } = await makeProject(world);
  for (const [key, inputs] of [
    ["names_walked", { expression: "nosuch > 1", windowSeconds: 300 }],
    ["requests_spike", { metric: "requests" }],
    ["endpoint_errors", {}],
  ] as const)
    expect((await open(await detected(key, id, inputs))).courses).toEqual([]);
});

test("networks are told apart, on their pages and in the work queue", async () => {
  const found = ["AbCdEfGhIjKlMnOp", "QrStUvWxYz012345"].map((network) => ({ id: newId("detection"), network }));
  for (const { id, network } of found)
    await world.clone.query(
      `insert into detections (id, kind, rule_id, rule_revision, mode, subject_kind, subject_id, score, inputs, started_at, last_seen_at)
       select $1, kind, id, revision, 'observe', 'network', $2, 1, '{}', now(), now() from detection_rules order by key limit 1`,
      [id, network],
    );
  const { items } = (await viewer.get("/api/queue")).json;
  for (const { id, network } of found) {
    const name = `Network ${network.slice(0, 8)}`;
    const [item] = items.filter((each: { record: { id: string } }) => each.record.id === id);
    expect(item.record.params.subject).toBe(name);
    expect((await viewer.get(`/api/resources/detections/records/${id}/show`)).json.record.title).toContain(`${name}: `);
  }
});
