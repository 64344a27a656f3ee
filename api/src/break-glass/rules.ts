export const verdicts = ["drill", "emergency", "misuse"] as const;

/** What a session may be found to have been: what it was opened as, or misuse. */
export const verdictsOf = (isDrill: boolean): readonly (typeof verdicts)[number][] => [isDrill ? "drill" : "emergency", "misuse"];

const minute = 60_000;
const day = 24 * 60 * minute;

/** However much is asked for, and whatever is done meanwhile. */
export const minutesMost = 60;

export const endOf = (openedAt: string, minutes: number): string =>
  new Date(Date.parse(openedAt) + Math.min(minutes, minutesMost) * minute).toISOString();

const drillEveryDays = 90;
const remindAgainDays = 7;

/** Whether the way in was not tried for so long that somebody should: counted from the last drill, or from when the first code was sealed. */
export const isDrillDue = (since: string | null, now: string): boolean =>
  since !== null && Date.parse(now) - Date.parse(since) > drillEveryDays * day;

/** Nobody is reminded each day of the same. */
export const isToRemind = (remindedAt: string | null, now: string): boolean =>
  remindedAt === null || Date.parse(now) - Date.parse(remindedAt) > remindAgainDays * day;
