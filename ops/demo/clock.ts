export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The time so many days after another; before it, where they are less than zero. */
export const daysAfter = (at: number, days: number): string => new Date(at + days * dayMs).toISOString();

export const startOf = (at: number, lengthMs: number): number => at - (at % lengthMs);
