import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ask } from "../../../test/ask.ts";
import { makeDeveloper, makeStaff } from "../../../test/make.ts";
import { sealAll } from "../../../test/seal-all.ts";
import { until } from "../../../test/until.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { readPublicKey } from "../../platform/signed-note.ts";
import { readCheckpoint } from "./checkpoint.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld({
    RESEND_API_KEY: "re_nobody",
    RESEND_BASE_URL: "http://127.0.0.1:1",
    TELEGRAM_BOT_TOKEN: "1:abcdefghijklmnopqrstuvwxyz",
    TELEGRAM_STAFF_CHAT: "-1",
    TELEGRAM_API_ROOT: "http://127.0.0.1:1",
  });
});
afterAll(() => world.close());

const publish = () => world.work("publishCheckpoint", {});
const told = async (query = "") => (await ask(world, `GET /api/audit/checkpoints${query}`)).body;
const sent = (of: World) =>
  of.clone.query<{ channel: string; body: string }>("select channel, body from outbox where template = 'audit_checkpoint' order by id");
/** Whoever works elsewhere on the server may hold a round up for a moment. */
const publishAnother = async (before: number) =>
  until(async () => {
    await publish();
    return (await told()).items.length > before;
  });

test("a checkpoint is published, and sent by mail and Telegram to whoever should keep it", async () => {
  const admin = await makeStaff(world);
  await publishAnother(0);
  const { publicKey, items } = await told();
  const [last] = await world.clone.query<{ number: string; hash: Buffer }>(
    "select number, hash from audit_batches order by number desc limit 1",
  );
  expect(readCheckpoint(items[0].note, readPublicKey(publicKey))).toMatchObject({
    number: Number(last?.number),
    hash: last?.hash.toString("base64"),
  });
  const messages = await sent(world);
  expect(messages.map(({ channel }) => channel)).toEqual(["telegram", "mail"]);
  for (const { body } of messages) expect(body).toContain(items[0].note);
  expect(admin.id).toBeDefined();
});

test("none is made where nothing was sealed since, and one as soon as something was", async () => {
  await sealAll(world);
  await publish();
  const before = (await told()).items.length;
  await publish();
  expect((await told()).items).toHaveLength(before);
  await makeDeveloper(world);
  await publishAnother(before);
});

test("pages of them follow each other", async () => {
  const all = (await told()).items.map(({ number }: { number: number }) => number);
  expect(all.length).toBeGreaterThan(1);
  const first = await told("?limit=1");
  const second = await told(`?limit=1&before=${first.nextBefore}`);
  expect([first.items[0].number, second.items[0].number]).toEqual(all.slice(0, 2));
  expect((await ask(world, "GET /api/audit/checkpoints?before=0")).status).toBe(422);
});

test("where nothing can be sent, none waits to be", async () => {
  const silent = await openWorld();
  try {
    await makeStaff(silent);
    await until(async () => {
      await silent.work("publishCheckpoint", {});
      return (await ask(silent, "GET /api/audit/checkpoints")).body.items.length === 1;
    });
    expect(await sent(silent)).toEqual([]);
  } finally {
    await silent.close();
  }
});
