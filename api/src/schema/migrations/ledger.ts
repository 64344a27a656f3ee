import { isDatabaseError, type Value } from "../../platform/db/exchange.ts";
import { Portal } from "../../platform/db/portal.ts";
import type { Session } from "../../platform/db/session.ts";
import { type Ask, askFor } from "../look.ts";
import type { Migration } from "./contract.ts";

/** Kept in the tenant's own database, and the tenant's own: it goes wherever the database goes. */
const make = `
  create schema if not exists nextmavens_migrations;
  create table if not exists nextmavens_migrations.applied (
    name text collate "C" primary key,
    position bigint generated always as identity,
    checksum text not null,
    applied_at timestamptz not null default pg_catalog.clock_timestamp(),
    sql text not null
  );
  comment on schema nextmavens_migrations is 'Which named migrations were applied'`;

const exists = `select pg_catalog.to_regclass('nextmavens_migrations.applied') is not null as "isThere"`;

const listQuery = `
  select
    name,
    pg_catalog.row_number() over (order by position) as position,
    checksum,
    pg_catalog.to_char(applied_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "appliedAt"
  from nextmavens_migrations.applied
  order by position`;

const insert = "insert into nextmavens_migrations.applied (name, checksum, sql) values ($1, $2, $3)";

/** What was applied, in order; nothing where nothing ever was. */
export async function listApplied(ask: Ask): Promise<readonly Migration[]> {
  const [found] = await ask<{ readonly isThere: boolean }>(exists);
  return found?.isThere ? ask<Migration>(listQuery) : [];
}

/** In a transaction of the tenant's owner: lets no other migration in before its end, and gives what was applied. */
export async function holdLedger(session: Session): Promise<readonly Migration[]> {
  return calmly(session, async () => {
    const [found] = await askFor<{ readonly isThere: boolean }>(session, exists, []);
    if (!found?.isThere) await makeLedger(session);
    await session.command("lock table nextmavens_migrations.applied in share row exclusive mode");
    return askFor<Migration>(session, listQuery, []);
  });
}

/** Whoever makes it at the same moment and is faster has made it for us. */
async function makeLedger(session: Session): Promise<void> {
  await session.command("savepoint ledger");
  await session.command(make).catch(async (error: unknown) => {
    if (!isDatabaseError(error) || !madeMeanwhile.has(error.code ?? "")) throw error;
    await session.command("rollback to savepoint ledger");
  });
}
const madeMeanwhile = new Set(["23505", "42P06", "42P07"]);

export const record = (session: Session, name: string, checksum: string, sql: string): Promise<void> =>
  calmly(session, async () => {
    const values: readonly Value[] = [name, checksum, sql];
    await session.exchange(new Portal(insert, values, 0));
  });

/** With no name of the tenant's in the way, and the usual path after it. */
async function calmly<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await session.command("set local search_path = pg_catalog");
  const result = await work();
  await session.command("set local search_path to default");
  return result;
}
