-- Limits by month, of computing, of what is sent out, of sessions and of keys; and a plan for projects of our own.
alter domain metric drop constraint metric_check;
alter domain metric add constraint metric_check check (value in (
  'requests_per_second', 'requests_per_day', 'requests_per_month', 'rows_written_per_day', 'query_ms_per_day', 'egress_bytes_per_month',
  'database_bytes', 'stored_bytes', 'connections', 'keys'));

insert into plans (id, projects_max, query_ms_max, query_rows_max, query_bytes_max, bulk_ms_max, import_bytes_max)
  values ('internal', 1000, 55000, 100000000, 100000000000, 3600000, 100000000000)
  on conflict do nothing;

insert into plan_limits (plan, metric, limit_value) values
  ('free', 'requests_per_month', 10000000), ('free', 'query_ms_per_day', 36000000), ('free', 'egress_bytes_per_month', 10737418240),
  ('free', 'stored_bytes', 1073741824), ('free', 'connections', 30), ('free', 'keys', 100),
  ('pro', 'requests_per_month', 500000000), ('pro', 'query_ms_per_day', 360000000), ('pro', 'egress_bytes_per_month', 1099511627776),
  ('pro', 'stored_bytes', 107374182400), ('pro', 'connections', 60), ('pro', 'keys', 1000),
  ('internal', 'requests_per_second', 10000), ('internal', 'requests_per_day', 1000000000), ('internal', 'requests_per_month', 30000000000),
  ('internal', 'rows_written_per_day', 10000000000), ('internal', 'query_ms_per_day', 8640000000), ('internal', 'egress_bytes_per_month', 109951162777600),
  ('internal', 'database_bytes', 1099511627776), ('internal', 'stored_bytes', 10995116277760), ('internal', 'connections', 1000), ('internal', 'keys', 10000)
  on conflict (plan, metric) do nothing;

-- Plans that were added by hand get what the free one has, so that nothing stops working; whoever made them sets more.
insert into plan_limits (plan, metric, limit_value)
  select p.id, l.metric, l.limit_value from plans p, plan_limits l where l.plan = 'free'
  on conflict (plan, metric) do nothing;

alter table tenants add column stored_bytes bigint not null default 0 check (stored_bytes >= 0);
comment on column tenants.stored_bytes is 'What its files come to.';
grant select (stored_bytes) on tenants to nm_console;

alter table plans
  add column revision integer not null default 1,
  add column updated_at timestamptz;
grant update on plans to nm_api;
grant insert, update on plan_limits to nm_api;
