/** What projects use: counted in each process by minute, written down together, read back by minute, hour or day. */
export { read, record } from "./actions.ts";
export { getProjectUsage, getUsage } from "./contract.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
export { Meter, type ProjectMeter } from "./meter.ts";
export { recordLevels, summedUpTo } from "./queries.ts";
export { type Batch, type UsageMetric, usageMetrics } from "./rules.ts";
