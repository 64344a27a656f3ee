import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { makeDeveloper, makeProjectFor, makeStaff } from "../../test/make.ts";
import { openWorld, type World } from "../../test/world.ts";
import { metrics } from "../quotas/index.ts";
import { testable } from "./rules.ts";

let world: World;
let staff: string;
beforeAll(async () => {
  world = await openWorld();
  staff = (await makeStaff(world, "operator")).token;
});
afterAll(() => world.close());

const minuteMs = 60_000;
const march = { from: "2026-03-09T00:00:00.000Z", to: "2026-03-23T00:00:00.000Z" };
const backtest = (projectId: string, metric: string, limit: number, range: object = march) =>
  ask(world, "POST /api/admin/backtests", { token: staff, body: { change: { kind: "quota", projectId, metric, limit }, ...range } });
const project = async () => (await makeProjectFor(world, (await makeDeveloper(world)).token)).id;

interface Row {
  readonly metric: string;
  readonly minute: string;
  readonly total: number;
  readonly peak?: number;
}
const record = (projectId: string, rows: readonly Row[]) =>
  world.clone.query(
    `insert into usage_metrics (project_id, metric, minute, total, peak_second)
     select $1, metric, minute, total, coalesce(peak, 0)
     from json_to_recordset($2) as r (metric text, minute timestamptz, total bigint, peak bigint)`,
    [projectId, JSON.stringify(rows)],
  );

describe("a limit per month", () => {
  test("counts since the month began, and tells of the range only", async () => {
    const id = await project();
    await record(id, [
      { metric: "requests", minute: "2026-02-28T23:59:00Z", total: 1_000 },
      { metric: "requests", minute: "2026-03-02T10:00:00Z", total: 90 },
      { metric: "requests_refused_quota", minute: "2026-03-10T10:00:00Z", total: 30 },
      { metric: "requests", minute: "2026-03-24T10:00:00Z", total: 500 },
    ]);
    const { status, body } = await backtest(id, "requests_per_month", 100);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        ...{ countedFrom: "2026-03-01T00:00:00.000Z", recordedFrom: "2026-02-28T23:00:00.000Z", rowsRead: 2 },
        projects: [{ refused: 20, worst: 120, hits: [{ from: "2026-03-10T10:00:00.000Z", to: march.to }] }],
      },
    });
    const later = await backtest(id, "requests_per_month", 40, { ...march, from: "2026-03-10T09:30:00.000Z" });
    expect(later.body.projects).toMatchObject([{ refused: 30, worst: 120, hits: [{ from: "2026-03-10T09:30:00.000Z", to: march.to }] }]);
  });

  test("may be one of bytes sent", async () => {
    const id = await project();
    await record(id, [{ metric: "egress_bytes", minute: "2026-03-12T10:00:00Z", total: 5_000 }]);
    expect((await backtest(id, "egress_bytes_per_month", 4_000)).body.projects).toMatchObject([{ refused: 1_000, hitsCount: 1 }]);
    expect((await backtest(id, "egress_bytes_per_month", 5_000)).body.projects).toEqual([]);
  });
});

test("a limit per day counts since midnight where the range begins later", async () => {
  const id = await project();
  await record(id, [
    { metric: "query_ms", minute: "2026-03-09T08:00:00Z", total: 90 },
    { metric: "query_ms", minute: "2026-03-09T12:20:00Z", total: 5 },
    { metric: "query_ms", minute: "2026-03-09T12:40:00Z", total: 25 },
  ]);
  const { body } = await backtest(id, "query_ms_per_day", 100, { ...march, from: "2026-03-09T12:30:00.000Z" });
  expect(body.countedFrom).toBe(march.from);
  expect(body.projects).toMatchObject([{ refused: 20, worst: 120, hits: [{ from: "2026-03-09T12:40:00.000Z" }] }]);
});

describe("a cap on a level", () => {
  test("stands in the way between two measurements, and from the beginning of the range where it did before", async () => {
    const id = await project();
    await record(id, [
      { metric: "database_bytes", minute: "2026-03-08T23:10:00Z", total: 900 },
      { metric: "database_bytes", minute: "2026-03-09T02:40:00Z", total: 950 },
      { metric: "database_bytes", minute: "2026-03-09T04:45:00Z", total: 700 },
      { metric: "database_bytes", minute: "2026-03-20T10:00:00Z", total: 801 },
    ]);
    const { body } = await backtest(id, "database_bytes", 800);
    expect(body.projects[0].hits).toEqual([
      { from: march.from, to: "2026-03-09T04:45:00.000Z", worst: 950, refused: 0 },
      { from: "2026-03-20T10:00:00.000Z", to: march.to, worst: 801, refused: 0 },
    ]);
  });

  test("counts keys from when they were made until they were revoked or expired", async () => {
    const id = await project();
    const key = (at: number, created: string, expires: string | null, revoked: string | null) =>
      world.clone.query(
        `insert into api_keys (id, project_id, name, kind, prefix, key_hash, scopes, created_at, expires_at, revoked_at)
         values ('key_' || lpad($1::text, 26, '0'), $2, 'k', 'secret', 'nm_sk_', sha256($1::text::bytea), '{}', $3, $4, $5)`,
        [at, id, created, expires, revoked],
      );
    await key(1, "2026-02-01T00:00:00Z", null, null);
    await key(2, "2026-03-10T00:00:00Z", "2026-03-12T00:00:00Z", "2026-03-13T00:00:00Z");
    await key(3, "2026-03-11T00:00:00Z", null, "2026-03-11T12:00:00Z");
    await key(4, "2026-03-22T00:00:00Z", null, null);
    await key(5, "2026-03-24T00:00:00Z", null, null);
    const { body } = await backtest(id, "keys", 1);
    expect(body.projects[0].hits).toEqual([
      { from: "2026-03-10T00:00:00.000Z", to: "2026-03-12T00:00:00.000Z", worst: 3, refused: 0 },
      { from: "2026-03-22T00:00:00.000Z", to: march.to, worst: 2, refused: 0 },
    ]);
    expect((await backtest(id, "keys", 0)).body.projects[0].hits[0]).toMatchObject({ from: march.from, to: march.to, worst: 3 });
  });
});

describe("what is summed by hour", () => {
  const from = Date.parse("2026-03-02T10:35:00Z");
  const to = Date.parse("2026-03-04T15:25:00Z");
  const range = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  const limits = { requests_per_second: 16, requests_per_day: 2_500, requests_per_month: 5_000, database_bytes: 60 } as const;
  /** Every seventh minute from long before the range until long after it, up and down. */
  const minutes = Array.from({ length: 900 }, (_, at) => ({
    minute: new Date(Date.parse("2026-03-01T00:00:00Z") + at * 7 * minuteMs).toISOString(),
    total: (at * 37) % 101,
    peak: (at * 13) % 19,
  }));
  const until = (upTo: string) => world.clone.query("update usage_rollup set up_to = $1", [upTo]);

  test("tells the same as its minutes, however far the sums go", async () => {
    const id = await project();
    await record(
      id,
      ["requests", "database_bytes"].flatMap((metric) => minutes.map((each) => ({ metric, ...each }))),
    );
    const all = () => Promise.all(Object.entries(limits).map(async ([metric, limit]) => (await backtest(id, metric, limit, range)).body));
    const told = await all();
    for (const each of told) expect(each.projects[0].hitsCount).toBeGreaterThan(0);
    for (const upTo of ["2026-03-02T10:00:00Z", "2026-03-03T04:00:00Z", "2026-03-10T00:00:00Z"]) {
      await until("2026-02-01T00:00:00Z");
      await world.work("sumUsageHours", {});
      await until(upTo);
      expect(await all()).toEqual(told);
    }
  });

  test("is looked at to the minute", async () => {
    const id = await project();
    await record(
      id,
      minutes.map((each) => ({ metric: "requests", ...each })),
    );
    const ofDay = new Map<string, { so: number; before: number; begins: string | undefined }>();
    for (const { minute, total } of minutes.filter((each) => each.minute < range.to)) {
      const day = ofDay.get(minute.slice(0, 10)) ?? { so: 0, before: 0, begins: undefined };
      const so = day.so + total;
      const begins = day.begins ?? (so > limits.requests_per_day ? minute : undefined);
      ofDay.set(minute.slice(0, 10), { so, begins, before: minute < range.from ? so : day.before });
    }
    const wanted = [...ofDay]
      .filter(([day, { begins }]) => begins !== undefined && day >= range.from.slice(0, 10))
      .map(([, { so, before, begins = "" }]) => ({
        from: begins < range.from ? range.from : begins,
        worst: so,
        refused: so - Math.max(before, limits.requests_per_day),
      }));
    const { body } = await backtest(id, "requests_per_day", limits.requests_per_day, range);
    expect(wanted.length).toBeGreaterThan(1);
    expect(body.projects[0].hits).toMatchObject(wanted);
  });
});

test("a limit of what is not recorded is refused by name, with why; every other can be tried", async () => {
  const id = await project();
  const refused = metrics.filter((metric) => !new Set<string>(testable).has(metric));
  expect(refused).toEqual(["stored_bytes", "connections"]);
  for (const metric of refused)
    expect(await backtest(id, metric, 1)).toMatchObject({
      status: 422,
      body: { code: "metric_not_recorded", metric, because: expect.stringMatching(/not recorded/) },
    });
  for (const metric of testable) {
    const { status, body } = await backtest(id, metric, 1);
    expect({ status, body }).toMatchObject({ status: 200, body: { caveat: expect.stringMatching(/\.$/) } });
  }
});
