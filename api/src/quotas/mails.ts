import { template } from "../notices/index.ts";
import type { Metric } from "./rules.ts";

interface Proposed {
  readonly projectId: string;
  readonly projectName: string;
  readonly metric: Metric;
  /** What it is measured against. */
  readonly usual: number;
  readonly limit: number;
  readonly reason: string;
  readonly proposedBy: string;
}

export const quotaProposed = template<Proposed>({
  name: "quota_proposed",
  about: "A project's own limit is raised so far that a second person is to set it as well.",
  goesTo: "staff",
  example: {
    projectId: "prj_01jh8x4q3efyxb0v1s2t3w4y5z",
    projectName: "Field notes",
    metric: "requests_per_day",
    usual: 50_000,
    limit: 1_000_000,
    reason: "they grow",
    proposedBy: "stf_01jh8x4q3efyxb0v1s2t3w4y5z",
  },
  write: ({ projectName, projectId, metric, usual, limit, reason, proposedBy }) => ({
    subject: `A limit of ${projectName} waits for a second person`,
    body: `${proposedBy} asks to set ${metric} of ${projectName} (${projectId}) to ${limit.toLocaleString("en")}, where ${usual.toLocaleString("en")} is usual: ${reason}
Somebody else approves or rejects it, within seven days.
`,
  }),
});

interface Decided extends Omit<Proposed, "usual" | "proposedBy"> {
  readonly what: "quota" | "override";
  readonly decision: "approved" | "rejected";
  readonly decidedBy: string;
}

/** What whoever asked for a limit is told when a second person has decided. */
export const limitDecided = template<Decided>({
  name: "limit_decided",
  about: "Somebody approved or rejected a quota or an override that waited for a second person.",
  goesTo: "person",
  example: {
    what: "quota",
    projectId: "prj_01jh8x4q3efyxb0v1s2t3w4y5z",
    projectName: "Field notes",
    metric: "requests_per_day",
    limit: 1_000_000,
    reason: "they pay for it from Thursday on",
    decision: "approved",
    decidedBy: "stf_01jh8x4q3efyxb0v1s2t3w4y5z",
  },
  write: ({ what, projectName, projectId, metric, limit, reason, decision, decidedBy }) => ({
    subject: `The ${what} that you asked for ${projectName} is ${decision}`,
    body: `${decidedBy} ${decision} the ${what} that you asked for: ${metric} of ${projectName} (${projectId}), ${limit.toLocaleString("en")}.

${reason}
`,
  }),
});
