-- The console lists what has one column for an id.
alter table imported_audit_logs add column id text generated always as (source || ':' || old_id) stored unique;
create index imported_audit_logs_newest_first on imported_audit_logs (at desc);
comment on column imported_audit_logs.id is 'Its source and its id there.';
