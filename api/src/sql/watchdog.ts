import type { Config } from "../platform/config.ts";
import type { Cell } from "../platform/db/cell.ts";
import type { Log } from "../platform/log.ts";
import { inRounds } from "../platform/rounds.ts";

/** What no tenant's session may do, whatever the tenant has set. */
export interface WatchdogLimits {
  /** For so long it may run a statement, or hold a transaction without running one. */
  readonly runningSeconds: number;
  readonly idleInTransactionSeconds: number;
  /** Far more than a change of a large schema takes, and so few that all sessions together do not fill the table of locks. */
  readonly locksMax: number;
  /** Of the queue of notifications that all databases of the server share; when it is full, nobody's transaction that notifies can commit. */
  readonly queuePercent: number;
}

/** What the configuration says that no tenant's session may do. */
export const watchdogLimits = (config: Config): WatchdogLimits => ({
  runningSeconds: config.WATCHDOG_RUNNING_SECONDS,
  idleInTransactionSeconds: config.WATCHDOG_IDLE_SECONDS,
  locksMax: config.WATCHDOG_LOCKS,
  queuePercent: config.WATCHDOG_QUEUE_PERCENT,
});

/** Imports and exports run for longer, and end themselves. */
const copyingSeconds = 3_700;
const everyMs = 1_000;
/** A loop fills the table of locks within seconds, so that is looked at in every round, and time in each of so many. */
const roundsPerLookAtTime = 5;

/** Ends sessions of tenants that take too much of what all share: time, locks, or notifications. One process of an installation is enough. */
export function startWatchdog(
  cell: Pick<Cell, "endStraySessions" | "endHoarders" | "endLaggards">,
  log: Log,
  { locksMax, queuePercent, ...limits }: WatchdogLimits,
): { stop(): Promise<void> } {
  let rounds = 0;
  const look = async () => {
    const hoarders = await cell.endHoarders(locksMax);
    if (hoarders.length > 0) log.warn("sessions of tenants were ended, for they held too many locks", { ended: hoarders, locksMax });
    const laggards = await cell.endLaggards(queuePercent / 100);
    if (laggards.length > 0) {
      log.warn("the oldest transactions of tenants were ended, for the queue of notifications grew behind one", { ended: laggards });
    }
    rounds += 1;
    if (rounds % roundsPerLookAtTime !== 0) return;
    const ended = await cell.endStraySessions({ ...limits, copyingSeconds });
    if (ended.length > 0) log.warn("sessions of tenants were ended, for they took too long", { ended });
  };
  return inRounds(everyMs, look, (error) => log.warn("the watchdog could not look", { error }));
}
