import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import { Delivery, Endpoint } from "./webhook-contract.ts";

const columns = sql`
  id, project_id as "projectId", url, description, events, failing_since as "failingSince", disabled_at as "disabledAt",
  disabled_because as "disabledBecause", previous_until as "previousUntil", created_at as "createdAt", updated_at as "updatedAt", revision`;

/** Held, so that of two who add at once none passes the limit. */
export const lockProject = (db: Db, id: string) =>
  db.maybe(z.object({ status: z.string() }), sql`select status from projects where id = ${id} and status <> 'purged' for no key update`);

export const count = (db: Db, projectId: string) =>
  db.one(
    z.object({ count: z.number() }),
    sql`select count(*) from webhook_endpoints where project_id = ${projectId} and deleted_at is null`,
  );

type New = Pick<Endpoint, "id" | "projectId" | "url" | "description" | "events"> & { readonly sealed: string; readonly now: string };

export const insert = (db: Db, it: New) =>
  db.one(
    Endpoint,
    sql`
    insert into webhook_endpoints (id, project_id, url, description, events, secret_sealed, due_at, created_at, updated_at)
    values (${it.id}, ${it.projectId}, ${it.url}, ${it.description}, ${it.events}, ${it.sealed}, ${it.now}, ${it.now}, ${it.now})
    returning ${columns}`,
  );

export const list = (db: Db, projectId: string) =>
  db.many(Endpoint, sql`select ${columns} from webhook_endpoints where project_id = ${projectId} and deleted_at is null order by id desc`);

const Failure = z.object({ webhookId: z.string(), at: z.string(), status: z.int().nullable(), error: z.string() });

/** Of each of these, the newest delivery that was not taken at once. */
export const listLastFailures = (db: Db, ids: readonly string[]) =>
  db.many(
    Failure,
    sql`
    select distinct on (recipient) recipient as "webhookId", created_at as at, last_status as status, last_error as error
    from outbox
    where channel = 'webhook' and recipient = any(${ids}) and last_error is not null
    order by recipient, id desc`,
  );

export const find = (db: Db, projectId: string, id: string) =>
  db.maybe(Endpoint, sql`select ${columns} from webhook_endpoints where id = ${id} and project_id = ${projectId} and deleted_at is null`);

export const lock = (db: Db, projectId: string, id: string) =>
  db.maybe(
    Endpoint,
    sql`select ${columns} from webhook_endpoints where id = ${id} and project_id = ${projectId} and deleted_at is null for update`,
  );

export const update = (db: Db, id: string, to: Pick<Endpoint, "url" | "description" | "events">, now: string) =>
  db.one(
    Endpoint,
    sql`
    update webhook_endpoints
    set url = ${to.url}, description = ${to.description}, events = ${to.events}, updated_at = ${now}, revision = revision + 1
    where id = ${id}
    returning ${columns}`,
  );

export const enable = (db: Db, id: string, now: string) =>
  db.one(
    Endpoint,
    sql`
    update webhook_endpoints
    set disabled_at = null, disabled_because = null, failures = 0, failing_since = null, due_at = ${now}, updated_at = ${now}, revision = revision + 1
    where id = ${id}
    returning ${columns}`,
  );

export const disable = (db: Db, id: string, because: NonNullable<Endpoint["disabledBecause"]>, now: string) =>
  db.one(
    Endpoint,
    sql`
    update webhook_endpoints
    set disabled_at = ${now}, disabled_because = ${because}, updated_at = ${now}, revision = revision + 1
    where id = ${id}
    returning ${columns}`,
  );

/** It stays as a name for what went there. */
export const remove = (db: Db, id: string, now: string) =>
  db.run(sql`
    update webhook_endpoints
    set deleted_at = ${now}, secret_sealed = null, previous_secret_sealed = null, previous_until = null, updated_at = ${now}, revision = revision + 1
    where id = ${id}`);

/** With a project that is purged, nothing of its secrets stays. */
export const removeOfPurged = (db: Db, now: string) =>
  db.run(sql`
    update webhook_endpoints e
    set deleted_at = ${now}, secret_sealed = null, previous_secret_sealed = null, previous_until = null
    from projects p
    where p.id = e.project_id and p.status = 'purged' and e.deleted_at is null`);

export const rotate = (db: Db, id: string, sealed: string, previousUntil: string, now: string) =>
  db.one(
    Endpoint,
    sql`
    update webhook_endpoints
    set previous_secret_sealed = secret_sealed, previous_until = ${previousUntil}, secret_sealed = ${sealed}, updated_at = ${now}, revision = revision + 1
    where id = ${id}
    returning ${columns}`,
  );

/** What still waits for it waits in vain. */
export const failWaiting = (db: Db, id: string, why: string) =>
  db.run(
    sql`update outbox set state = 'failed', last_error = ${why} where channel = 'webhook' and recipient = ${id} and state = 'waiting'`,
  );

/** Where a project wants to be told of this. */
export const listListening = (db: Db, projectId: string, event: string) =>
  db.many(
    z.object({ id: z.string() }),
    sql`
    select id from webhook_endpoints
    where project_id = ${projectId} and deleted_at is null and disabled_at is null and (events is null or ${event} = any(events))
    order by id`,
  );

const deliveryColumns = sql`
  id, notice_id as "noticeId", template as event, state, attempts, last_status as "lastStatus", last_error as "lastError",
  created_at as "createdAt", sent_at as "deliveredAt", case when state = 'waiting' then due_at end as "nextAttemptAt"`;

export const listDeliveries = (db: Db, id: string, before: string | undefined, limit: number) =>
  db.many(
    Delivery,
    sql`
    select ${deliveryColumns} from outbox
    where channel = 'webhook' and recipient = ${id} and (${before ?? null}::text is null or id < ${before ?? null})
    order by id desc
    limit ${limit + 1}`,
  );

export const findDelivery = (db: Db, id: string, messageId: string) =>
  db.maybe(Delivery, sql`select ${deliveryColumns} from outbox where channel = 'webhook' and recipient = ${id} and id = ${messageId}`);

export const sendAgain = (db: Db, messageId: string, now: string) =>
  db.one(
    Delivery,
    sql`
    update outbox set state = 'waiting', attempts = 0, due_at = ${now}, sent_at = null, last_error = null
    where id = ${messageId}
    returning ${deliveryColumns}`,
  );
