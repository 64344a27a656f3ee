import { template } from "../notices/index.ts";
import { spoken } from "../platform/spoken.ts";
import { inWords, type Metric } from "../quotas/index.ts";

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

interface Ending {
  readonly overrideId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly metric: Metric;
  /** The limit while it lasts, and what limits the project after it. */
  readonly limit: number;
  readonly after: number;
  readonly endsAt: string;
  readonly limitsUrl: string;
}

const example: Ending = {
  overrideId: "ovr_01jh8x4q3efyxb0v1s2t3w4y5z",
  projectId: "prj_01jh8x4q3efyxb0v1s2t3w4y5z",
  projectName: "Field notes",
  metric: "requests_per_day",
  limit: 1_000_000,
  after: 50_000,
  endsAt: "2026-11-25T08:00:00.000Z",
  limitsUrl: "https://api.example.com/api/projects/prj_01jh8x4q3efyxb0v1s2t3w4y5z/quotas",
};

const amount = (metric: Metric, value: number) => (metric.includes("bytes") ? inWords(value) : value.toLocaleString("en"));
const limitOf = ({ metric, projectName, projectId }: Ending) =>
  `the limit "${metric.replaceAll("_", " ")}" of your project ${projectName} (${projectId})`;
const remedyOf = ({ limit, after }: Ending) =>
  after < limit
    ? "If you need the higher limit for longer, ask us before it ends. Nothing is deleted.\n"
    : "Nothing is deleted, and there is nothing to do.\n";

/** What the owner is told some time before a limit that was set for a time ends. */
export const overrideEnding = template<Ending>({
  name: "override_ending",
  about: "A limit that was set for a time ends soon: a day before, or when half of a shorter time is left.",
  goesTo: "owner",
  example,
  write: (told) => ({
    subject: `A limit of ${told.projectName} changes at ${spoken(told.endsAt)}`,
    body: `For a time, ${limitOf(told)} is ${amount(told.metric, told.limit)}.

That ends at ${spoken(told.endsAt)}. From then on the limit is ${amount(told.metric, told.after)}.

${remedyOf(told)}
All limits and what is used of them: GET ${told.limitsUrl}
`,
  }),
});

/** What the owner is told when it has ended. */
export const overrideEnded = template<Ending>({
  name: "override_ended",
  about: "A limit that was set for a time has ended, by its time or because staff ended it.",
  goesTo: "owner",
  example,
  write: (told) => ({
    subject: `A limit of ${told.projectName} has changed`,
    body: `For a time, ${limitOf(told)} was ${amount(told.metric, told.limit)}.

That ended at ${spoken(told.endsAt)}. Now the limit is ${amount(told.metric, told.after)}.

Nothing is deleted. All limits and what is used of them: GET ${told.limitsUrl}
`,
  }),
});
