/** Tells how far the work is: a bar on a terminal, a line for each part elsewhere. */
export interface Progress {
  /** Does a part, item by item, some at once and begun in order; the first failure ends it. */
  part<T>(title: string, items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void>;
}

interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export const makeProgress = (screen: Screen): Progress => ({
  async part(title, items, atOnce, work) {
    const bar = screen.isTTY ? new Bar(screen, title, items.length) : undefined;
    bar?.show(0);
    let done = 0;
    try {
      await forEach(items, atOnce, async (item) => {
        await work(item);
        done += 1;
        bar?.show(done);
      });
    } finally {
      bar?.clear();
    }
    if (items.length > 0) screen.write(`${title}: ${items.length}\n`);
  },
});

/** So that a bar does not flicker. */
const betweenMs = 60;
const barWidth = 32;

class Bar {
  readonly #screen: Screen;
  readonly #title: string;
  readonly #total: number;
  #shownAt = Number.NEGATIVE_INFINITY;

  constructor(screen: Screen, title: string, total: number) {
    this.#screen = screen;
    this.#title = title;
    this.#total = total;
  }

  show(done: number): void {
    if (performance.now() - this.#shownAt < betweenMs && done < this.#total) return;
    this.#shownAt = performance.now();
    const filled = Math.round((barWidth * done) / Math.max(1, this.#total));
    const line = `${"█".repeat(filled)}${"░".repeat(barWidth - filled)}  ${done}/${this.#total}  ${this.#title}`;
    this.#screen.write(`\r\x1b[K${line.slice(0, (this.#screen.columns || 80) - 1)}`);
  }

  clear(): void {
    this.#screen.write("\r\x1b[K");
  }
}

async function forEach<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  let hasFailed = false;
  const takeOneAfterTheOther = async () => {
    for (const item of left) {
      await work(item).catch((error: unknown) => {
        hasFailed = true;
        throw error;
      });
      if (hasFailed) return;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, takeOneAfterTheOther));
}
