import { template } from "../notices/index.ts";
import { spoken } from "../platform/spoken.ts";
import { inWords } from "../quotas/index.ts";
import type { WarnedMetric } from "./rules.ts";

/** What an owner is told of a limit, for machines. */
export interface WarningData {
  readonly projectId: string;
  readonly projectName: string;
  readonly metric: WarnedMetric;
  readonly threshold: number;
  readonly used: number;
  readonly limit: number;
  readonly source: "plan" | "quota" | "override";
  /** When counting begins anew; nothing for a level. */
  readonly resetsAt: string | null;
  /** When the limit is reached if all goes on as until now; nothing where it is not, or is already. */
  readonly reachedAt: string | null;
  readonly limitsUrl: string;
}

interface Words {
  readonly subject: string;
  readonly amount: (value: number) => string;
  /** What is refused once the limit is reached. */
  readonly next: string;
  readonly remedy: string;
}

const count = (noun: string) => (value: number) => `${value.toLocaleString("en")} ${noun}`;

const hours = (ms: number) => `${(ms / 3_600_000).toFixed(1)} hours`;

const words: Readonly<Record<WarnedMetric, Words>> = {
  requests_per_day: {
    subject: "its requests of the day",
    amount: count("requests"),
    next: "each further request is refused with status 429 and the code quota_exceeded. Nothing is deleted",
    remedy: "Look for requests that repeat themselves, fetch several things in one request, or keep answers for a while.",
  },
  rows_written_per_day: {
    subject: "the rows it may write in a day",
    amount: count("rows"),
    next: "whatever inserts or updates is refused with status 429 and the code quota_exceeded. Reading and deleting go on",
    remedy: "Look for imports or updates that write the same again, and spread what can wait over several days.",
  },
  requests_per_month: {
    subject: "its requests of the month",
    amount: count("requests"),
    next: "each further request is refused with status 429 and the code quota_exceeded. Nothing is deleted",
    remedy: "Look for requests that repeat themselves, fetch several things in one request, or keep answers for a while.",
  },
  query_ms_per_day: {
    subject: "its time for requests of the day",
    amount: hours,
    next: "each further request is refused with status 429 and the code quota_exceeded. Nothing is deleted",
    remedy: "Look for slow requests: an index, a smaller page or fewer columns often make them a hundred times quicker.",
  },
  egress_bytes_per_month: {
    subject: "what it may send out in a month",
    amount: inWords,
    next: "each further request is refused with status 429 and the code quota_exceeded. Nothing is deleted",
    remedy: "Ask for fewer columns and smaller pages, and keep answers where they don't change.",
  },
  stored_bytes: {
    subject: "the room of its files",
    amount: inWords,
    next: "no further file is taken. Reading and deleting go on, and nothing is deleted by us",
    remedy: "Delete files that you don't need.",
  },
  database_bytes: {
    subject: "the room of its database",
    amount: inWords,
    next: "the project is restricted: whatever makes the database grow is refused. Reading, exporting and deleting go on, and nothing is deleted by us",
    remedy:
      "Delete what you don't need, and then have the room of deleted rows given back: POST to the project's /reclaim. The restriction ends by itself within 15 s of the database being under its limit.",
  },
};

const sources = { plan: "your plan", quota: "the project's own quota", override: "an override for a time" } as const;

function whatNext({ threshold, resetsAt, reachedAt }: WarningData, { next }: Words, limit: string): string {
  const until = resetsAt === null ? "until there is room again" : `until ${spoken(resetsAt)}, when counting begins anew`;
  if (threshold === 100) return `What happens now: ${next}. It stays so ${until}.`;
  return `What happens next: at ${limit}, ${next}. It stays so ${until}.\n\nWhen: ${whenOf(resetsAt, reachedAt)}`;
}

function whenOf(resetsAt: string | null, reachedAt: string | null): string {
  if (resetsAt === null) return "that depends on what is written; it is measured every 15 seconds while something is.";
  if (reachedAt === null) return "if all goes on as until now, not before counting begins anew.";
  return `if all goes on as until now, at about ${spoken(reachedAt)}.`;
}

/** What an owner is told when a threshold of a limit is reached: what happens next, when, and what to do. */
export const quotaWarning = template<WarningData>({
  name: "quota_warning",
  about: "When 50, 80, 95 or 100 percent of a limit of a project are used.",
  goesTo: "owner",
  example: {
    projectId: "prj_01jh8x4q3efyxb0v1s2t3w4y5z",
    projectName: "Recipes",
    metric: "requests_per_day",
    threshold: 80,
    used: 400_180,
    limit: 500_000,
    source: "plan",
    resetsAt: "2027-05-11T00:00:00.000Z",
    reachedAt: "2027-05-10T20:12:00.000Z",
    limitsUrl: "https://api.example.com/api/projects/prj_01jh8x4q3efyxb0v1s2t3w4y5z/quotas",
  },
  write(data) {
    const { projectId, projectName, metric, threshold, used, limit, source, limitsUrl } = data;
    const { subject, amount, remedy } = words[metric];
    const part = `${Math.floor((used / limit) * 100)} %`;
    return {
      subject: `Your project ${projectName} has used ${threshold === 100 ? "all" : `${threshold} %`} of ${subject}`,
      body: `Your project ${projectName} (${projectId}) has used ${amount(used)} of ${amount(limit)}, which is ${part}. The limit comes from ${sources[source]}.

${whatNext(data, words[metric], amount(limit))}

What you can do: ${remedy}
If the project needs more than that, answer this mail and tell us how much and for how long.

Limits, their use and when each begins anew: ${limitsUrl}
`,
    };
  },
});
