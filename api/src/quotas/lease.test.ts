import { describe, expect, test } from "@jest/globals";
import { Counter } from "../../test/counting/counter.ts";
import { Lease } from "./lease.ts";

const noon = Date.parse("2027-05-01T12:00:00Z");
const leaseOf = (counter: Counter, limit: number, now = noon) => {
  const lease = new Lease("prj", "requests_per_day", counter.lend);
  lease.limitTo(limit, now - 10_000);
  return lease;
};
const take = async (lease: Lease, times: number, now = noon) => {
  let taken = 0;
  for (let i = 0; i < times; i += 1) if (lease.takeAtHand(now) || (await lease.take(() => now))) taken += 1;
  return taken;
};

describe("a lease", () => {
  test("never lends more than the limit, in whatever order processes ask", async () => {
    for (const limit of [0, 1, 5, 33, 1_000]) {
      const counter = new Counter();
      const leases = [leaseOf(counter, limit), leaseOf(counter, limit), leaseOf(counter, limit)];
      let taken = 0;
      for (let i = 0; i < limit * 4 + 3; i += 1) taken += await take(leases[(i * 7) % 3] as Lease, 1);
      expect(taken).toBe(limit);
    }
  });

  test("asks seldom where there is plenty, and ahead of need", async () => {
    const counter = new Counter();
    const lease = leaseOf(counter, 1_000_000);
    expect(await take(lease, 10_000)).toBe(10_000);
    expect(counter.asked).toBeLessThan(15);
  });

  test("is handed back when it lies idle, and at the end", async () => {
    const counter = new Counter();
    const lease = leaseOf(counter, 1_000);
    await take(lease, 9);
    counter.settle(lease.settle(noon + 1_000, false));
    expect(counter.leased).toBeGreaterThan(9 + 8);
    expect(lease.isIdle(noon + 6_000)).toBe(true);
    counter.settle(lease.settle(noon + 6_000, false));
    expect(counter).toMatchObject({ leased: 9, spent: 9 });
    await take(lease, 2, noon + 7_000);
    counter.settle(lease.settle(noon + 7_000, true));
    expect(counter).toMatchObject({ leased: 11, spent: 11 });
  });

  test("serves who asks every few seconds for a while, and is handed back after a minute", async () => {
    const counter = new Counter();
    const lease = leaseOf(counter, 1_000);
    for (let i = 0; i < 5; i += 1) {
      const now = noon + i * 10_000;
      expect(lease.isIdle(now)).toBe(false);
      await take(lease, 1, now);
      counter.settle(lease.settle(now + 100, false));
    }
    expect([counter.asked, counter.spent]).toEqual([1, 5]);
    expect(lease.isIdle(noon + 101_000)).toBe(true);
    counter.settle(lease.settle(noon + 101_000, false));
    expect(counter).toMatchObject({ leased: 5, spent: 5 });
  });

  test("a limit that was lowered holds for what comes, however much was lent before", async () => {
    const counter = new Counter();
    const lease = leaseOf(counter, 10_000);
    await take(lease, 20);
    lease.limitTo(22, noon);
    expect(await take(lease, 10)).toBe(2);
  });

  test("what was spent beyond it counts beyond the limit", async () => {
    const counter = new Counter();
    const lease = leaseOf(counter, 10);
    await take(lease, 1);
    lease.spendMore(99, noon);
    counter.settle(lease.settle(noon, true));
    expect(counter).toMatchObject({ leased: 100, spent: 100 });
    expect(await take(lease, 1, noon + 2_000)).toBe(0);
  });

  test("what is given back can be taken again, unless its day is over", async () => {
    const counter = new Counter();
    const lease = leaseOf(counter, 1);
    expect(await take(lease, 2)).toBe(1);
    lease.giveBack(noon);
    expect(await take(lease, 2)).toBe(1);
    const tomorrow = noon + 86_400_000;
    await take(lease, 1, tomorrow);
    lease.giveBack(noon);
    expect(lease.takeAtHand(tomorrow)).toBe(false);
  });

  test("a question that failed is the asker's to hear, and loses nothing", async () => {
    const counter = new Counter();
    let isAway = false;
    const lease = new Lease("prj", "requests_per_day", (request) => (isAway ? Promise.reject(new Error("away")) : counter.lend(request)));
    lease.limitTo(5, noon);
    await take(lease, 2);
    isAway = true;
    await expect(lease.take(() => noon)).rejects.toThrow("away");
    isAway = false;
    counter.settle(lease.settle(noon, true));
    expect(counter).toMatchObject({ leased: 2, spent: 2 });
  });

  test("after a limit was raised, waits for what other processes are just handing back", async () => {
    const counter = new Counter();
    counter.leased = 10;
    const lease = leaseOf(counter, 10, Date.now());
    lease.limitTo(9, Date.now());
    setTimeout(() => counter.settle([{ projectId: "prj", metric: "requests_per_day", windowStart: "", back: 5, spent: 0 }]), 100);
    expect(await lease.take(Date.now)).toBe(true);
  });

  test("after a limit was lowered to less than was spent, says so at once, whatever other processes still hold", async () => {
    const counter = new Counter();
    counter.leased = 20;
    counter.spent = 12;
    const lease = leaseOf(counter, 30, Date.now());
    lease.limitTo(10, Date.now());
    expect(await lease.take(Date.now)).toBe(false);
    expect(counter.asked).toBe(1);
  });
});
