// A process with a gate of its own that asks it without end; tests of counting start several, and kill some.
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { makeGate } from "../../src/http/gate.ts";
import { startBus } from "../../src/platform/bus.ts";
import { readAddress } from "../../src/platform/db/address.ts";
import { loginOf } from "../../src/platform/db/server.ts";
import { connect } from "../../src/platform/db/store.ts";
import { makeLog } from "../../src/platform/log.ts";
import { masterKeys } from "../../src/platform/master-key.ts";
import { openRedis } from "../../src/platform/redis.ts";
import { Refusal } from "../../src/platform/refusal.ts";
import { Settling } from "../../src/platform/settling.ts";
import { makeVault } from "../../src/platform/vault.ts";
import type { Orders } from "./hammers.ts";

const { url, masterKey, redisUrl, key, writes }: Orders = JSON.parse(process.argv[2] ?? "");
const vault = makeVault(masterKeys(masterKey, "/nonexistent"));
const login = { ...loginOf(readAddress(url), vault, "api"), connectionTimeoutMillis: 10_000 };
const log = makeLog("silent");
const store = connect({ ...login, max: 4 }, () => undefined);
const bus = await startBus(login, log);
const redis = redisUrl === undefined ? undefined : await openRedis(redisUrl, log);
const clock = () => new Date();
const gate = makeGate({ store, bus, vault, log, publicUrl: "http://127.0.0.1", clock, settling: new Settling(), redis });
/** Of so many requests one is answered with an error of ours. */
const failsEvery = 7;
let waitMs: number | undefined;
let isOver = false;
let asked = 0;
const say = (sign: string) => void process.stdout.write(sign);

/** Says of each request what came of it: passed, failed by our fault, refused. */
async function request(): Promise<void> {
  const act = { writes };
  asked += 1;
  const fails = asked % failsEvery === 0;
  try {
    const holder = await gate.identify(key);
    await gate.admit(holder, act);
    gate.settle(holder, { act, status: fails ? 503 : 200, rowsWritten: writes && !fails ? 1 : 0, durationMs: 0 });
    say(fails ? "f" : ".");
  } catch (error) {
    say(error instanceof Refusal && error.status === 429 ? "x" : "?");
    await sleep(20);
  }
}

async function askWithoutEnd(): Promise<void> {
  while (!isOver) {
    await sleep(waitMs ?? 20);
    if (waitMs !== undefined) await request();
  }
}

await gate.identify(key);
say("r");
const asking = [1, 2, 3, 4].map(askWithoutEnd);
for await (const line of createInterface(process.stdin)) waitMs = Number(line);
isOver = true;
await Promise.all(asking);
await gate.stop();
redis?.close();
await bus.stop();
await store.close();
