import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { Message } from "./contract.ts";

const columns = sql`
  id, channel, recipient, project_id as "projectId", template, subject, body, state, attempts, last_error as "lastError", created_at as "createdAt", sent_at as "sentAt"`;

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
    insert into outbox (id, channel, recipient, notice_id, project_id, template, subject, body, created_at)
    values (${message.id}, ${message.channel}, ${message.recipient}, ${message.noticeId}, ${message.projectId},
      ${message.template}, ${message.subject}, ${message.body}, ${message.now})`));

export const insertNotice = (db: Db, notice: Written & { readonly projectId: string; readonly data: object }) =>
  db.run(sql`
    insert into notices (id, project_id, template, subject, body, data, created_at)
    values (${notice.id}, ${notice.projectId}, ${notice.template}, ${notice.subject}, ${notice.body}, ${JSON.stringify(notice.data)}::jsonb, ${notice.now})`);

export const findAddress = (db: Db, developerId: string) =>
  db.maybe(z.object({ email: z.string() }), sql`select email from developers where id = ${developerId}`);

export const find = (db: Db, id: string) => db.maybe(Message, sql`select ${columns} from outbox where id = ${id}`);

export const listUnsent = (db: Db) =>
  db.many(z.object({ id: z.string() }), sql`select id from outbox where state = 'waiting' and channel = 'mail' order by id limit 500`);

/** Once sent, a mail's tokens are the recipient's alone. */
export const markSent = (db: Db, id: string, now: string) =>
  db.run(sql`
    update outbox
    set state = 'sent', attempts = attempts + 1, last_error = null, sent_at = ${now}, body = regexp_replace(body, 'nm_et_[0-9A-Za-z]+', '[sent]', 'g')
    where id = ${id}`);

export const forgetRecipient = (db: Db, address: string) =>
  db.run(sql`
    update outbox set recipient = 'deleted@deleted.invalid', body = '', state = case state when 'waiting' then 'failed' else state end
    where channel = 'mail' and recipient = ${address}`);

export const blank = (db: Db, token: string) =>
  db.run(
    sql`update outbox set body = replace(body, ${token}, '[used]') where template in ('verify-email', 'reset-email') and position(${token} in body) > 0`,
  );

export const markFailed = (db: Db, id: string, error: string, isFinal: boolean) =>
  db.run(sql`update outbox set state = ${isFinal ? "failed" : "waiting"}, attempts = attempts + 1, last_error = ${error} where id = ${id}`);

export const list = (db: Db, before: string | undefined, limit: number) =>
  db.many(
    Message,
    sql`select ${columns} from outbox where (${before ?? null}::text is null or id < ${before ?? null}) order by id desc limit ${limit + 1}`,
  );
