-- A quota far above the plan is set by two: the first one's word waits here for somebody else to say the same.
create table quota_proposals (
  project_id text not null references projects,
  metric metric not null,
  limit_value bigint not null check (limit_value >= 0),
  reason text not null check (char_length(reason) between 1 and 1000),
  proposed_by text not null,
  proposed_at timestamptz not null,
  primary key (project_id, metric)
);
comment on table quota_proposals is 'Limits of projects that somebody else on staff has to set as well, the last of each metric.';
alter table quota_proposals enable row level security;
create policy platforms on quota_proposals to nm_api using (sees_everything());
create policy all_rows on quota_proposals for select to nm_console using (true);
grant select, insert, update, delete on quota_proposals to nm_api;
grant select on quota_proposals to nm_console;

alter table project_quotas add column proposed_by text, add constraint nobody_seconds_their_own check (proposed_by <> set_by);
comment on column project_quotas.proposed_by is 'Who said so first, where it needed two.';
