import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";
import type { AuditItem, ImportedKind } from "./plan/index.ts";

const Text = z.object({ text: z.string() });
const texts = async (rows: Promise<{ text: string }[]>) => (await rows).map(({ text }) => text);

/** Where earlier imports of this name were read from. */
export const findSource = (db: Db, source: string) =>
  db.maybe(z.object({ address: z.string() }), sql`select address from imports where source = ${source}`);

export const rememberSource = (db: Db, source: string, address: string, now: string) =>
  db.run(sql`
    insert into imports (source, address, began_at, last_at) values (${source}, ${address}, ${now}, ${now})
    on conflict (source) do update set address = excluded.address, last_at = excluded.last_at`);

/** What earlier runs took whole, by kind and old id. */
export const listImported = (db: Db, source: string) =>
  db.many(
    z.object({ kind: z.string(), oldId: z.string(), newId: z.string() }),
    sql`select kind, old_id as "oldId", new_id as "newId" from imported where source = ${source} and state = 'done'`,
  );

export interface Imported {
  readonly source: string;
  readonly kind: ImportedKind;
  readonly oldId: string;
  readonly newId: string;
}

/** Whatever two runs at once would take twice breaks the primary key. */
export const record = (db: Db, { source, kind, oldId, newId }: Imported, now: string) =>
  db.run(sql`insert into imported (source, kind, old_id, new_id, at) values (${source}, ${kind}, ${oldId}, ${newId}, ${now})`);

/** A tenant's schema is being copied; what an earlier run began, this one begins anew. */
export const recordBegun = (db: Db, { source, kind, oldId, newId }: Imported, now: string) =>
  db.run(sql`
    insert into imported (source, kind, old_id, new_id, state, at) values (${source}, ${kind}, ${oldId}, ${newId}, 'begun', ${now})
    on conflict (source, kind, old_id) do update set at = excluded.at`);

export const recordDone = (db: Db, { source, kind, oldId }: Imported, now: string) =>
  db.run(sql`update imported set state = 'done', at = ${now} where source = ${source} and kind = ${kind} and old_id = ${oldId}`);

export const findImported = async (db: Db, source: string, kind: ImportedKind, oldId: string) =>
  (
    await db.maybe(
      z.object({ newId: z.string() }),
      sql`select new_id as "newId" from imported where source = ${source} and kind = ${kind} and old_id = ${oldId} and state = 'done'`,
    )
  )?.newId;

export const listEmails = (db: Db) => texts(db.many(Text, sql`select lower(email) as text from developers`));
export const listProjectNames = (db: Db) =>
  texts(db.many(Text, sql`select developer_id || ' ' || lower(name) as text from projects where status <> 'purged'`));
export const listDeleted = (db: Db) => texts(db.many(Text, sql`select id as text from projects where status in ('deleting', 'purged')`));
export const listPlans = (db: Db) => texts(db.many(Text, sql`select id as text from plans`));
export const listFlagKeys = (db: Db) => texts(db.many(Text, sql`select key as text from feature_flags`));
export const listSuspended = (db: Db) => texts(db.many(Text, sql`select project_id as text from suspensions where lifted_at is null`));
export const listQuotas = (db: Db) => texts(db.many(Text, sql`select project_id || ' ' || metric as text from project_quotas`));
/** Which of these hashes are here already. */
export const listDigests = (db: Db, digests: readonly string[]) =>
  texts(
    db.many(
      Text,
      sql`
      select encode(key_hash, 'hex') as text from api_keys
      where key_hash in (select decode(hex, 'hex') from unnest(${digests}::text[]) as hex)`,
    ),
  );

export const countAuditLogs = async (db: Db, source: string) =>
  (await db.one(z.object({ count: z.number() }), sql`select count(*) from imported_audit_logs where source = ${source}`)).count;

/** Those that are not here yet; nothing is said of those that are. Answers what is new as it is kept, ordered by old id. */
export const insertAuditLogs = (db: Db, source: string, items: readonly AuditItem[], now: string) =>
  db.many(
    z.object({ oldId: z.string(), entry: z.string() }),
    sql`
    with added as (
      insert into imported_audit_logs (source, old_id, at, actor, action, target, project_id, developer_id, entry, imported_at)
      select ${source}, "oldId", at, actor, action, target, "projectId", "developerId", entry, ${now}
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i (
        "oldId" text, at timestamptz, actor text, action text, target text, "projectId" text, "developerId" text, entry jsonb)
      on conflict (source, old_id) do nothing
      returning old_id, entry
    )
    select old_id as "oldId", entry::text from added order by old_id collate "C"`,
  );

const TenantRow = z.object({ id: z.string(), state: z.string(), secretsSealed: z.string().nullable() });
export const findTenant = (db: Db, projectId: string) =>
  db.maybe(TenantRow, sql`select id, state, secrets_sealed as "secretsSealed" from tenants where project_id = ${projectId}`);
