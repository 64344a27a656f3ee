alter table projects add column exposed_schemas text[] not null default '{public}'
  constraint some_schema_is_exposed check (cardinality(exposed_schemas) between 1 and 20);
comment on column projects.exposed_schemas is 'The schemas of the tenant''s database that the data plane shows; the first is meant where a request names none.';
