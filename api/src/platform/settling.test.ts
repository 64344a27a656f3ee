import { expect, test } from "@jest/globals";
import { Settling } from "./settling.ts";

test("who looks waits for a moment only, and who needs it all waits for the last", async () => {
  const settling = new Settling();
  const slow = Promise.withResolvers<void>();
  let written = 0;
  settling.add(async () => {
    written += 1;
  });
  settling.add(async () => {
    await slow.promise;
    written += 1;
  });
  await settling.settled();
  expect(written).toBe(1);
  const all = settling.flushed().then(() => written);
  slow.resolve();
  expect(await all).toBe(4);
});
