import { hash } from "node:crypto";
import type { Redis } from "ioredis";
import type { Log } from "./log.ts";

/** A Redis that answers soon or not at all: nothing waits for one that is away. */
export interface RedisServer {
  /** Throws where it does not answer within a tenth of a second. */
  ping(): Promise<void>;
  /**
   * Names the run of the server that answers; nothing while it is away. Its next run, or the replica that takes its place, may have forgotten
   * what it did, or remember what was so a while before: what must not be done twice belongs to one run, by its key.
   */
  readonly run: string | undefined;
  /** Has a script run on one key. Nobody waits longer than a tenth of a second; an answer that comes later is told to `late`. */
  evaluate(script: Script, key: string, values: readonly (string | number)[], late: (reply: number[]) => void): Promise<Evaluation>;
  close(): void;
}

/** What came of a script: its reply, nothing at all, or silence, after which nobody knows. */
export type Evaluation =
  | { readonly came: "reply"; readonly reply: number[] }
  | { readonly came: "nothing" }
  | { readonly came: "silence"; readonly error: unknown };

/** Lua that answers with whole numbers. */
export interface Script {
  readonly lua: string;
  readonly sha: string;
}

export const script = (lua: string): Script => ({ lua, sha: hash("sha1", lua) });

const answerMs = 100;
const connectTimeout = 2_000;
const retryMsMax = 2_000;
/** One that fell silent is asked this often whether it is back; meanwhile nobody else asks it anything. */
const lookMs = 500;
/** A connection that said nothing for so long is given up: the machine behind it may be gone. */
const socketTimeout = 10_000;

export async function openRedis(url: string, log: Log): Promise<RedisServer> {
  const { Redis } = await import("ioredis");
  const client = new Redis(url, {
    connectionName: "nextmavens",
    // Queued commands would hang for as long as Redis is away, and those sent again be done twice.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    socketTimeout,
    connectTimeout,
    retryStrategy: (attempt) => Math.min(attempt * 100, retryMsMax),
  });
  return new Connection(client, log);
}

class Connection implements RedisServer {
  readonly #client: Redis;
  readonly #log: Log;
  #run: string | undefined;
  #isTold = false;
  #looking: NodeJS.Timeout | undefined;

  constructor(client: Redis, log: Log) {
    this.#client = client;
    this.#log = log;
    client.on("ready", () => void this.#look());
    client.on("close", () => this.#lose());
    client.on("error", (error) => this.#tell(error));
  }

  get run(): string | undefined {
    return this.#run;
  }

  async ping(): Promise<void> {
    await within(answerMs, this.#client.ping());
  }

  async evaluate(asked: Script, key: string, values: readonly (string | number)[], late: (reply: number[]) => void): Promise<Evaluation> {
    if (this.#run === undefined) return { came: "nothing" };
    const answer = this.#send(asked, key, values);
    try {
      return { came: "reply", reply: await within(answerMs, answer) };
    } catch (error) {
      this.#doubt(error);
      if (isRefusal(error)) return { came: "nothing" };
      answer.then(late, () => undefined);
      return { came: "silence", error };
    }
  }

  close(): void {
    clearTimeout(this.#looking);
    this.#client.disconnect();
  }

  async #send({ lua, sha }: Script, key: string, values: readonly (string | number)[]): Promise<number[]> {
    const reply = await this.#client.evalsha(sha, 1, key, ...values).catch((error: unknown) => {
      if (!isRefusal(error) || !error.message.startsWith("NOSCRIPT")) throw error;
      return this.#client.eval(lua, 1, key, ...values);
    });
    return (reply as unknown[]).map(Number);
  }

  /** Whoever fails or keeps silent is left alone until it answers again. */
  #doubt(error: unknown): void {
    this.#tell(error);
    this.#lose();
    this.#looking = setTimeout(() => void this.#look(), lookMs).unref();
  }

  #lose(): void {
    this.#run = undefined;
    clearTimeout(this.#looking);
  }

  async #look(): Promise<void> {
    // A connection that is lost is looked at when there is a new one.
    if (this.#client.status !== "ready") return;
    try {
      const info = await within(answerMs, this.#client.info("server"));
      this.#run = /^run_id:(\w+)/m.exec(info)?.[1];
      this.#isTold = false;
    } catch (error) {
      this.#doubt(error);
    }
  }

  /** Every attempt to connect fails anew: an outage is told once. */
  #tell(error: unknown): void {
    if (!this.#isTold) this.#log.warn("Redis does not answer", { error });
    this.#isTold = true;
  }
}

/** The server answered, and what it answered is that it did nothing. */
const isRefusal = (error: unknown): error is Error => error instanceof Error && error.name === "ReplyError";

async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
