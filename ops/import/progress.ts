/** Tells how far the work is: a bar on a terminal, now and then a line elsewhere. */
export interface Progress {
  /** Begins a part of so many steps, where that is known. */
  begin(title: string, total: number | undefined): void;
  /** One more is done, or so many; `about` says which. */
  step(about: string, by?: number): void;
  end(): void;
}

/** Where it is told: a terminal, or something that takes lines. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const barWidth = 30;
/** So that a bar does not flicker, and a log does not fill. */
const betweenMs = { terminal: 60, elsewhere: 2_000 } as const;

export function makeProgress(screen: Screen, clock: () => number = () => performance.now()): Progress {
  let part = { title: "", total: undefined as number | undefined, done: 0, startedAt: 0 };
  let shownAt = Number.NEGATIVE_INFINITY;
  const show = (about: string, isLast: boolean) => {
    const now = clock();
    if (!isLast && now - shownAt < betweenMs[screen.isTTY ? "terminal" : "elsewhere"]) return;
    shownAt = now;
    screen.write(screen.isTTY ? `\r\x1b[K${barOf(part, about).slice(0, (screen.columns ?? 80) - 1)}` : `${lineOf(part, about)}\n`);
  };
  return {
    begin(title, total) {
      part = { title, total, done: 0, startedAt: clock() };
      if (screen.isTTY && total !== 0) show("", true);
    },
    step(about, by = 1) {
      part.done += by;
      show(about, false);
    },
    end() {
      if (screen.isTTY) screen.write("\r\x1b[K");
      if (part.done > 0) screen.write(`${part.title}: ${part.done} in ${((clock() - part.startedAt) / 1000).toFixed(1)} s\n`);
    },
  };
}

type Part = { readonly title: string; readonly total: number | undefined; readonly done: number };

function barOf({ title, total, done }: Part, about: string): string {
  if (total === undefined) return `${title} ${done} ${about}`;
  const filled = Math.round((barWidth * done) / Math.max(1, total));
  return `${"█".repeat(filled)}${"░".repeat(barWidth - filled)}  ${done}/${total}  ${title}  ${about}`;
}

const lineOf = ({ title, total, done }: Part, about: string) =>
  `${title}: ${total === undefined ? done : `${done} of ${total}`}  ${about}`.trimEnd();
