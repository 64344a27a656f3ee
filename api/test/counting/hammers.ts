import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What a process is told to ask for. */
export interface Orders {
  readonly url: string;
  readonly masterKey: string;
  readonly redisUrl: string | undefined;
  readonly key: string;
  readonly writes: boolean;
}

const script = join(import.meta.dirname, "hammer.ts");

/** Processes that ask their own gates for one project, and what came of it as seen from outside. */
export class Hammers {
  /** Each that was started, also those that were killed since. */
  readonly #children: ChildProcess[];
  readonly #counts = { ready: 0, passed: 0, failed: 0, refused: 0, odd: 0 };
  #passedAt = performance.now();
  /** The longest time in which none of them let anything through, since it was last set to 0. */
  longestPauseMs = 0;

  private constructor(children: ChildProcess[]) {
    this.#children = children;
    for (const child of children) child.stdout?.on("data", (signs: Buffer) => this.#hear(signs));
  }

  static async start(count: number, orders: Orders): Promise<Hammers> {
    const args = ["--disable-warning=ExperimentalWarning", script, JSON.stringify(orders)];
    const hammers = new Hammers(Array.from({ length: count }, () => spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] })));
    await hammers.until((counts) => counts.ready === count);
    return hammers;
  }

  get counts() {
    return this.#counts;
  }

  /** So long each of the four loops of a process waits between two requests. */
  pace(waitMs: number): void {
    this.#passedAt = performance.now();
    for (const { stdin } of this.#alive) stdin?.write(`${waitMs}\n`);
  }

  async until(holds: (counts: Hammers["counts"]) => boolean): Promise<void> {
    while (!holds(this.#counts)) {
      if (this.#alive.length === 0) throw new Error(`no process is left, and it is not so: ${JSON.stringify(this.#counts)}`);
      await sleep(5);
    }
  }

  /** Ends one in the middle of what it does. */
  async killOne(): Promise<void> {
    const child = this.#alive[0];
    child?.kill("SIGKILL");
    if (child) await once(child, "close");
  }

  /** Has those still alive write down what they counted, and end. */
  async stop(): Promise<void> {
    await Promise.all(
      this.#alive.map((child) => {
        child.stdin?.end();
        return once(child, "close");
      }),
    );
  }

  get #alive(): ChildProcess[] {
    return this.#children.filter((child) => child.exitCode === null && child.signalCode === null);
  }

  #hear(signs: Buffer): void {
    for (const sign of signs.toString()) this.#counts[meaning[sign as keyof typeof meaning]] += 1;
    if (!signs.includes(".")) return;
    const now = performance.now();
    this.longestPauseMs = Math.max(this.longestPauseMs, now - this.#passedAt);
    this.#passedAt = now;
  }
}

const meaning = { r: "ready", ".": "passed", f: "failed", x: "refused", "?": "odd" } as const;
