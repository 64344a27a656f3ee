-- What every tenant's database begins with, where the bootstrap may act as superuser.
revoke all on schema public from public;
create schema nextmavens;
comment on schema nextmavens is 'What protects this database from its own tenants.';

-- Any tenant may otherwise drop the policies and grants of the shared roles in its database: DROP OWNED BY anon.
create function nextmavens.refuse_drop_owned() returns event_trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise insufficient_privilege using message = 'DROP OWNED is not allowed here';
end $$;
revoke all on function nextmavens.refuse_drop_owned from public;
create event trigger refuse_drop_owned on ddl_command_start when tag in ('DROP OWNED') execute function nextmavens.refuse_drop_owned();

-- Storage outside of tables, writing to the log of changes without a table, and snapshots that hold back vacuum.
do $$
declare f regprocedure;
begin
  for f in
    select oid::regprocedure from pg_catalog.pg_proc
    where pronamespace = 'pg_catalog'::regnamespace
      and (proname like 'lo\_%' or proname in ('loread', 'lowrite', 'pg_logical_emit_message', 'pg_export_snapshot'))
  loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
