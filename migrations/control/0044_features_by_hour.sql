-- How high each feature of an hour can be at most, by five minutes: a rule that is tried reads only the hours in which it may find something.
create table feature_hours (
  subject_kind text not null check (subject_kind in ('project', 'network')),
  subject_id text not null,
  hour timestamptz not null,
  most jsonb not null,
  primary key (hour, subject_kind, subject_id)
);
comment on table feature_hours is 'What feature_minutes come to at most, by hour. Only for leaving out what no rule can match.';
comment on column feature_hours.most is 'Of each feature, sums of its five minutes: no window within has more. An empty list where there was nothing.';
alter table feature_hours enable row level security;
create policy platforms on feature_hours to nm_api using (sees_everything());
create policy all_rows on feature_hours for select to nm_console using (true);
grant select, insert, update, delete on feature_hours to nm_api;
grant select on feature_hours to nm_console;

-- What is summed already is summed anew, with its hours.
insert into feature_windows (subject_kind, subject_id, starts_at, tally, written_at)
  select subject_kind, subject_id, minute, tally, minute from feature_minutes;
delete from feature_minutes;
