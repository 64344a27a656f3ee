import { describe, expect, test } from "@jest/globals";
import { dayMs, hourMs } from "./clock.ts";
import { historyOf, type Told } from "./history.ts";
import type { ProjectPlan, Use } from "./plan.ts";
import { planWorld } from "./world.ts";

/** A Thursday. */
const now = Date.parse("2027-05-06T15:23:00Z");
const [ordinary] = planWorld(7).projects;

const use: Use = { perDay: 10_000, growth: 1, rhythm: "office", utcOffsetHours: 0 };
const projectOf = (changed: Partial<ProjectPlan> = {}): ProjectPlan => ({
  ...(ordinary as ProjectPlan),
  bornAt: -60,
  use,
  quotas: [],
  overrides: [],
  suspensions: [],
  ...changed,
});
const tell = (project: ProjectPlan, range: Partial<Told> = {}) =>
  historyOf({
    seed: 7,
    project,
    projectId: "prj",
    madeAt: now,
    requestsPerDay: 500_000,
    databaseBytes: 9_000_000,
    from: now - 21 * dayMs,
    to: now,
    ...range,
  });
type Rows = ReturnType<typeof tell>;

const sumOf = (rows: Rows, metric: string, isWanted: (minute: string) => boolean = () => true) =>
  rows.filter((row) => row.metric === metric && isWanted(row.minute)).reduce((sum, { total }) => sum + total, 0);
const days = (rows: Rows) => [...new Set(rows.map(({ minute }) => minute.slice(0, 10)))];
const perDay = (rows: Rows, metric: string) => days(rows).map((day) => sumOf(rows, metric, (minute) => minute.startsWith(day)));

describe("usage", () => {
  test("is the same for the same, and no minute is told twice", () => {
    const rows = tell(projectOf());
    expect(tell(projectOf())).toEqual(rows);
    expect(new Set(rows.map(({ metric, minute }) => `${metric} ${minute}`)).size).toBe(rows.length);
  });

  test("has the rhythm of days and weeks", () => {
    const rows = tell(projectOf());
    expect(days(rows).length).toBeGreaterThan(14);
    const atNoon = sumOf(rows, "requests", (minute) => minute.includes("T10:"));
    const atNight = sumOf(rows, "requests", (minute) => minute.includes("T02:"));
    expect(atNoon).toBeGreaterThan(5 * atNight);
    const on = (weekday: number) => sumOf(rows, "requests", (minute) => new Date(minute).getUTCDay() === weekday);
    expect(on(2)).toBeGreaterThan(4 * on(0));
  });

  test("grows day by day where it shall", () => {
    const rows = tell(projectOf({ use: { ...use, rhythm: "constant", growth: 1.1 } }));
    const whole = perDay(rows, "requests").slice(1, -1);
    expect(whole.at(-1)).toBeGreaterThan(3 * (whole[0] ?? 0));
  });

  test("comes in ever finer steps, up to the minute it is told until", () => {
    const minutes = tell(projectOf({ use: { ...use, rhythm: "constant", perDay: 100_000 } }))
      .filter(({ metric }) => metric === "requests")
      .map(({ minute }) => Date.parse(minute));
    expect(minutes.at(-1)).toBe(now - 60_000);
    const stepAgo = (ms: number) => {
      const at = minutes.findIndex((minute) => minute > now - ms);
      return (minutes[at + 1] ?? 0) - (minutes[at] ?? 0);
    };
    expect([stepAgo(3 * dayMs), stepAgo(20 * hourMs), stepAgo(hourMs)]).toEqual([hourMs, 600_000, 60_000]);
  });

  test("goes on where it was told until, neither twice nor with a gap", () => {
    const project = projectOf({ use: { ...use, rhythm: "constant", perDay: 500_000 } });
    const middle = now - 7 * hourMs - 20 * 60_000;
    const parts = [...tell(project, { to: middle }), ...tell(project, { from: middle })];
    expect(new Set(parts.map(({ metric, minute }) => `${metric} ${minute}`)).size).toBe(parts.length);
    const share = sumOf(parts, "requests") / sumOf(tell(project), "requests");
    expect(Math.abs(share - 1)).toBeLessThan(0.005);
  });

  test("begins with the project", () => {
    expect(days(tell(projectOf({ bornAt: -3 })))).toHaveLength(4);
  });
});

describe("limits and sanctions", () => {
  test("no day serves more than its cap, and what comes beyond is refused", () => {
    const quotas = [{ metric: "requests_per_day", limit: 8_000, reason: "a test", setAt: -30 }] as const;
    const rows = tell(projectOf({ quotas, use: { ...use, rhythm: "constant" } }));
    expect(Math.max(...perDay(rows, "requests"))).toBe(8_000);
    expect(sumOf(rows, "requests_refused_quota")).toBeGreaterThan(0);
  });

  test("an override lets more in while it lasts", () => {
    const quotas = [{ metric: "requests_per_day", limit: 8_000, reason: "a test", setAt: -30 }] as const;
    const overrides = [{ metric: "requests_per_day", limit: 50_000, reason: "a test", from: -6, to: -3 }] as const;
    const rows = tell(projectOf({ quotas, overrides, use: { ...use, rhythm: "constant" } }));
    const served = perDay(rows, "requests");
    expect(served.filter((requests) => requests > 8_000).length).toBeGreaterThanOrEqual(2);
    expect(served.filter((requests) => requests > 8_000).length).toBeLessThanOrEqual(4);
  });

  test("nothing is served during a suspension, though it is asked for", () => {
    const suspensions = [{ reason: "billing", statement: "a test", from: -5, to: -4 }] as const;
    const rows = tell(projectOf({ suspensions }));
    const during = (minute: string) => Date.parse(minute) >= now - 5 * dayMs && Date.parse(minute) + hourMs < now - 4 * dayMs;
    expect(sumOf(rows, "requests", during)).toBe(0);
    expect(sumOf(rows, "requests_refused_suspension", during)).toBeGreaterThan(100);
    expect(sumOf(rows, "requests_refused_suspension", (minute) => Date.parse(minute) > now - 4 * dayMs)).toBe(0);
  });

  test("who is asleep uses nothing but the room of the database", () => {
    const rows = tell(projectOf({ use: { ...use, lastAt: -30 } }));
    expect(new Set(rows.map(({ metric }) => metric))).toEqual(new Set(["database_bytes"]));
  });

  test("the database grows to what was measured", () => {
    const bytes = tell(projectOf()).filter(({ metric }) => metric === "database_bytes");
    expect(bytes.at(-1)?.total).toBeGreaterThan(8_990_000);
    expect(bytes.at(-1)?.total).toBeLessThanOrEqual(9_000_000);
    expect(bytes[0]?.total).toBeLessThan(bytes.at(-1)?.total ?? 0);
  });
});
