import type pg from "pg";
import { controlTables } from "./control.ts";
import { addHostile } from "./hostile.ts";
import { idOf, type SampleProject, sha256 } from "./project.ts";
import { mainTable, makeTenant, tenantKinds } from "./tenants.ts";

export interface Sample {
  readonly projects: readonly SampleProject[];
}

export interface Wanted {
  readonly projects: number;
  /** Rows of each tenant's largest table. */
  readonly rows: number;
  readonly auditLogs: number;
  /** With rows that can't be taken as they are. */
  readonly isHostile: boolean;
}

/** The password of every sample developer who has one, and how two libraries keep it. */
export const samplePassword = "correct horse battery";
const passwordHashes = [
  "$2b$04$9UNkabMIDNgJv2gAj0RYD.l6aWQKRqom.cO14wYCFwXNHZLO.yCx2",
  "$argon2id$v=19$m=4096,t=3,p=1$tG/o3k+lLZcjyQ3Xa/PyyA$qXNQlacMUIwkMIdHm8CcCmzPSCe+4vSLllls+VJj7qU",
] as const;

/** A present-day platform in an empty database, the same one each time. */
export async function makeSample(client: pg.Client, wanted: Wanted): Promise<Sample> {
  await client.query(controlTables);
  const projects = Array.from({ length: wanted.projects }, (_, n) => projectOf(n, wanted));
  for (const [n, project] of projects.entries()) {
    await addDeveloper(client, n, project);
    await addProject(client, n, project);
    await makeTenant(client, project.schema, project.kind, project.rows);
  }
  await addRest(client, projects, wanted);
  if (wanted.isHostile) await addHostile(client, projects);
  return { projects };
}

function projectOf(n: number, { rows }: Wanted): SampleProject {
  const kind = tenantKinds[n % tenantKinds.length] ?? "todos";
  return {
    id: idOf(`project ${n}`),
    // Every fourth developer has a second project.
    developerId: idOf(`developer ${n - (n % 4 === 3 ? 1 : 0)}`),
    name: `${kind} ${n + 1}`,
    schema: `tenant_${idOf(`project ${n}`).slice(0, 8)}`,
    kind,
    table: mainTable[kind],
    rows: rows + n,
    key: `nmk_live_${sha256(`key ${n}`).slice(0, 40)}`,
  };
}

const dayOf = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString();

async function addDeveloper(client: pg.Client, n: number, { developerId }: SampleProject): Promise<void> {
  await client.query(
    `insert into public.developers (id, email, name, company, password_hash, email_verified, plan, created_at)
     values ($1, $2, $3, 'A company', $4, $5, $6, $7) on conflict do nothing`,
    [
      developerId,
      `developer${n + 1}@example.com`,
      `Developer ${n + 1}`,
      passwordHashes[n % 2],
      n % 3 !== 0,
      n % 5 === 0 ? "pro" : "free",
      dayOf(n),
    ],
  );
}

async function addProject(client: pg.Client, n: number, { id, developerId, name, schema, key }: SampleProject): Promise<void> {
  await client.query("insert into public.projects values ($1, $2, $3, 'eu', 'active', $4)", [id, developerId, name, dayOf(n)]);
  await client.query("insert into public.tenants values ($1, $2, $3)", [idOf(`tenant ${n}`), id, schema]);
  await client.query(
    `insert into public.api_keys (id, project_id, name, key_hash, key_prefix, key_type, scopes, created_at)
     values ($1, $2, 'server', $3, $4, 'secret', '{read,write}', $5)`,
    [idOf(`key ${n}`), id, sha256(key), key.slice(0, 13), dayOf(n)],
  );
}

async function addRest(client: pg.Client, projects: readonly SampleProject[], { auditLogs }: Wanted): Promise<void> {
  const [first, second, third] = projects;
  if (first)
    await client.query("insert into public.project_quotas (project_id, metric, limit_value) values ($1, 'requests_per_day', 20000)", [
      first.id,
    ]);
  if (second)
    await client.query(
      "insert into public.manual_overrides (project_id, metric, override_value, reason, expires_at) values ($1, 'rows_written_per_day', 5, 'A launch', now() + interval '9 days')",
      [second.id],
    );
  if (third)
    await client.query(
      `insert into public.suspensions (project_id, reason, notes, suspended_by) values ($1, 'non-payment', 'The bill of May is open.', 'staff-7')`,
      [third.id],
    );
  await client.query(
    `insert into public.feature_flags (name, enabled, description, rollout_percentage)
     values ('new dashboard', true, 'The new dashboard', 25), ('dark_mode', true, '', 100), ('beta', false, '', 0)`,
  );
  await client.query(
    `insert into public.audit_logs (actor_id, action, resource_type, target_id, project_id, details, created_at)
     select 'staff-' || n % 5, 'project.updated', 'project', $1::text, $1::uuid, jsonb_build_object('n', n, 'api_key', 'nmk_live_seen'), '2024-03-01'::timestamptz + n * interval '1 hour'
     from generate_series(1, $2) n`,
    [first?.id ?? null, auditLogs],
  );
}
