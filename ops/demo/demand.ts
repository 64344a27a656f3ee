import { chanceOf } from "./chance.ts";
import { dayMs, hourMs } from "./clock.ts";
import type { Use } from "./plan.ts";

/** Of a day's requests, how they fall on its hours, local time. */
const hours: Readonly<Record<Use["rhythm"], readonly number[]>> = {
  office: [1, 1, 1, 1, 1, 2, 4, 8, 14, 18, 18, 16, 12, 16, 18, 17, 14, 9, 5, 3, 2, 2, 1, 1],
  shop: [3, 2, 1, 1, 1, 2, 4, 6, 8, 10, 11, 12, 13, 11, 10, 10, 11, 13, 15, 17, 18, 15, 10, 6],
  evening: [5, 3, 2, 1, 1, 1, 2, 4, 5, 5, 5, 6, 7, 6, 6, 7, 9, 12, 16, 20, 22, 20, 15, 9],
  weekend: [7, 4, 3, 2, 1, 1, 2, 3, 5, 7, 9, 11, 12, 13, 13, 13, 13, 14, 16, 18, 19, 18, 15, 11],
  constant: [10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 11, 11, 11, 11, 10, 10, 10, 10, 10, 10, 10],
  nightly: [92, 3, 0, 0, 0, 0, 0, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.2, 0, 0, 0, 0, 0, 0],
};

/** How the days of the week compare, Sunday first. */
const weekdays: Readonly<Record<Use["rhythm"], readonly number[]>> = {
  office: [0.12, 1.25, 1.3, 1.28, 1.25, 1.1, 0.2],
  shop: [1.1, 0.85, 0.85, 0.9, 0.95, 1.15, 1.25],
  evening: [1.2, 0.95, 0.95, 0.95, 1, 0.9, 1.05],
  weekend: [1.6, 0.7, 0.65, 0.7, 0.8, 1.15, 1.7],
  constant: [1, 1, 1, 1, 1, 1, 1],
  nightly: [1, 1, 1, 1, 1, 1, 1],
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const hoursTotal = Object.fromEntries(Object.entries(hours).map(([rhythm, values]) => [rhythm, sum(values)]));

/** Growth and decline are told of this much of the future and past; beyond, it stays as it is. */
const trendDays = { before: 45, after: 10 } as const;

export interface Demand {
  readonly use: Use;
  /** Tells one project's noise from another's. */
  readonly path: readonly (string | number)[];
  /** The moment that the plan's days are counted from. */
  readonly madeAt: number;
}

/** How many requests are asked for in the hour (UTC) that begins then. */
export function demandInHour({ use, path, madeAt }: Demand, startsAt: number): number {
  const daysOff = (startsAt - madeAt) / dayMs;
  if (use.lastAt !== undefined && daysOff > use.lastAt) return 0;
  // An import runs by the server's clock, whoever it is for.
  const local = new Date(startsAt + (use.rhythm === "nightly" ? 0 : use.utcOffsetHours) * hourMs);
  const share = (hours[use.rhythm][local.getUTCHours()] ?? 0) / (hoursTotal[use.rhythm] ?? 1);
  const weekday = weekdays[use.rhythm][local.getUTCDay()] ?? 1;
  const trend = use.growth ** Math.max(-trendDays.before, Math.min(trendDays.after, daysOff));
  const isBurst = use.burst !== undefined && daysOff >= use.burst.from && daysOff < use.burst.to;
  const noise = 0.85 + 0.3 * chanceOf(...path, startsAt).next();
  return use.perDay * share * weekday * trend * noise * (isBurst ? (use.burst?.times ?? 1) : 1);
}
