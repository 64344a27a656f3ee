const secondMs = 1_000;
/** What was learnt of other processes is of no use after this long. */
const learntForMs = 3_000;

/**
 * Holds a project to its limit per second in this process, by the generic cell rate algorithm: a burst of a second's
 * worth, then evenly. Times are those of a clock that only goes forward, in milliseconds.
 */
export class Pace {
  /** When what was taken is used up; never more than a second ahead. */
  #usedUntil = 0;
  #ours = 0;
  #others = 0;
  #learntAt = -learntForMs;

  /** Takes one request, or tells how many milliseconds to wait for it. */
  take(limit: number, now: number): number {
    if (limit <= 0) return secondMs;
    const interval = secondMs / this.share(limit, now);
    const usedUntil = Math.max(this.#usedUntil, now) + interval;
    // Half an interval of slack, so that sums of fractions can't cost a request.
    const wait = usedUntil - now - Math.max(secondMs, interval) - interval / 2;
    if (wait > 0) return Math.max(1, wait);
    this.#usedUntil = usedUntil;
    return 0;
  }

  /** How many requests were asked for in the last second, here and in all other processes together. */
  learn(ours: number, others: number, now: number): void {
    this.#ours = ours;
    this.#others = others;
    this.#learntAt = now;
  }

  /** What of a limit this process may give: what the others leave of it, but no less than its part of what is asked for. */
  share(limit: number, now: number): number {
    if (this.#others === 0 || now - this.#learntAt > learntForMs) return limit;
    return Math.max(limit - this.#others, (limit * Math.max(1, this.#ours)) / (Math.max(1, this.#ours) + this.#others));
  }
}
