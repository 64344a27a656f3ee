import type { Context } from "../platform/action.ts";
import { get as getProject } from "../projects/index.ts";
import { refuse } from "./contract.ts";
import { isMeasured, listRecentUse } from "./queries.ts";
import { isDecrease, type Metric, needsConfirmation, unitOf } from "./rules.ts";
import { listStandings } from "./standing-queries.ts";

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
  const [{ peak, refused } = { peak: 0, refused: 0 }] = await listRecent(context, [projectId], change);
  if (!needsConfirmation({ before, limit, used, peak })) return;
  const { name } = await getProject(context, { projectId });
  const usedNow = metric === "database_bytes" && !(await isMeasured(context.db, projectId)) ? null : used;
  const impact = { projectId, projectName: name, metric, before, limit, usedNow, peakOfLast7Days: peak, refusedOfLast7Days: refused };
  throw refuse("confirmation_needed", { details: { ...impact, consequences: wordsOf(impact) } });
}

const listRecent = ({ db, now }: Context, projectIds: readonly string[], { metric, limit }: Pick<Change, "metric" | "limit">) =>
  listRecentUse(db, projectIds, metric, limit, new Date(Date.parse(now) - days * 86_400_000).toISOString());

/** A limit that somebody is about to set for many projects at once. */
export interface ChangeOfMany extends Pick<Change, "metric" | "before" | "limit"> {
  /** What all of them have in common, in words. */
  readonly of: string;
  readonly projects: readonly { readonly id: string; readonly name: string }[];
}

const namedMost = 20;

/** The same for many projects at once: it tells which of them have used more. */
export async function refuseUnconfirmedForMany(context: Context, { isConfirmed, ...change }: ChangeOfMany & Pick<Change, "isConfirmed">) {
  const details = isConfirmed ? undefined : await weighForMany(context, change);
  if (details) throw refuse("confirmation_needed", { details });
}

/** Whom a limit of many projects hits, where that is to be confirmed. */
export async function weighForMany(context: Context, change: ChangeOfMany) {
  const { metric, before, limit, projects } = change;
  if (!isDecrease(change)) return undefined;
  const hit = await listHit(context, change);
  const most = Math.max(0, ...hit.map(({ usedNow, peakOfLast7Days }) => Math.max(usedNow, peakOfLast7Days)));
  if (!needsConfirmation({ before, limit, used: most, peak: most })) return undefined;
  const details = { metric, before, limit, projectsCount: projects.length, hitCount: hit.length, hit: hit.slice(0, namedMost) };
  return { ...details, consequences: wordsOfMany(change, hit) };
}

interface HitProject {
  readonly projectId: string;
  readonly projectName: string;
  readonly usedNow: number;
  readonly peakOfLast7Days: number;
  readonly refusedOfLast7Days: number;
}

/** Those that use or lately used more than the limit will be; of whom most would have been refused first. */
async function listHit(context: Context, { metric, limit, projects }: ChangeOfMany): Promise<HitProject[]> {
  const ids = projects.map(({ id }) => id);
  const used = new Map((await listStandings(context.db, ids, context.now)).map((each) => [each.projectId, each.used[metric] ?? 0]));
  const recent = new Map((await listRecent(context, ids, { metric, limit })).map((each) => [each.projectId, each]));
  return projects
    .map(({ id, name }) => ({
      ...{ projectId: id, projectName: name, usedNow: used.get(id) ?? 0 },
      ...{ peakOfLast7Days: recent.get(id)?.peak ?? 0, refusedOfLast7Days: recent.get(id)?.refused ?? 0 },
    }))
    .filter(({ usedNow, peakOfLast7Days }) => Math.max(usedNow, peakOfLast7Days) > limit)
    .sort((a, b) => b.refusedOfLast7Days - a.refusedOfLast7Days || b.usedNow - a.usedNow);
}

function wordsOfMany({ of, projects, metric, before, limit }: ChangeOfMany, hit: readonly HitProject[]): string[] {
  const named = hit.slice(0, namedMost).map(({ projectName }) => projectName);
  const more = hit.length > named.length ? ` and ${figure(hit.length - named.length)} more` : "";
  return [
    `The limit of ${figure(projects.length)} ${projects.length === 1 ? "project" : "projects"} ${of} sinks from ${figure(before)} to ${figure(limit)}.`,
    hit.length === 0
      ? `None of them used more in the last ${days} days.`
      : `${figure(hit.length)} of them used more in the last ${days} days: ${named.join(", ")}${more}.`,
    refusedIn(
      metric,
      hit.reduce((sum, { refusedOfLast7Days }) => sum + refusedOfLast7Days, 0),
    ),
  ];
}

const figure = (value: number) => value.toLocaleString("en");
const refusedIn = (metric: Metric, refused: number) =>
  `${refused > 0 ? `${figure(refused)} ${unitOf[metric] ?? "of it"}` : "Nothing"} of the last ${days} days would have been refused.`;

type Impact = Pick<Change, "metric" | "before" | "limit"> & {
  readonly projectName: string;
  /** Null where it was not measured yet. */
  readonly usedNow: number | null;
  readonly peakOfLast7Days: number;
  readonly refusedOfLast7Days: number;
};

/** The same as sentences, for whoever asks people. */
function wordsOf({ projectName, metric, before, limit, usedNow, peakOfLast7Days, refusedOfLast7Days }: Impact): string[] {
  const sinks = `The limit of ${projectName} sinks from ${figure(before)} to ${figure(limit)}.`;
  if (usedNow === null) return [sinks, "How large its database is was not measured yet, so nobody knows whether this hits it."];
  return [
    sinks,
    `Used now: ${figure(usedNow)}. Most in the last ${days} days: ${figure(peakOfLast7Days)}.`,
    refusedIn(metric, refusedOfLast7Days),
  ];
}
