/** The control tables of a present-day database, as the sample has them: of the assumed columns some, and some nobody foresaw. */
export const controlTables = `
  create schema if not exists extensions;
  create extension if not exists "uuid-ossp" schema public;
  create extension if not exists citext schema extensions;
  do $$ begin create role legacy_reader nologin; exception when duplicate_object or unique_violation then null; end $$;

  create table public.developers (
    id uuid primary key, email text, name text, company text, password_hash text, email_verified boolean default false,
    plan text, status text default 'active', created_at timestamptz default now()
  );
  create table public.projects (
    id uuid primary key, developer_id uuid, name text, region text, status text default 'active', created_at timestamptz default now()
  );
  create table public.tenants (id uuid primary key, project_id uuid, schema_name text, created_at timestamptz default now());
  create table public.api_keys (
    id uuid primary key, project_id uuid, name text, key_hash text, key_prefix text, key_type text, scopes text[],
    is_active boolean default true, created_at timestamptz default now(), last_used_at timestamptz, expires_at timestamptz
  );
  create table public.project_quotas (
    id bigserial primary key, project_id uuid, metric text, limit_value bigint, updated_at timestamptz default now()
  );
  create table public.suspensions (
    id bigserial primary key, project_id uuid, reason text, notes text, suspended_at timestamptz default now(),
    expires_at timestamptz, resolved_at timestamptz, suspended_by text
  );
  create table public.manual_overrides (
    id bigserial primary key, project_id uuid, metric text, override_value bigint, reason text,
    created_at timestamptz default now(), expires_at timestamptz, approved_by text
  );
  create table public.feature_flags (
    id bigserial primary key, name text, enabled boolean, description text, rollout_percentage integer
  );
  create table public.audit_logs (
    id bigserial primary key, actor_id text, action text, resource_type text, target_id text, project_id uuid,
    details jsonb, ip_address inet, created_at timestamptz default now()
  )`;
