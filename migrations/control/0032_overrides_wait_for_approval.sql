-- A raise beyond what one person may decide waits here for another, out of sight of everything that reads overrides in force.
create table override_requests (
  id text primary key check (id ~ '^ovr_[0-9a-z]{26}$'),
  project_id text not null references projects,
  metric metric not null,
  limit_value bigint not null check (limit_value >= 0),
  reason text not null check (char_length(reason) between 1 and 1000),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_by text not null,
  created_at timestamptz not null,
  decision text check (decision in ('approved', 'rejected')),
  decided_at timestamptz,
  decided_by text,
  decision_reason text check (char_length(decision_reason) between 1 and 1000),
  check (ends_at > starts_at),
  constraint nobody_decides_their_own check (decided_by <> created_by),
  constraint a_decision_is_whole check ((decision is null) = (decided_at is null and decided_by is null and decision_reason is null))
);
create index override_requests_of_project on override_requests (project_id, id desc);
create index override_requests_waiting on override_requests (id) where decision is null;
comment on table override_requests is 'Overrides that somebody other than who asked for them has to approve; one that is approved becomes an override of the same id.';

alter table manual_overrides add column approved_by text, add column approved_at timestamptz,
  add constraint nobody_approves_their_own check (approved_by <> created_by);
comment on column manual_overrides.approved_by is 'Somebody other than who asked for it, where it raises a limit beyond what one person may decide.';

alter table override_requests enable row level security;
create policy platform on override_requests to nm_api using (sees_everything());
create policy all_rows on override_requests for select to nm_console using (true);
grant select, insert, update on override_requests to nm_api;
grant select on override_requests to nm_console;
