import { rmSync, unwatchFile, watchFile } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { keep, readKept } from "./kept-file.ts";

const Closed = z.object({ message: z.string(), since: z.string() });
export type Closed = z.output<typeof Closed>;

/** Whether this host serves anybody but staff. Kept in DATA_DIR, so that it holds with the database away, and for every process that shares it. */
export interface Maintenance {
  /** What callers are told meanwhile; nothing while they are served. */
  readonly closed: Closed | undefined;
  begin(message: string, since: string): void;
  end(): void;
  close(): void;
}

/** How soon another process of this host follows. */
const lookEveryMs = 1_000;

export function openMaintenance(dataDir: string): Maintenance {
  const path = join(dataDir, "maintenance.json");
  const read = (): Closed | undefined => {
    const text = readKept(path);
    return text === undefined ? undefined : Closed.parse(JSON.parse(text));
  };
  let closed = read();
  const look = () => {
    try {
      closed = read();
    } catch {
      // Half a file is none of ours: what was known before holds on.
    }
  };
  watchFile(path, { interval: lookEveryMs, persistent: false }, look);
  return {
    get closed() {
      return closed;
    },
    begin(message, since) {
      closed = { message, since };
      keep(path, JSON.stringify(closed));
    },
    end() {
      closed = undefined;
      rmSync(path, { force: true });
    },
    close: () => unwatchFile(path, look),
  };
}
