/** The overview: how it is, what is asked of the platform, who comes near a limit, and what was done last. */

import type { Db } from "@nextmavens/api/platform/db/store";
import type { Visit } from "../../door/member.ts";
import { namesIn, type Sources } from "../../resources/answers.ts";
import type { DashboardSight, RankedProject, Requests } from "../../sight.ts";
import { requestsByHour, sumBetween } from "../hours.ts";
import { recordsById } from "../records.ts";
import { comparedAt, fine, rangeOf, type Span, spanOf } from "../span.ts";
import { healthOf, requestsIn } from "../vitals.ts";
import { namedIn, workQueueOf } from "../work-queue.ts";
import { nearestCaps } from "./caps.ts";
import { countAll, findChanges, findOverridesEnding, findSuspensions, newcomersByDay } from "./counts.ts";
import { type Ranked, rankProjects, stepsOf } from "./ranking.ts";

const capsShown = 7;
const listShown = 6;
const auditShown = 10;

export async function dashboardOf(sources: Sources, visit: Visit, query: { readonly range?: unknown }): Promise<DashboardSight> {
  const { engine, reads } = sources;
  const now = engine.clock().toISOString();
  const span = spanOf(rangeOf(query.range), now, fine);
  const read = <T>(work: (db: Db) => Promise<T>) => reads.transact("platform", work);
  const vitals = await healthOf(sources);
  const [queue, requests, ranking, present, suspensions, overrides, audit] = await Promise.all([
    workQueueOf(sources, visit, now),
    read((db) => requestsOf(db, now, span)),
    read((db) => rankingOf(db, now, span)),
    read(async (db) => ({
      counts: await countAll(db, now),
      newcomers: await newcomersByDay(db, now),
      caps: await nearestCaps(db, now, capsShown),
    })),
    read((db) => findSuspensions(db, now, listShown)).then((ids) => recordsById(sources, visit, "suspensions", ids)),
    read((db) => findOverridesEnding(db, now, listShown)).then((ids) => recordsById(sources, visit, "manual_overrides", ids)),
    read((db) => findChanges(db, auditShown)).then((ids) => recordsById(sources, visit, "audit_logs", ids)),
  ]);
  const { activeProjects, usedOf, ids } = ranking;
  const projects = await recordsById(sources, visit, "projects", ids);
  const rows = [...queue.map(namedIn), ...[...projects, ...suspensions, ...overrides, ...audit].map(({ params }) => params)];
  return {
    ...vitals,
    ...requests,
    activeProjects,
    ...present,
    byUse: usedOf(ranking.byUse, projects),
    byGrowth: usedOf(ranking.byGrowth, projects),
    queue,
    suspensions,
    overrides,
    audit,
    names: await namesIn(sources, [...rows, ...present.caps.map(({ projectId }) => ({ projectId }))]),
  };
}

async function requestsOf(db: Db, now: string, span: Span) {
  const { before, since, until } = comparedAt(now, span);
  const hours = await requestsByHour(db, before);
  return {
    ...requestsIn(hours, span),
    change: changeBetween(sumBetween(hours, before, since), sumBetween(hours, since, until)),
  };
}

const changeBetween = (before: Requests, after: Requests): DashboardSight["change"] => {
  const change = (name: keyof Requests) => (before[name] === 0 ? null : after[name] / before[name] - 1);
  return { served: change("served"), quota: change("quota"), suspension: change("suspension"), errors: change("errors") };
};

async function rankingOf(db: Db, now: string, span: Span) {
  const { activeProjects, byUse, byGrowth } = await rankProjects(db, now, span);
  const ids = [...new Set([...byUse, ...byGrowth].map(({ projectId }) => projectId))];
  const steps = await stepsOf(db, ids, span);
  const usedOf = (ranked: readonly Ranked[], projects: readonly RankedProject["project"][]): RankedProject[] =>
    ranked.flatMap(({ projectId, total, before }) => {
      const project = projects.find(({ id }) => id === projectId);
      return project ? [{ project, total, before, steps: steps.get(projectId) ?? [] }] : [];
    });
  return { activeProjects, byUse, byGrowth, usedOf, ids };
}
