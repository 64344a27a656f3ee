const minuteMs = 60_000;
/** The longest window, in minutes. */
const minutesKept = 360;

/**
 * Pairs of windows and how fast the allowance for errors is used up in both: the shorter one says that it is still so. A
 * rate of 1 uses up a month's allowance in a month; 14.4 uses 2 % of it in an hour, 6 uses 5 % in six hours
 * (Beyer and others, "The Site Reliability Workbook", chapter 5, "Alerting on SLOs", 2018).
 */
export const burnWindows = [
  { longMinutes: 60, shortMinutes: 5, rate: 14.4 },
  { longMinutes: 360, shortMinutes: 30, rate: 6 },
] as const;

/** As far back as the longest looks. */
export const burnReachMs = minutesKept * minuteMs;

/** Of fewer mistaken requests in the longest window none of them makes a find. */
export const fewestErrors = ({ objective, requestsMin }: { objective: number; requestsMin: number }) =>
  Math.floor(Math.min(...burnWindows.map(({ rate }) => rate)) * (1 - objective) * requestsMin);

/** What an endpoint had in a window. */
export interface Measured {
  readonly minutes: number;
  readonly requests: number;
  readonly errors: number;
  /** How many times faster than allowed errors came. */
  readonly rate: number;
}

export interface Burn {
  readonly score: number;
  readonly rate: number;
  readonly long: Measured;
  readonly short: Measured;
}

/** The requests of one endpoint by minute, for six hours. What is older, or ahead of the clock, must not be added. */
export class ErrorSeries {
  readonly #minutes = new Float64Array(minutesKept).fill(-1);
  readonly #requests = new Uint32Array(minutesKept);
  readonly #errors = new Uint32Array(minutesKept);
  newest = 0;

  add(at: number, requests: number, errors: number): void {
    const minute = Math.floor(at / minuteMs);
    const place = minute % minutesKept;
    if (minute !== this.#minutes[place]) {
      this.#minutes[place] = minute;
      this.#requests[place] = 0;
      this.#errors[place] = 0;
    }
    this.#requests[place] = (this.#requests[place] ?? 0) + requests;
    this.#errors[place] = (this.#errors[place] ?? 0) + errors;
    this.newest = Math.max(this.newest, at);
  }

  /** The last whole and begun minutes until `now`. */
  measure(now: number, minutes: number, objective: number): Measured {
    const last = Math.floor(now / minuteMs);
    let requests = 0;
    let errors = 0;
    for (let minute = last - minutes + 1; minute <= last; minute += 1) {
      const place = minute % minutesKept;
      if (this.#minutes[place] !== minute) continue;
      requests += this.#requests[place] ?? 0;
      errors += this.#errors[place] ?? 0;
    }
    return { minutes, requests, errors, rate: requests === 0 ? 0 : errors / requests / (1 - objective) };
  }
}

/** Whether an endpoint's errors use up its allowance too fast, by the first pair of windows that says so. */
export function findBurn(
  series: ErrorSeries,
  now: number,
  { objective, requestsMin }: { objective: number; requestsMin: number },
): Burn | undefined {
  for (const { longMinutes, shortMinutes, rate } of burnWindows) {
    const short = series.measure(now, shortMinutes, objective);
    if (short.requests < requestsMin / 10 || short.rate < rate) continue;
    const long = series.measure(now, longMinutes, objective);
    if (long.requests >= requestsMin && long.rate >= rate) return { score: long.rate / rate, rate, long, short };
  }
  return undefined;
}
