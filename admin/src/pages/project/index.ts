/** What a project's page shows beside the record: everything that staff look for first. */
import { perform } from "@nextmavens/api/platform/action";
import { sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { listForStaff, listProjectQuotas } from "@nextmavens/api/quotas";
import { type Level, levels } from "@nextmavens/api/suspensions";
import { z } from "zod";
import type { Visit } from "../../door/member.ts";
import { accessOf } from "../../resources/access.ts";
import { namesIn, type Sources } from "../../resources/answers.ts";
import type { LimitSight, Names, ProjectPageSight, RecordAnswer } from "../../sight.ts";
import { mayViewAsOwner } from "../as-owner.ts";
import { overTime, requestsByHour } from "../hours.ts";
import { newestOf } from "../records.ts";
import { mayReadSchema } from "../schema.ts";
import { daily, rangeOf, type Span, spanOf } from "../span.ts";
import { mayReadNotices } from "../told.ts";
import { namedIn, workQueueOf } from "../work-queue.ts";
import { bandsOf } from "./bands.ts";
import { happeningsOf } from "./happenings.ts";
import { limitPeriodsOf } from "./limit-periods.ts";

const keysShown = 60;

export async function projectPageOf(
  sources: Sources,
  visit: Visit,
  { record: { id, params }, names }: RecordAnswer,
  query: { readonly range?: unknown },
): Promise<{ project: ProjectPageSight; names: Names }> {
  const now = sources.engine.clock().toISOString();
  // A fortnight is what one wants to see of a project, unless a day is asked for.
  const span = spanOf(rangeOf(query.range ?? "fortnight"), now, daily);
  const read = <T>(work: (db: Db) => Promise<T>) => sources.reads.transact("platform", work);
  const limits = await limitsOf(sources, visit, id);
  const [keys, suspensions, overrides, picture, happenings, facts, access, queue] = await Promise.all([
    newestOf(sources, visit, "api_keys", keysShown, { project_id: id }),
    newestOf(sources, visit, "suspensions", 3, { project_id: id }),
    newestOf(sources, visit, "manual_overrides", 10, { project_id: id }),
    read((db) => pictureOf(db, id, span)),
    read((db) => happeningsOf(db, id, now)),
    read((db) => factsOf(db, id, String(params["developer_id"]))),
    accessOf(sources.engine, visit, id),
    workQueueOf(sources, visit, now, id),
  ]);
  const project: ProjectPageSight = {
    ...facts,
    limits,
    keys,
    suspension: strictestOf(suspensions.filter(isCurrent)),
    overrides: overrides.filter(isCurrent),
    ...picture,
    happenings,
    access,
    queue,
    showsSchema: mayReadSchema(visit),
    showsNotices: mayReadNotices(visit),
    showsAsOwner: mayViewAsOwner(visit),
  };
  const rows = [...queue.map(namedIn), ...[...keys, ...suspensions, ...overrides].map((each) => each.params)];
  const people = happenings.map(({ actor, target }) => ({ actor, target }));
  return { project, names: { ...names, ...(await namesIn(sources, [...rows, ...people])) } };
}

/** Of several sanctions the one that is felt. */
const strictestOf = (sanctions: readonly RecordAnswer["record"][]) => sanctions.toSorted((a, b) => strictness(b) - strictness(a))[0];
const strictness = ({ params }: RecordAnswer["record"]) => levels.indexOf(params["level"] as Level);

const isCurrent = ({ params }: RecordAnswer["record"]) => params["state"] === "in force" || params["state"] === "scheduled";

async function limitsOf({ engine }: Sources, visit: Visit, projectId: string): Promise<readonly LimitSight[]> {
  const call = { operation: listProjectQuotas, actor: visit.actor, request: visit.request };
  return (await perform(engine, call, listForStaff, { projectId })).items;
}

/** A limit per day is a line over bars that are days, and nothing over others. */
const pictureOf = async (db: Db, projectId: string, span: Span) => ({
  requests: overTime(await requestsByHour(db, span.from, [projectId]), span),
  bands: await bandsOf(db, projectId, span),
  limitPeriods: span.range === "fortnight" ? await limitPeriodsOf(db, projectId, span) : [],
});

const Tenant = z.object({ state: z.string(), databaseBytes: z.number(), measuredAt: z.string().nullable() });
const Owner = z.object({ email: z.string(), isVerified: z.boolean(), plan: z.string() });

const factsOf = async (db: Db, projectId: string, developerId: string) => ({
  tenant: await db.maybe(
    Tenant,
    sql`select state, database_bytes as "databaseBytes", measured_at as "measuredAt" from tenants where project_id = ${projectId}`,
  ),
  owner: await db.one(
    Owner,
    sql`select email, email_verified_at is not null as "isVerified", plan from developers where id = ${developerId}`,
  ),
});
