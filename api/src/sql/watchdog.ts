import type { Cell } from "../platform/db/cell.ts";
import type { Log } from "../platform/log.ts";

/** What no tenant's session may do for longer, whatever the tenant has set. */
const limits = { runningSeconds: 60, idleInTransactionSeconds: 60 } as const;
const everyMs = 5_000;

/** Ends sessions of tenants that run or hold a transaction for too long; one process of an installation is enough. */
export function startWatchdog(cell: Pick<Cell, "endStraySessions">, log: Log): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();
  const look = async () => {
    try {
      const ended = await cell.endStraySessions(limits);
      if (ended.length > 0) log.warn("sessions of tenants were ended, for they took too long", { ended });
    } catch (error) {
      log.warn("the watchdog could not look", { error });
    }
    if (!isStopped) schedule();
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
