-- Closed parts of the audit log, each under the root of a Merkle tree and a signature, and each naming the one before.
create table audit_batches (
  number bigint primary key check (number > 0),
  at timestamptz not null,
  first_id text not null,
  last_id text not null,
  last_xact bigint not null,
  entries int not null check (entries > 0),
  total bigint not null check (total >= entries),
  root bytea not null,
  previous bytea not null,
  hash bytea not null,
  signature bytea not null,
  leaves bytea not null check (length(leaves) = 32 * entries)
);
comment on table audit_batches is 'Closed parts of the audit log: entries in the order of their transactions and ids, behind the last of the batch before.';
comment on column audit_batches.total is 'Entries of this batch and all before it.';
comment on column audit_batches.previous is 'The hash of the batch before.';
comment on column audit_batches.leaves is 'The hash of each entry, in order: they tell which entry differs, and outlive the entries.';

-- What was told outside of the database of how far the log went.
create table audit_checkpoints (
  number bigint primary key references audit_batches,
  at timestamptz not null,
  note text not null
);
comment on table audit_checkpoints is 'Signed words on a batch and all before it, as they were sent out and are published.';

do $$
declare
  name text;
begin
  foreach name in array array['audit_batches', 'audit_checkpoints'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger append_only_as_a_whole before truncate on %I for each statement execute function refuse_change()', name);
    execute format('alter table %I enable row level security', name);
    execute format('create policy platforms on %I to nm_api using (sees_everything())', name);
    execute format('create policy all_rows on %I for select to nm_console using (true)', name);
    execute format('grant select, insert on %I to nm_api', name);
  end loop;
end $$;
grant select (number, at, first_id, last_id, entries, total) on audit_batches to nm_console;
grant select on audit_checkpoints to nm_console;

-- Numbers of transactions begin anew on another server: what is restored there goes on behind what it knows.
create table audit_xacts (offset_by bigint not null);
comment on table audit_xacts is 'One row: what is added to PostgreSQL''s numbers of transactions.';
insert into audit_xacts values (0);
grant select on audit_xacts to nm_api;

-- A tenant's long transaction in another database writes nothing here, so it holds nothing up. One that is not known to be elsewhere does.
create function audit_horizon() returns bigint language sql stable set search_path = pg_catalog, public
  return (select offset_by from audit_xacts) + coalesce(
    (select min(running::text::bigint)
     from pg_snapshot_xip(pg_current_snapshot()) as running
     where running::text::bigint & 4294967295 not in (
       select l.transactionid::text::bigint from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where l.locktype = 'transactionid' and l.mode = 'ExclusiveLock' and l.granted and a.datname <> current_database())),
    pg_snapshot_xmax(pg_current_snapshot())::text::bigint);
comment on function audit_horizon is 'Transactions before this one have ended: what they wrote is there, and nothing comes to it any more.';

create function continue_audit_log() returns boolean language plpgsql as $$
declare
  newest bigint := greatest((select max(xact) from audit_logs), (select last_xact from audit_batches order by number desc limit 1));
begin
  if newest is null or newest < (select offset_by from audit_xacts) + pg_snapshot_xmax(pg_current_snapshot())::text::bigint then
    return false;
  end if;
  update audit_xacts set offset_by = newest + 1;
  execute format('alter table audit_logs alter column xact set default %s + pg_current_xact_id()::text::bigint', newest + 1);
  return true;
end $$;
comment on function continue_audit_log is 'Call before anything is written on a server that the log was restored to; true where that was so.';
