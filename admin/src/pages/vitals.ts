import { secondsUnsealed } from "@nextmavens/api/audit";
import { waysOf } from "@nextmavens/api/break-glass";
import { checkDatabase } from "@nextmavens/api/health";
import type { Db } from "@nextmavens/api/platform/db/store";
import { countJobs } from "@nextmavens/api/platform/jobs";
import type { Sources } from "../resources/answers.ts";
import type { Vitals } from "../sight.ts";
import { type HourTotal, overTime, requestsByHour, sumBetween } from "./hours.ts";
import type { Span } from "./span.ts";

/** Asked first and alone: it tells how fast the database answers, not how long a page waits for connections. */
export async function healthOf({ engine, reads, jobs }: Sources): Promise<Pick<Vitals, "health" | "missingWays">> {
  const { status, checks } = await checkDatabase(reads);
  const [unsealed, { late }] = await Promise.all([engine.store.transact("platform", secondsUnsealed), countJobs(jobs)]);
  return {
    health: { status, databaseMs: checks["database"]?.observedMs, secondsUnsealed: unsealed, jobsLate: late },
    missingWays: waysOf(engine)
      .filter(({ isThere }) => !isThere)
      .map(({ way, by }) => ({ way, by })),
  };
}

/** What was asked of the platform in this time, of hours that may reach further back. */
export const requestsIn = (hours: readonly HourTotal[], span: Span): Pick<Vitals, "requests" | "totals"> => ({
  requests: overTime(hours, span),
  totals: sumBetween(hours, span.from, span.to),
});

export const requestsOf = async (db: Db, span: Span) => requestsIn(await requestsByHour(db, span.from), span);
