-- What was taken over from another platform.
create table imports (
  source text primary key check (source ~ '^[a-z][a-z0-9-]{0,30}$'),
  address text not null,
  began_at timestamptz not null,
  last_at timestamptz not null
);
comment on table imports is 'Platforms that something was taken over from.';
comment on column imports.address is 'Server and database it was read from: another one under the same name would mix up ids.';

create table imported (
  source text not null references imports,
  kind text not null check (kind in (
    'developer', 'project', 'tenant', 'api_key', 'project_quota', 'suspension', 'manual_override', 'feature_flag')),
  old_id text not null,
  new_id text not null,
  state text not null default 'done' check (state in ('begun', 'done')),
  at timestamptz not null,
  primary key (source, kind, old_id)
);
create index imported_as on imported (new_id);
comment on table imported is 'Which old thing became which new one. What stands here is not taken over again.';
comment on column imported.state is 'Of a tenant: begun while its schema is being copied. What a dead process left begun is cleaned up and begun anew.';

-- The history of another platform: what it says was not seen by this one, so it never stands in audit_logs.
create table imported_audit_logs (
  source text not null references imports,
  old_id text not null,
  at timestamptz,
  actor text,
  action text,
  target text,
  project_id text,
  developer_id text,
  entry jsonb not null,
  imported_at timestamptz not null,
  primary key (source, old_id)
);
create index imported_audit_logs_of_project on imported_audit_logs (project_id, at desc);
comment on table imported_audit_logs is 'The audit log of another platform, as that wrote it down; never written by this one. Each batch has an entry with its digest in audit_logs.';
comment on column imported_audit_logs.project_id is 'The project as it is called here, where it was taken over.';
comment on column imported_audit_logs.entry is 'The whole row as it was, but for what looks like a secret.';
create trigger append_only before update or delete on imported_audit_logs for each row execute function refuse_change();
create trigger append_only_as_a_whole before truncate on imported_audit_logs for each statement execute function refuse_change();

alter table api_keys add column legacy_prefix text check (legacy_prefix ~ '^[!-~]{0,40}$');
create index api_keys_from_elsewhere on api_keys (legacy_prefix) where legacy_prefix is not null;
comment on column api_keys.legacy_prefix is 'Of a key that another platform made: how such keys begin. Where there is none, keys of another form are refused unread.';

alter table imports enable row level security;
alter table imported enable row level security;
alter table imported_audit_logs enable row level security;
create policy platform on imports to nm_api using (sees_everything());
create policy platform on imported to nm_api using (sees_everything());
create policy write on imported_audit_logs for insert to nm_api with check (sees_everything());
create policy own on imported_audit_logs for select to nm_api
  using (sees_developer(developer_id) or exists (select from projects p where p.id = project_id));
create policy all_rows on imports for select to nm_console using (true);
create policy all_rows on imported for select to nm_console using (true);
create policy all_rows on imported_audit_logs for select to nm_console using (true);
grant select, insert, update on imports, imported to nm_api;
grant select, insert on imported_audit_logs to nm_api;
grant select on imports, imported, imported_audit_logs to nm_console;
grant select (legacy_prefix) on api_keys to nm_console;
