import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { ProjectStakes, StaffSuspension } from "./contract.ts";

const Row = StaffSuspension.omit({ state: true, statusUrl: true });
export type Row = z.output<typeof Row>;

const columns = sql`
  id, project_id as "projectId", level, cause, cause_id as "causeId", reason, statement, starts_at as "startsAt", ends_at as "endsAt",
  imposed_by as "imposedBy", lifted_at as "liftedAt", lifted_by as "liftedBy", lift_reason as "liftReason",
  evidence_sha256 as "evidenceSha256", follows_id as "followsId", revision`;

type Opened = Omit<Row, "liftedAt" | "liftedBy" | "liftReason" | "revision"> & { readonly evidence: string | null };

/** Nothing comes back when one of its cause is open already: `one_open_sanction_of_a_cause` refuses the row, also when two race. */
export const open = (db: Db, sanction: Opened) =>
  db.maybe(
    Row,
    sql`
    insert into suspensions (id, project_id, level, cause, cause_id, reason, statement, starts_at, ends_at, imposed_by,
      evidence, evidence_sha256, follows_id)
    values (${sanction.id}, ${sanction.projectId}, ${sanction.level}, ${sanction.cause}, ${sanction.causeId}, ${sanction.reason},
      ${sanction.statement}, ${sanction.startsAt}, ${sanction.endsAt}, ${sanction.imposedBy},
      ${sanction.evidence}, ${sanction.evidenceSha256}, ${sanction.followsId})
    on conflict (project_id, cause, (coalesce(cause_id, ''))) where lifted_at is null do nothing
    returning ${columns}`,
  );

/** Those of a project that are not lifted, of one cause or of all; held, so that of two who change them one waits. */
export const lockOpen = (db: Db, projectId: string, cause?: Pick<Row, "cause" | "causeId">) =>
  db.many(
    Row,
    sql`
    select ${columns} from suspensions
    where project_id = ${projectId} and lifted_at is null
      and (${cause?.cause ?? null}::text is null or cause = ${cause?.cause ?? null} and cause_id is not distinct from ${cause?.causeId ?? null})
    order by id
    for update`,
  );

const Evidence = z.object({ evidence: z.string().nullable(), sha256: z.string().nullable() });

export const findEvidence = (db: Db, id: string) =>
  db.maybe(Evidence, sql`select evidence, evidence_sha256 as sha256 from suspensions where id = ${id}`);

/** A suspension that another platform imposed. */
export type Adopted = Omit<Row, "level" | "cause" | "causeId" | "evidenceSha256" | "followsId" | "revision">;

/** Nothing comes back when one is open already and this one is open as well. */
export const adopt = (db: Db, suspension: Adopted) =>
  db.maybe(
    Row,
    sql`
    insert into suspensions (id, project_id, reason, statement, starts_at, ends_at, imposed_by, lifted_at, lifted_by, lift_reason)
    values (${suspension.id}, ${suspension.projectId}, ${suspension.reason}, ${suspension.statement}, ${suspension.startsAt},
      ${suspension.endsAt}, ${suspension.imposedBy}, ${suspension.liftedAt}, ${suspension.liftedBy}, ${suspension.liftReason})
    on conflict (project_id, cause, (coalesce(cause_id, ''))) where lifted_at is null do nothing
    returning ${columns}`,
  );

export const lock = (db: Db, id: string) => db.maybe(Row, sql`select ${columns} from suspensions where id = ${id} for update`);

export const find = (db: Db, id: string) => db.maybe(Row, sql`select ${columns} from suspensions where id = ${id}`);

/** Until then automation imposes nothing for the cause of this sanction. */
export const spare = (db: Db, id: string, until: string) => db.run(sql`update suspensions set spared_until = ${until} where id = ${id}`);

export const isSpared = async (db: Db, { projectId, cause, causeId }: Pick<Row, "projectId" | "cause" | "causeId">, now: string) =>
  (await db.maybe(
    z.object({ id: z.string() }),
    sql`
    select id from suspensions
    where project_id = ${projectId} and cause = ${cause} and cause_id is not distinct from ${causeId} and spared_until > ${now}
    limit 1`,
  )) !== undefined;

export const setEnd = (db: Db, id: string, endsAt: string | null) =>
  db.run(sql`update suspensions set ends_at = ${endsAt}, revision = revision + 1 where id = ${id}`);

export const lift = (db: Db, id: string, by: string, reason: string, now: string) =>
  db.one(
    Row,
    sql`
    update suspensions set lifted_at = ${now}, lifted_by = ${by}, lift_reason = ${reason}, revision = revision + 1 where id = ${id}
    returning ${columns}`,
  );

/** Closes those whose end has passed: of one project, or of all. */
export const closeEnded = (db: Db, projectId: string | undefined, by: string, reason: string, now: string) =>
  db.many(
    Row,
    sql`
    update suspensions set lifted_at = ends_at, lifted_by = ${by}, lift_reason = ${reason}, revision = revision + 1
    where lifted_at is null and ends_at <= ${now} and (${projectId ?? null}::text is null or project_id = ${projectId ?? null})
    returning ${columns}`,
  );

export const isSuspended = async (db: Db, projectId: string, now: string) =>
  (await db.maybe(
    z.object({ id: z.string() }),
    sql`
    select id from suspensions
    where project_id = ${projectId} and level = 'suspended' and lifted_at is null
      and starts_at <= ${now} and (ends_at is null or ends_at > ${now})
    limit 1`,
  )) !== undefined;

export const list = (db: Db, projectId: string, before: string | undefined, limit: number) =>
  db.many(
    Row,
    sql`
    select ${columns} from suspensions
    where project_id = ${projectId} and (${before ?? null}::text is null or id < ${before ?? null})
    order by id desc
    limit ${limit + 1}`,
  );

export const listAll = (
  db: Db,
  { isOver, now }: { readonly isOver: boolean | undefined; readonly now: string },
  before: string | undefined,
  limit: number,
) =>
  db.many(
    Row,
    sql`
    select ${columns} from suspensions
    where (${isOver ?? null}::boolean is null or (lifted_at is not null or coalesce(ends_at <= ${now}, false)) = ${isOver ?? null})
      and (${before ?? null}::text is null or id < ${before ?? null})
    order by id desc
    limit ${limit + 1}`,
  );

/** No page tells of more. */
const listedMax = 100;

export const listSince = (db: Db, projectId: string, since: string) =>
  db.many(
    Row,
    sql`
    select ${columns} from suspensions
    where project_id = ${projectId} and (lifted_at is null or lifted_at >= ${since})
    order by lifted_at is null desc, id desc
    limit ${listedMax}`,
  );

/** No more of them are evidence: the newest. */
const detectedMax = 20;

const Detected = ProjectStakes.shape.detections.element.extend({ inputs: z.record(z.string(), z.unknown()) });

export const listDetected = (db: Db, projectId: string, since: string) =>
  db.many(
    Detected,
    sql`
    select d.id, d.rule_id as "ruleId", d.rule_revision as "ruleRevision", r.title, d.score, d.started_at as "startedAt",
      d.last_seen_at as "lastSeenAt", d.ended_at as "endedAt", d.verdict, d.inputs
    from detections d join detection_rules r on r.id = d.rule_id
    where d.project_id = ${projectId} and d.last_seen_at > ${since} and d.verdict is distinct from 'false_positive'
    order by d.id desc
    limit ${detectedMax}`,
  );

const Counted = ProjectStakes.pick({ liveKeys: true, requestsLastHour: true, writesLastHour: true, databaseBytes: true });

/** What is counted of a project's stakes by looking at the control database alone. */
export const countStakes = (db: Db, projectId: string, now: string) => {
  const inLastHour = (metric: string) => sql`
    select coalesce(sum(total), 0)::bigint from usage_metrics
    where project_id = ${projectId} and metric = ${metric} and minute > ${now}::timestamptz - interval '1 hour'`;
  return db.one(
    Counted,
    sql`
    select
      (select count(*) from api_keys
       where project_id = ${projectId} and revoked_at is null and (expires_at is null or expires_at > ${now})) as "liveKeys",
      (${inLastHour("requests")}) as "requestsLastHour",
      (${inLastHour("writes")}) as "writesLastHour",
      (select database_bytes from tenants where project_id = ${projectId} and state = 'ready' and measured_at is not null) as "databaseBytes"`,
  );
};
