-- What was used, by hour: pictures of weeks are read from here instead of from twenty thousand minutes of each project.
-- Hours before `up_to` are here; later ones are still to be read from usage_metrics.
create table usage_hours (
  project_id text not null,
  metric text not null,
  hour timestamptz not null,
  total bigint not null,
  peak_second bigint not null,
  primary key (project_id, metric, hour)
);
create index usage_hours_by_metric on usage_hours (metric, hour);
comment on table usage_hours is 'usage_metrics summed by hour (UTC), up to usage_rollup.up_to. Of bytes, the most there was.';

create table usage_rollup (
  only_row boolean primary key default true check (only_row),
  up_to timestamptz not null check (up_to = date_trunc('hour', up_to, 'UTC'))
);
insert into usage_rollup (up_to) select date_trunc('hour', coalesce(min(minute), now()), 'UTC') from usage_metrics;
comment on table usage_rollup is 'How far usage_hours goes. Goes back when something is written or removed before that.';

-- An hour that was summed already and then changes is summed again, with all after it.
create function reopen_usage_hours() returns trigger language plpgsql as $$
begin
  update usage_rollup set up_to = date_trunc('hour', c.minute, 'UTC')
    from (select min(minute) as minute from changed) c
    where c.minute < up_to;
  return null;
end $$;
create trigger reopen_hours_on_insert after insert on usage_metrics
  referencing new table as changed for each statement execute function reopen_usage_hours();
create trigger reopen_hours_on_update after update on usage_metrics
  referencing new table as changed for each statement execute function reopen_usage_hours();
create trigger reopen_hours_on_delete after delete on usage_metrics
  referencing old table as changed for each statement execute function reopen_usage_hours();

alter table usage_hours enable row level security;
create policy own on usage_hours to nm_api using (sees_everything() or exists (select from projects p where p.id = project_id));
create policy all_rows on usage_hours for select to nm_console using (true);
grant select, insert, delete on usage_hours to nm_api;
grant select, update on usage_rollup to nm_api;
grant select on usage_hours, usage_rollup to nm_console;
