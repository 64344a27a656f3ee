import type { Context } from "../platform/action.ts";
import { get as getProject } from "../projects/index.ts";
import { refuse } from "./contract.ts";
import { findRecentUse } from "./queries.ts";
import { isDecrease, type Metric, needsConfirmation, unitOf } from "./rules.ts";

/** A limit that somebody is about to set. */
export interface Change {
  readonly projectId: string;
  readonly metric: Metric;
  /** What limits the project where nothing is changed. */
  readonly before: number;
  readonly limit: number;
  readonly used: number;
  readonly isConfirmed: boolean;
}

const days = 7;

/** A limit that sinks by much, or below what is used, is set only by who has seen whom that would hit. */
export async function refuseUnconfirmed(context: Context, change: Change) {
  const { projectId, metric, before, limit, used } = change;
  if (change.isConfirmed || !isDecrease(change)) return;
  const since = new Date(Date.parse(context.now) - days * 86_400_000).toISOString();
  const { peak, refused } = await findRecentUse(context.db, projectId, metric, limit, since);
  if (!needsConfirmation({ before, limit, used, peak })) return;
  const { name } = await getProject(context, { projectId });
  const impact = { projectId, projectName: name, metric, before, limit, usedNow: used, peakOfLast7Days: peak, refusedOfLast7Days: refused };
  throw refuse("confirmation_needed", { details: { ...impact, consequences: wordsOf(impact) } });
}

type Impact = Pick<Change, "metric" | "before" | "limit"> & {
  readonly projectName: string;
  readonly usedNow: number;
  readonly peakOfLast7Days: number;
  readonly refusedOfLast7Days: number;
};

/** The same as sentences, for whoever asks people. */
function wordsOf({ projectName, metric, before, limit, usedNow, peakOfLast7Days, refusedOfLast7Days }: Impact): string[] {
  const figure = (value: number) => value.toLocaleString("en");
  const hit = refusedOfLast7Days > 0 ? `${figure(refusedOfLast7Days)} ${unitOf[metric] ?? "of it"}` : "Nothing";
  return [
    `The limit of ${projectName} sinks from ${figure(before)} to ${figure(limit)}.`,
    `Used now: ${figure(usedNow)}. Most in the last ${days} days: ${figure(peakOfLast7Days)}.`,
    `${hit} of the last ${days} days would have been refused.`,
  ];
}
