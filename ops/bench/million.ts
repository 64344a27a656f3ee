import pg from "pg";
import { makeProgress } from "./progress.ts";

/** What was there for ever: the first of all rows, whose name nothing else has. */
export const oldest = "Zanzibar";

/** Rows of the past 60 days, each with the moment it was made at and an id that begins with that, as ids do. Rare things are one in a thousand. */
const made = (rows: number) => `
  create unlogged table made as
    select n, at, right(audit_id_at(at), 26) as zero, n % 1000 = 0 as is_rare
    from (select n, now() - interval '60 days' * (1 - n::float8 / ${rows}) as at from generate_series(1, ${rows}) n) moments;
  alter table made add tail text;
  update made set tail = left(zero, 10) || left(md5(n::text), 16);
  analyze made`;
const one = (...choices: readonly string[]) => `(array[${choices.map((each) => `'${each}'`).join()}])[1 + n % ${choices.length}]`;
const metric = one("requests_per_second", "requests_per_day", "rows_written_per_day", "database_bytes");
const staff = "'stf_' || repeat('0', 25) || n % 9";

/** By table: what its rows are, made of \`made\`. */
const tables: Readonly<Record<string, string>> = {
  developers: `(id, email, name, password_hash, email_verified_at, plan, created_at, updated_at)
    select 'dev_' || tail, 'person' || n || '@' || ${one("mail", "work", "school")} || '.example', ${one("Ada", "Grace", "Edsger")} || ' ' || md5(n::text),
      'none', case when n % 3 > 0 then at end, ${one("free", "free", "pro")}, at, at`,
  projects: `(id, developer_id, name, region_id, status, created_at, updated_at, purge_at)
    select 'prj_' || tail, 'dev_' || tail, case when n = 1 then '${oldest}' else ${one("shop", "blog", "game", "office")} || ' ' || md5(n::text) end,
      (select min(id) from regions), case when is_rare then 'deleting' else 'active' end, at, at, case when is_rare then now() end`,
  api_keys: `(id, project_id, name, kind, prefix, key_hash, scopes, created_at, expires_at, last_used_at, revoked_at)
    select 'key_' || tail, 'prj_' || tail, case when n = 1 then '${oldest}' else ${one("server", "browser", "job")} || ' ' || md5(n::text) end,
      ${one("publishable", "secret")}, 'nm_sk_' || left(md5(n::text), 4), sha256(n::text::bytea), '{}', at,
      case when n % 500 = 0 then at + interval '1 day' end, case when n % 2 = 0 then now() end, case when is_rare then now() end`,
  usage_metrics: `(project_id, metric, minute, total)
    select 'prj_' || tail, ${one("requests", "rows_written", "egress_bytes")}, date_trunc('minute', at), n`,
  suspensions: `(id, project_id, reason, statement, starts_at, ends_at, imposed_by, lifted_at, lifted_by, lift_reason, level)
    select 'sus_' || tail, 'prj_' || tail, ${one("abuse", "billing", "other")}, 'Too much, says rule ' || md5(n::text), at, case when n % 2 = 0 then at + interval '1 day' end,
      ${staff}, case when not is_rare then at + interval '1 hour' end, case when not is_rare then ${staff} end, case when not is_rare then 'Paid' end,
      ${one("warned", "throttled", "restricted", "suspended")}`,
  appeals: `(id, suspension_id, project_id, state, opened_by, opened_at, due_at, decided_at, decided_by, answer)
    select 'apl_' || tail, 'sus_' || tail, 'prj_' || tail, case when is_rare then 'open' else 'upheld' end, 'dev_' || tail, at, at + interval '3 days',
      case when not is_rare then at end, case when not is_rare then ${staff} end, case when not is_rare then 'No' end`,
  detections: `(id, kind, rule_id, rule_revision, mode, subject_kind, subject_id, project_id, score, inputs, started_at, last_seen_at, ended_at)
    select 'det_' || tail, 'pattern', (select min(id) from detection_rules where kind = 'pattern'), 1, 'observe', 'project', 'prj_' || tail, 'prj_' || tail, n,
      jsonb_build_object('requests', n), at, at, at + interval '1 hour'`,
  project_quotas: `(id, project_id, metric, limit_value, reason, set_by, created_at, updated_at)
    select 'quo_' || tail, 'prj_' || tail, ${metric}, n, 'Agreed with ' || md5(n::text), ${staff}, at, at`,
  quota_proposals: `(id, project_id, metric, limit_value, reason, proposed_by, proposed_at, ends_at, decision, decided_at, decided_by, decision_reason)
    select 'qpr_' || tail, 'prj_' || tail, ${metric}, n, 'Agreed with ' || md5(n::text), 'stf_' || repeat('1', 26), at, at + interval '60 days',
      case when not is_rare then 'approved' end, case when not is_rare then at end, case when not is_rare then ${staff} end, case when not is_rare then 'So be it' end`,
  manual_overrides: `(id, project_id, metric, limit_value, reason, starts_at, ends_at, created_by, created_at)
    select 'ovr_' || tail, 'prj_' || tail, ${metric}, n, 'Opening day of ' || md5(n::text), at, at + case when is_rare then interval '90 days' else interval '1 day' end,
      ${staff}, at`,
  override_requests: `(id, project_id, metric, limit_value, reason, starts_at, ends_at, created_by, created_at, decision, decided_at, decided_by, decision_reason)
    select 'ovr_' || tail, 'prj_' || tail, ${metric}, n, 'Opening day of ' || md5(n::text), at, at + interval '60 days', 'stf_' || repeat('1', 26), at,
      case when not is_rare then 'approved' end, case when not is_rare then at end, case when not is_rare then ${staff} end, case when not is_rare then 'So be it' end`,
  audit_logs: `(id, at, actor_kind, actor_id, action, target, project_id, developer_id, reason, before, after, request_id, address, user_agent)
    select 'aud_' || tail, at, ${one("staff", "developer", "job")}, ${staff}, case when is_rare then 'deleteAnyProject' else ${one("createProject", "setProjectQuota", "createKey")} end,
      'prj_' || tail, 'prj_' || tail, 'dev_' || tail, case when n % 5 = 0 then 'Asked for by ' || md5(n::text) end, jsonb_build_object('limit', n), jsonb_build_object('limit', n + 1),
      'req_' || tail, '192.0.2.' || n % 250, 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0'`,
  imported_audit_logs: `(source, old_id, at, actor, action, target, project_id, entry, imported_at)
    select 'bench', n::text, at, 'somebody' || n % 99, ${one("project.create", "key.create")}, 'prj_' || tail, 'prj_' || tail, jsonb_build_object('id', n), now()`,
  outbox: `(id, recipient, template, subject, body, state, created_at, sent_at, channel, project_id, due_at)
    select 'msg_' || tail, 'person' || n || '@mail.example', ${one("suspension", "quota-warning")}, 'About your project ' || md5(n::text), 'Hello.', case when is_rare then 'failed' else 'sent' end,
      at, case when not is_rare then at end, 'mail', 'prj_' || tail, at`,
  staff_sessions: `(id, staff_id, door, created_at, expires_at, ended_at, user_agent, address, last_seen_at, proven_at)
    select 'ses_' || tail, (select min(id) from staff), ${one("api", "console")}, at, at + interval '8 hours', case when n % 2 = 0 then at end, 'curl/8', '192.0.2.' || n % 250, at, at`,
};

/** As many rows as were asked for, in each table that grows. What refers to another row refers to one that is there. */
export async function fillTables(databaseUrl: string, rows: number): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const steps = [
      made(rows),
      "insert into imports values ('bench', 'nowhere', now(), now())",
      ...Object.entries(tables).map(([table, how]) => `insert into ${table} ${how} from made`),
    ];
    await client.query("set session_replication_role = replica; set maintenance_work_mem = '512MB'");
    const tell = makeProgress(`tables of ${rows.toLocaleString("en")} rows`, steps.length + 1);
    tell(0);
    for (const [i, step] of steps.entries()) {
      await client.query(step);
      tell(i + 1);
    }
    await client.query("drop table made");
    await client.query("vacuum analyze");
    tell(steps.length + 1);
  } finally {
    await client.end();
  }
}
