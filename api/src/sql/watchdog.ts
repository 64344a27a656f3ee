import type { Cell } from "../platform/db/cell.ts";
import type { Log } from "../platform/log.ts";

/** What no tenant's session may do for longer, whatever the tenant has set. */
const limits = { runningSeconds: 60, copyingSeconds: 3_700, idleInTransactionSeconds: 60 } as const;
/** Far more than a change of a large schema takes, and so few that all sessions together do not fill the table of locks. */
const locksMax = 2_000;
const everyMs = 1_000;
/** A loop fills the table of locks within seconds, so that is looked at in every round, and time in each of so many. */
const roundsPerLookAtTime = 5;

/** Ends sessions of tenants that take too much of what all share: time, or locks. One process of an installation is enough. */
export function startWatchdog(cell: Pick<Cell, "endStraySessions" | "endHoarders">, log: Log): { stop(): Promise<void> } {
  let isStopped = false;
  let rounds = 0;
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();
  const look = async () => {
    try {
      const hoarders = await cell.endHoarders(locksMax);
      if (hoarders.length > 0) log.warn("sessions of tenants were ended, for they held too many locks", { ended: hoarders, locksMax });
      rounds += 1;
      if (rounds % roundsPerLookAtTime !== 0) return;
      const ended = await cell.endStraySessions(limits);
      if (ended.length > 0) log.warn("sessions of tenants were ended, for they took too long", { ended });
    } catch (error) {
      log.warn("the watchdog could not look", { error });
    } finally {
      if (!isStopped) schedule();
    }
  };
  const schedule = () => {
    timer = setTimeout(() => {
      round = look();
    }, everyMs).unref();
  };
  schedule();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
