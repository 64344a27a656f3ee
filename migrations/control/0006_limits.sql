create domain metric as text check (value in ('requests_per_second', 'requests_per_day', 'rows_written_per_day', 'database_bytes'));

create table plan_limits (
  id text primary key generated always as (plan || ':' || metric) stored,
  plan text not null,
  metric metric not null,
  limit_value bigint not null check (limit_value >= 0),
  unique (plan, metric)
);
comment on table plan_limits is 'What a plan allows where nothing else was set.';
insert into plan_limits (plan, metric, limit_value) values
  ('free', 'requests_per_second', 100), ('free', 'requests_per_day', 500000), ('free', 'rows_written_per_day', 1000000), ('free', 'database_bytes', 524288000),
  ('pro', 'requests_per_second', 1000), ('pro', 'requests_per_day', 20000000), ('pro', 'rows_written_per_day', 50000000), ('pro', 'database_bytes', 10737418240);

create table project_quotas (
  id text primary key check (id ~ '^quo_[0-9a-z]{26}$'),
  project_id text not null references projects,
  metric metric not null,
  limit_value bigint not null check (limit_value >= 0),
  reason text not null check (char_length(reason) between 1 and 1000),
  set_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  revision integer not null default 1,
  constraint one_quota_per_metric unique (project_id, metric)
);
comment on table project_quotas is 'A project''s own limits; they go before those of its plan.';

create table manual_overrides (
  id text primary key check (id ~ '^ovr_[0-9a-z]{26}$'),
  project_id text not null references projects,
  metric metric not null,
  limit_value bigint not null check (limit_value >= 0),
  reason text not null check (char_length(reason) between 1 and 1000),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_by text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  end_reason text,
  check (ends_at > starts_at)
);
create index manual_overrides_of_project on manual_overrides (project_id, metric, ends_at);
comment on table manual_overrides is 'Limits for a time; the newest one in force goes before quota and plan.';

create table suspensions (
  id text primary key check (id ~ '^sus_[0-9a-z]{26}$'),
  project_id text not null references projects,
  reason text not null check (reason in ('abuse', 'billing', 'legal', 'security', 'other')),
  statement text not null check (char_length(statement) between 1 and 2000),
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at > starts_at),
  imposed_by text not null,
  lifted_at timestamptz,
  lifted_by text,
  lift_reason text
);
create unique index one_open_suspension on suspensions (project_id) where lifted_at is null;
create index suspensions_newest_first on suspensions (project_id, id desc);
comment on table suspensions is 'Periods in which a project is refused service, and why.';

create table usage_metrics (
  id bigint generated always as identity unique,
  project_id text not null,
  metric text not null,
  minute timestamptz not null,
  total bigint not null,
  peak_second bigint not null default 0,
  primary key (project_id, metric, minute)
) with (fillfactor = 70);
create index usage_metrics_by_minute on usage_metrics (minute);
comment on table usage_metrics is 'What was used, by minute: the sum and the busiest second. Bytes are what was there when measured.';
comment on column usage_metrics.peak_second is 'Of requests over all processes; of everything else within one process.';

create unlogged table recent_requests (
  project_id text not null,
  second timestamptz not null,
  served bigint not null,
  wanted bigint not null,
  primary key (project_id, second)
) with (fillfactor = 50);
create index recent_requests_by_second on recent_requests (second);
comment on table recent_requests is 'The last minutes by second over all processes; each process takes its share of a limit per second from it. May be lost.';
comment on column recent_requests.wanted is 'With those that were refused.';

create table quota_counters (
  project_id text not null,
  metric metric not null,
  window_start timestamptz not null,
  leased bigint not null default 0,
  spent bigint not null default 0,
  primary key (project_id, metric, window_start)
) with (fillfactor = 50);
comment on table quota_counters is 'A window''s counting over all processes: what they were lent, and what of it they have spent.';

-- Tells what a process has spent, takes back what it does not need, and lends it a portion of what is left of a limit.
-- Portions shrink with what is left, so that little of the last of it lies with processes that do not need it.
create function lease_quota(
  p_project text, p_metric metric, p_window timestamptz, p_portion bigint, p_limit bigint, p_back bigint, p_spent bigint,
  out granted bigint, out total_leased bigint, out total_spent bigint
) language plpgsql as $$
begin
  insert into quota_counters (project_id, metric, window_start) values (p_project, p_metric, p_window) on conflict do nothing;
  select leased - p_back, spent + p_spent into total_leased, total_spent
    from quota_counters where project_id = p_project and metric = p_metric and window_start = p_window for update;
  granted := greatest(0, least(p_portion, greatest(1, (p_limit - total_leased) / 32), p_limit - total_leased));
  total_leased := total_leased + granted;
  update quota_counters set leased = total_leased, spent = total_spent
    where project_id = p_project and metric = p_metric and window_start = p_window;
end $$;

alter table project_quotas enable row level security;
alter table manual_overrides enable row level security;
alter table suspensions enable row level security;
alter table usage_metrics enable row level security;
alter table recent_requests enable row level security;
alter table quota_counters enable row level security;
create policy own on project_quotas to nm_api using (exists (select from projects p where p.id = project_id));
create policy own on manual_overrides to nm_api using (exists (select from projects p where p.id = project_id));
create policy own on suspensions to nm_api using (exists (select from projects p where p.id = project_id));
create policy own on usage_metrics to nm_api using (sees_everything() or exists (select from projects p where p.id = project_id));
create policy own on recent_requests to nm_api using (sees_everything() or exists (select from projects p where p.id = project_id));
create policy own on quota_counters to nm_api using (sees_everything() or exists (select from projects p where p.id = project_id));
create policy all_rows on project_quotas for select to nm_console using (true);
create policy all_rows on manual_overrides for select to nm_console using (true);
create policy all_rows on suspensions for select to nm_console using (true);
create policy all_rows on usage_metrics for select to nm_console using (true);
create policy all_rows on quota_counters for select to nm_console using (true);
grant select on plan_limits to nm_api, nm_console;
grant select, insert, update, delete on project_quotas, usage_metrics, recent_requests, quota_counters to nm_api;
grant select, insert, update on manual_overrides, suspensions to nm_api;
grant select on project_quotas, manual_overrides, suspensions, usage_metrics, quota_counters to nm_console;
