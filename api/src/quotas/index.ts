/** Limits of projects: what they are, where each comes from, how much is used, and the counting that enforces them. */
export { changed, countSessions, getLimit, getSources, list, listForStaff, listKnown, readUsual, remove, set } from "./actions.ts";
export {
  confirm,
  limitValue,
  listProjectQuotas,
  listQuotas,
  metric,
  reason,
  refuse,
  removeProjectQuota,
  setProjectQuota,
} from "./contract.ts";
export { refuseUnconfirmed, refuseUnconfirmedForMany, weighForMany } from "./decrease.ts";
export { routes } from "./http.ts";
export { jobs } from "./jobs.ts";
export { Lease, type Lend } from "./lease.ts";
export { Pace } from "./pace.ts";
export { lendFromPool } from "./pool.ts";
export {
  approveQuotaProposal,
  approveQuotaProposals,
  listQuotaProposals,
  rejectQuotaProposal,
  rejectQuotaProposals,
} from "./proposal-contract.ts";
export { approveProposal, approveProposals, listProposals, rejectProposal, rejectProposals } from "./proposals.ts";
export { lease, type Settlement, type Spent, settle } from "./queries.ts";
export {
  countedMetrics,
  effectiveLimits,
  type FeltLimit,
  inWords,
  isMuchLess,
  isReached,
  isWorthTelling,
  type Limit,
  type LimitSources,
  type Limits,
  limitsUrlOf,
  type Metric,
  metrics,
  refusalHeaders,
  resetsAt,
  type TalliedMetric,
  type Threshold,
  thresholdOf,
  thresholds,
  throttledBy,
  warningItem,
  windowAt,
  windowOf,
} from "./rules.ts";
export { measureRaise, tellDecided } from "./second-person.ts";
export { listStandings, SourceRow, type Standing, sourceColumns } from "./standing-queries.ts";
export { Tab } from "./tab.ts";
