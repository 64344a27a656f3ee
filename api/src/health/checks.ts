import type { Store } from "../platform/db/store.ts";
import type { RedisServer } from "../platform/redis.ts";
import { remembered, unlessBadAgain } from "../platform/remembered.ts";
import type { Check, Health } from "./contract.ts";
import * as queries from "./queries.ts";

/** What the checks ask. */
export interface Asked {
  /** A connection of its own, so that a busy platform is not taken for a database that is away. */
  readonly store: Store;
  /** The pool that the platform's requests share. */
  readonly pool: {
    readonly totalCount: number;
    readonly idleCount: number;
    readonly waitingCount: number;
    readonly options: { readonly max: number };
  };
  readonly bus: { isTrusted(): boolean };
  readonly redis: RedisServer | undefined;
  /** Whether holders of a sealed code would come in with the database away. */
  readonly isGlassReady: () => boolean;
  /** What this version needs the control database to have. */
  readonly migrations: readonly string[];
  readonly startedAt: string;
}

/** How this process and what it needs are. None of these throws. */
export interface Checks {
  /** Asks nobody else. */
  process(): Health;
  live(): Health;
  ready(): Promise<Health>;
  database(): Promise<Health>;
  redis(): Promise<Health>;
}

const slowMs = 500;
const patienceMs = 3_000;
/** An answer serves whoever asks within this time: a flood of questions does not reach the database. */
const rememberMs = 1_000;
/** Of a database that was found not to answer, nobody waits for the same again. */
const oncePatient = { isBad: ({ status }: Health) => status === "fail", soonMs: 300, shortlyMs: 30_000 };

export function makeChecks({ store, pool, bus, redis, isGlassReady, migrations, startedAt }: Asked): Checks {
  const running: Check = { status: "pass", startedAt };
  const heard = (): Check =>
    bus.isTrusted() ? { status: "pass" } : { status: "warn", message: "what other processes change is read anew for each request" };
  const breakGlass = (): Check =>
    isGlassReady() ? { status: "pass" } : { status: "warn", message: "would not open to each who holds a code with the database away" };
  const own = () => ({ process: running, bus: heard(), breakGlass: breakGlass() });
  const questionDatabase = remembered(rememberMs, async () => {
    const { check, result } = await timed(() => store.transact("platform", (db) => queries.countMigrated(db, migrations)));
    if (result === undefined) return tell({ database: away });
    return tell({
      database: check,
      migrations: result === migrations.length ? { status: "pass" } : { status: "fail", message: "the database is not up to date" },
    });
  });
  const askDatabase = unlessBadAgain(questionDatabase, oncePatient);
  const askRedis = remembered(rememberMs, async () => {
    if (!redis) return tell({ redis: { status: "pass", message: "not configured" } });
    const { check, result } = await timed(() => redis.ping().then(() => true));
    return tell({ redis: result ? check : { status: "fail", message: "Redis does not answer" } });
  });
  return {
    process: () => tell(own()),
    live: () => tell({ process: running }),
    async ready() {
      const { checkedAt, checks } = await askDatabase();
      return tell({ ...own(), ...checks }, checkedAt);
    },
    async database() {
      const { checkedAt, checks } = await askDatabase();
      return tell({ ...checks, pool: poolCheck(pool) }, checkedAt);
    },
    redis: askRedis,
  };
}

/** Whether the database of a store answers, and how fast. */
export async function checkDatabase(store: Pick<Store, "transact">): Promise<Health> {
  const { check, result } = await timed(() => store.transact("platform", queries.answer));
  return tell({ database: result ? check : away });
}

const away: Check = { status: "fail", message: "the database does not answer" };

/** What is told of a process that prepares, or is stopping: it runs, but does not serve. */
export const notServing = (message: string, status: Check["status"] = "fail"): Health => tell({ process: { status, message } });

function tell(checks: Readonly<Record<string, Check>>, checkedAt = new Date().toISOString()): Health {
  const found = new Set(Object.values(checks).map(({ status }) => status));
  return { status: found.has("fail") ? "fail" : found.has("warn") ? "warn" : "pass", checkedAt, checks };
}

function poolCheck({ totalCount, idleCount, waitingCount, options }: Asked["pool"]): Check {
  const use = { used: totalCount - idleCount, waiting: waitingCount, max: options.max };
  return waitingCount > 0 ? { status: "warn", message: "requests wait for a connection", ...use } : { status: "pass", ...use };
}

/** Nothing comes back of what failed or took too long; the reason is for the log of whoever it failed for. */
async function timed<T>(ask: () => Promise<T>): Promise<{ readonly check: Check; readonly result: T | undefined }> {
  const askedAt = performance.now();
  const result = await within(patienceMs, ask()).catch(() => undefined);
  const observedMs = Math.round((performance.now() - askedAt) * 10) / 10;
  return { check: observedMs > slowMs ? { status: "warn", message: "slow", observedMs } : { status: "pass", observedMs }, result };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("too late")), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
