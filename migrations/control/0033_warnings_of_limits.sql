-- Owners are told once of each threshold that is reached in a window. A level has no window: it is told of anew once it had fallen.
create table quota_warnings (
  id text primary key check (id ~ '^qwn_[0-9a-z]{26}$'),
  project_id text not null references projects,
  metric metric not null,
  threshold smallint not null check (threshold in (50, 80, 95, 100)),
  window_start timestamptz,
  used bigint not null check (used >= 0),
  limit_value bigint not null check (limit_value > 0),
  warned_at timestamptz not null,
  ended_at timestamptz check (ended_at >= warned_at)
);
create unique index one_warning_of_a_threshold on quota_warnings (project_id, metric, threshold, window_start) nulls not distinct where ended_at is null;
create index quota_warnings_newest_first on quota_warnings (project_id, id desc);
comment on table quota_warnings is 'Thresholds of limits that were reached, and that owners were told of.';
comment on column quota_warnings.window_start is 'Absent for what is a level, as bytes are.';
comment on column quota_warnings.ended_at is 'When what is used had fallen five points under the threshold, or the limit was raised so far: from then on it is told of anew.';
alter table quota_warnings enable row level security;
create policy own on quota_warnings to nm_api using (exists (select from projects p where p.id = project_id));
create policy all_rows on quota_warnings for select to nm_console using (true);
grant select, insert, update, delete on quota_warnings to nm_api;
grant select on quota_warnings to nm_console;
