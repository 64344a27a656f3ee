import { perform } from "@nextmavens/api/platform/action";
import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { getEvidence, readEvidence } from "@nextmavens/api/suspensions";
import { z } from "zod";
import type { Visit } from "../door/member.ts";
import { namesIn, type Sources } from "../resources/answers.ts";
import type { Names, RecordAnswer, SanctionPageSight } from "../sight.ts";
import { recordsById } from "./records.ts";

/** What the page of a sanction shows beside the record: what it rests on, what it followed, and what its owner says to it. */
export async function sanctionPageOf(
  sources: Sources,
  visit: Visit,
  { record: { id }, names }: RecordAnswer,
): Promise<{ sanction: SanctionPageSight; names: Names }> {
  const call = { operation: getEvidence, actor: visit.actor, request: visit.request };
  const read = <T>(work: (db: Db) => Promise<T>) => sources.reads.transact("platform", work);
  const [{ evidence, ...seal }, chained, appeal] = await Promise.all([
    perform(sources.engine, call, readEvidence, { suspensionId: id }),
    read((db) => chainOf(db, id)),
    read((db) => appealOf(db, id)),
  ]);
  const chain = await recordsById(sources, visit, "suspensions", chained);
  const rows = chain.map(({ params }) => params);
  const known = Evidence.safeParse(evidence);
  const sanction = { ...seal, evidence: known.success ? known.data : undefined, chain, appeal };
  return { sanction, names: { ...names, ...(await namesIn(sources, rows)) } };
}

const Evidence = z.object({
  limits: z.array(
    z.object({
      metric: z.string(),
      limit: z.number(),
      used: z.number(),
      source: z.object({ kind: z.enum(["plan", "quota", "override"]), id: z.string().optional(), until: z.string().optional() }),
    }),
  ),
  // Of sanctions that are older than this there are none.
  detections: z.array(z.object({ id: z.string(), title: z.string(), startedAt: z.string() })).optional(),
  found: z.unknown().optional(),
});

const Id = z.object({ id: z.string() });
const longestChain = 50;

/** From the first level that was moved away from to the last that it was moved to. */
const chainOf = async (db: Db, id: string) =>
  (
    await db.many(
      Id,
      sql`
      with recursive before as (
        select id, follows_id from suspensions where id = ${id}
        union all
        select s.id, s.follows_id from suspensions s join before b on s.id = b.follows_id
      ), after as (
        select id from suspensions where id = ${id}
        union all
        select s.id from suspensions s join after a on s.follows_id = a.id
      )
      select id from before union select id from after
      order by id limit ${longestChain}`,
    )
  ).map((row) => row.id);

const AppealOf = z.object({ id: z.string(), state: z.string(), openedAt: z.string(), dueAt: z.string() });

const appealOf = (db: Db, id: string) =>
  db.maybe(AppealOf, sql`select id, state, opened_at as "openedAt", due_at as "dueAt" from appeals where suspension_id = ${id}`);
