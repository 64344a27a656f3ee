/** What was counted in a minute since it was last told of. */
export interface Counted {
  /** Milliseconds since 1970, the beginning of a minute. */
  readonly minute: number;
  readonly total: number;
  readonly peakSecond: number;
}

const minuteMs = 60_000;
const secondMs = 1_000;

/** Counts by minute, with the busiest second of each. */
export class Tally {
  #minute = 0;
  #total = 0;
  #peak = 0;
  #second = 0;
  #inSecond = 0;
  #ended: Counted[] = [];

  add(amount: number, now: number): void {
    const second = now - (now % secondMs);
    if (second !== this.#second) this.#begin(second);
    this.#total += amount;
    this.#inSecond += amount;
    if (this.#inSecond > this.#peak) this.#peak = this.#inSecond;
  }

  /** Tells what is new; a minute that still runs is told of again with what comes. Fractions wait until they are whole. */
  drain(): Counted[] {
    const total = Math.floor(this.#total);
    const told = this.#ended;
    if (total > 0) told.push({ minute: this.#minute, total, peakSecond: Math.ceil(this.#peak) });
    this.#total -= total;
    this.#ended = [];
    return told;
  }

  #begin(second: number): void {
    const minute = second - (second % minuteMs);
    if (minute !== this.#minute) {
      const total = Math.floor(this.#total);
      if (total > 0) this.#ended.push({ minute: this.#minute, total, peakSecond: Math.ceil(this.#peak) });
      this.#total -= total;
      this.#minute = minute;
      this.#peak = 0;
    }
    this.#second = second;
    this.#inSecond = 0;
  }
}
