import { type Sql, sql } from "./sql.ts";

interface Asked {
  readonly isWaiting: boolean | undefined;
  readonly now: string;
}

/** The end of a query for a page of what waits for a decision until its time is over, the newest first; or of what does not, or of all. */
export const pageOfWaiting = ({ isWaiting, now }: Asked, before: string | undefined, limit: number): Sql => sql`
  where (${isWaiting ?? null}::boolean is null or (decision is null and ends_at > ${now}) = ${isWaiting ?? null})
    and (${before ?? null}::text is null or id < ${before ?? null})
  order by id desc
  limit ${limit + 1}`;
