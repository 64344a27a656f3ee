import { monitorEventLoopDelay } from "node:perf_hooks";

const resolutionMs = 10;
const learnsEachMs = 500;
/** Who is later than that is not late because of us. */
const mostMs = 25;

let lateMs = 0;
const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
histogram.enable();
setInterval(() => {
  if (histogram.count > 0) lateMs = Math.max(0, histogram.mean / 1e6 - resolutionMs);
  histogram.reset();
}, learnsEachMs).unref();

/**
 * How much later than it could this process may hear of something, in milliseconds: it hears nothing while it works, for twice as
 * long as a timer is late on average, and does first what came first.
 */
export const hearsWithinMs = (): number => Math.min(lateMs * 4, mostMs);
