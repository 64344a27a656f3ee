import { z } from "zod";

/**
 * A time as callers write it, with any offset; it arrives as ISO 8601 in UTC. Years that PostgreSQL or JavaScript read otherwise are refused,
 * and the last that they read alike: what ends a while later, such as the days in which one may appeal, has to be written as well.
 */
export const moment = z.iso
  .datetime({ offset: true, abort: true, error: "must be a time such as 2027-01-31T12:00:00Z" })
  .refine((text) => inRange(Date.parse(text)), "must lie between the years 1970 and 9998")
  .overwrite((text) => (inRange(Date.parse(text)) ? new Date(text).toISOString() : text))
  .meta({ format: "date-time", example: "2027-01-31T12:00:00Z" });

const inRange = (ms: number) => ms >= 0 && ms < Date.UTC(9999, 0, 1);
