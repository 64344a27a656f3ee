import type { Log } from "../platform/log.ts";
import { refuse } from "./contract.ts";
import type { Visit } from "./door.ts";
import { problemOf, withCommon } from "./wire.ts";

/** Pieces go out together in about so many bytes; until then nothing was said, and a refusal can still be an answer of its own. */
const portionBytes = 65_536;
/** Who reads nothing for so long has gone away without a word. */
const stalledMs = 30_000;

/** How an answer is sent that goes out while it is made. */
export interface OutletSettings {
  /** In a flat list of names and values. */
  readonly headers: readonly string[];
  /** No answer may be longer. */
  readonly bytesMax: number;
  /** What can still be said of an error, as JSON, when something has gone out; where there is no way to, the answer breaks off. */
  readonly failure?: ((problem: string) => string) | undefined;
}

/** Answers a visit by what `work` writes; once something of it has gone out, an error can only be told behind it, or by breaking off. */
export async function stream(
  visit: Visit,
  at: { readonly publicUrl: string; readonly log: Log },
  settings: OutletSettings,
  work: (outlet: Outlet) => Promise<unknown>,
): Promise<undefined> {
  const outlet = new Outlet(visit, settings);
  try {
    await work(outlet);
    outlet.end();
  } catch (error) {
    if (!outlet.hasBegun) throw error;
    const { body } = problemOf(error, { ...at, requestId: visit.requestId });
    if (settings.failure) outlet.end(settings.failure(String(body)));
    else outlet.breakOff();
  }
}

/** An answer that goes out piece by piece as it is made, as fast as the client reads it. */
export class Outlet {
  readonly #visit: Visit;
  readonly #settings: OutletSettings;
  readonly #stalledMs: number;
  #portion = Buffer.allocUnsafe(portionBytes);
  #at = 0;
  #bytes = 0;
  #waiting: Promise<void> | undefined;

  constructor(visit: Visit, settings: OutletSettings, stalled = stalledMs) {
    this.#visit = visit;
    this.#settings = settings;
    this.#stalledMs = stalled;
  }

  /** Whether something of it was sent. */
  get hasBegun(): boolean {
    return this.#visit.response.headersSent;
  }

  /** Takes a piece, of which nothing is kept; where it gives a promise, wait for room: it is rejected where there will be none. */
  write(piece: string | Buffer): Promise<void> | undefined {
    const size = typeof piece === "string" ? Buffer.byteLength(piece) : piece.length;
    this.#bytes += size;
    if (this.#bytes > this.#settings.bytesMax) {
      return Promise.reject(refuse("answer_too_long", { details: { bytesMax: this.#settings.bytesMax } }));
    }
    const isFull = this.#at + size > this.#portion.length;
    const hasRoom = !isFull || this.#flush();
    if (size > this.#portion.length) return this.#send(ownBytes(piece)) ? undefined : this.#room();
    this.#at += typeof piece === "string" ? this.#portion.write(piece, this.#at) : piece.copy(this.#portion, this.#at);
    return hasRoom ? undefined : this.#room();
  }

  /** Says the rest and maybe one thing more, and that this was all. */
  end(last = ""): void {
    this.#flush();
    this.#begin();
    this.#visit.response.end(last);
  }

  /** Ends it so that the client sees that it is not complete. */
  breakOff(): void {
    this.#visit.response.destroy();
  }

  #flush(): boolean {
    if (this.#at === 0) return true;
    const bytes = this.#portion.subarray(0, this.#at);
    this.#portion = Buffer.allocUnsafe(portionBytes);
    this.#at = 0;
    return this.#send(bytes);
  }

  #send(bytes: Buffer): boolean {
    this.#begin();
    return this.#visit.response.write(bytes);
  }

  #begin(): void {
    const { request, response, requestId } = this.#visit;
    if (!response.headersSent) response.writeHead(200, withCommon(this.#settings.headers, request, requestId));
  }

  /** One for all who wait at a time. */
  #room(): Promise<void> {
    this.#waiting ??= this.#drained().finally(() => {
      this.#waiting = undefined;
    });
    return this.#waiting;
  }

  #drained(): Promise<void> {
    const { response, gone } = this.#visit;
    if (gone.aborted) return Promise.reject(refuse("client_gone"));
    return new Promise((resolve, reject) => {
      const settle = (then: () => void) => () => {
        clearTimeout(timer);
        response.off("drain", drained);
        gone.removeEventListener("abort", left);
        then();
      };
      const drained = settle(resolve);
      const left = settle(() => reject(refuse("client_gone")));
      const timer = setTimeout(() => {
        response.destroy();
        left();
      }, this.#stalledMs);
      response.once("drain", drained);
      gone.addEventListener("abort", left, { once: true });
    });
  }
}

const ownBytes = (piece: string | Buffer): Buffer => (typeof piece === "string" ? Buffer.from(piece) : Buffer.from(piece));
