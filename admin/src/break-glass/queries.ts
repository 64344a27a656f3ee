import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";

const OpenSession = z.object({
  id: z.string(),
  staffId: z.string(),
  holder: z.string(),
  incident: z.string(),
  isDrill: z.boolean(),
  expiresAt: z.string(),
  changes: z.number(),
});

const columns = sql`
  b.id, b.staff_id as "staffId", s.email as holder, b.incident, b.is_drill as "isDrill", b.expires_at as "expiresAt",
  (select count(*)::int from break_glass_acts a where a.session_id = b.id and a.kind = 'changed') as changes`;

export const findOpen = (db: Db, id: string) =>
  db.maybe(OpenSession, sql`select ${columns} from break_glass_sessions b join staff s on s.id = b.staff_id where b.id = ${id}`);

/** Who is behind broken glass now. */
export const listOpen = (db: Db, now: string) =>
  db.many(
    OpenSession,
    sql`
    select ${columns} from break_glass_sessions b join staff s on s.id = b.staff_id
    where b.reviewed_at is null and b.ended_at is null and b.expires_at > ${now}
    order by b.opened_at`,
  );
