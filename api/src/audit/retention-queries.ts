import { z } from "zod";
import { sql } from "../platform/db/sql.ts";
import type { Db } from "../platform/db/store.ts";

const Row = z.object({
  months: z.number().nullable(),
  reason: z.string(),
  setBy: z.string().nullable(),
  setAt: z.string(),
  revision: z.number(),
});

const columns = sql`months, reason, set_by as "setBy", set_at as "setAt", revision`;

export const find = (db: Db) => db.maybe(Row, sql`select ${columns} from audit_retention`);

/** One at a time says how long. */
export const lock = (db: Db) => db.run(sql`select pg_advisory_xact_lock(hashtext('audit retention'))`);

interface Set {
  readonly months: number | null;
  readonly reason: string;
  readonly by: string | null;
  readonly now: string;
}

export const set = (db: Db, { months, reason, by, now }: Set) =>
  db.one(
    Row,
    sql`
    insert into audit_retention (months, reason, set_by, set_at) values (${months}, ${reason}, ${by}, ${now})
    on conflict (is_only) do update
    set months = excluded.months, reason = excluded.reason, set_by = excluded.set_by, set_at = excluded.set_at,
      revision = audit_retention.revision + 1
    returning ${columns}`,
  );
