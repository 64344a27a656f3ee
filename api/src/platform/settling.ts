/** Counts of this process that are not yet written down, and who can write them. */
export class Settling {
  readonly #flushes = new Set<() => Promise<void>>();

  add(flush: () => Promise<void>): void {
    this.#flushes.add(flush);
  }

  delete(flush: () => Promise<void>): void {
    this.#flushes.delete(flush);
  }

  /** Resolves when what was counted here is written down, so that reading it is exact; after a moment in any case. */
  async settled(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    // Whoever waits may hold the last connection that a flush needs.
    const timer = setTimeout(resolve, atMostMs);
    void Promise.all([...this.#flushes].map((flush) => flush())).then(() => resolve());
    await promise;
    clearTimeout(timer);
  }
}

const atMostMs = 250;
