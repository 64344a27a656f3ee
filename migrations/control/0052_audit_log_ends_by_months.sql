-- Whole months of the audit log may end; what was sealed of them stays, with signed words on what is gone.
create table audit_removals (
  number bigint primary key check (number > 0),
  at timestamptz not null,
  below text not null,
  through bigint not null,
  partial jsonb not null,
  entries bigint not null check (entries >= 0),
  signature bytea not null
);
comment on table audit_removals is 'Months of the audit log that were kept long enough.';
comment on column audit_removals.below is 'Entries of lower ids are gone.';
comment on column audit_removals.through is 'Of all batches up to this one nothing is left.';
comment on column audit_removals.partial is 'Later batches that lost entries, and how many.';
comment on column audit_removals.signature is 'As of a batch: without it, what is gone counts as removed by somebody.';
create trigger append_only before update or delete on audit_removals for each row execute function refuse_change();
create trigger append_only_as_a_whole before truncate on audit_removals for each statement execute function refuse_change();

create index audit_batches_by_place on audit_batches (last_xact, last_id);

create table audit_holds (
  id text primary key check (id ~ '^hld_[0-9a-z]{26}$'),
  reason text not null,
  placed_by text not null references staff,
  placed_at timestamptz not null,
  ended_by text references staff check (ended_by <> placed_by),
  ended_at timestamptz,
  end_reason text,
  check (num_nulls(ended_by, ended_at, end_reason) in (0, 3))
);
comment on table audit_holds is 'While one is in force, nothing of the audit log is removed or erased.';
comment on column audit_holds.ended_by is 'Never who placed it.';

do $$
declare
  name text;
begin
  foreach name in array array['audit_removals', 'audit_holds'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy platforms on %I to nm_api using (sees_everything())', name);
    execute format('create policy all_rows on %I for select to nm_console using (true)', name);
    execute format('grant select, insert on %I to nm_api', name);
  end loop;
end $$;
grant update (ended_by, ended_at, end_reason) on audit_holds to nm_api;
grant select (number, at, below, through, partial, entries) on audit_removals to nm_console;
grant select on audit_holds to nm_console;

create function audit_months() returns table (partition text, below text) language sql stable set search_path = public, pg_temp
begin atomic
  select c.relname::text, audit_id_at((to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month') at time zone 'UTC')
  from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'audit_logs'::regclass and c.relname ~ '^audit_logs_\d{4}_\d{2}$'
  order by 1;
end;
comment on function audit_months is 'The partitions of whole months, oldest first, and the lowest id that is of a later one.';

-- Whoever has the rights of the platform's own code can shorten the log by this and no further: not within a year, not beside a hold, not unsealed.
create function remove_audit_month() returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  month record;
begin
  set local lock_timeout = '3s';
  select * into month from audit_months() limit 1;
  if month.below > audit_id_at(now() - interval '1 year') then
    raise insufficient_privilege using message = 'the audit log is kept for a year at least';
  elsif exists (select from audit_holds where ended_at is null) then
    raise insufficient_privilege using message = 'the audit log is on hold';
  elsif not exists (select from audit_removals where audit_removals.below >= month.below) then
    raise insufficient_privilege using message = 'the removal is not signed';
  end if;
  execute format('alter table audit_logs detach partition %I', month.partition);
  execute format('drop table %I', month.partition);
end $$;
comment on function remove_audit_month is 'Removes the oldest month, for which a signed removal must stand.';
revoke execute on function remove_audit_month from public;
grant execute on function remove_audit_month, audit_months to nm_api;
