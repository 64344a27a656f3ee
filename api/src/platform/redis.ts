import type { Log } from "./log.ts";

/** A Redis that answers soon or not at all: nothing waits for one that is away. */
export interface RedisServer {
  /** Throws where it does not answer within a tenth of a second. */
  ping(): Promise<void>;
  close(): void;
}

const commandTimeout = 100;
const connectTimeout = 2_000;
const retryMsMax = 2_000;

export async function openRedis(url: string, log: Log): Promise<RedisServer> {
  const { Redis } = await import("ioredis");
  const client = new Redis(url, {
    connectionName: "nextmavens",
    // Queued commands would hang for as long as Redis is away.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout,
    connectTimeout,
    retryStrategy: (attempt) => Math.min(attempt * 100, retryMsMax),
  });
  let isAway = false;
  client.on("ready", () => {
    isAway = false;
  });
  // Every attempt to connect fails anew: an outage is told once.
  client.on("error", (error) => {
    if (!isAway) log.warn("Redis does not answer", { error });
    isAway = true;
  });
  return {
    ping: async () => void (await client.ping()),
    close: () => client.disconnect(),
  };
}
