-- What a plan allows a developer, as plan_limits say what it allows a project.
create table plans (
  id text primary key,
  projects_max integer not null check (projects_max >= 0)
);
comment on table plans is 'What a plan allows a developer altogether.';
comment on column plans.projects_max is 'Projects that have a database: deleted ones count until they are purged.';
insert into plans (id, projects_max) values ('free', 25), ('pro', 200);
grant select on plans to nm_api, nm_console;

-- Said before a database is dropped, which no transaction can take back.
alter table tenants drop constraint tenants_state_check;
alter table tenants add constraint tenants_state_check check (state in ('requested', 'ready', 'purging', 'purged'));
