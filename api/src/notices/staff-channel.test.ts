import { createServer, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, expect, jest, test } from "@jest/globals";
import { z } from "zod";
import { openWorld, type World } from "../../test/world.ts";
import { portOf } from "../http/server.ts";
import { job, performJob } from "../platform/jobs.ts";
import { makeStaffChannel } from "../platform/staff-channel.ts";
import { notify } from "./index.ts";

const token = "123456:AAH-this_is_the_secret_of_a_bot_00000";
/** Stands in for Telegram's API. */
const read: string[] = [];
let answer: (() => { status: number; body: object } | "cut") | undefined;
let telegram: Server;
let world: World;
beforeAll(async () => {
  telegram = createServer(async (request, response) => {
    const sent = JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString());
    const told = answer?.() ?? { status: 200, body: { ok: true, result: { message_id: 7 } } };
    if (request.url !== `/bot${token}/sendMessage` || sent.chat_id !== "-100200")
      return response.writeHead(404).end('{"ok":false,"error_code":404}');
    if (told === "cut") return request.socket.destroy();
    if (told.status === 200) read.push(sent.text);
    return response.writeHead(told.status, { "content-type": "application/json" }).end(JSON.stringify(told.body));
  });
  await new Promise<void>((resolve) => telegram.listen(0, "127.0.0.1", resolve));
  const apiRoot = `http://127.0.0.1:${portOf(telegram)}`;
  world = await openWorld({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_STAFF_CHAT: "-100200", TELEGRAM_API_ROOT: apiRoot });
});
afterEach(() => {
  answer = undefined;
  read.length = 0;
});
afterAll(async () => {
  await world.close();
  telegram.close();
});

const tell = (subject: string) => {
  const notice = { to: { staff: true }, template: "detection", subject, body: "Look at it." } as const;
  return performJob(
    world.engine,
    job("tell", z.object({}), (context) => notify(context, notice)),
    {},
  );
};
const goOn = async (ms = 10 * 60_000) => {
  world.travel(ms);
  await world.work("tellStaff", {});
};
const rowOf = async (subject: string) =>
  (await world.clone.query("select state, attempts, last_error, taken_as from outbox where subject = $1", [subject]))[0];

test("staff reads what it is told, once", async () => {
  await tell("A detection");
  await goOn();
  await goOn();
  expect(read).toEqual(["A detection\n\nLook at it."]);
  expect(await rowOf("A detection")).toMatchObject({ state: "sent", attempts: 1, taken_as: "7" });
});

test("when Telegram asks for rest, the whole channel rests for as long", async () => {
  await tell("One");
  await tell("Two");
  answer = () => ({
    status: 429,
    body: { ok: false, error_code: 429, description: "Too Many Requests: retry after 7200", parameters: { retry_after: 7_200 } },
  });
  await goOn();
  answer = undefined;
  await goOn();
  expect(read).toEqual([]);
  await goOn(2 * 60 * 60_000);
  await goOn();
  expect([...read].sort()).toEqual(["One\n\nLook at it.", "Two\n\nLook at it."]);
});

test("what was not taken for sure is told again: twice is better than never", async () => {
  await tell("Cut");
  answer = () => "cut";
  await goOn();
  expect(await rowOf("Cut")).toMatchObject({ state: "waiting", attempts: 1 });
  answer = undefined;
  await goOn();
  expect(await rowOf("Cut")).toMatchObject({ state: "sent", attempts: 2 });
});

test("what it can't read is given up, and holds up nothing", async () => {
  await tell("Unreadable");
  await tell("Readable");
  answer = () => ({ status: 400, body: { ok: false, error_code: 400, description: "Bad Request: message text is empty" } });
  await goOn();
  answer = undefined;
  await goOn();
  expect(await rowOf("Unreadable")).toMatchObject({ state: "failed" });
  expect(await rowOf("Readable")).toMatchObject({ state: "sent" });
});

test("the bot's token stands neither in the outbox nor in what a failure says", async () => {
  const nowhere = makeStaffChannel({ token, chat: "-1", apiRoot: "http://127.0.0.1:1" });
  const delivery = await nowhere.send("x");
  expect(delivery).toMatchObject({ is: "unclear", why: expect.stringContaining("ECONNREFUSED") });
  expect(JSON.stringify(delivery)).not.toContain(token);
  const warned = jest.spyOn(world.log, "warn");
  await tell("Quiet");
  answer = () => "cut";
  await goOn();
  expect(JSON.stringify([warned.mock.calls, await rowOf("Quiet")])).not.toContain(token);
  expect(warned).toHaveBeenCalled();
  warned.mockRestore();
});

test("what is longer than Telegram takes is cut", async () => {
  await makeStaffChannel({ token, chat: "-100200", apiRoot: `http://127.0.0.1:${portOf(telegram)}` }).send("x".repeat(5_000));
  expect(read[0]).toHaveLength(4_096);
});
