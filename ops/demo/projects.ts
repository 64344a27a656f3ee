import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "@nextmavens/api/platform/db/sql";
import { type AnswerOf, type Client, createClient } from "@nextmavens/sdk";
import { z } from "zod";
import { chanceOf } from "./chance.ts";
import { daysAfter } from "./clock.ts";
import type { Ground } from "./ground.ts";
import { kinds } from "./kinds/index.ts";
import { type People, unless } from "./people.ts";
import type { KeyPlan, ProjectPlan } from "./plan.ts";
import type { DemoRecord, Made } from "./record.ts";

/** What a project is known by in the record: its name is free to its owner only once. */
export const nameOf = ({ owner, name }: Pick<ProjectPlan, "owner" | "name">) => `${owner} ${name}`;

/** Makes a project as its owner would: the project, its keys, tables by SQL, rows over REST. */
export async function addProject(ground: Ground, record: DemoRecord, people: People, plan: ProjectPlan): Promise<void> {
  const intended = await record.intend("project", nameOf(plan));
  if (intended.progress.isFilled) return;
  const client = await people.developer(plan.owner);
  const made = await create(record, client, intended, plan);
  const projectId = String(made.id);
  const keys = await addKeys(client, projectId, plan.keys);
  const databaseBytes = await fill(ground, record, plan, keys);
  await putIntoThePast(ground, projectId, plan, Date.parse(record.world.madeAt));
  await record.note(made, { isFilled: true, databaseBytes });
}

async function create(record: DemoRecord, client: Client, made: Made, { name }: ProjectPlan): Promise<Made> {
  const project = made.id
    ? await client.getProject({ projectId: made.id })
    : await client.createProject({ name }).catch(unless("project_name_taken", () => findByName(client, name)));
  const known = await record.made(made, project.id);
  await untilActive(client, project);
  return known;
}

/** Made by a run that was cut off before it could note the id. */
async function findByName(client: Client, name: string) {
  const { items } = await client.listProjects({ limit: 100 });
  const found = items.find((each) => each.name === name);
  if (!found) throw new Error(`the project ${name} is neither there nor can it be made`);
  return found;
}

const patienceMs = 60_000;

/** Where building the database failed, a job goes on with it. */
async function untilActive(client: Client, { id, status }: { id: string; status: string }): Promise<void> {
  let now = status;
  for (const end = Date.now() + patienceMs; now === "provisioning"; now = (await client.getProject({ projectId: id })).status) {
    if (Date.now() > end) throw new Error(`the database of ${id} is still not there after ${patienceMs / 1000} s`);
    await sleep(500);
  }
}

type NewKey = AnswerOf<"createKey">;

/** The keys that are of use now: an earlier run's are replaced, since a key is shown only once. */
async function addKeys(client: Client, projectId: string, plans: readonly KeyPlan[]): Promise<ReadonlyMap<string, string>> {
  const { items } = await client.listKeys({ projectId });
  const keys = new Map<string, string>();
  for (const plan of plans) {
    const earlier = items.find(({ name, revokedAt }) => name === plan.name && revokedAt === null);
    const key = earlier
      ? await client.rotateKey({ projectId, keyId: earlier.id, overlapSeconds: 0 })
      : await addKey(client, projectId, plan);
    keys.set(plan.name, key.key);
    if (plan.fate === "revoked") await client.revokeKey({ projectId, keyId: key.id });
    if (plan.fate === "rotated") await client.rotateKey({ projectId, keyId: key.id });
  }
  return keys;
}

const hour = 3_600_000;

/** A key can't be made that is over already: its end is put into the past afterwards. */
const addKey = (client: Client, projectId: string, { name, kind, fate }: KeyPlan): Promise<NewKey> =>
  client.createKey({ projectId, name, kind, ...(fate === "expired" && { expiresAt: new Date(Date.now() + hour).toISOString() }) });

/** Tells how large the database is then. */
async function fill({ url }: Ground, { world }: DemoRecord, plan: ProjectPlan, keys: ReadonlyMap<string, string>): Promise<number> {
  const data = createClient({ url, apiKey: keys.get("server") });
  const kind = kinds[plan.kind];
  const madeAt = Date.parse(world.madeAt);
  const chance = chanceOf(world.seed, "rows", nameOf(plan));
  const tables = kind.rows({ chance, size: plan.size, daysAgo: (days) => daysAfter(madeAt, -days) });
  await data.sql(kind.schema);
  for (const { table, rows } of tables) await insert(data, table, rows);
  if (plan.bulk > 0) await data.sql(kind.bulk(plan.bulk));
  const visitor = keys.get("web");
  if (visitor !== undefined)
    await createClient({ url, apiKey: visitor })
      .from(tables[0]?.table ?? "")
      .select("*")
      .limit(5);
  const { rows } = await data.sql<{ bytes: number | string }>("select pg_database_size(current_database()) as bytes");
  return Number(rows[0]?.bytes);
}

async function insert(data: Client, table: string, rows: readonly object[]): Promise<void> {
  const { error } = await data.from(table).insert([...rows]);
  if (error) throw new Error(`rows of ${table} were not taken: ${error.message}`);
}

const putIntoThePast = ({ owner }: Ground, projectId: string, { bornAt, use, keys, suspensions }: ProjectPlan, madeAt: number) =>
  owner.transact("platform", async (db) => {
    const born = daysAfter(madeAt, bornAt);
    const refusedSince = suspensions.find(({ to = 1, lifted }) => to > 0 && !lifted)?.from;
    const lastAt = use.lastAt ?? refusedSince;
    const usedAt = lastAt === undefined ? null : daysAfter(madeAt, lastAt);
    const expired = keys.filter(({ fate }) => fate === "expired").map(({ name }) => name);
    await db.run(sql`update projects set created_at = ${born}, updated_at = ${born} where id = ${projectId}`);
    await db.run(
      sql`update tenants set created_at = ${born}, provisioned_at = ${born}::timestamptz + interval '1 second' where project_id = ${projectId}`,
    );
    await db.run(datingOfKeys(projectId, { born, now: daysAfter(madeAt, 0), usedAt, expired }));
  });

interface KeyDates {
  readonly born: string;
  readonly now: string;
  /** When the project was used for the last time, if it is asleep. */
  readonly usedAt: string | null;
  readonly expired: readonly string[];
}

/** Keys came one after the other, the first with the project; what has ended, ended on the way here, in use until then. */
const datingOfKeys = (projectId: string, { born, now, usedAt, expired }: KeyDates) => sql`
  with dated as (
    select id, ${born}::timestamptz + n * 0.11 * (${now}::timestamptz - ${born}) as made,
      case when name = any(${expired}) or revoked_at is not null then ${born}::timestamptz + (0.3 + n * 0.13) * (${now}::timestamptz - ${born}) end as ended,
      least(${usedAt}, ${now}::timestamptz - n * interval '7 minutes') as used
    from (select *, row_number() over (order by id) - 1 as n from api_keys where project_id = ${projectId}) numbered
  )
  update api_keys k
  set created_at = made, last_used_at = coalesce(ended - interval '1 hour', used),
    revoked_at = case when k.revoked_at is not null then ended end,
    expires_at = case when k.name = any(${expired}) then ended else k.expires_at end
  from dated where k.id = dated.id`;

const Announced = z.object({});

/** Every process learns what was put into the past behind its back. */
export const announceTo = ({ owner }: Ground, projectIds: readonly string[]) =>
  owner.transact("platform", (db) => db.many(Announced, sql`select bus_announce(id) from unnest(${projectIds}::text[]) as id`));
