-- How many rows an hour stands for, so that whoever reads hours can tell what the answer rests on. All hours are summed anew for it, by the
-- job that does so and a day at a time; until then they are read from their minutes, as any hour that is not summed yet.
alter table usage_hours add column minutes smallint not null default 0;
comment on column usage_hours.minutes is 'Rows of usage_metrics that it was summed from.';
update usage_rollup set up_to = least(up_to, (select date_trunc('hour', min(hour), 'UTC') from usage_hours));
