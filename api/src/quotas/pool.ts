import type { Log } from "../platform/log.ts";
import { type Evaluation, type RedisServer, script } from "../platform/redis.ts";
import { type Lend, type Lent, largestPortion } from "./lease.ts";
import type { LeaseRequest, Settlement } from "./queries.ts";
import { windowAt, windowOf } from "./rules.ts";

interface Given {
  readonly redis: Pick<RedisServer, "run" | "evaluate">;
  /** Lends from PostgreSQL, which keeps the books. */
  readonly lend: Lend;
  /** Tells PostgreSQL what comes back. */
  readonly settle: (settlements: readonly Settlement[]) => Promise<unknown>;
  readonly log: Log;
}

/** PostgreSQL lends so many portions at once; one is for who asked, the others are for all. */
const portionsLent = 4;
/** `lease_quota` lends no more at once than this part of what is left. */
const shareLent = 32;
/** Clocks differ; nobody looks for a pool whose window is over. */
const forgottenAfterMs = 3_600_000;

/**
 * Lends from pools in Redis, which all processes draw from and which PostgreSQL fills. What lies in a pool is lent already as PostgreSQL
 * counts, so whatever becomes of Redis, no more than the limit is ever lent: at worst a pool is lost to its project.
 */
export const lendFromPool = (given: Given): Lend => {
  const pools = new Pools(given);
  return async (request) => {
    const key = pools.keyOf(request);
    if (key === undefined) return given.lend(request);
    if (hasMuchToTell(request)) return tellAndTake(given.lend, pools, key, request);
    const taken = await pools.take(key, request);
    if (taken === undefined) return given.lend(request);
    return taken > 0 ? { granted: taken } : fill(given.lend, pools, key, request);
  };
};

/** Redis is not told what was spent, and who is killed tells nobody: what it had not told stays as little as without Redis. */
const hasMuchToTell = ({ spent, portion, limit }: LeaseRequest) => spent > Math.min(portion, portionOf(limit));

/** The largest that a process is lent from a pool. */
const portionOf = (limit: number) => limit / shareLent / portionsLent;

async function tellAndTake(lend: Lend, pools: Pools, key: string, request: LeaseRequest): Promise<Lent> {
  const lent = await lend(request);
  return lent.granted > 0 ? lent : { ...lent, granted: (await pools.take(key, request)) ?? 0 };
}

async function fill(lend: Lend, pools: Pools, key: string, request: LeaseRequest): Promise<Lent> {
  const portion = Math.min(largestPortion, request.portion * portionsLent);
  const lent = await lend({ ...request, portion });
  const own = Math.min(request.portion, Math.ceil(lent.granted / portionsLent));
  const kept = await pools.put(key, request, lent.granted - own);
  return { ...lent, granted: own + kept };
}

/** A pool is of one limit: what was lent under another goes back. */
const taking = script(`
  local limit, left = unpack(redis.call('hmget', KEYS[1], 'limit', 'left'))
  if not limit then return {0, 0} end
  if limit ~= ARGV[1] then
    redis.call('del', KEYS[1])
    return {0, tonumber(left)}
  end
  local granted = math.min(tonumber(ARGV[2]), math.ceil(left / 2))
  if granted > 0 then redis.call('hincrby', KEYS[1], 'left', -granted) end
  return {granted, 0}`);

const putting = script(`
  local limit = redis.call('hget', KEYS[1], 'limit')
  if limit and limit ~= ARGV[1] then return {0} end
  redis.call('hset', KEYS[1], 'limit', ARGV[1])
  redis.call('hincrby', KEYS[1], 'left', ARGV[2])
  redis.call('pexpireat', KEYS[1], ARGV[3])
  return {1}`);

class Pools {
  readonly #given: Given;

  constructor(given: Given) {
    this.#given = given;
  }

  /** Nothing while Redis is away. A run of Redis has pools of its own: one that an older run knew may have been drawn from since. */
  keyOf({ projectId, metric, windowStart }: LeaseRequest): string | undefined {
    const { run } = this.#given.redis;
    return run === undefined ? undefined : `nextmavens:pool:${run}:${projectId}:${metric}:${windowStart}`;
  }

  /** What the pool had for this request; nothing, not even 0, where Redis did not say. */
  async take(key: string, request: LeaseRequest): Promise<number | undefined> {
    const portion = Math.ceil(Math.min(request.portion, portionOf(request.limit)));
    const came = await this.#given.redis.evaluate(taking, key, [request.limit, portion], ([granted = 0, drained = 0]) => {
      void this.#giveBack(request, granted + drained);
    });
    if (came.came !== "reply") return undefined;
    const [granted = 0, drained = 0] = came.reply;
    if (drained > 0) await this.#giveBack(request, drained);
    return granted;
  }

  /** Tells how much of it stays with the asker. What may be in the pool is not kept too. */
  async put(key: string, request: LeaseRequest, amount: number): Promise<number> {
    if (amount <= 0) return 0;
    const { endsAt } = windowAt(windowOf[request.metric], Date.parse(request.windowStart));
    const came = await this.#given.redis.evaluate(putting, key, [request.limit, amount, endsAt + forgottenAfterMs], ([isIn]) => {
      if (isIn === 0) void this.#giveBack(request, amount);
    });
    return isCertainlyOut(came) ? amount : 0;
  }

  async #giveBack({ projectId, metric, windowStart }: LeaseRequest, back: number): Promise<void> {
    if (back <= 0) return;
    await this.#given.settle([{ projectId, metric, windowStart, back, spent: 0 }]).catch((error: unknown) => {
      this.#given.log.warn("a part of a limit could not be handed back; it is lost until its window ends", {
        error,
        projectId,
        metric,
        back,
      });
    });
  }
}

const isCertainlyOut = (came: Evaluation) => came.came === "nothing" || (came.came === "reply" && came.reply[0] === 0);
