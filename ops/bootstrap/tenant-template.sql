-- What every tenant's database has, where the bootstrap may act as superuser. Run in the template, and again in the
-- databases made from an older one: so it may be repeated, and names nothing that a tenant could have put in its way.
revoke all on schema public from public;
create schema if not exists nextmavens;
comment on schema nextmavens is 'What protects this database from its own tenants.';
-- Whoever owns the schema could replace what runs as superuser.
do $$ begin
  if not exists (select from pg_namespace n join pg_roles r on r.oid = n.nspowner where n.nspname = 'nextmavens' and r.rolsuper) then
    raise insufficient_privilege using message = 'a tenant made the schema nextmavens';
  end if;
end $$;

-- Any tenant may otherwise drop the policies and grants of the shared roles in its database: DROP OWNED BY anon.
create or replace function nextmavens.refuse_drop_owned() returns event_trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise insufficient_privilege using message = 'DROP OWNED is not allowed here';
end $$;
revoke all on function nextmavens.refuse_drop_owned from public;
drop event trigger if exists refuse_drop_owned;
create event trigger refuse_drop_owned on ddl_command_start when tag in ('DROP OWNED') execute function nextmavens.refuse_drop_owned();

-- Only what is known to stop when it is told to: code in a language such as PL/Tcl outlives every limit and signal.
create or replace function nextmavens.refuse_languages() returns event_trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise insufficient_privilege using message = 'further languages are not offered here';
end $$;
revoke all on function nextmavens.refuse_languages from public;
drop event trigger if exists refuse_languages;
create event trigger refuse_languages on ddl_command_start when tag in ('CREATE LANGUAGE') execute function nextmavens.refuse_languages();

-- At the end of the command, when it is known which extensions it made, of itself or by CASCADE; the refusal undoes them.
create or replace function nextmavens.refuse_extensions() returns event_trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  offered constant text[] := array['btree_gin', 'btree_gist', 'citext', 'cube', 'dict_int', 'fuzzystrmatch', 'hstore', 'intarray', 'isn',
    'ltree', 'pg_trgm', 'pgcrypto', 'plpgsql', 'seg', 'tablefunc', 'tcn', 'tsm_system_rows', 'tsm_system_time', 'unaccent', 'uuid-ossp', 'vector'];
  other text;
begin
  select e.extname into other from pg_extension e join pg_roles r on r.oid = e.extowner
    where not r.rolsuper and not e.extname::text = any (offered) limit 1;
  if other is not null then
    raise insufficient_privilege using message = format('the extension %s is not offered here', other),
      hint = 'Offered are: ' || array_to_string(offered, ', ');
  end if;
end $$;
revoke all on function nextmavens.refuse_extensions from public;
drop event trigger if exists refuse_extensions;
create event trigger refuse_extensions on ddl_command_end when tag in ('CREATE EXTENSION') execute function nextmavens.refuse_extensions();

-- Storage outside of tables, writing to the log of changes without a table, snapshots that hold back vacuum, and
-- locks that need no object: the cluster has one table of locks for all, and a loop would fill it.
do $$
declare f regprocedure;
begin
  for f in
    select oid::regprocedure from pg_catalog.pg_proc
    where pronamespace = 'pg_catalog'::regnamespace
      and (proname like 'lo\_%' or proname in ('loread', 'lowrite', 'pg_logical_emit_message', 'pg_export_snapshot')
        or proname ~ '^pg_(try_)?advisory_(xact_)?lock(_shared)?$')
  loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;

-- The names of prepared statements: by its name a tenant's function could put a statement of its own in the place of ours.
revoke execute on function pg_catalog.pg_prepared_statement() from public;
revoke select on pg_catalog.pg_prepared_statements from public;
