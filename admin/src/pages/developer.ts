import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";
import type { Visit } from "../door/member.ts";
import { namesIn, type Sources } from "../resources/answers.ts";
import { keyState } from "../resources/states.ts";
import type { DeveloperPageSight, Names, RecordAnswer, RecordSight } from "../sight.ts";
import { stepsOf } from "./dashboard/ranking.ts";
import { overTime, requestsByHour } from "./hours.ts";
import { newestOf } from "./records.ts";
import { daily, rangeOf, type Span, spanOf } from "./span.ts";

const projectsShown = 50;
const auditShown = 25;

/** What a developer's page shows beside the record: sign-ins, tokens, projects with their use, and what was done. */
export async function developerPageOf(
  sources: Sources,
  visit: Visit,
  { record: { id }, names }: RecordAnswer,
  query: { readonly range?: unknown },
): Promise<{ developer: DeveloperPageSight; names: Names }> {
  const now = sources.engine.clock().toISOString();
  const span = spanOf(rangeOf(query.range ?? "fortnight"), now, daily);
  const read = <T>(work: (db: Db) => Promise<T>) => sources.reads.transact("platform", work);
  const [projects, audit, account] = await Promise.all([
    newestOf(sources, visit, "projects", projectsShown, { developer_id: id }),
    newestOf(sources, visit, "audit_logs", auditShown, { developer_id: id }),
    read(async (db) => ({ sessions: await sessionsOf(db, id, now), tokens: await tokensOf(db, id, now) })),
  ]);
  const ids = projects.map((project) => project.id);
  const { requests, steps } = await read((db) => useOf(db, ids, span));
  const developer: DeveloperPageSight = {
    ...account,
    projects: projects.map((project) => usedOf(project, steps.get(project.id))),
    requests,
    audit,
  };
  const rows = [...projects, ...audit].map(({ params }) => params);
  return { developer, names: { ...names, ...(await namesIn(sources, rows)) } };
}

/** Requests of all a developer's projects together, and of each. */
const useOf = async (db: Db, projectIds: readonly string[], span: Span) => ({
  requests: overTime(await requestsByHour(db, span.from, projectIds), span),
  steps: await stepsOf(db, projectIds, span),
});

const usedOf = (project: RecordSight, steps: readonly number[] = []) => ({
  project,
  total: steps.reduce((sum, each) => sum + each, 0),
  steps,
});

const Sessions = z.object({ live: z.number(), lastUsedAt: z.string().nullable() });

const sessionsOf = (db: Db, developerId: string, now: string) =>
  db.one(
    Sessions,
    sql`
    select count(*) filter (where ended_at is null and expires_at > ${now}) as live, max(last_used_at) as "lastUsedAt"
    from developer_sessions
    where developer_id = ${developerId}`,
  );

const Token = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.string()),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});

const tokensOf = async (db: Db, developerId: string, now: string) => {
  const tokens = await db.many(
    Token,
    sql`
    select id, name, prefix, scopes, expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"
    from developer_tokens
    where developer_id = ${developerId}
    order by id desc limit 50`,
  );
  return tokens.map(({ revokedAt, ...token }) => ({
    ...token,
    state: keyState({ revoked_at: revokedAt, expires_at: token.expiresAt }, now),
  }));
};
