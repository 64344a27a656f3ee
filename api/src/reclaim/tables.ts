import { z } from "zod";
import { name, Sql, sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";
import type { Reclaim } from "./contract.ts";
import { wouldFree } from "./rules.ts";

/** These speak to a tenant's database as its owner; the connection is closed after them, so what is set for it need not be undone. */
const settle = async (db: Db, statementTimeout: string) => {
  await db.run(sql`set search_path = pg_catalog`);
  await db.run(new Sql([`set statement_timeout = '${statementTimeout}'`], []));
};

const Figures = z.object({
  schema: z.string(),
  name: z.string(),
  bytes: z.number(),
  heapBytes: z.number(),
  indexesBytes: z.number(),
  rows: z.number().nullable(),
  rowBytes: z.number().nullable(),
  fillFactor: z.number(),
  longBytes: z.number(),
  longPieces: z.number().nullable(),
});

/** Tables that are the owner's, the largest first. */
const figures = sql`
  select n.nspname as schema, c.relname as name, pg_total_relation_size(c.oid) as bytes,
    pg_relation_size(c.oid) as "heapBytes", pg_indexes_size(c.oid) as "indexesBytes",
    case when c.reltuples < 0 then null else c.reltuples::int8 end as rows,
    (select sum((1 - s.null_frac) * s.avg_width)::int8 from pg_stats s where s.schemaname = n.nspname and s.tablename = c.relname and not s.inherited)
      as "rowBytes",
    coalesce((select split_part(option, '=', 2)::int from unnest(c.reloptions) option where option like 'fillfactor=%'), 100) as "fillFactor",
    case when c.reltoastrelid = 0 then 0 else pg_relation_size(c.reltoastrelid) end as "longBytes",
    (select case when t.reltuples < 0 then null else t.reltuples::int8 end from pg_class t where t.oid = c.reltoastrelid) as "longPieces"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'm') and c.relpersistence <> 't' and n.nspname not in ('pg_catalog', 'information_schema')
    and pg_has_role(c.relowner, 'usage')
  order by 3 desc, 1, 2
  limit 1000`;

const Bytes = z.object({ bytes: z.number() });
const databaseBytes = async (db: Db) => (await db.one(Bytes, sql`select pg_database_size(current_database()) as bytes`)).bytes;

const measure = async (db: Db) => {
  const tables = (await db.many(Figures, figures)).map((table) => ({ ...table, wouldFree: wouldFree(table) }));
  return tables.sort((a, b) => (b.wouldFree ?? -1) - (a.wouldFree ?? -1));
};

/** What a rewriting would free, as statistics have it now. */
export async function look(db: Db) {
  await settle(db, "10s");
  const tables = await measure(db);
  return {
    bytes: await databaseBytes(db),
    wouldFree: tables.reduce((sum, each) => sum + (each.wouldFree ?? 0), 0),
    tables: tables.map(({ schema, name, bytes, wouldFree }) => ({ schema, name, bytes, wouldFree })),
  };
}

/** A rewriting waits so long for whoever uses the table, and then leaves it as it is. */
const lockTimeout = "5s";
const perTable = "15min";
/** What must stay free on the disk beside the copy of a table. */
const reserveBytes = 512_000_000;

type Done = NonNullable<Reclaim["tables"]>[number];

/** Vacuums everything that is the owner's, and rewrites each table that takes more than its rows need. */
export async function rewrite(db: Db, freeBytes: () => Promise<number | undefined>) {
  await settle(db, perTable);
  await db.run(new Sql([`set lock_timeout = '${lockTimeout}'`], []));
  const bytesBefore = await databaseBytes(db);
  await db.run(sql`vacuum (analyze, skip_locked)`);
  const tables: Done[] = [];
  for (const table of await measure(db)) if (table.wouldFree) tables.push(await rewriteOne(db, table, await freeBytes()));
  return { bytesBefore, bytesAfter: await databaseBytes(db), tables };
}

async function rewriteOne(db: Db, { schema, name: table, bytes }: z.output<typeof Figures>, free: number | undefined): Promise<Done> {
  const left = { schema, name: table, bytesBefore: bytes, bytesAfter: bytes };
  if (free !== undefined && free < bytes + reserveBytes) return { ...left, skipped: "there is not enough room on the disk for its copy" };
  try {
    await db.run(sql`vacuum (full, analyze) ${name(schema, table)}`);
  } catch (error) {
    return { ...left, skipped: whyNot(error) };
  }
  const size = sql`select pg_total_relation_size(to_regclass(${`${quoted(schema)}.${quoted(table)}`})) as bytes`;
  return { ...left, bytesAfter: (await db.one(Bytes, size)).bytes };
}

const quoted = (text: string) => name(text).text;

/** Of PostgreSQL's own words the owner may read all: it is the owner's database. */
function whyNot(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  if (code === "55P03") return `it was in use for longer than ${lockTimeout}`;
  if (code === "57014") return `it took longer than ${perTable}`;
  return message ?? "it failed";
}
