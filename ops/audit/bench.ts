import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { auditSigner, secondsUnsealed, startSealing } from "@nextmavens/api/audit";
import { type Engine, perform } from "@nextmavens/api/platform/action";
import { type Config, readConfig } from "@nextmavens/api/platform/config";
import { sql } from "@nextmavens/api/platform/db/sql";
import { openServer } from "@nextmavens/api/platform/embedded/server";
import { newId } from "@nextmavens/api/platform/ids";
import { masterKeys } from "@nextmavens/api/platform/master-key";
import { makeVault } from "@nextmavens/api/platform/vault";
import { z } from "zod";
import { openHere } from "../import/here.ts";
import type { Progress } from "../import/progress.ts";
import { bootstrap } from "../tasks/bootstrap.ts";
import { migrate } from "../tasks/migrate.ts";
import { linesOf } from "./source.ts";
import { verify } from "./verify.ts";

const writersCount = 16;
/** How many entries an action writes: most one, a sweep over projects some. */
const perAction = [1, 10] as const;
/** Entries in a second, written while they are sealed. */
const goal = 5_000;

/** Writes entries as actions do, on a platform of its own that seals meanwhile, and checks them. */
export async function bench(entries: number, progress: Progress): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), "nextmavens-audit-bench-"));
  try {
    const read = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: "error" });
    if ("problems" in read) throw new Error(read.problems.join("\n"));
    return await onPlatform(read.config, (engine) => measure(engine, entries, progress));
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function onPlatform<T>(config: Config, work: (engine: Engine) => Promise<T>): Promise<T> {
  const vault = makeVault(masterKeys(undefined, config.DATA_DIR));
  const running = await openServer(undefined, config.DATA_DIR, () => undefined);
  try {
    await bootstrap(running.server, vault);
    await migrate(running.server, vault, config.REGION);
    const here = await openHere({ ...config, MASTER_KEY: undefined });
    const parts = await here.openParts();
    try {
      return await work(parts.engine);
    } finally {
      await parts.close();
      await here.close();
    }
  } finally {
    await running.stop();
  }
}

async function measure(engine: Engine, entries: number, progress: Progress): Promise<string> {
  const rates: string[] = [];
  const round = async (each: number, isSealed: boolean) => {
    const how = `${each} by an action, ${isSealed ? "sealed meanwhile" : "not sealed"}`;
    progress.begin(how, entries);
    const began = performance.now();
    await write(engine, entries, each, progress);
    const rate = rateOf(entries, began);
    rates.push(`${told(rate)} entries/s written, ${how}${isSealed ? `; goal ${told(goal)}: ${rate >= goal ? "kept" : "MISSED"}` : ""}`);
    progress.end();
  };
  const load = loadavg()[0]?.toFixed(1);
  await write(engine, entries / 10, 1, progress);
  for (const each of perAction) await round(each, false);
  const sealing = startSealing(engine);
  await allSealed(engine);
  for (const each of perAction) await round(each, true);
  const began = performance.now();
  await allSealed(engine);
  const waited = ((performance.now() - began) / 1000).toFixed(1);
  await sealing.stop();
  const verifying = performance.now();
  const key = auditSigner(engine.vault).publicKey.text;
  const verdict = await verify(
    linesOf((work) => engine.store.transact("platform", work), ""),
    key,
    [],
    progress,
  );
  if (verdict.findings.length > 0) throw new Error(`what was sealed does not hold: ${JSON.stringify(verdict.findings[0])}`);
  return [
    `${told(entries)} entries each, ${writersCount} actions at once; ${await durabilityOf(engine)}; ${availableParallelism()} cores for writers, PostgreSQL and sealing, load of the machine ${load}`,
    ...rates,
    `the last entry was sealed ${waited} s after it was written; ${verdict.batches} batches`,
    `${told(rateOf(verdict.entries, verifying))} entries/s read from the database and checked, ${told(verdict.entries)} in all`,
  ].join("\n");
}

const Setting = z.object({ name: z.string(), setting: z.string() });

/** What PostgreSQL waits for when an action commits. */
async function durabilityOf({ store }: Engine): Promise<string> {
  const settings = await store.transact("platform", (db) =>
    db.many(
      Setting,
      sql`select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name`,
    ),
  );
  return `each commits by itself (${settings.map(({ name, setting }) => `${name} ${setting}`).join(", ")})`;
}

async function allSealed({ store }: Engine): Promise<void> {
  while ((await store.transact("platform", secondsUnsealed)) > 0) await sleep(50);
}

const rateOf = (entries: number, began: number) => Math.round((entries * 1000) / (performance.now() - began));
const told = (count: number) => count.toLocaleString("en");

async function write(engine: Engine, entries: number, each: number, progress: Progress): Promise<void> {
  let begun = 0;
  const writer = async () => {
    for (; begun < entries; ) {
      begun += each;
      await act(engine, each);
      progress.step("", each);
    }
  };
  await Promise.all(Array.from({ length: writersCount }, writer));
}

/** As a change of a quota is written down. */
const act = (engine: Engine, count: number) =>
  perform(
    engine,
    {
      operation: { id: "setProjectQuota", changes: true },
      actor: { kind: "staff", id: "stf_01jh8x4q3efyxb0v1s2t3w4y5z", role: "admin", sessionId: newId("session") },
      request: { id: newId("request"), address: "192.0.2.7", userAgent: "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0" },
    },
    async ({ audit }) => {
      for (let i = 0; i < count; i++)
        audit({
          target: newId("quota"),
          reason: "their campaign begins on Monday",
          before: { metric: "requests_per_day", limit: 50_000, revision: 3 },
          after: { metric: "requests_per_day", limit: 80_000, revision: 4 },
        });
    },
    {},
  );
