-- The audit log in partitions of a month each. What is there becomes the first of them, in its place.
alter table audit_logs
  add column user_agent text,
  add column session_id text,
  add column on_behalf_of text,
  add column break_glass text,
  add column xact bigint not null default 0,
  add column salt uuid default gen_random_uuid(),
  add column personal_hash bytea,
  add constraint audit_logs_personal_check
    check (personal_hash is null and salt is not null or personal_hash is not null and salt is null and address is null and user_agent is null);
alter table audit_logs alter column xact set default pg_current_xact_id()::text::bigint;
create index audit_logs_by_xact on audit_logs (xact, id);
create index audit_logs_by_actor on audit_logs (actor_id, id desc);
create index audit_logs_by_action on audit_logs (action, id desc);

-- Its ids are made of the millisecond they were made in: months are ranges of ids, and an id alone is still the key.
create function audit_id_at(moment timestamptz) returns text language sql immutable strict parallel safe
  return 'aud_' || (
    select string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', (floor(extract(epoch from moment) * 1000)::bigint >> (5 * i) & 31)::int + 1, 1), '' order by i desc)
    from generate_series(0, 9) as i) || repeat('0', 16);
comment on function audit_id_at is 'The lowest id of an audit entry that this moment can have.';

create function audit_without_personal(snapshot jsonb) returns jsonb language sql immutable parallel safe
  return case jsonb_typeof(snapshot) when 'object' then snapshot - array['email', 'name'] else snapshot end;
comment on function audit_without_personal is 'What of `before` and `after` may not be erased.';

-- An entry stays as it is, but for values of a person: in their place a hash of them may remain, which the seal covers.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.personal_hash is null and new.personal_hash is not null and to_jsonb(new) = to_jsonb(old) || jsonb_build_object(
    'personal_hash', new.personal_hash, 'salt', null, 'address', null, 'user_agent', null,
    'before', audit_without_personal(old.before), 'after', audit_without_personal(old.after))
  then
    return new;
  end if;
  raise insufficient_privilege using message = 'audit_logs is append-only';
end $$;

do $$
declare
  first text := 'audit_logs_' || to_char(now() at time zone 'utc', 'YYYY_MM');
  index_name text;
begin
  drop trigger append_only on audit_logs;
  drop trigger append_only_as_a_whole on audit_logs;
  drop policy write on audit_logs;
  drop policy own on audit_logs;
  drop policy all_rows on audit_logs;
  alter table audit_logs disable row level security;
  revoke all on audit_logs from nm_api, nm_console;
  for index_name in select indexname from pg_indexes where schemaname = 'public' and tablename = 'audit_logs' loop
    execute format('alter index %I rename to %I', index_name, replace(index_name, 'audit_logs', first));
  end loop;
  execute format('alter table audit_logs rename to %I', first);
  execute format('create table audit_logs (like %I including defaults including constraints) partition by range (id)', first);
end $$;
alter table audit_logs add primary key (id);
create index audit_logs_of_project on audit_logs (project_id, id desc);
create index audit_logs_of_developer on audit_logs (developer_id, id desc);
create index audit_logs_by_target on audit_logs (target, id desc);
create index audit_logs_by_request on audit_logs (request_id);
create index audit_logs_by_xact on audit_logs (xact, id);
create index audit_logs_by_actor on audit_logs (actor_id, id desc);
create index audit_logs_by_action on audit_logs (action, id desc);
create trigger append_only before update or delete on audit_logs for each row execute function refuse_audit_change();
create trigger append_only_as_a_whole before truncate on audit_logs for each statement execute function refuse_change();

alter table audit_logs enable row level security;
create policy write on audit_logs for insert to nm_api with check (true);
create policy own on audit_logs for select to nm_api using (sees_developer(developer_id) or exists (select from projects p where p.id = project_id));
create policy all_rows on audit_logs for select to nm_console using (true);
grant select, insert on audit_logs to nm_api;
grant select (
  id, at, actor_kind, actor_id, action, target, project_id, developer_id, reason, before, after, request_id, address,
  user_agent, session_id, on_behalf_of, break_glass) on audit_logs to nm_console;

comment on table audit_logs is 'Who changed what, when, and why. Written in the transaction of the change, never altered, sealed soon after.';
comment on column audit_logs.session_id is 'The session, or the personal access token, by which it was done.';
comment on column audit_logs.on_behalf_of is 'Kind and id of whoever had it done, where the actor acted for another.';
comment on column audit_logs.break_glass is 'The break-glass session it was done in.';
comment on column audit_logs.xact is 'The transaction that wrote it: batches are sealed in this order. 0 for what was there before batches were.';
comment on column audit_logs.salt is 'Makes the hash of the values of a person unguessable; erased with them.';
comment on column audit_logs.personal_hash is 'What stands in the seal for the values of a person, once they are erased.';

-- A trigger of the parent does not see a TRUNCATE of a partition: each has its own. Nobody has rights to a partition itself.
create function attach_audit_partition(partition text, since text, until text) returns void language plpgsql as $$
begin
  execute format('create trigger append_only_as_a_whole before truncate on %I for each statement execute function refuse_change()', partition);
  execute format('alter table audit_logs attach partition %I for values from (%s) to (%L)', partition, since, until);
end $$;

create function extend_audit_log() returns int language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
  month timestamptz;
  partition text;
  made int := 0;
begin
  set local lock_timeout = '3s';
  for month in select generate_series(date_trunc('month', now()), date_trunc('month', now()) + interval '3 months', interval '1 month') loop
    partition := 'audit_logs_' || to_char(month, 'YYYY_MM');
    continue when to_regclass(partition) is not null;
    begin
      execute format('create table %I (like audit_logs including defaults including constraints)', partition);
      perform attach_audit_partition(partition, quote_literal(audit_id_at(month)), audit_id_at(month + interval '1 month'));
      made := made + 1;
    exception when check_violation then
      -- Nobody was there in time, and the month began in the partition for the rest: it stays there.
    end;
  end loop;
  return made;
end $$;
comment on function extend_audit_log is 'Sees to it that this month and the next three have their partitions; how many were made.';
revoke execute on function extend_audit_log, attach_audit_partition from public;
grant execute on function extend_audit_log to nm_api;

create function erase_from_audit_log(ids text[], hashes bytea[]) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  erased int;
begin
  update audit_logs l
  set address = null, user_agent = null, salt = null, personal_hash = given.hash,
    before = audit_without_personal(before), after = audit_without_personal(after)
  from unnest(ids, hashes) as given (id, hash)
  where l.id = given.id and l.personal_hash is null;
  get diagnostics erased = row_count;
  return erased;
end $$;
comment on function erase_from_audit_log is 'Erases the values of a person from these entries; a wrong hash makes them look forged.';
revoke execute on function erase_from_audit_log from public;
grant execute on function erase_from_audit_log to nm_api;

select attach_audit_partition(
  'audit_logs_' || to_char(now() at time zone 'utc', 'YYYY_MM'), 'minvalue', audit_id_at((date_trunc('month', now() at time zone 'utc') + interval '1 month') at time zone 'utc'));
create table audit_logs_rest partition of audit_logs default;
create trigger append_only_as_a_whole before truncate on audit_logs_rest for each statement execute function refuse_change();
comment on table audit_logs_rest is 'Entries of months that nobody made a partition for in time.';
select extend_audit_log();
