-- What the provisioner may have done with elevated rights: these functions and nothing else. They run as the login
-- that bootstrapped, so every name in them is qualified or quoted and no tenant's object is ever touched.
create schema if not exists provision;
comment on schema provision is 'How the platform makes and removes the logins of tenants.';

create table if not exists provision.installation (
  only_row boolean primary key default true check (only_row),
  version text not null,
  fingerprint text not null,
  service_role_bypasses_rls boolean not null,
  tenant_template text not null,
  fallbacks text[] not null,
  bootstrapped_at timestamptz not null default now()
);
comment on table provision.installation is 'What the bootstrap found this server to allow, and which master key it was done with.';

create or replace function provision.logins(id text) returns text[] language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  if id !~ '^[0-9a-z]{16}$' then raise invalid_parameter_value using message = 'not the id of a tenant'; end if;
  return array['t_' || id || '_anon', 't_' || id || '_user', 't_' || id || '_service', 't_' || id || '_owner', 't_' || id || '_ro'];
end $$;
comment on function provision.logins is 'The logins of a tenant, in the order of make_tenant''s secrets.';

create or replace function provision.make_login(login text, secret text, at_most int, cluster_role text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from pg_roles where rolname = login) then execute format('create role %I login', login); end if;
  execute format('alter role %I noinherit connection limit %s password %L', login, at_most, secret);
  if cluster_role is not null then execute format('grant %I to %I', cluster_role, login); end if;
  -- A tenant's RAISE LOG must not fill the disk; only a superuser may say so, and the tenant cannot undo it.
  if (select rolsuper from pg_roles where rolname = current_user) then
    execute format('alter role %I set log_min_messages = panic', login);
    execute format('alter role %I set temp_file_limit = %L', login, '1GB');
  end if;
  -- Where the server would not give the watchdog pg_signal_backend, membership lets it end these sessions.
  if not pg_has_role('nm_watchdog', 'pg_signal_backend', 'member') then execute format('grant %I to nm_watchdog', login); end if;
end $$;
comment on function provision.make_login is 'Makes one login, or gives it a new password; one that is kept out stays out.';

create or replace function provision.make_tenant(
  id text, secret_anon text, secret_user text, secret_service text, secret_owner text, secret_ro text
) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare login text[] := provision.logins(id);
begin
  -- Each request login is in exactly one cluster role, or a function of the tenant's could climb by SET ROLE.
  perform provision.make_login(login[1], secret_anon, 20, 'anon');
  perform provision.make_login(login[2], secret_user, 20, 'authenticated');
  perform provision.make_login(login[3], secret_service, 20, 'service_role');
  perform provision.make_login(login[4], secret_owner, 6, null);
  perform provision.make_login(login[5], secret_ro, 6, null);
end $$;
comment on function provision.make_tenant is 'Makes the five logins of a tenant; called again, it resets their passwords.';

create or replace function provision.drop_tenant(id text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare login text;
begin
  if exists (select from pg_database where datname = 't_' || id) then
    raise object_in_use using message = 'drop the tenant''s database first';
  end if;
  foreach login in array provision.logins(id) loop
    begin
      execute format('drop role if exists %I', login);
    exception when dependent_objects_still_exist then
      -- Another tenant gave it rights in its own database. It can enter none, and goes when those are gone.
      execute format('alter role %I nologin password null', login);
    end;
  end loop;
end $$;
comment on function provision.drop_tenant is 'Removes the logins of a tenant whose database is gone, or shuts out for good what others hold on to.';

create or replace function provision.sweep_logins() returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  each record;
  swept int := 0;
begin
  for each in
    select distinct substr(rolname, 3, 16) as id from pg_roles r
    where rolname ~ '^t_[0-9a-z]{16}_(anon|user|service|owner|ro)$' and not rolcanlogin
      and not exists (select from pg_database d where d.datname = substr(r.rolname, 1, 18))
  loop
    perform provision.drop_tenant(each.id);
    swept := swept + 1;
  end loop;
  return swept;
end $$;
comment on function provision.sweep_logins is 'Tries again to remove the logins that could not go with their tenant.';

create or replace function provision.allow_logins(id text, allowed boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare login text;
begin
  foreach login in array provision.logins(id) loop
    execute format('alter role %I %s', login, case when allowed then 'login' else 'nologin' end);
  end loop;
end $$;
comment on function provision.allow_logins is 'Lets a tenant''s logins in or keeps them out; sessions that are open go on until they are ended.';

create or replace function provision.forget_settings() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare kept record;
begin
  for kept in
    select r.rolname, d.datname from pg_db_role_setting s
    join pg_roles r on r.oid = s.setrole left join pg_database d on d.oid = s.setdatabase
    where r.rolname in ('anon', 'authenticated', 'service_role')
  loop
    execute format('alter role %I %s reset all', kept.rolname, case when kept.datname is null then '' else format('in database %I', kept.datname) end);
  end loop;
end $$;
comment on function provision.forget_settings is 'Sweeps the settings that any tenant can leave on the shared roles.';

revoke all on all functions in schema provision from public;
revoke all on schema provision from public;
grant usage on schema provision to nm_provisioner, nm_api;
grant execute on function
  provision.make_tenant, provision.drop_tenant, provision.allow_logins, provision.forget_settings, provision.sweep_logins
to nm_provisioner;
grant select on provision.installation to nm_api;
