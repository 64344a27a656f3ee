-- What all processes saw of requests, in spans of ten seconds; what detections are made from.
create table feature_windows (
  id bigint generated always as identity primary key,
  subject_kind text not null check (subject_kind in ('project', 'network')),
  subject_id text not null,
  starts_at timestamptz not null,
  tally jsonb not null,
  written_at timestamptz not null
);
create index feature_windows_as_written on feature_windows (written_at, id);
comment on table feature_windows is 'Sums and sets of digests of what one process saw of a project or a network. Holds no address, no body and nothing of a URL but names.';
comment on column feature_windows.written_at is 'When the process told it, which may be after it was seen.';

create table error_metrics (
  project_id text not null,
  endpoint text not null,
  minute timestamptz not null,
  requests bigint not null,
  client_errors bigint not null,
  primary key (project_id, endpoint, minute)
) with (fillfactor = 70);
create index error_metrics_by_minute on error_metrics (minute);
comment on table error_metrics is 'Requests of each endpoint and how many were refused as mistaken, by minute. What failed on our side, and what limits refuse, is in neither.';

alter table feature_windows enable row level security;
alter table error_metrics enable row level security;
create policy platforms on feature_windows to nm_api using (sees_everything());
create policy own on error_metrics to nm_api using (sees_everything() or exists (select from projects p where p.id = project_id));
create policy all_rows on feature_windows for select to nm_console using (true);
create policy all_rows on error_metrics for select to nm_console using (true);
grant select, insert, delete on feature_windows to nm_api;
grant select, insert, update, delete on error_metrics to nm_api;
grant select on feature_windows, error_metrics to nm_console;
