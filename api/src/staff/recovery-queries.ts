import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";

/** In place of all that were before. */
export async function replace(db: Db, staffId: string, hashes: readonly Buffer[], now: string): Promise<void> {
  await remove(db, staffId);
  for (const hash of hashes)
    await db.run(sql`insert into staff_recovery_codes (code_hash, staff_id, made_at) values (${hash}, ${staffId}, ${now})`);
}

export const remove = (db: Db, staffId: string) => db.run(sql`delete from staff_recovery_codes where staff_id = ${staffId}`);

/** Whether it was one that had not served yet. */
export const spend = async (db: Db, staffId: string, hash: Buffer, now: string): Promise<boolean> =>
  (await db.maybe(
    z.object({ staff_id: z.string() }),
    sql`update staff_recovery_codes set used_at = ${now} where code_hash = ${hash} and staff_id = ${staffId} and used_at is null returning staff_id`,
  )) !== undefined;

export const left = async (db: Db, staffId: string): Promise<number> =>
  (
    await db.one(
      z.object({ n: z.number() }),
      sql`select count(*)::int as n from staff_recovery_codes where staff_id = ${staffId} and used_at is null`,
    )
  ).n;
