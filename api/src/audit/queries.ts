import { z } from "zod";
import type { Actor, Marks, StampedEntry } from "../platform/action.ts";
import { join, sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { newId } from "../platform/ids.ts";
import { AuditLog } from "./contract.ts";

const columns = sql`
  id, at, actor_kind || ':' || actor_id as actor, action, target, project_id as "projectId", developer_id as "developerId",
  reason, before, after, request_id as "requestId"`;

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

const whoOf = ({ by, actor }: StampedEntry) => by ?? actor;

const sessionOf = (actor: Actor) =>
  ("sessionId" in actor ? actor.sessionId : undefined) ?? ("tokenId" in actor ? actor.tokenId : undefined) ?? null;

const marksOf = (actor: Actor): Marks => (actor.kind === "staff" || actor.kind === "job" ? actor : {});

export const insert = (db: Db, entries: readonly StampedEntry[]) =>
  db.run(sql`
    insert into audit_logs (
      id, at, actor_kind, actor_id, action, target, project_id, developer_id, reason, before, after, request_id, address,
      user_agent, session_id, on_behalf_of, break_glass)
    values ${join(
      entries.map(
        (each) => sql`(
          ${newId("audit")}, ${each.at}, ${whoOf(each).kind}, ${whoOf(each).id}, ${each.action}, ${each.target}, ${each.projectId ?? null},
          ${each.developerId ?? (whoOf(each).kind === "developer" ? whoOf(each).id : null)}, ${each.reason ?? null},
          ${json(each.before)}::jsonb, ${json(each.after)}::jsonb, ${each.request.id}, ${each.request.address ?? null},
          ${each.request.userAgent ?? null}, ${sessionOf(each.actor)}, ${marksOf(each.actor).onBehalfOf ?? null}, ${marksOf(each.actor).breakGlass ?? null})`,
      ),
    )}`);

export interface AuditFilter {
  readonly projectId?: string | undefined;
  readonly target?: string | undefined;
  readonly action?: string | undefined;
}

/** Newest first, one more than asked for, to know whether there is a next page. */
export const list = (db: Db, { projectId, target, action }: AuditFilter, before: string | undefined, limit: number) =>
  db.many(
    AuditLog,
    sql`
    select ${columns} from audit_logs
    where (${projectId ?? null}::text is null or project_id = ${projectId ?? null})
      and (${target ?? null}::text is null or target = ${target ?? null})
      and (${action ?? null}::text is null or action = ${action ?? null})
      and (${before ?? null}::text is null or id < ${before ?? null})
    order by id desc
    limit ${limit + 1}`,
  );

export const ownsProject = async (db: Db, projectId: string) =>
  (await db.maybe(z.object({ id: z.string() }), sql`select id from projects where id = ${projectId}`)) !== undefined;
