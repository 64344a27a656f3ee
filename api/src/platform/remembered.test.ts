import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { remembered } from "./remembered.ts";

test("many questions at once are asked once, and once more when the answer is old", async () => {
  let asked = 0;
  const ask = remembered(50, async () => {
    asked += 1;
    await sleep(5);
    return asked;
  });
  expect(await Promise.all(Array.from({ length: 100 }, ask))).toEqual(Array.from({ length: 100 }, () => 1));
  expect(await ask()).toBe(1);
  await sleep(60);
  expect(await ask()).toBe(2);
});

test("a failure is shared and remembered as an answer is", async () => {
  let asked = 0;
  const ask = remembered(50, async () => {
    asked += 1;
    throw new Error("away");
  });
  const failures = await Promise.allSettled([ask(), ask()]);
  expect(failures.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(ask()).rejects.toThrow("away");
  expect(asked).toBe(1);
});
