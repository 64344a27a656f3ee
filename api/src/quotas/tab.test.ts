import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Settlement } from "./queries.ts";
import { Tab } from "./tab.ts";

const noon = Date.parse("2027-05-01T12:00:00Z");
const hour = 3_600_000;
const today = "2027-05-01T00:00:00.000Z";

/** The counters of all windows, as PostgreSQL keeps them. */
class Counters {
  readonly spent = new Map<string, number>();

  write(tab: Tab, settlements: readonly Settlement[]) {
    for (const { windowStart, spent } of settlements) this.spent.set(windowStart, (this.spent.get(windowStart) ?? 0) + spent);
    for (const { windowStart } of settlements) tab.learn({ windowStart, spent: this.spent.get(windowStart) ?? 0 });
  }
}

describe("a tab", () => {
  test("tells whole amounts, and keeps fractions until they are whole", () => {
    const tab = new Tab("prj", "query_ms_per_day");
    tab.add(1.75, noon);
    expect(tab.settle(noon)).toEqual([{ projectId: "prj", metric: "query_ms_per_day", windowStart: today, back: -1, spent: 1 }]);
    tab.add(0.5, noon);
    expect(tab.settle(noon)).toMatchObject([{ spent: 1 }]);
  });

  test("knows what others spent once it has written down what it did itself", () => {
    const counters = new Counters();
    const [mine, other] = [new Tab("prj", "query_ms_per_day"), new Tab("prj", "query_ms_per_day")];
    other.add(90, noon);
    counters.write(other, other.settle(noon));
    mine.add(5, noon);
    expect(mine.spentAt(noon)).toBe(5);
    counters.write(mine, mine.settle(noon));
    expect(mine.spentAt(noon)).toBe(95);
  });

  test("begins anew with its window, and tells what was left of the last", () => {
    const tab = new Tab("prj", "query_ms_per_day");
    tab.add(7, noon);
    expect(tab.spentAt(noon + 12 * hour)).toBe(0);
    expect(tab.isIdle(noon + 12 * hour)).toBe(true);
    tab.add(2, noon + 12 * hour);
    expect(tab.settle(noon + 12 * hour)).toMatchObject([
      { windowStart: today, spent: 7 },
      { windowStart: "2027-05-02T00:00:00.000Z", spent: 2 },
    ]);
  });

  test("loses nothing whatever fails, whenever the clock jumps", () => {
    const steps = fc.array(
      fc.record({
        amount: fc.integer({ min: 0, max: 1_000 }),
        jump: fc.integer({ min: -40 * hour, max: 40 * hour }),
        isWritten: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(steps, (steps) => {
        const counters = new Counters();
        const tab = new Tab("prj", "egress_bytes_per_month");
        let now = noon;
        for (const { amount, jump, isWritten } of steps) {
          now += jump;
          tab.add(amount, now);
          const settlements = tab.settle(now);
          if (isWritten) counters.write(tab, settlements);
          else for (const each of settlements) tab.unsettle(each);
        }
        counters.write(tab, tab.settle(now));
        const written = [...counters.spent.values()].reduce((sum, each) => sum + each, 0);
        expect(written).toBe(steps.reduce((sum, { amount }) => sum + amount, 0));
      }),
    );
  });
});
