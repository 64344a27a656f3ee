-- Rows of a tenant's table are looked at only behind broken glass, after an escalation that names one table and says why.
create table break_glass_row_accesses (
  id text primary key check (id ~ '^rwa_[0-9a-z]{26}$'),
  session_id text not null references break_glass_sessions,
  project_id text not null references projects on delete cascade,
  schema_name text not null check (char_length(schema_name) between 1 and 63),
  table_name text not null check (char_length(table_name) between 1 and 63),
  reason text not null check (char_length(reason) between 1 and 1000),
  opened_at timestamptz not null
);
create index break_glass_row_accesses_of_session on break_glass_row_accesses (session_id);
create index break_glass_row_accesses_of_project on break_glass_row_accesses (project_id);
comment on table break_glass_row_accesses is 'Which table of which project a session behind broken glass may look into, and why; each look is in the audit log.';

alter table break_glass_row_accesses enable row level security;
create policy platform on break_glass_row_accesses to nm_api using (sees_everything());
grant select, insert on break_glass_row_accesses to nm_api;
