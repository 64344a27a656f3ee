import { LRUCache } from "lru-cache";
import type { Holder } from "../../platform/gate.ts";
import type { ProjectGate } from "./project-gate.ts";
import type { KeyRow } from "./records.ts";
import { invalidKey } from "./refuse.ts";

/** A key that is remembered, and how long what is known of it holds. */
export interface KnownKey {
  readonly digest: string;
  readonly holder: Holder;
  readonly project: ProjectGate;
  /** The count of announcements when it was read. */
  readonly readAt: number;
  readonly readAtMs: number;
  readonly freshUntil: number;
}

/** Reads keys from the database and takes up what they say; those there are not stay out. */
export type ReadKeys = (digests: readonly string[]) => Promise<ReadonlyMap<string, KeyRow>>;

const rememberedKeys = 20_000;
const rememberedInvalid = 10_000;
const invalidForMs = 10_000;
const keysInOneStatement = 200;

type Invalid = Parameters<typeof invalidKey>[0];

interface Waiting {
  readonly digest: string;
  readonly promise: Promise<KeyRow | undefined>;
  readonly resolve: (row: KeyRow | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Remembers keys by their hash, and those that are none; what is missing is read once for all who wait, many at a time. */
export class KeyBook {
  readonly #known = new LRUCache<string, KnownKey>({ max: rememberedKeys });
  readonly #invalid = new LRUCache<string, Invalid>({ max: rememberedInvalid, ttl: invalidForMs });
  readonly #read: ReadKeys;
  readonly #asked = new Map<string, Promise<KeyRow | undefined>>();
  readonly #waiting: Waiting[] = [];
  #isReading = false;

  constructor(read: ReadKeys) {
    this.#read = read;
  }

  /** The key as it is remembered; throws for one that is known to be none. */
  find(digest: string): KnownKey | undefined {
    const because = this.#invalid.get(digest);
    if (because) throw invalidKey(because);
    return this.#known.get(digest);
  }

  remember(key: KnownKey): void {
    this.#known.set(key.digest, key);
  }

  /** Remembers for a while that this is no key; the refusal that says so. */
  reject(digest: string, because: Invalid) {
    this.#known.delete(digest);
    this.#invalid.set(digest, because);
    return invalidKey(because);
  }

  /** Keys were taken over from elsewhere: what was none may be one now. */
  doubtInvalid(): void {
    this.#invalid.clear();
  }

  /** Reads a key. Whoever asks for it meanwhile shares the answer, until something is announced. */
  async read(digest: string): Promise<KeyRow> {
    const row = await (this.#asked.get(digest) ?? this.#ask(digest));
    if (!row) throw this.reject(digest, "unknown");
    return row;
  }

  /** Something changed: whoever asks from now on must not be given what is being read just now. */
  askAnew(): void {
    this.#asked.clear();
  }

  #ask(digest: string): Promise<KeyRow | undefined> {
    const { promise, resolve, reject } = Promise.withResolvers<KeyRow | undefined>();
    this.#asked.set(digest, promise);
    this.#waiting.push({ digest, resolve, reject, promise });
    if (!this.#isReading) void this.#readAll();
    return promise;
  }

  /** One statement at a time: what is asked for meanwhile goes into the next. A flood of made-up keys costs little. */
  async #readAll(): Promise<void> {
    this.#isReading = true;
    while (this.#waiting.length > 0) await this.#readBatch(this.#waiting.splice(0, keysInOneStatement));
    this.#isReading = false;
  }

  async #readBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const rows = await this.#read(batch.map(({ digest }) => digest));
      for (const { digest, resolve } of batch) resolve(rows.get(digest));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    for (const { digest, promise } of batch) if (this.#asked.get(digest) === promise) this.#asked.delete(digest);
  }
}
