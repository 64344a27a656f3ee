import type pg from "pg";
import { idOf, type SampleProject, sha256 } from "./project.ts";

/** Rows as years of operation leave them: dangling, doubled, misspelt, out of range. */
export async function addHostile(client: pg.Client, [first, second]: readonly SampleProject[]): Promise<void> {
  if (!first || !second) return;
  const nobody = idOf("nobody");
  const developer = (name: string, email: string | null, hash: string | null, status = "active") =>
    client.query("insert into public.developers (id, email, name, password_hash, plan, status) values ($1, $2, $3, $4, 'team', $5)", [
      idOf(name),
      email,
      name,
      hash,
      status,
    ]);
  await developer("twin", "DEVELOPER1@Example.com", "plain text");
  await developer("no address", "not an address", null);
  await developer("empty", null, null);
  await developer("gone", "gone@example.com", null, "deleted");

  const project = (name: string, developerId: string | null, status = "active") =>
    client.query("insert into public.projects (id, developer_id, name, status) values ($1, $2, $3, $4)", [
      idOf(`project ${name}`),
      developerId,
      name,
      status,
    ]);
  await project(first.name.toUpperCase(), first.developerId);
  await project("dangling", nobody);
  await project("of the gone", idOf("gone"));
  await project("shut", idOf("twin"), "suspended");

  const tenant = (name: string, projectId: string | null, schema: string | null) =>
    client.query("insert into public.tenants (id, project_id, schema_name) values ($1, $2, $3)", [
      idOf(`tenant ${name}`),
      projectId,
      schema,
    ]);
  await tenant("dangling", nobody, "tenant_nowhere");
  await tenant("control", idOf("project shut"), "public");
  await tenant("shared", idOf(`project ${first.name.toUpperCase()}`), first.schema);
  await tenant("missing", idOf("project shut"), "tenant_that_is_not_there");

  const key = (name: string, projectId: string, hash: string, more: { type?: string; scopes?: string[]; isActive?: boolean } = {}) =>
    client.query(
      "insert into public.api_keys (id, project_id, name, key_hash, key_prefix, key_type, scopes, is_active) values ($1, $2, $3, $4, 'nmk_live_0000', $5, $6, $7)",
      [idOf(`key ${name}`), projectId, name, hash, more.type ?? "secret", more.scopes ?? ["*"], more.isActive ?? true],
    );
  await key("doubled", second.id, sha256(first.key));
  await key("dangling", nobody, sha256("dangling"));
  await key("md5", first.id, "5f4dcc3b5aa765d61d8327deb882cf99");
  await key("odd type", first.id, sha256("odd type"), { type: "hologram" });
  await key("odd scope", first.id, sha256("odd scope"), { scopes: ["teleport"] });
  await key("off", first.id, sha256("off"), { isActive: false });

  const quota = (projectId: string, metric: string, limit: number) =>
    client.query("insert into public.project_quotas (project_id, metric, limit_value) values ($1, $2, $3)", [projectId, metric, limit]);
  await quota(first.id, "cpu_seconds", 10);
  await quota(nobody, "requests_per_day", 10);
  await quota(second.id, "requests_per_day", -1);
  await quota(second.id, "database_bytes", 1_000_000);
  await quota(second.id, "database_size_bytes", 2_000_000);

  const suspension = (projectId: string, from: string, to: string | null, resolved: string | null = null) =>
    client.query(
      "insert into public.suspensions (project_id, reason, suspended_at, expires_at, resolved_at) values ($1, 'spam', $2, $3, $4)",
      [projectId, from, to, resolved],
    );
  await suspension(second.id, "2024-01-01", "2024-02-01");
  await suspension(second.id, "2024-05-01", null, "2024-06-01");
  await suspension(second.id, "2026-01-01", null);
  await suspension(second.id, "2026-02-01", "2099-01-01");
  await suspension(second.id, "2026-02-01", "2025-01-01");
  await suspension(nobody, "2026-02-01", null);

  const override = (projectId: string, metric: string, limit: number, from: string, to: string | null) =>
    client.query(
      "insert into public.manual_overrides (project_id, metric, override_value, created_at, expires_at) values ($1, $2, $3, $4, $5)",
      [projectId, metric, limit, from, to],
    );
  await override(first.id, "requests_per_second", 500, "2026-01-01", null);
  await override(first.id, "requests_per_day", 1, "2024-01-01", "2024-02-01");
  await override(first.id, "requests_per_day", 1, "2024-03-01", "2024-02-01");
  await override(nobody, "requests_per_day", 1, "2024-03-01", "2099-01-01");

  await client.query("insert into public.feature_flags (name, enabled) values (null, true), ('dark_mode', false), ('unknown', null)");
  await client.query(
    `insert into public.audit_logs (action, project_id, details) values ('login', $1, '{"password": "hunter2", "nested": [{"token": "abc"}], "note": "called with Bearer abcdefgh12345678", "otp_code": "123456"}')`,
    [nobody],
  );
}
