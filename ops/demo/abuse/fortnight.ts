import { dayMs } from "../clock.ts";

/** A Monday; Europe's clocks go back an hour in the night to the first Sunday. */
export const startsAt = Date.UTC(2026, 9, 19);
export const days = 14;
export const endsAt = startsAt + days * dayMs;

/** The moment so many days after the beginning. */
export const onDay = (day: number): number => startsAt + day * dayMs;
