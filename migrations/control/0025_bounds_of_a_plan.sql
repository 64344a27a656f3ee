-- How far one request of a project may go: neither counted nor set for a project by hand, so these are no metrics.
alter table plans
  add column query_ms_max integer not null default 30000 check (query_ms_max between 1 and 55000),
  add column query_rows_max bigint not null default 1000000 check (query_rows_max > 0),
  add column query_bytes_max bigint not null default 100000000 check (query_bytes_max > 0),
  add column bulk_ms_max integer not null default 600000 check (bulk_ms_max between 1 and 3600000),
  add column import_bytes_max bigint not null default 100000000 check (import_bytes_max > 0);
comment on column plans.query_ms_max is 'What SQL of one request may compute; less than what the watchdog ends sessions for.';
comment on column plans.query_rows_max is 'Rows of a streamed answer of SQL.';
comment on column plans.query_bytes_max is 'Bytes of a streamed answer of SQL.';
comment on column plans.bulk_ms_max is 'How long an import, an export or a streamed answer may take, the client''s reading and sending included.';
comment on column plans.import_bytes_max is 'Bytes of the body of an import.';
update plans set query_ms_max = 50000, query_rows_max = 10000000, query_bytes_max = 2000000000, bulk_ms_max = 3600000, import_bytes_max = 5000000000
  where id = 'pro';
