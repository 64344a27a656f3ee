-- How long the audit log is kept is set by staff; that it gets shorter, and the end of a hold, two persons decide by the same way as all that is gravest.
create table audit_retention (
  is_only boolean primary key default true check (is_only),
  months integer check (months >= 12),
  reason text not null check (char_length(reason) between 1 and 1000),
  set_by text not null references staff,
  set_at timestamptz not null,
  revision integer not null default 1
);
comment on table audit_retention is 'How long the audit log is kept, once staff said so: this one row goes before AUDIT_RETENTION_MONTHS.';
comment on column audit_retention.months is 'For ever where it is null.';

alter table audit_retention enable row level security;
create policy platform on audit_retention to nm_api using (sees_everything());
create policy all_rows on audit_retention for select to nm_console using (true);
grant select, insert, update on audit_retention to nm_api;
grant select on audit_retention to nm_console;

-- Who placed a hold may be one of the two who end it.
do $$
declare
  found name;
begin
  select conname into strict found from pg_constraint
  where conrelid = 'audit_holds'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%ended_by <> placed_by%';
  execute format('alter table audit_holds drop constraint %I', found);
end $$;
comment on column audit_holds.ended_by is 'Who approved that it ends: what the first person asked for is in approvals.';
