import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jobs } from "../src/entry/features.ts";
import { makeFront } from "../src/entry/front.ts";
import { openParts, type Parts } from "../src/entry/parts.ts";
import { drain, holdPort } from "../src/entry/port.ts";
import { openWatch } from "../src/entry/watch.ts";
import { readConfig } from "../src/platform/config.ts";
import type { Server } from "../src/platform/db/server.ts";
import { performJob, workOff } from "../src/platform/jobs.ts";
import { makeLog } from "../src/platform/log.ts";
import { type Clone, cloneControl } from "./clone.ts";

/** The whole platform for one test file: a database of its own, all parts built on it, and its front door open. */
export interface World extends Parts {
  readonly clone: Clone;
  /** Where the front door is, such as http://127.0.0.1:40123. */
  readonly url: string;
  /** Does all jobs that are due, or one of this id with this payload. */
  work(id?: string, payload?: unknown): Promise<void>;
  /** Moves this world's clock; time goes on from there. */
  travel(ms: number): void;
  close(): Promise<void>;
}

const host = "127.0.0.1";
/** Tests travel by hours in one session; those of staff's sign-in say otherwise. */
const lenient = { STAFF_MFA: "optional", STAFF_IDLE_MINUTES: "480", STAFF_SUDO_MINUTES: "480" };

/**
 * Call in `beforeAll`, and `close` in `afterAll`. `environment` adds to or replaces variables of the configuration; `by` may put something
 * between the platform and PostgreSQL.
 */
export async function openWorld(
  environment: Readonly<Record<string, string>> = {},
  by: (server: Server) => Promise<Server> = async (server) => server,
): Promise<World> {
  const clone = await cloneControl();
  const dataDir = join(tmpdir(), `nextmavens-world-${randomBytes(8).toString("hex")}`);
  const read = readConfig({
    ...lenient,
    DATA_DIR: dataDir,
    DATABASE_URL: clone.url,
    MASTER_KEY: clone.masterKey,
    LOG_LEVEL: "error",
    ...environment,
  });
  if ("problems" in read) throw new Error(read.problems.join("; "));
  const { config } = read;
  const held = await holdPort(0, host);
  const url = `http://${host}:${held.port}`;
  let shiftMs = 0;
  const parts = await openParts({
    config,
    server: await by(clone.server),
    vault: clone.vault,
    abilities: clone.installation,
    log: makeLog(config.LOG_LEVEL),
    publicUrl: config.PUBLIC_URL ?? url,
    clock: () => new Date(Date.now() + shiftMs),
  });
  const watch = openWatch(parts);
  const front = await makeFront(parts, watch);
  await held.giveTo(front.server);
  return {
    ...parts,
    clone,
    url,
    async work(id, payload) {
      if (id === undefined) return workOff(parts.engine, parts.jobsPool, jobs);
      const found = jobs.find((each) => each.id === id);
      if (!found) throw new Error(`there is no job ${id}`);
      return performJob(parts.engine, found, payload);
    },
    travel: (ms) => {
      shiftMs += ms;
    },
    async close() {
      await drain(front.server, 1_000);
      await front.close();
      await watch.close();
      await parts.close();
      await clone.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
