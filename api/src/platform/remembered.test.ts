import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { remembered, unlessBadAgain } from "./remembered.ts";

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

test("after a bad answer nobody waits for another that does not come, and all have a better one once it is there", async () => {
  const never = new Promise<string>(() => undefined);
  const answers = [Promise.resolve("bad"), never, never, Promise.resolve("good"), Promise.resolve("good")];
  const ask = unlessBadAgain(() => answers.shift() ?? never, { isBad: (answer) => answer === "bad", soonMs: 20, shortlyMs: 60_000 });
  expect(await ask()).toBe("bad");
  expect([await ask(), await ask()]).toEqual(["bad", "bad"]);
  expect([await ask(), await ask()]).toEqual(["good", "good"]);
});

test("a bad answer is not thought of for ever", async () => {
  const answers = [Promise.resolve("bad"), sleep(60, "good")];
  const ask = unlessBadAgain(() => answers.shift() ?? Promise.resolve("none"), {
    isBad: (answer) => answer === "bad",
    soonMs: 1,
    shortlyMs: 0,
  });
  expect(await ask()).toBe("bad");
  await sleep(5);
  expect(await ask()).toBe("good");
});
