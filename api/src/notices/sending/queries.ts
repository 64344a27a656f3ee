import { z } from "zod";
import { sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Message } from "../contract.ts";

type Channel = Message["channel"];

/** Whether nobody else is sending on this channel, nor shall; if so, nobody does until the time given. Waits for who is just ending a turn. */
export const takeTurn = async (db: Db, channel: Channel, now: string, until: string) =>
  (await db.run(sql`update outbox_channels set free_at = ${until} where channel = ${channel} and free_at <= ${now}`)) === 1;

/** Lets the next one send, or from a time on. */
export const endTurn = (db: Db, channel: Channel, until = "1970-01-01T00:00:00Z") =>
  db.run(sql`update outbox_channels set free_at = ${until} where channel = ${channel}`);

const NewMail = z.object({ id: z.string(), recipient: z.string(), subject: z.string(), body: z.string() });

/** Mail that nobody tried yet, to go together; or, where there is none, one that did not go with others. */
export async function gather(db: Db, now: string, limit: number) {
  const fresh = await db.many(
    NewMail,
    sql`
    select id, recipient, subject, body from outbox
    where state = 'waiting' and channel = 'mail' and batch_id is null and due_at <= ${now} and attempts = 0
    order by id
    limit ${limit}
    for update skip locked`,
  );
  if (fresh.length > 0) return fresh;
  return db.many(
    NewMail,
    sql`
    select id, recipient, subject, body from outbox
    where state = 'waiting' and channel = 'mail' and batch_id is null and due_at <= ${now}
    order by id
    limit 1
    for update skip locked`,
  );
}

const Batch = z.object({ id: z.string(), sealed: z.string(), attempts: z.number(), unclearSince: z.string().nullable() });
const batchColumns = sql`id, payload_sealed as sealed, attempts, unclear_since as "unclearSince"`;

export const findDueBatch = (db: Db, now: string) =>
  db.maybe(Batch, sql`select ${batchColumns} from mail_batches where due_at <= ${now} order by due_at limit 1 for update skip locked`);

export const insertBatch = async (db: Db, batch: { id: string; sealed: string; messageIds: readonly string[]; now: string }) => {
  await db.run(
    sql`insert into mail_batches (id, payload_sealed, due_at, created_at) values (${batch.id}, ${batch.sealed}, ${batch.now}, ${batch.now})`,
  );
  await db.run(sql`update outbox set batch_id = ${batch.id} where id = any(${batch.messageIds})`);
};

/** Before it is sent: from now on the service may have it. */
export const beginAttempt = async (db: Db, batchId: string, now: string, due: string) => {
  await db.run(sql`
    update mail_batches set attempts = attempts + 1, unclear_since = coalesce(unclear_since, ${now}), due_at = ${due} where id = ${batchId}`);
  await db.run(sql`update outbox set attempts = attempts + 1 where batch_id = ${batchId} and state = 'waiting'`);
};

export const postponeBatch = async (db: Db, batchId: string, next: { due: string; unclearSince: string | null; error: string }) => {
  await db.run(sql`update mail_batches set due_at = ${next.due}, unclear_since = ${next.unclearSince} where id = ${batchId}`);
  await db.run(sql`update outbox set last_error = ${next.error} where batch_id = ${batchId} and state = 'waiting'`);
};

/** What it held goes on by itself. */
export const removeBatch = (db: Db, batchId: string) => db.run(sql`delete from mail_batches where id = ${batchId}`);

/** Its mails are told as not taken. */
export const noteError = (db: Db, batchId: string, error: string) =>
  db.run(sql`update outbox set last_error = ${error} where batch_id = ${batchId} and state = 'waiting'`);

export const failBatch = (db: Db, batchId: string, error: string) =>
  db.run(sql`update outbox set state = 'failed', last_error = ${error} where batch_id = ${batchId} and state = 'waiting'`);

/** Once sent, a mail's tokens are the recipient's alone. */
export const markSent = (db: Db, messageIds: readonly string[], takenAs: readonly string[], now: string) =>
  db.run(sql`
    update outbox o
    set state = 'sent', last_error = null, sent_at = ${now}, taken_as = t.taken_as, body = regexp_replace(body, 'nm_[a-z]{2}_[0-9A-Za-z]+', '[sent]', 'g')
    from unnest(${messageIds}::text[], ${takenAs}::text[]) as t (id, taken_as)
    where o.id = t.id and o.state = 'waiting'`);

const Single = z.object({ id: z.string(), subject: z.string(), body: z.string(), attempts: z.number(), createdAt: z.string() });

/** One message to staff, those first that were tried least; it is due again by the time given, whatever becomes of us. */
export const takeForStaff = (db: Db, now: string, due: string) =>
  db.maybe(
    Single,
    sql`
    update outbox set attempts = attempts + 1, due_at = ${due}
    where id = (
      select id from outbox
      where state = 'waiting' and channel = 'telegram' and due_at <= ${now}
      order by attempts, id
      limit 1
      for update skip locked)
    returning id, subject, body, attempts, created_at as "createdAt"`,
  );

export const postpone = (db: Db, id: string, next: { due: string; error: string; isFinal: boolean; status?: number | undefined }) =>
  db.run(sql`
    update outbox
    set state = ${next.isFinal ? "failed" : "waiting"}, due_at = ${next.due}, last_error = ${next.error}, last_status = ${next.status ?? null}
    where id = ${id} and state = 'waiting'`);
