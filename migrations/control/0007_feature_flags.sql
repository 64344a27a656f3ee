create table feature_flags (
  key text primary key check (key ~ '^[A-Za-z0-9_.-]{1,100}$'),
  description text not null default '' check (char_length(description) <= 1000),
  definition jsonb not null check (jsonb_typeof(definition) = 'object'),
  updated_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  revision integer not null default 1
);
comment on table feature_flags is 'Feature flags in flagd''s own definition (https://flagd.dev/reference/flag-definitions/).';
alter table feature_flags enable row level security;
create policy platform on feature_flags to nm_api using (sees_everything());
create policy all_rows on feature_flags for select to nm_console using (true);
grant select, insert, update, delete on feature_flags to nm_api;
grant select on feature_flags to nm_console;
