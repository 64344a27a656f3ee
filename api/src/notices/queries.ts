import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { Message, type OutboxFilter, ToldNotice } from "./contract.ts";
import { forgotten } from "./rules.ts";

const columns = sql`
  id, channel, recipient, project_id as "projectId", template, subject, body, state, attempts, last_error as "lastError", created_at as "createdAt", sent_at as "sentAt",
  case when state = 'waiting' then due_at end as "nextAttemptAt"`;

interface Written {
  readonly id: string;
  readonly template: string;
  readonly subject: string;
  readonly body: string;
  readonly now: string;
}
type NewMessage = Written & Pick<Message, "channel" | "recipient" | "projectId"> & { readonly noticeId: string | null };

export const insert = async (db: Db, message: NewMessage): Promise<void> =>
  void (await db.run(sql`
    insert into outbox (id, channel, recipient, notice_id, project_id, template, subject, body, due_at, created_at)
    values (${message.id}, ${message.channel}, ${message.recipient}, ${message.noticeId}, ${message.projectId},
      ${message.template}, ${message.subject}, ${message.body}, ${message.now}, ${message.now})`));

export const insertNotice = (db: Db, notice: Written & { readonly projectId: string; readonly data: object }) =>
  db.run(sql`
    insert into notices (id, project_id, template, subject, body, data, created_at)
    values (${notice.id}, ${notice.projectId}, ${notice.template}, ${notice.subject}, ${notice.body}, ${JSON.stringify(notice.data)}::jsonb, ${notice.now})`);

export const findAddress = (db: Db, developerId: string) =>
  db.maybe(z.object({ email: z.string() }), sql`select email from developers where id = ${developerId}`);

export const find = (db: Db, id: string) => db.maybe(Message, sql`select ${columns} from outbox where id = ${id}`);

export const lock = (db: Db, id: string) => db.maybe(Message, sql`select ${columns} from outbox where id = ${id} for update`);

/** By itself, under a key of its own. */
export const revive = (db: Db, id: string, now: string) =>
  db.one(Message, sql`update outbox set state = 'waiting', batch_id = null, due_at = ${now} where id = ${id} returning ${columns}`);

export const forgetRecipient = (db: Db, address: string) =>
  db.run(sql`
    update outbox set recipient = ${forgotten}, body = '', state = case state when 'waiting' then 'failed' else state end
    where channel = 'mail' and recipient = ${address}`);

/** What others were told of them stays, without the address; one that ends or begins the same is another's. */
export const forgetMentions = (db: Db, address: string) => {
  const whole = `(?<![\\w.+-])${address.replaceAll(/[^\p{L}\p{N}]/gu, "\\$&")}(?![\\w-]|\\.\\w)`;
  return db.run(sql`
    update outbox set subject = regexp_replace(subject, ${whole}, ${forgotten}, 'g'), body = regexp_replace(body, ${whole}, ${forgotten}, 'g')
    where position(${address} in subject) > 0 or position(${address} in body) > 0`);
};

/** Those that hold no mail any more that is to be sent. */
export const removeIdleBatches = (db: Db) =>
  db.run(sql`delete from mail_batches b where not exists (select from outbox o where o.batch_id = b.id and o.state = 'waiting')`);

export const blank = (db: Db, token: string) =>
  db.run(
    sql`update outbox set body = replace(body, ${token}, '[used]') where template in ('verify-email', 'reset-email', 'staff-invitation', 'staff-password-reset') and position(${token} in body) > 0`,
  );

export const list = (db: Db, filter: OutboxFilter, before: string | undefined, limit: number) =>
  db.many(
    Message,
    sql`
    select ${columns} from outbox
    where (${before ?? null}::text is null or id < ${before ?? null})
      and (${filter.state ?? null}::text is null or state = ${filter.state ?? null})
      and (${filter.channel ?? null}::text is null or channel = ${filter.channel ?? null})
      and (${filter.projectId ?? null}::text is null or project_id = ${filter.projectId ?? null})
    order by id desc
    limit ${limit + 1}`,
  );

export const listNotices = (db: Db, projectId: string, before: string | undefined, limit: number) =>
  db.many(
    ToldNotice,
    sql`
    select n.id, n.template, n.subject, n.body, n.data, n.created_at as "createdAt", coalesce(ways.list, '[]') as ways
    from notices n left join lateral (
      select json_agg(json_build_object(
        'channel', o.channel, 'to', o.recipient, 'state', o.state,
        'sentAt', to_char(o.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by o.id) as list
      from outbox o where o.notice_id = n.id
    ) ways on true
    where n.project_id = ${projectId} and (${before ?? null}::text is null or n.id < ${before ?? null})
    order by n.id desc
    limit ${limit + 1}`,
  );
