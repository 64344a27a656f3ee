import { readAddress } from "../db/address.ts";
import type { Server } from "../db/server.ts";
import { type Embedded, type Settings, startPostgres } from "./postgres.ts";

/** The PostgreSQL of DATABASE_URL, or the one we bring along and run. */
export interface RunningServer {
  readonly server: Server;
  readonly url: string;
  readonly embedded: Embedded | undefined;
  stop(): Promise<void>;
}

export async function openServer(
  databaseUrl: string | undefined,
  dataDir: string,
  say: (line: string) => void,
  options: Pick<Settings, "isThrowAway"> = {},
): Promise<RunningServer> {
  if (databaseUrl) return { server: readAddress(databaseUrl), url: databaseUrl, embedded: undefined, stop: async () => undefined };
  const embedded = await startPostgres({ dataDir, say, ...options });
  return { server: readAddress(embedded.url), url: embedded.url, embedded, stop: () => embedded.stop() };
}
