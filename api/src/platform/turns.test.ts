import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { makeTurns } from "./turns.ts";

test("no more run at once than may, all are done in order, and a failure frees its turn", async () => {
  const inTurn = makeTurns(2);
  let running = 0;
  let most = 0;
  const done: number[] = [];
  const work = (i: number) =>
    inTurn(async () => {
      running += 1;
      most = Math.max(most, running);
      await sleep(1);
      running -= 1;
      done.push(i);
      if (i === 3) throw new Error("three");
      return i;
    });
  const outcomes = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(work));
  expect(most).toBe(2);
  expect([...done].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  expect(outcomes.map((each) => each.status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled", "fulfilled", "fulfilled"]);
});
