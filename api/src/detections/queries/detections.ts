import { z } from "zod";
import { sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/store.ts";
import { StaffDetection } from "../contract.ts";
import type { Found } from "../detector.ts";

const columns = sql`
  d.id, d.kind, d.project_id as "projectId", nullif(d.endpoint, '') as endpoint, r.title, r.description, d.started_at as "startedAt",
  d.last_seen_at as "lastSeenAt", d.ended_at as "endedAt", d.suspension_id as "suspensionId", d.rule_id as "ruleId",
  d.rule_revision as "ruleRevision", r.key as "ruleKey", d.mode, d.subject_kind as "subjectKind", d.subject_id as "subjectId", d.score,
  d.verdict, d.verdict_by as "verdictBy", d.verdict_at as "verdictAt", d.verdict_note as "verdictNote"`;
const joined = sql`detections d join detection_rules r on r.id = d.rule_id`;

export interface Filters {
  readonly kind?: string | undefined;
  readonly projectId?: string | undefined;
  readonly ruleId?: string | undefined;
  readonly state?: "open" | "over" | "unjudged" | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Leaves out what is only noted. */
  readonly isTold?: boolean;
}

export const list = (db: Db, { kind, projectId, ruleId, state, cursor, limit, isTold = false }: Filters) =>
  db.many(
    StaffDetection,
    sql`
    select ${columns} from ${joined}
    where (${kind ?? null}::text is null or d.kind = ${kind ?? null})
      and (${projectId ?? null}::text is null or d.project_id = ${projectId ?? null})
      and (${ruleId ?? null}::text is null or d.rule_id = ${ruleId ?? null})
      and (${state ?? null}::text is null
        or case ${state ?? null}::text when 'open' then d.ended_at is null when 'over' then d.ended_at is not null else d.verdict is null end)
      and (${cursor ?? null}::text is null or d.id < ${cursor ?? null})
      and (not ${isTold}::boolean or d.mode <> 'observe')
    order by d.id desc
    limit ${limit + 1}`,
  );

const WithInputs = StaffDetection.extend({ inputs: z.record(z.string(), z.unknown()), rule: z.record(z.string(), z.unknown()) });

export const find = (db: Db, id: string) =>
  db.maybe(
    WithInputs,
    sql`
    select ${columns}, d.inputs, v.rule
    from ${joined} join detection_rule_revisions v on v.rule_id = d.rule_id and v.revision = d.rule_revision
    where d.id = ${id}`,
  );

export const judge = (db: Db, id: string, verdict: string, note: string | null, by: string, now: string) =>
  db.run(sql`
    update detections set verdict = ${verdict}, verdict_note = ${note}, verdict_by = ${by}, verdict_at = ${now} where id = ${id}`);

export const withdraw = (db: Db, id: string) =>
  db.run(sql`update detections set verdict = null, verdict_note = null, verdict_by = null, verdict_at = null where id = ${id}`);

/** Held, so that of two who judge it one waits. */
export const holdDetection = (db: Db, id: string) =>
  db.maybe(z.object({ id: z.string() }), sql`select id from detections where id = ${id} for update`);

/** One evaluation at a time, over all processes; whoever comes meanwhile leaves it to the other. */
export const isMyTurn = async (db: Db) =>
  (await db.one(z.object({ isMine: z.boolean() }), sql`select pg_try_advisory_xact_lock(hashtext('evaluate detections')) as "isMine"`))
    .isMine;

const Open = z.object({
  id: z.string(),
  ruleId: z.string(),
  subjectId: z.string(),
  projectId: z.string().nullable(),
  endpoint: z.string(),
  mode: z.enum(["observe", "warn", "act"]),
  suspensionId: z.string().nullable(),
  actsUntil: z.string().nullable(),
  verdict: z.string().nullable(),
});
export type Open = z.output<typeof Open>;
const openColumns = sql`
  id, rule_id as "ruleId", subject_id as "subjectId", project_id as "projectId", endpoint, mode, suspension_id as "suspensionId",
  acts_until as "actsUntil", verdict`;

export const listOpen = (db: Db) => db.many(Open, sql`select ${openColumns} from detections where ended_at is null order by id for update`);

/** Those of a rule that are open. */
export const listOfRule = (db: Db, ruleId: string) =>
  db.many(Open, sql`select ${openColumns} from detections where rule_id = ${ruleId} and ended_at is null order by id for update`);

export type Opened = Pick<Found, "kind" | "ruleId" | "ruleRevision" | "subject" | "projectId" | "endpoint" | "score" | "inputs"> & {
  readonly id: string;
  readonly mode: string;
};

/** The last one of the same where it ended no longer ago than the cool-down is: it goes on. */
export const reopen = (db: Db, found: Opened, notBefore: string, now: string) =>
  db.maybe(
    Open,
    sql`
    update detections set ended_at = null, last_seen_at = ${now}, acts_until = null
    where id = (
      select id from detections
      where rule_id = ${found.ruleId} and subject_id = ${found.subject.id} and endpoint = ${found.endpoint ?? ""}
        and ended_at is not null and ended_at >= ${notBefore}
      order by id desc limit 1)
    returning ${openColumns}`,
  );

export const insert = (db: Db, found: Opened, now: string) =>
  db.one(
    Open,
    sql`
    insert into detections (id, kind, rule_id, rule_revision, mode, subject_kind, subject_id, project_id, endpoint, score, inputs, started_at, last_seen_at)
    values (${found.id}, ${found.kind}, ${found.ruleId}, ${found.ruleRevision}, ${found.mode}, ${found.subject.kind}, ${found.subject.id},
      ${found.projectId}, ${found.endpoint ?? ""}, ${found.score}, ${JSON.stringify(found.inputs)}, ${now}, ${now})
    returning ${openColumns}`,
  );

/** Still found; what it was decided from is kept as it was when the score was highest. */
export const seenAgain = (db: Db, id: string, { score, inputs }: Pick<Found, "score" | "inputs">, now: string) =>
  db.run(sql`
    update detections
    set last_seen_at = ${now}, score = greatest(score, ${score}),
      inputs = case when ${score}::float8 > score then ${JSON.stringify(inputs)}::jsonb else inputs end
    where id = ${id}`);

export const end = (db: Db, ids: readonly string[], now: string) =>
  db.run(sql`update detections set ended_at = ${now} where id = any(${ids}) and ended_at is null`);

export const noteSanction = (db: Db, id: string, suspensionId: string, until: string) =>
  db.run(sql`update detections set suspension_id = ${suspensionId}, acts_until = ${until} where id = ${id}`);

/** Those there are of some projects that may be told and put under sanctions. */
export const listActive = async (db: Db, ids: readonly string[]) =>
  new Set(
    (await db.many(z.object({ id: z.string() }), sql`select id from projects where id = any(${ids}) and status = 'active'`)).map(
      ({ id }) => id,
    ),
  );
