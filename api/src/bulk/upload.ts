import type { IncomingMessage } from "node:http";
import { refuseData } from "../data/index.ts";
import { refuse } from "./contract.ts";

/** Who sends nothing for so long is not waited for. */
const stalledMs = 30_000;

export interface UploadLimits {
  readonly bytesMax: number;
  readonly stalledMs?: number;
}

/** A body that is taken piece by piece, and read from the network no faster than that. */
export class Upload {
  bytes = 0;
  readonly #request: IncomingMessage;
  readonly #limits: UploadLimits;
  #stopped: unknown;
  #given: Buffer | undefined;
  #wake = () => {};
  readonly #hear = () => this.#wake();

  constructor(request: IncomingMessage, limits: UploadLimits) {
    this.#request = request;
    this.#limits = limits;
    if (Number(request.headers["content-length"] ?? 0) > limits.bytesMax) throw this.#tooLarge();
    for (const event of ["readable", "end", "close", "error"]) request.on(event, this.#hear);
  }

  /** The next piece, or nothing at the end. It is good until the next one is asked for. */
  async next(): Promise<Buffer | undefined> {
    this.#giveBack();
    for (;;) {
      if (this.#stopped) throw this.#stopped;
      const chunk = this.#request.read() as Buffer | null;
      if (chunk) return this.#count(chunk);
      if (this.#request.readableEnded) return undefined;
      if (this.#request.destroyed) throw refuseData("unreadable_body");
      await this.#waitForMore();
    }
  }

  /** Whoever waits for more is told that there is no use in it. */
  stop(because: unknown): void {
    this.#stopped = because;
    this.#wake();
  }

  /** What was not taken is left to be thrown away. */
  close(): void {
    for (const event of ["readable", "end", "close"]) this.#request.off(event, this.#hear);
  }

  /** The collector sees how small the objects are, not the tens of megabytes behind them that pile up meanwhile. */
  #giveBack(): void {
    const { buffer, byteLength } = this.#given ?? {};
    this.#given = undefined;
    if (buffer && !(buffer instanceof SharedArrayBuffer) && buffer.byteLength === byteLength) buffer.transfer(0);
  }

  #count(chunk: Buffer): Buffer {
    this.bytes += chunk.length;
    if (this.bytes > this.#limits.bytesMax) throw this.#tooLarge();
    this.#given = chunk;
    return chunk;
  }

  #tooLarge() {
    return refuse("import_too_large", { details: { bytesMax: this.#limits.bytesMax }, headers: { connection: "close" } });
  }

  #waitForMore(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => this.stop(refuse("upload_stalled", { headers: { connection: "close" } })),
        this.#limits.stalledMs ?? stalledMs,
      );
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
