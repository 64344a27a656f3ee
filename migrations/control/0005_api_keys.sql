create table api_keys (
  id text primary key check (id ~ '^key_[0-9a-z]{26}$'),
  project_id text not null references projects,
  name text not null check (char_length(name) between 1 and 100),
  kind text not null check (kind in ('publishable', 'secret')),
  prefix text not null,
  key_hash bytea not null unique check (octet_length(key_hash) = 32),
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  replaced_by text references api_keys
);
create index api_keys_of_project on api_keys (project_id, id desc);
comment on table api_keys is 'What applications present to the data plane.';
comment on column api_keys.key_hash is 'SHA-256 of the whole key; the key itself is shown once and kept nowhere.';

alter table api_keys enable row level security;
create policy own on api_keys to nm_api using (exists (select from projects p where p.id = project_id));
create policy all_rows on api_keys for select to nm_console using (true);
grant select, insert, update on api_keys to nm_api;
grant select (id, project_id, name, kind, prefix, scopes, created_at, expires_at, last_used_at, revoked_at, replaced_by) on api_keys to nm_console;
