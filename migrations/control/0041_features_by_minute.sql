-- What is older than any window, by minute: rules are tried on it before they are saved.
create table feature_minutes (
  subject_kind text not null check (subject_kind in ('project', 'network')),
  subject_id text not null,
  minute timestamptz not null,
  tally jsonb not null,
  primary key (minute, subject_kind, subject_id)
);
comment on table feature_minutes is 'feature_windows summed over processes and by minute, some hours later.';
alter table feature_minutes enable row level security;
create policy platforms on feature_minutes to nm_api using (sees_everything());
create policy all_rows on feature_minutes for select to nm_console using (true);
grant select, insert, update, delete on feature_minutes to nm_api;
grant select on feature_minutes to nm_console;
create index feature_windows_by_start on feature_windows (starts_at);
