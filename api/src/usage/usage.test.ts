import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProjectFor, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { record } from "./index.ts";
import { ProjectMeter } from "./meter.ts";

let world: World;
let developer: string;
let viewer: string;
let projectId: string;
beforeAll(async () => {
  world = await openWorld();
  developer = (await makeDeveloper(world)).token;
  viewer = (await makeStaff(world, "viewer")).token;
  projectId = (await makeProjectFor(world, developer)).id;
  const rows = [
    ["requests", "2027-05-01T10:00:00Z", 10, 3],
    ["requests", "2027-05-01T10:01:00Z", 5, 5],
    ["requests", "2027-05-01T11:30:00Z", 1, 1],
    ["requests", "2027-05-02T00:00:00Z", 100, 9],
    ["database_bytes", "2027-05-01T10:00:00Z", 700, 0],
    ["database_bytes", "2027-05-01T10:45:00Z", 900, 0],
  ];
  for (const row of rows)
    await world.clone.query("insert into usage_metrics (project_id, metric, minute, total, peak_second) values ($1, $2, $3, $4, $5)", [
      projectId,
      ...row,
    ]);
});
afterAll(() => world.close());

const day = "from=2027-05-01T00:00:00Z&to=2027-05-02T00:00:00Z";
const read = (query: string, token = developer, id = projectId) => ask(world, `GET /api/projects/${id}/usage?${query}`, { token });

test("processes that write down the same projects in another order do not wait for each other", async () => {
  const ids = Array.from({ length: 40 }, (_, n) => `prj_${String(n).padStart(26, "0")}`);
  const at = Date.parse("2027-06-01T10:00:00Z");
  const [minute, second] = [at, at + 1_000].map((ms) => new Date(ms).toISOString()) as [string, string];
  const batchOf = (projects: readonly string[], served: number) => ({
    usage: projects.map((id) => ({ projectId: id, metric: "requests" as const, minute, total: 1, peakSecond: 0 })),
    seconds: projects.map((id) => ({ projectId: id, second, served, wanted: 1 })),
    keys: [],
  });
  const write = (n: number) =>
    world.store.transact("platform", (db) => record(db, batchOf(n % 2 === 0 ? ids : ids.toReversed(), n), at + 2_000));
  for (let round = 0; round < 5; round += 1) await Promise.all(Array.from({ length: 6 }, (_, n) => write(n)));
  const [sums] = await world.clone.query<{ total: string; least: string }>(
    "select min(total) as total, min(peak_second) as least from usage_metrics where minute = $1",
    [minute],
  );
  expect(sums).toEqual({ total: "30", least: "75" });
});

describe("reading usage", () => {
  test("by hour adds up the minutes, keeps the busiest second, and of bytes the most there was", async () => {
    const { status, body } = await read(day);
    expect(status).toBe(200);
    expect(body).toEqual({
      from: "2027-05-01T00:00:00.000Z",
      to: "2027-05-02T00:00:00.000Z",
      step: "hour",
      items: [
        { metric: "database_bytes", at: "2027-05-01T10:00:00.000Z", total: 900, peakSecond: 0 },
        { metric: "requests", at: "2027-05-01T10:00:00.000Z", total: 15, peakSecond: 5 },
        { metric: "requests", at: "2027-05-01T11:00:00.000Z", total: 1, peakSecond: 1 },
      ],
    });
  });

  test("by minute and by day, and of one metric only", async () => {
    expect((await read(`${day}&step=minute&metric=requests`)).body.items).toHaveLength(3);
    expect((await read("from=2027-05-01T00:00:00Z&to=2027-05-03T00:00:00Z&step=day&metric=requests")).body.items).toMatchObject([
      { at: "2027-05-01T00:00:00.000Z", total: 16, peakSecond: 5 },
      { at: "2027-05-02T00:00:00.000Z", total: 100, peakSecond: 9 },
    ]);
  });

  test("takes times with any offset, and the last day when nothing is said", async () => {
    const { body } = await read("from=2027-05-01T12%3A00%3A00%2B02%3A00&to=2027-05-01T10%3A01%3A00Z&step=minute&metric=requests");
    expect(body.items).toMatchObject([{ at: "2027-05-01T10:00:00.000Z", total: 10 }]);
    const { from, to, step } = (await read("")).body;
    expect([Date.parse(to) - Date.parse(from), step]).toEqual([86_400_000, "hour"]);
  });

  test("staff read any project's, other developers do not", async () => {
    const staffs = await ask(world, `GET /api/admin/projects/${projectId}/usage?${day}`, { token: viewer });
    expect(staffs.body.items).toHaveLength(3);
    const stranger = (await makeDeveloper(world)).token;
    expect(await read(day, stranger)).toMatchObject({ status: 404, body: { code: "project_not_found" } });
    expect(await ask(world, `GET /api/admin/projects/prj_01jh8x4q3efyxb0v1s2t3w4y5z/usage`, { token: viewer })).toMatchObject({
      status: 404,
    });
  });

  test.each([
    ["an empty range", "from=2027-05-02T00:00:00Z&to=2027-05-01T00:00:00Z", 422, "empty_range"],
    ["too long a range for its step", "from=2027-05-01T00:00:00Z&to=2027-06-01T00:00:00Z&step=minute", 422, "range_too_long"],
    ["a time that is none", "from=yesterday", 422, "invalid_input"],
    ["a time before all time", "from=0000-01-01T00:00:00Z", 422, "invalid_input"],
    ["a step there is not", "step=week", 422, "invalid_input"],
    ["a metric there is not", "metric=mood", 422, "invalid_input"],
    ["more than is asked for", "x=1", 422, "invalid_input"],
    ["the same twice", "step=hour&step=day", 422, "invalid_input"],
  ])("refuses %s", async (_, query, status, code) => {
    expect(await read(query)).toMatchObject({ status, body: { code } });
  });
});

describe("writing usage down", () => {
  const now = Date.parse("2028-01-01T12:00:00.500Z");
  const meterOf = (project: string) => new ProjectMeter(project, () => undefined);
  const write = (meter: ProjectMeter, at = now) => world.store.transact("platform", (db) => record(db, { ...meter.drain(), keys: [] }, at));
  const rowOf = async (project: string) =>
    (
      await world.clone.query<{ total: string; peak: string }>(
        "select total, peak_second as peak from usage_metrics where project_id = $1 and metric = 'requests'",
        [project],
      )
    ).map(({ total, peak }) => ({ total: Number(total), peak: Number(peak) }));

  test("of several processes adds up, and the busiest second is that of all of them", async () => {
    const processes = [meterOf("several"), meterOf("several")];
    for (const meter of processes) for (let i = 0; i < 4; i += 1) meter.serve(now);
    processes[0]?.serve(now + 1_000);
    for (const meter of processes) await write(meter);
    expect(await rowOf("several")).toEqual([{ total: 9, peak: 8 }]);
  });

  test("tells each process how much was asked for in all of them", async () => {
    const [a, b] = [meterOf("asked"), meterOf("asked")];
    for (let i = 0; i < 3; i += 1) a.want(now);
    for (let i = 0; i < 5; i += 1) b.want(now - 1_000);
    await write(a);
    expect(await write(b)).toEqual(
      expect.arrayContaining([
        { projectId: "asked", second: "2028-01-01T12:00:00.000Z", wanted: 3 },
        { projectId: "asked", second: "2028-01-01T11:59:59.000Z", wanted: 5 },
      ]),
    );
    expect(a.wantedIn(Date.parse("2028-01-01T12:00:00Z"))).toBe(3);
  });

  test("by many processes at once neither fails nor loses anything", async () => {
    const projects = Array.from({ length: 20 }, (_, i) => `crowd${i}`);
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const usage = projects.map((project) => {
          const meter = meterOf(project);
          meter.want(now);
          meter.serve(now);
          return meter.drain();
        });
        const batch = { usage: usage.flatMap((each) => each.usage), seconds: usage.flatMap((each) => each.seconds), keys: [] };
        await world.store.transact("platform", (db) => record(db, batch, now));
      }),
    );
    for (const project of projects) expect(await rowOf(project)).toEqual([{ total: 8, peak: 8 }]);
  });

  test("seconds are forgotten after two minutes", async () => {
    const old = meterOf("old");
    old.want(Date.now() - 180_000);
    await write(old);
    await world.work("forgetSeconds", {});
    expect(await world.clone.query("select from recent_requests where project_id = 'old'")).toHaveLength(0);
  });
});
