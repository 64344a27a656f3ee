import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { z } from "zod";
import { FakeResend, type Fault, faults } from "../../test/mail/fake-resend.ts";
import type { SenderSettings } from "../../test/mail/sender.ts";
import { openWorld, type World } from "../../test/world.ts";
import { job, performJob } from "../platform/jobs.ts";
import { notify } from "./index.ts";

const notices = 1_000;
const requestsPerSecond = 2;
/** Hours of waiting pass in seconds here, for the platform and the mail service alike. */
const clock = { since: Date.now(), speed: 100 };
const now = () => clock.since + (Date.now() - clock.since) * clock.speed;

/** Chance that comes out the same each time (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const chance = chances(7);
const oneOf = <Item>(items: readonly Item[]) => items[Math.floor(chance() * items.length)];

const cheap = faults.filter((fault) => !fault.startsWith("death"));
/** Each of them happens for sure, at the first requests, and then some by chance; a process that dies takes long to replace, so that is kept to a few. */
const certain: Fault[] = ["death_after", ...cheap, "death_before", ...cheap, "death_after"];
const nextFault = () => certain.shift() ?? (chance() < 0.3 ? oneOf(cheap) : undefined);

let world: World;
let service: FakeResend;
let baseUrl: string;
const senders = new Map<string, { readonly child: ChildProcess; readonly ready: Promise<unknown> }>();
let started = 0;
beforeAll(async () => {
  world = await openWorld();
  service = new FakeResend({ clock: now, requestsPerSecond, nextFault, endSender });
  baseUrl = await service.listen();
});
afterAll(async () => {
  await Promise.all([...senders.keys()].map(end));
  service.close();
  await world.close();
});

/** A process that sends, once it is told to. */
function startSender(): string {
  started += 1;
  const apiKey = `re_sender${started}`;
  const { server, masterKey, installation } = world.clone;
  const settings: SenderSettings = { server, masterKey, installation, apiKey, baseUrl, timeoutMs: 400, clock };
  const child = fork(join(import.meta.dirname, "../../test/mail/sender.ts"), [JSON.stringify(settings)], {
    execArgv: [],
    stdio: "inherit",
  });
  senders.set(apiKey, { child, ready: once(child, "message") });
  return apiKey;
}
const send = async (apiKey: string) => {
  const sender = senders.get(apiKey);
  await sender?.ready;
  sender?.child.send("send");
};
async function end(apiKey: string): Promise<void> {
  const sender = senders.get(apiKey);
  if (!senders.delete(apiKey) || !sender) return;
  sender.child.kill("SIGKILL");
  await once(sender.child, "exit");
}

/** Each takes the place of one that dies: a process takes long to start, so they stand ready. */
let spares: string[] = [];
let deaths = 0;
async function endSender(apiKey: string): Promise<void> {
  if (!senders.has(apiKey)) return;
  await end(apiKey);
  deaths += 1;
  const next = spares.shift();
  if (next !== undefined) void send(next);
}

const tell = (subjects: readonly string[], isUndone = false) =>
  performJob(
    { ...world.engine, clock: () => new Date(now()) },
    job("tell", z.object({}), async (context) => {
      for (const subject of subjects)
        await notify(context, { to: { address: "owner@example.com" }, template: "told", subject, body: `About ${subject}.` });
      if (isUndone) throw new Error("what led to it is undone");
    }),
    {},
  );

/** They come in tens or so; now and then what led to them is rolled back, and nobody must hear of that. */
async function tellAll() {
  for (let told = 0; told < notices; ) {
    const size = Math.min(1 + Math.floor(chance() * 20), notices - told);
    const subjects = Array.from({ length: size }, (_, n) => `notice ${told + n}`);
    if (chance() < 0.1)
      await tell(
        subjects.map((subject) => `${subject}, undone`),
        true,
      ).catch(() => undefined);
    await tell(subjects);
    told += size;
    await sleep(20);
  }
}

test("of a thousand notices each is delivered exactly once, whatever goes wrong with the mail service and with us", async () => {
  const began = Date.now();
  const first = [startSender(), startSender()];
  spares = certain.filter((fault) => fault.startsWith("death")).map(startSender);
  await Promise.all([...first.map(send), tellAll()]);
  while ((await world.clone.query("select from outbox where state <> 'sent'")).length > 0) await sleep(50);

  const counts = Map.groupBy(service.delivered.values(), (n) => n);
  expect([...service.delivered.keys()].filter((subject) => subject.endsWith("undone"))).toEqual([]);
  expect(service.delivered.size).toBe(notices);
  expect([...counts.keys()]).toEqual([1]);
  expect(await world.clone.query("select from mail_batches")).toEqual([]);
  const [rows] = await world.clone.query(
    "select count(*)::int as sent, count(distinct taken_as)::int as named, max(attempts) as tries from outbox",
  );
  expect(rows).toMatchObject({ sent: notices, named: notices });
  expect(service.ends.get("invalid_idempotent_request")).toBeUndefined();
  const ends = Object.fromEntries([...service.ends].sort(([a], [b]) => a.localeCompare(b)));
  for (const fault of faults) expect(ends[fault]).toBeGreaterThan(0);
  const seconds = ((Date.now() - began) / 1_000).toFixed(1);
  process.stdout.write(
    `${notices} notices delivered once each in ${seconds} s; ${deaths} processes ended meanwhile; at most ${rows?.["tries"]} tries; requests by their end: ${JSON.stringify(ends)}\n`,
  );
}, 300_000);
