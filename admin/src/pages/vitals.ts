import { secondsUnsealed } from "@nextmavens/api/audit";
import { checkDatabase } from "@nextmavens/api/health";
import type { Db } from "@nextmavens/api/platform/db/store";
import type { Sources } from "../resources/answers.ts";
import type { Vitals } from "../sight.ts";
import { type HourTotal, overTime, requestsByHour, sumBetween } from "./hours.ts";
import type { Span } from "./span.ts";

/** Asked first and alone: it tells how fast the database answers, not how long a page waits for connections. */
export async function healthOf({ engine, reads }: Sources): Promise<Vitals["health"]> {
  const { status, checks } = await checkDatabase(reads);
  return { status, databaseMs: checks["database"]?.observedMs, secondsUnsealed: await engine.store.transact("platform", secondsUnsealed) };
}

/** What was asked of the platform in this time, of hours that may reach further back. */
export const requestsIn = (hours: readonly HourTotal[], span: Span): Pick<Vitals, "requests" | "totals"> => ({
  requests: overTime(hours, span),
  totals: sumBetween(hours, span.from, span.to),
});

export const requestsOf = async (db: Db, span: Span) => requestsIn(await requestsByHour(db, span.from), span);
