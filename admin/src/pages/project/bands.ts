import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { levels } from "@nextmavens/api/suspensions";
import { z } from "zod";
import type { Band } from "../../sight.ts";
import type { Span } from "../span.ts";

const Sanction = z.object({ id: z.string(), kind: z.enum(levels), from: z.string(), to: z.string().nullable(), note: z.string() });
const Override = z.object({ id: z.string(), from: z.string(), to: z.string(), note: z.string() });
const mostBands = 100;

/** When a project was under which sanction, and when a limit of its requests was overridden, as far as it falls into the span. */
export async function bandsOf(db: Db, projectId: string, { from, to }: Span): Promise<Band[]> {
  const sanctions = await db.many(
    Sanction,
    sql`
    select id, level as kind, starts_at as "from", least(lifted_at, ends_at) as "to", reason as note
    from suspensions
    where project_id = ${projectId} and starts_at < ${to} and coalesce(lifted_at, ends_at, 'infinity') > ${from}
    order by id desc limit ${mostBands}`,
  );
  const overrides = await db.many(
    Override,
    sql`
    select id, starts_at as "from", least(ended_at, ends_at) as "to", reason as note
    from manual_overrides
    where project_id = ${projectId} and metric in ('requests_per_day', 'requests_per_second')
      and starts_at < ${to} and least(ended_at, ends_at) > ${from} and least(ended_at, ends_at) > starts_at
    order by id desc limit ${mostBands}`,
  );
  return [
    ...overrides.map((each) => ({ kind: "override" as const, ...each })),
    // The strictest is drawn last, above those that it covers.
    ...sanctions.toSorted((a, b) => levels.indexOf(a.kind) - levels.indexOf(b.kind)),
  ];
}
