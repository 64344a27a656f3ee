create table reclaims (
  id text primary key check (id ~ '^rcl_[0-9a-z]{26}$'),
  project_id text not null references projects,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  requested_by text not null,
  requested_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  bytes_before bigint,
  bytes_after bigint,
  tables json,
  problem text,
  check ((state in ('done', 'failed')) = (finished_at is not null))
);
create unique index one_reclaim_at_a_time on reclaims (project_id) where state in ('waiting', 'running');
create index reclaims_newest_first on reclaims (project_id, id desc);
comment on table reclaims is 'Rewritings of a project''s tables (VACUUM FULL), which give back the room that deleted rows had.';
comment on column reclaims.tables is 'Of each table: schema, name, bytes before and after, and why it was left out, if it was.';
alter table reclaims enable row level security;
create policy own on reclaims to nm_api using (exists (select from projects p where p.id = project_id));
create policy all_rows on reclaims for select to nm_console using (true);
grant select, insert, update, delete on reclaims to nm_api;
grant select on reclaims to nm_console;
