import { z } from "zod";
import type { Actor, Marks, StampedEntry } from "../platform/action.ts";
import { join, Sql, sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { lowestIdAt, newId } from "../platform/ids.ts";
import { maskedSaying, masking } from "../platform/masking.ts";
import { AuditLog } from "./contract.ts";

const columns = sql`
  id, at, actor_kind || ':' || actor_id as actor, action, target, project_id as "projectId", developer_id as "developerId",
  reason, before, after, request_id as "requestId", address, user_agent as "userAgent", session_id as "sessionId",
  on_behalf_of as "onBehalfOf", break_glass as "breakGlass"`;

/** Whatever an action hands in: what is a secret by its name or its look is not stored, and so not sealed. */
const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value, masking));

const whoOf = ({ by, actor }: StampedEntry) => by ?? actor;

const sessionOf = (actor: Actor) =>
  ("sessionId" in actor ? actor.sessionId : undefined) ?? ("tokenId" in actor ? actor.tokenId : undefined) ?? null;

const marksOf = (actor: Actor): Marks => (actor.kind === "staff" || actor.kind === "job" ? actor : {});

/** More entries in one act are so seldom that sessions don't keep their statements. */
const keptMost = 10;

/** The last thing that is done in a transaction. */
export const insert = (db: Db, entries: readonly StampedEntry[]) =>
  db.last(
    sql`
    insert into audit_logs (
      id, at, actor_kind, actor_id, action, target, project_id, developer_id, reason, before, after, request_id, address,
      user_agent, session_id, on_behalf_of, break_glass)
    values ${join(
      entries.map(
        (each) => sql`(
          ${newId("audit")}, ${each.at}, ${whoOf(each).kind}, ${whoOf(each).id}, ${each.action}, ${each.target}, ${each.projectId ?? null},
          ${each.developerId ?? (whoOf(each).kind === "developer" ? whoOf(each).id : null)}, ${maskedSaying(each.reason)},
          ${json(each.before)}::jsonb, ${json(each.after)}::jsonb, ${each.request.id}, ${each.request.address ?? null},
          ${each.request.userAgent ?? null}, ${sessionOf(each.actor)}, ${each.onBehalfOf ?? marksOf(each.actor).onBehalfOf ?? null}, ${marksOf(each.actor).breakGlass ?? null})`,
      ),
    )}`,
    entries.length <= keptMost ? `audit_${entries.length}` : undefined,
  );

export interface AuditFilter {
  readonly projectId?: string | undefined;
  /** An id, kind and id, or several ids. */
  readonly actor?: string | readonly string[] | undefined;
  readonly target?: string | undefined;
  readonly action?: string | undefined;
  readonly requestId?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly text?: string | undefined;
}

/** No index finds a text: so many entries are looked through for one. */
const textsMax = 100_000;

/** Newest first, one more than asked for, to know whether there is a next page. */
export const list = (db: Db, { text, ...filter }: AuditFilter, before: string | undefined, limit: number) => {
  const found = sql`select ${columns} from audit_logs ${whereOf(filter, before)} order by id desc`;
  if (text === undefined) return db.many(AuditLog, sql`${found} limit ${limit + 1}`);
  return db.many(
    AuditLog,
    sql`
    select * from (${found} limit ${textsMax}) newest
    where concat_ws(' ', target, reason, before, after) ilike ${`%${text.replace(/[\\%_]/g, "\\$&")}%`}
    order by id desc
    limit ${limit + 1}`,
  );
};

/** An id is made a little later than the moment that its entry tells: while the action went on. By ids the index finds a span of time. */
const longestActMs = 10 * 60_000;

function whereOf({ projectId, actor, target, action, requestId, from, until }: Omit<AuditFilter, "text">, before: string | undefined): Sql {
  const [kind, id] = typeof actor === "string" && actor.includes(":") ? actor.split(":", 2) : [undefined, actor];
  const wanted = [
    projectId !== undefined && sql`project_id = ${projectId}`,
    kind !== undefined && sql`actor_kind = ${kind}`,
    // One by itself is found in the order of the index.
    id !== undefined && (typeof id === "string" ? sql`actor_id = ${id}` : sql`actor_id = any(${id})`),
    target !== undefined && sql`target = ${target}`,
    action !== undefined && sql`action = ${action}`,
    requestId !== undefined && sql`request_id = ${requestId}`,
    from !== undefined && sql`at >= ${from} and id >= ${lowestIdAt("audit", Date.parse(from))}`,
    until !== undefined && sql`at < ${until} and id < ${lowestIdAt("audit", Date.parse(until) + longestActMs)}`,
    before !== undefined && sql`id < ${before}`,
  ].filter((each) => each instanceof Sql);
  return wanted.length === 0 ? sql`` : sql`where ${join(wanted, " and ")}`;
}

const Id = z.object({ id: z.string() });

/** Whom of staff and developers an e-mail address is of: an id, or as many as there are. */
export const findPeople = async (db: Db, email: string): Promise<string | string[]> => {
  const found = await db.many(
    Id,
    sql`
    select id from staff where lower(email) = lower(${email})
    union all
    select id from developers where lower(email) = lower(${email})`,
  );
  const [first, ...others] = found.map(({ id }) => id);
  return first === undefined ? [] : others.length === 0 ? first : [first, ...others];
};

export const ownsProject = async (db: Db, projectId: string) =>
  (await db.maybe(Id, sql`select id from projects where id = ${projectId}`)) !== undefined;
