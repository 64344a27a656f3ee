import pg from "pg";
import { z } from "zod";
import { sql } from "./db/sql.ts";
import type { Db } from "./db/store.ts";
import type { Log } from "./log.ts";

/** Tells every process what changed, over LISTEN/NOTIFY; a sequence number shows what was lost. */
export interface Bus {
  /** In the caller's transaction: nobody hears of it unless that commits. */
  announce(db: Db, projectId: string): Promise<void>;
  /** After that commit: this process does not wait for its own message. */
  hasAnnounced(projectId: string): void;
  /** Called with a project whose memory is stale, or with `undefined` when anything may be. */
  onStale(forget: (projectId: string | undefined) => void): void;
  /** False when this process may have missed something for longer than the bound: read through then. */
  isTrusted(): boolean;
  stop(): Promise<void>;
}

const channel = "nm_bus";
/** How often the sequence is compared; also the listener's heartbeat. */
const beatMs = 1_000;
/** A lost message is acted on within `beatMs`; a lost connection within this. */
const trustMs = 3_000;

export const announce = async (db: Db, projectId: string) => {
  await db.one(z.object({}), sql`select bus_announce(${projectId})`);
};

export async function startBus(settings: pg.ClientConfig, log: Log): Promise<Bus> {
  const forgetters: ((projectId: string | undefined) => void)[] = [];
  const forget = (projectId: string | undefined) => {
    for (const each of forgetters) each(projectId);
  };
  let last = 0;
  let heardAt = 0;
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const hear = (payload: string) => {
    const [number, projectId] = payload.split(" ");
    const sequence = Number(number);
    if (sequence > last + 1) forget(undefined);
    else forget(projectId);
    last = Math.max(last, sequence);
  };
  const listen = async () => {
    const fresh = new pg.Client({ ...settings, connectionTimeoutMillis: trustMs, query_timeout: trustMs, keepAlive: true });
    fresh.on("error", (error) => log.warn("the bus lost its connection", { error }));
    fresh.on("notification", ({ payload }) => hear(payload ?? ""));
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
    return fresh;
  };
  const beat = async () => {
    try {
      client ??= await listen();
      const { rows } = await client.query<{ seq: string }>("select seq from bus");
      const sequence = Number(rows[0]?.seq ?? 0);
      if (sequence !== last) forget(undefined);
      last = sequence;
      heardAt = performance.now();
    } catch (error) {
      log.warn("the bus does not answer", { error });
      await client?.end().catch(() => undefined);
      client = undefined;
      forget(undefined);
    }
    if (!stopped) timer = setTimeout(() => void beat(), beatMs);
  };
  await beat();
  return {
    announce,
    hasAnnounced: forget,
    onStale: (each) => void forgetters.push(each),
    isTrusted: () => performance.now() - heardAt < trustMs,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
