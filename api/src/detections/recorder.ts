import type { Store } from "../platform/db/store.ts";
import type { Log } from "../platform/log.ts";
import type { Settling } from "../platform/settling.ts";
import { Buckets, bucketMs } from "./features/buckets.ts";
import type { Observe } from "./observation.ts";
import { record } from "./queries/windows.ts";

export interface RecorderParts {
  readonly store: Store;
  readonly settling: Settling;
  readonly log: Log;
  readonly clock: () => Date;
}

/** Sums what a process sees of requests, and writes it down for whoever evaluates it. */
export interface Recorder {
  readonly observe: Observe;
  close(): Promise<void>;
}

export function openRecorder({ store, settling, log, clock }: RecorderParts): Recorder {
  const buckets = new Buckets();
  let writing = Promise.resolve();
  const write = async () => {
    const drained = buckets.drain();
    if (drained.length === 0) return;
    try {
      await store.transact("platform", (db) => record(db, drained, clock().toISOString()));
    } catch (error) {
      // It is of use only while it is fresh, and memory must not grow while the database is away.
      log.warn("what was seen of requests could not be written down", { error, buckets: drained.length });
    }
  };
  const flush = () => {
    writing = writing.then(write);
    return writing;
  };
  const timer = setInterval(() => void flush(), bucketMs);
  timer.unref();
  settling.add(flush);
  return {
    observe: (seen) => buckets.observe(seen),
    async close() {
      clearInterval(timer);
      settling.delete(flush);
      await flush();
    },
  };
}
