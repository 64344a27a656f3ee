import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openWorld, type World } from "../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.work("sumUsageHours", {});
});
afterAll(() => world.close());

const hourMs = 3_600_000;
/** The beginning of an hour so many hours ago. */
const hoursAgo = (hours: number) => new Date(Math.floor(Date.now() / hourMs - hours) * hourMs).toISOString();
const minuteOf = (hour: string, minute: number) => new Date(Date.parse(hour) + minute * 60_000).toISOString();

const write = (project: string, metric: string, minute: string, total: number, peak = 0) =>
  world.clone.query("insert into usage_metrics (project_id, metric, minute, total, peak_second) values ($1, $2, $3, $4, $5)", [
    project,
    metric,
    minute,
    total,
    peak,
  ]);
const hoursOf = (project: string) =>
  world.clone.query(
    "select metric, hour, total::int, peak_second::int as peak, minutes from usage_hours where project_id = $1 order by 2, 1",
    [project],
  );
const upTo = async () => (await world.clone.query<{ up_to: Date }>("select up_to from usage_rollup"))[0]?.up_to.toISOString();
const sum = () => world.work("sumUsageHours", {});

describe("hours of use", () => {
  test("add up their minutes, keep the busiest second, and of bytes the most there was", async () => {
    const hour = hoursAgo(50);
    await write("summed", "requests", minuteOf(hour, 0), 10, 3);
    await write("summed", "requests", minuteOf(hour, 59), 5, 4);
    await write("summed", "requests", minuteOf(hour, 60), 1, 1);
    await write("summed", "database_bytes", minuteOf(hour, 1), 900);
    await write("summed", "database_bytes", minuteOf(hour, 2), 700);
    await sum();
    expect(await hoursOf("summed")).toEqual([
      { metric: "database_bytes", hour: new Date(hour), total: 900, peak: 0, minutes: 2 },
      { metric: "requests", hour: new Date(hour), total: 15, peak: 4, minutes: 2 },
      { metric: "requests", hour: new Date(hoursAgo(49)), total: 1, peak: 1, minutes: 1 },
    ]);
  });

  test("are summed once they are over, and not before", async () => {
    await write("running", "requests", new Date().toISOString(), 1);
    await sum();
    expect(await hoursOf("running")).toEqual([]);
    expect(Date.now() - Date.parse((await upTo()) ?? "")).toBeLessThan(hourMs + 10 * 60_000 + 1_000);
  });

  test("are summed anew when their past is written, changed or removed", async () => {
    const hour = hoursAgo(100);
    await write("rewritten", "requests", minuteOf(hour, 7), 10);
    expect(await upTo()).toBe(hour);
    await sum();
    await world.clone.query("update usage_metrics set total = 12 where project_id = 'rewritten'");
    expect(await upTo()).toBe(hour);
    await sum();
    expect(await hoursOf("rewritten")).toMatchObject([{ total: 12 }]);
    await world.clone.query("delete from usage_metrics where project_id = 'rewritten'");
    await sum();
    expect(await hoursOf("rewritten")).toEqual([]);
    expect(await hoursOf("summed")).toHaveLength(3);
  });

  test("stay as they are while only the present is written", async () => {
    const before = await upTo();
    await write("present", "requests", new Date(Date.now() - 60_000).toISOString(), 1);
    await world.clone.query("update usage_metrics set total = 2 where project_id = 'present'");
    expect(await upTo()).toBe(before);
  });

  test("summed by two processes at once come out once", async () => {
    await write("twice", "requests", minuteOf(hoursAgo(30), 1), 3);
    await Promise.all([sum(), sum()]);
    expect(await hoursOf("twice")).toMatchObject([{ total: 3 }]);
  });
});
