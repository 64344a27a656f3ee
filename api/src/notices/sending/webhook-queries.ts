import { z } from "zod";
import { sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/store.ts";

const Call = z.object({
  id: z.string(),
  body: z.string(),
  attempts: z.number(),
  createdAt: z.string(),
  endpointId: z.string(),
  projectId: z.string(),
  url: z.string(),
  sealed: z.string(),
  previousSealed: z.string().nullable(),
});
export type Call = z.output<typeof Call>;

/**
 * A round: a few for each endpoint that is well, one for each that failed last, those first that were tried least, so that one message
 * which is never taken does not hold up the others. They are due again by the time given, whatever becomes of us.
 */
export const takeRound = (db: Db, now: string, due: string, sizes: { endpoints: number; perEndpoint: number }) =>
  db.many(
    Call,
    sql`
    with listening as (
      select e.* from webhook_endpoints e
      where e.due_at <= ${now} and e.disabled_at is null and e.deleted_at is null
        and exists (select from outbox o where o.channel = 'webhook' and o.recipient = e.id and o.state = 'waiting' and o.due_at <= ${now})
      order by e.due_at
      limit ${sizes.endpoints}
    ), chosen as (
      select o.id, o.recipient from listening e cross join lateral (
        select id, recipient from outbox
        where channel = 'webhook' and recipient = e.id and state = 'waiting' and due_at <= ${now}
        order by attempts, id
        limit case when e.failures > 0 then 1 else ${sizes.perEndpoint}::int end
      ) o
    )
    update outbox o set attempts = o.attempts + 1, due_at = ${due}
    from chosen c join listening e on e.id = c.recipient
    where o.id = c.id
    returning o.id, o.body, o.attempts, o.created_at as "createdAt", e.id as "endpointId", e.project_id as "projectId", e.url, e.secret_sealed as sealed,
      case when e.previous_until > ${now} then e.previous_secret_sealed end as "previousSealed"`,
  );

export const markDelivered = (db: Db, id: string, status: number | null, now: string) =>
  db.run(sql`
    update outbox set state = 'sent', sent_at = ${now}, last_error = null, last_status = ${status}
    where id = ${id} and state = 'waiting'`);

/** All is well there: what waits for it may go. */
export const noteSuccess = (db: Db, endpointId: string, now: string) =>
  db.run(sql`
    update webhook_endpoints set failures = 0, failing_since = null, due_at = ${now}
    where id = ${endpointId} and failures > 0`);

export const lockFailing = (db: Db, endpointId: string) =>
  db.maybe(
    z.object({
      failures: z.number(),
      failingSince: z.string().nullable(),
      dueAt: z.string(),
      url: z.string(),
      developerId: z.string(),
      projectName: z.string(),
    }),
    sql`
    select e.failures, e.failing_since as "failingSince", e.due_at as "dueAt", e.url, p.developer_id as "developerId", p.name as "projectName"
    from webhook_endpoints e join projects p on p.id = e.project_id
    where e.id = ${endpointId} and e.disabled_at is null and e.deleted_at is null
    for update of e`,
  );

export const noteFailure = (db: Db, endpointId: string, now: string, due: string) =>
  db.run(sql`
    update webhook_endpoints set failures = failures + 1, failing_since = coalesce(failing_since, ${now}), due_at = ${due}
    where id = ${endpointId}`);
