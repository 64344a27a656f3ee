/** Counts of this process that are not yet written down, and who can write them. */
export class Settling {
  readonly #flushes = new Set<() => Promise<void>>();

  add(flush: () => Promise<void>): void {
    this.#flushes.add(flush);
  }

  delete(flush: () => Promise<void>): void {
    this.#flushes.delete(flush);
  }

  /** Resolves when what was counted here is written down, however long that takes. */
  async flushed(): Promise<void> {
    await Promise.all([...this.#flushes].map((flush) => flush()));
  }

  /** As `flushed`, but after a moment in any case: whoever waits may hold the last connection that a flush needs. */
  async settled(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, atMostMs);
    void this.flushed().then(() => resolve());
    await promise;
    clearTimeout(timer);
  }
}

const atMostMs = 250;
