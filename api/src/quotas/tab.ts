import type { Settlement, Spent } from "./queries.ts";
import { type TalliedMetric, windowAt, windowOf } from "./rules.ts";

/**
 * What a project spends of a limit that is known only afterwards, such as how long something took. Nothing is lent: each process writes
 * down what it came to, learns what all came to, and lets nothing more in once that is the limit.
 */
export class Tab {
  readonly #projectId: string;
  readonly #metric: TalliedMetric;
  #window = { startsAt: 0, endsAt: 0 };
  /** Of all processes, as last told. */
  #total = 0;
  /** Spent here, being written down and not yet so. */
  #told = 0;
  #untold = 0;
  readonly #ended: Settlement[] = [];

  constructor(projectId: string, metric: TalliedMetric) {
    this.#projectId = projectId;
    this.#metric = metric;
  }

  add(amount: number, now: number): void {
    this.#enter(now);
    this.#untold += amount;
  }

  /** How much of the limit is spent as far as this process knows; nothing once its window is over. */
  spentAt(now: number): number {
    return this.#isIn(now) ? Math.floor(this.#total + this.#told + this.#untold) : 0;
  }

  /** Whether something is to be written down that no request of now will cause to be. */
  isIdle(now: number): boolean {
    return this.#ended.length > 0 || (this.#untold >= 1 && !this.#isIn(now));
  }

  /** What has to be written down. Fractions wait until they are whole. */
  settle(now: number): Settlement[] {
    if (!this.#isIn(now)) this.#end();
    const whole = Math.floor(this.#untold);
    const settlements = [...this.#ended];
    this.#ended.length = 0;
    if (whole > 0) settlements.push(this.#settlement(whole));
    this.#told += whole;
    this.#untold -= whole;
    return settlements;
  }

  /** It could not be written down: it is told again. */
  unsettle(settlement: Settlement): void {
    if (settlement.windowStart !== this.#windowStart) this.#ended.push(settlement);
    else {
      this.#told -= settlement.spent;
      this.#untold += settlement.spent;
    }
  }

  /** It was written down, and this is what all processes came to. */
  learn({ windowStart, spent }: Pick<Spent, "windowStart" | "spent">): void {
    if (Date.parse(windowStart) !== this.#window.startsAt) return;
    this.#total = spent;
    this.#told = 0;
  }

  /** A clock that is set back leads to an earlier window again. */
  #isIn(now: number): boolean {
    return now >= this.#window.startsAt && now < this.#window.endsAt;
  }

  #enter(now: number): void {
    if (this.#isIn(now)) return;
    this.#end();
    this.#window = windowAt(windowOf[this.#metric], now);
  }

  #end(): void {
    const whole = Math.floor(this.#untold);
    if (whole > 0) this.#ended.push(this.#settlement(whole));
    this.#total = 0;
    this.#told = 0;
    this.#untold = 0;
  }

  get #windowStart(): string {
    return new Date(this.#window.startsAt).toISOString();
  }

  #settlement(spent: number): Settlement {
    return { projectId: this.#projectId, metric: this.#metric, windowStart: this.#windowStart, back: -spent, spent };
  }
}
