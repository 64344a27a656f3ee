import { isDrillDue, lastDrill } from "@nextmavens/api/break-glass";
import { perform } from "@nextmavens/api/platform/action";
import { list, listWorkQueue, takeWork } from "@nextmavens/api/work-queue";
import type { Visit } from "../door/member.ts";
import { namesIn, type Sources } from "../resources/answers.ts";
import type { QueueItem, WorkQueueSight } from "../sight.ts";
import { mayAsk } from "./asked.ts";
import { actsOn, projectsOf } from "./queue-acts.ts";
import { recordsById } from "./records.ts";
import { fine, spanOf } from "./span.ts";
import { healthOf, requestsOf } from "./vitals.ts";

const itemsMost = 60;

const tables: Readonly<Record<QueueItem["kind"], string>> = {
  break_glass: "break_glass_sessions",
  appeal: "appeals",
  detection: "detections",
  override_request: "override_requests",
  quota_proposal: "quota_proposals",
  approval: "approvals",
  override: "manual_overrides",
  sanction: "suspensions",
};
const queueKinds = Object.keys(tables) as QueueItem["kind"][];

/** The first page: what waits for a person, and how the platform is in a line. */
export async function workQueuePageOf(sources: Sources, visit: Visit): Promise<WorkQueueSight> {
  const { engine, reads } = sources;
  const now = engine.clock().toISOString();
  const vitals = await healthOf(sources);
  const [items, drill, requests] = await Promise.all([
    workQueueOf(sources, visit, now),
    reads.transact("platform", lastDrill),
    reads.transact("platform", (db) => requestsOf(db, spanOf("day", now, fine))),
  ]);
  const names = await namesIn(sources, items.map(namedIn));
  return {
    items,
    drillDueSince: isDrillDue(drill.since, now) ? drill.since : null,
    glassFlaw: sources.glassFlaw() ?? null,
    mayTake: mayAsk(visit, takeWork) && visit.actor.brokenGlass === undefined,
    ...vitals,
    ...requests,
    names,
  };
}

/** All of it that a page may call by a name. */
export const namedIn = ({ record, takenBy }: QueueItem) => ({ ...record.params, takenBy });

/** What waits for a person, as the API lists it, with what the console shows of each. Of one project, or of all there is. */
export async function workQueueOf(sources: Sources, visit: Visit, now: string, projectId?: string): Promise<QueueItem[]> {
  const { actor, request, member } = visit;
  const asked = { projectId, limit: itemsMost };
  const { items } = await perform(sources.engine, { operation: listWorkQueue, actor, request }, list, asked);
  const records = await Promise.all(
    queueKinds.map((kind) =>
      recordsById(
        sources,
        visit,
        tables[kind],
        items.filter((each) => each.kind === kind).map(({ id }) => id),
      ),
    ),
  );
  const byId = new Map(records.flat().map((record) => [record.id, record]));
  const projects = await projectsOf(sources, visit, [...byId.values()]);
  return items.flatMap(({ kind, id, since, dueAt, startedBy, takenBy }) => {
    const record = byId.get(id);
    if (!record) return [];
    const acts = actsOn(sources, { kind, resource: tables[kind], record, project: projects.get(String(record.params["project_id"])), now });
    const isMine = (takenBy ?? startedBy) === member.id;
    return [{ kind, resource: tables[kind], since, dueAt, takenBy, isMine, record, acts }];
  });
}
