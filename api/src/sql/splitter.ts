import { getCompileCacheDir } from "node:module";
import { Worker } from "node:worker_threads";
import { LRUCache } from "lru-cache";
import { refuse } from "./contract.ts";
import type { Split } from "./split.ts";

/** Splits texts into statements, each tenant's one after the other, so that nobody's long texts fill the queue. */
export interface Splitter {
  split(tenantId: string, text: string): Promise<Split>;
  close(): Promise<void>;
}

interface Waiting {
  readonly id: number;
  readonly text: string;
  readonly done: (split: Split) => void;
  readonly fail: (error: unknown) => void;
}

const waitingMax = 200;
const waitingPerTenantMax = 20;
const shortText = 10_000;
const parseMs = 5_000;
const idleMs = 60_000;
/** Texts that come again and again, as those with parameters do, are remembered. */
const rememberedTextMax = 4_000;
const rememberedSize = 4_000_000;
const memoryMb = 512;

export function openSplitter(): Splitter {
  const remembered = new LRUCache<string, Split>({ maxSize: rememberedSize });
  const ofTenant = new Map<string, { count: number; last: Promise<unknown> }>();
  const queue: Waiting[] = [];
  let current: Waiting | undefined;
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let count = 0;

  const next = () => {
    clearTimeout(timer);
    // A text that is read in no time does not wait for long ones, which can be many projects'.
    const short = queue.findIndex(({ text }) => text.length <= shortText);
    [current] = queue.splice(Math.max(0, short), 1);
    if (!current) {
      timer = setTimeout(drop, idleMs).unref();
      return;
    }
    worker ??= hire();
    worker.postMessage({ id: current.id, text: current.text });
    timer = setTimeout(() => fail(), parseMs);
  };
  const hire = () => {
    const hired = new Worker(new URL("./split-worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      env: environment(),
    });
    hired.unref();
    hired.on("message", ({ id, split }: { readonly id: number; readonly split: Split }) => {
      if (current?.id !== id) return;
      current.done(split);
      next();
    });
    hired.on("error", () => {
      if (worker === hired) fail();
    });
    return hired;
  };
  const drop = () => {
    const dropped = worker;
    worker = undefined;
    return dropped?.terminate();
  };
  /** What the parser could not bear is no SQL that PostgreSQL would. */
  const fail = () => {
    void drop();
    current?.done({ kind: "syntax_error", message: "the query is too complex to be read", position: undefined });
    next();
  };
  const parse = (text: string): Promise<Split> => {
    if (queue.length >= waitingMax) throw busy();
    return new Promise((done, reject) => {
      count += 1;
      queue.push({ id: count, text, done, fail: reject });
      if (!current) next();
    });
  };
  return {
    async split(tenantId, text) {
      const known = remembered.get(text);
      if (known) return known;
      const line = ofTenant.get(tenantId) ?? { count: 0, last: Promise.resolve() };
      if (line.count >= waitingPerTenantMax) throw busy();
      const turn = line.last.then(() => parse(text));
      line.count += 1;
      line.last = turn.catch(() => undefined);
      ofTenant.set(tenantId, line);
      try {
        const split = await turn;
        if (text.length <= rememberedTextMax) remembered.set(text, split, { size: text.length * 2 + 200 });
        return split;
      } finally {
        line.count -= 1;
        if (line.count === 0) ofTenant.delete(tenantId);
      }
    },
    async close() {
      clearTimeout(timer);
      for (const waiting of queue.splice(0)) waiting.fail(busy());
      await drop();
    },
  };
}

const busy = () => refuse("parser_busy", { headers: { "retry-after": "1" } });

/** A thread does not use its parent's cache unasked, and what it would load instead is more than all that it is for. */
function environment(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir();
  return folder === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: folder };
}
