import { z } from "zod";
import { type Sql, sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/store.ts";
import { Batch } from "./batch.ts";
import { SealedEntry } from "./entry.ts";
import { Removal } from "./removal.ts";

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
const withLeaves = batchColumns(sql`replace(encode(leaves, 'base64'), E'\\n', '')`);
const withoutLeaves = batchColumns(sql`''`);

/** One process at a time seals; false where another is at it. */
export const takeTurn = async (db: Db) =>
  (await db.one(z.object({ taken: z.boolean() }), sql`select pg_try_advisory_xact_lock(hashtext('nextmavens audit seal')) as taken`)).taken;

export const findLast = (db: Db) => db.maybe(Batch, sql`select ${withoutLeaves} from audit_batches order by number desc limit 1`);

/** The place of an entry in the order of batches. */
const Place = z.object({ xact: z.number(), id: z.string() });
export type Place = z.output<typeof Place>;

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

/** Entries behind a place and up to another, in order. */
export const listBetween = (db: Db, after: Place | undefined, to: Place, limit: number) =>
  db.many(
    SealedEntry,
    sql`
    select ${entryColumns} from audit_logs
    where ${behind(after)} and (xact, id) <= (${to.xact}, ${to.id})
    order by xact, id
    limit ${limit}`,
  );

/** What is in no batch yet: how much, since when, and of whom it says that their values were erased. */
export const countOpen = (db: Db, place: Place | undefined) =>
  db.one(
    z.object({ entries: z.number(), oldest: z.string().nullable(), erasures: z.array(z.string()) }),
    sql`
    select count(*) as entries, min(at) as oldest,
      coalesce(array_agg(target) filter (where actor_kind = 'job' and action = 'eraseFromAuditLog'), '{}') as erasures
    from audit_logs where ${behind(place)}`,
  );

/** How long the oldest entry waits that is in no batch yet. */
export const secondsOpen = async (db: Db) =>
  (
    await db.one(
      z.object({ seconds: z.number() }),
      sql`
      select greatest(0, coalesce(extract(epoch from now() - min(at)), 0))::float8 as seconds from audit_logs
      where (xact, id) > (
        select coalesce(max(last_xact), -1), coalesce(max(last_id), '') from (
          select last_xact, last_id from audit_batches order by number desc limit 1) last)`,
    )
  ).seconds;

export const listBatches = (db: Db, after: number, to: number, limit: number) =>
  db.many(Batch, sql`select ${withLeaves} from audit_batches where number > ${after} and number <= ${to} order by number limit ${limit}`);

/** These batches without the hashes of their entries. */
export const listHeaders = (db: Db, from: number, to: number) =>
  db.many(Batch, sql`select ${withoutLeaves} from audit_batches where number between ${from} and ${to} order by number`);

export const findEntry = (db: Db, id: string) => db.maybe(SealedEntry, sql`select ${entryColumns} from audit_logs where id = ${id}`);

/** The first batch that ends no sooner than this place. */
export const findBatchOf = (db: Db, { xact, id }: Place) =>
  db.maybe(
    Batch,
    sql`select ${withLeaves} from audit_batches where (last_xact, last_id) >= (${xact}, ${id}) order by last_xact, last_id limit 1`,
  );

export const StoredCheckpoint = z.object({ number: z.number(), at: z.string(), note: z.string() });

/** Newest first. */
export const listCheckpoints = (db: Db, before: number | undefined, limit: number) =>
  db.many(
    StoredCheckpoint,
    sql`
    select number, at, note from audit_checkpoints
    where number < coalesce(${before ?? null}::bigint, 9223372036854775807)
    order by number desc
    limit ${limit}`,
  );

/** The first one that was made of this batch or a later one. */
export const findCheckpointFrom = (db: Db, number: number) =>
  db.maybe(StoredCheckpoint, sql`select number, at, note from audit_checkpoints where number >= ${number} order by number limit 1`);

export const insertCheckpoint = (db: Db, { number, at, note }: z.output<typeof StoredCheckpoint>) =>
  db.run(sql`insert into audit_checkpoints (number, at, note) values (${number}, ${at}, ${note})`);

/** Waits for whoever seals now. */
export const waitForTurn = (db: Db) => db.run(sql`select pg_advisory_xact_lock(hashtext('nextmavens audit seal'))`);

export const extend = (db: Db) => db.one(z.object({ made: z.number() }), sql`select extend_audit_log() as made`);

/**
 * What still has values of this person: what they did or had a job do, and what tells of them. Where staff acted on them, address and
 * browser are those of staff, who lose them only where the entry says who this person is.
 */
const holdsOf = (personId: string) => sql`
  personal_hash is null
  and (
    (actor_id = ${personId} or on_behalf_of = any(${[`developer:${personId}`, `staff:${personId}`]}) and actor_kind = 'job'
      or target = ${personId} and actor_kind <> 'staff')
    and (coalesce(address, user_agent) is not null or ${tellsWho})
    or target = ${personId} and ${tellsWho})`;

const tellsWho = sql`(coalesce(audit_without_personal(before) <> before, false) or coalesce(audit_without_personal(after) <> after, false))`;

export const listPersonal = (db: Db, personId: string, limit: number) =>
  db.many(SealedEntry, sql`select ${entryColumns} from audit_logs where ${holdsOf(personId)} order by id limit ${limit}`);

export const countPersonal = (db: Db, personId: string) =>
  db.one(z.object({ entries: z.number() }), sql`select count(*) as entries from audit_logs where ${holdsOf(personId)}`);

export const erase = (db: Db, entries: readonly { readonly id: string; readonly hash: string }[]) =>
  db.one(
    z.object({ erased: z.number() }),
    sql`select erase_from_audit_log(${entries.map(({ id }) => id)}, ${entries.map(({ hash }) => bytes(hash))}) as erased`,
  );

/** The lowest id that an entry of so many months ago can have. */
export const idMonthsAgo = (db: Db, now: string, months: number) =>
  db.one(z.object({ below: z.string() }), sql`select audit_id_at(${now}::timestamptz - make_interval(months => ${months}::int)) as below`);

export const listMonths = (db: Db) => db.many(z.object({ partition: z.string(), below: z.string() }), sql`select * from audit_months()`);

/** How many entries have lower ids, and how many of them are in no batch yet. */
export const countBelow = (db: Db, below: string, place: Place | undefined) =>
  db.one(
    z.object({ entries: z.number(), open: z.number() }),
    sql`select count(*) as entries, count(*) filter (where ${behind(place)}) as open from audit_logs where id < ${below}`,
  );

/** The first of those that stay, in the order of batches. */
export const findFirstFrom = (db: Db, below: string) =>
  db.maybe(Place, sql`select xact, id from audit_logs where id >= ${below} order by xact, id limit 1`);

/** Of batches behind this one, how many of their entries have lower ids. */
export const countBelowByBatch = (db: Db, below: string, through: number) =>
  db.many(
    z.object({ number: z.number(), removed: z.number() }),
    sql`
    select b.number, count(*) as removed
    from audit_logs l
    join lateral (
      select number from audit_batches where (last_xact, last_id) >= (l.xact, l.id) order by last_xact, last_id limit 1) b on true
    where l.id < ${below} and b.number > ${through}
      and (l.xact, l.id) > (select coalesce(max(last_xact), -1), coalesce(max(last_id), '') from audit_batches where number = ${through})
    group by b.number
    order by b.number`,
  );

export const countRemovals = (db: Db) => db.one(z.object({ removals: z.number() }), sql`select count(*) as removals from audit_removals`);

export const insertRemoval = (db: Db, { number, at, below, through, partial, entries, signature }: Removal) =>
  db.run(sql`
    insert into audit_removals (number, at, below, through, partial, entries, signature)
    values (${number}, ${at}, ${below}, ${through}, ${JSON.stringify(partial)}::jsonb, ${entries}, ${bytes(signature)})`);

export const listRemovals = (db: Db) =>
  db.many(
    Removal,
    sql`
    select number, at, below, through, partial, entries, replace(encode(signature, 'base64'), E'\n', '') as signature
    from audit_removals order by number`,
  );

/** Removes the oldest month. */
export const removeMonth = (db: Db) => db.run(sql`select remove_audit_month()`);
