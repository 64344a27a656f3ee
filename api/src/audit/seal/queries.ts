import { z } from "zod";
import { type Sql, sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/store.ts";
import { Batch } from "./batch.ts";
import { SealedEntry } from "./entry.ts";

const microseconds = sql`'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

/** Every column, as its leaf is made of. */
const entryColumns = sql`
  id, to_char(at at time zone 'utc', ${microseconds}) as at, actor_kind as "actorKind", actor_id as "actorId", action, target,
  project_id as "projectId", developer_id as "developerId", reason, before, after, request_id as "requestId", address,
  user_agent as "userAgent", session_id as "sessionId", on_behalf_of as "onBehalfOf", break_glass as "breakGlass", xact, salt,
  encode(personal_hash, 'base64') as "personalHash"`;

const batchColumns = (leaves: Sql) => sql`
  number, at, first_id as "firstId", last_id as "lastId", last_xact as "lastXact", entries, total,
  encode(root, 'base64') as root, encode(previous, 'base64') as previous, encode(hash, 'base64') as hash,
  replace(encode(signature, 'base64'), E'\n', '') as signature, ${leaves} as leaves`;
const withoutLeaves = batchColumns(sql`''`);

/** One process at a time seals; false where another is at it. */
export const takeTurn = async (db: Db) =>
  (await db.one(z.object({ taken: z.boolean() }), sql`select pg_try_advisory_xact_lock(hashtext('nextmavens audit seal')) as taken`)).taken;

export const findLast = (db: Db) => db.maybe(Batch, sql`select ${withoutLeaves} from audit_batches order by number desc limit 1`);

/** The place of an entry in the order of batches. */
export interface Place {
  readonly xact: number;
  readonly id: string;
}

const behind = (place: Place | undefined) => (place ? sql`(xact, id) > (${place.xact}, ${place.id})` : sql`true`);

/** What was committed for certain and is in no batch yet, in order. */
export const listOpen = (db: Db, place: Place | undefined, limit: number) =>
  db.many(
    SealedEntry,
    sql`
    select ${entryColumns} from audit_logs
    where ${behind(place)} and xact < (select audit_horizon())
    order by xact, id
    limit ${limit}`,
  );

export const insertBatch = (db: Db, batch: Batch) =>
  db.run(sql`
    insert into audit_batches (number, at, first_id, last_id, last_xact, entries, total, root, previous, hash, signature, leaves)
    values (${batch.number}, ${batch.at}, ${batch.firstId}, ${batch.lastId}, ${batch.lastXact}, ${batch.entries}, ${batch.total},
      ${bytes(batch.root)}, ${bytes(batch.previous)}, ${bytes(batch.hash)}, ${bytes(batch.signature)}, ${bytes(batch.leaves)})`);

const bytes = (text: string) => Buffer.from(text, "base64");

export const extend = (db: Db) => db.one(z.object({ made: z.number() }), sql`select extend_audit_log() as made`);

/** What still has values of this person: what they did, and what tells of their account. */
export const listPersonal = (db: Db, developerId: string, limit: number) =>
  db.many(
    SealedEntry,
    sql`
    select ${entryColumns} from audit_logs
    where (actor_id = ${developerId} or target = ${developerId} and actor_kind <> 'staff')
      and personal_hash is null
      and (coalesce(address, user_agent) is not null or audit_without_personal(before) <> before or audit_without_personal(after) <> after)
    order by id
    limit ${limit}`,
  );

export const erase = (db: Db, entries: readonly { readonly id: string; readonly hash: string }[]) =>
  db.one(
    z.object({ erased: z.number() }),
    sql`select erase_from_audit_log(${entries.map(({ id }) => id)}, ${entries.map(({ hash }) => bytes(hash))}) as erased`,
  );
