import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { Message } from "./contract.ts";

const columns = sql`
  id, recipient, template, subject, body, state, attempts, last_error as "lastError", created_at as "createdAt", sent_at as "sentAt"`;

export const insert = (db: Db, message: { id: string; recipient: string; template: string; subject: string; body: string; now: string }) =>
  db.run(sql`
    insert into outbox (id, recipient, template, subject, body, created_at)
    values (${message.id}, ${message.recipient}, ${message.template}, ${message.subject}, ${message.body}, ${message.now})`);

export const findAddress = (db: Db, developerId: string) =>
  db.maybe(z.object({ email: z.string() }), sql`select email from developers where id = ${developerId}`);

export const find = (db: Db, id: string) => db.maybe(Message, sql`select ${columns} from outbox where id = ${id}`);

export const listUnsent = (db: Db) =>
  db.many(z.object({ id: z.string() }), sql`select id from outbox where state = 'waiting' order by id limit 500`);

/** Once sent, a mail's tokens are the recipient's alone. */
export const markSent = (db: Db, id: string, now: string) =>
  db.run(sql`
    update outbox
    set state = 'sent', attempts = attempts + 1, last_error = null, sent_at = ${now}, body = regexp_replace(body, 'nm_et_[0-9A-Za-z]+', '[sent]', 'g')
    where id = ${id}`);

export const forgetRecipient = (db: Db, address: string) =>
  db.run(sql`
    update outbox set recipient = 'deleted@deleted.invalid', body = '', state = case state when 'waiting' then 'failed' else state end
    where recipient = ${address}`);

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
