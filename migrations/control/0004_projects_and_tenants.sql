create table regions (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,30}$'),
  name text not null
);
comment on table regions is 'Where tenants can be kept.';

create table cells (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,30}$'),
  region_id text not null references regions
);
comment on table cells is 'PostgreSQL clusters that hold tenants.';

create table projects (
  id text primary key check (id ~ '^prj_[0-9a-z]{26}$'),
  developer_id text not null references developers,
  name text not null check (char_length(name) between 1 and 100),
  region_id text not null references regions,
  status text not null check (status in ('provisioning', 'active', 'deleting', 'purged')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  purge_at timestamptz,
  purged_at timestamptz,
  revision integer not null default 1,
  constraint deletion_has_a_date check ((status = 'deleting') = (purge_at is not null))
);
create unique index one_project_per_name on projects (developer_id, lower(name)) where status <> 'purged';
create index projects_newest_first on projects (developer_id, id desc);
create index projects_to_purge on projects (purge_at) where status = 'deleting';
comment on table projects is 'What a developer builds: one tenant, its keys and limits.';

create table tenants (
  id text primary key check (id ~ '^[0-9a-z]{16}$'),
  project_id text not null unique references projects,
  cell_id text not null references cells,
  state text not null check (state in ('requested', 'ready', 'purged')),
  secrets_sealed text,
  database_bytes bigint not null default 0,
  measured_at timestamptz,
  created_at timestamptz not null,
  provisioned_at timestamptz,
  purged_at timestamptz
);
comment on table tenants is 'The database t_<id> of a project and its logins t_<id>_anon, _user, _service, _owner, _ro.';
comment on column tenants.secrets_sealed is 'The logins'' passwords, sealed under the master key; gone once purged.';

alter table projects enable row level security;
alter table tenants enable row level security;
create policy own on projects to nm_api using (sees_developer(developer_id));
create policy own on tenants to nm_api using (exists (select from projects p where p.id = project_id));
create policy all_rows on projects for select to nm_console using (true);
create policy all_rows on tenants for select to nm_console using (true);
grant select on regions, cells to nm_api, nm_console;
grant insert, update on regions, cells to nm_api;
grant select, insert, update on projects, tenants to nm_api;
grant select on projects to nm_console;
grant select (id, project_id, cell_id, state, database_bytes, measured_at, created_at, provisioned_at, purged_at) on tenants to nm_console;
