import { template } from "../notices/index.ts";

interface Requested {
  readonly overrideId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly metric: string;
  /** The limit as it is without the override. */
  readonly usual: number;
  readonly limit: number;
  readonly reason: string;
  readonly createdBy: string;
}

export const overrideRequested = template<Requested>({
  name: "override_requested",
  about: "An override raises a limit so far that a second person is to approve it.",
  goesTo: "staff",
  example: {
    overrideId: "ovr_01jh8x4q3efyxb0v1s2t3w4y5z",
    projectId: "prj_01jh8x4q3efyxb0v1s2t3w4y5z",
    projectName: "Field notes",
    metric: "requests_per_day",
    usual: 50_000,
    limit: 1_000_000,
    reason: "a launch on Thursday",
    createdBy: "stf_01jh8x4q3efyxb0v1s2t3w4y5z",
  },
  write: ({ projectName, projectId, metric, usual, limit, reason, createdBy }) => ({
    subject: `An override of ${projectName} waits for approval`,
    body: `${createdBy} asks to raise ${metric} of ${projectName} (${projectId}) from ${usual.toLocaleString("en")} to ${limit.toLocaleString("en")}: ${reason}
Somebody else approves or rejects it.
`,
  }),
});
