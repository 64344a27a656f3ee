create table audit_logs (
  id text primary key check (id ~ '^aud_[0-9a-z]{26}$'),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('public', 'developer', 'staff', 'job')),
  actor_id text not null,
  action text not null,
  target text not null,
  project_id text,
  developer_id text,
  reason text,
  before jsonb,
  after jsonb,
  request_id text not null,
  address text
);
create index audit_logs_of_project on audit_logs (project_id, id desc);
create index audit_logs_of_developer on audit_logs (developer_id, id desc);
create index audit_logs_by_target on audit_logs (target, id desc);
comment on table audit_logs is 'Who changed what, when, and why. Written in the transaction of the change, never altered.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise insufficient_privilege using message = format('%s is append-only', tg_table_name);
end $$;
create trigger append_only before update or delete on audit_logs for each row execute function refuse_change();
create trigger append_only_as_a_whole before truncate on audit_logs for each statement execute function refuse_change();

alter table audit_logs enable row level security;
create policy write on audit_logs for insert to nm_api with check (true);
create policy own on audit_logs for select to nm_api using (sees_developer(developer_id) or exists (select from projects p where p.id = project_id));
create policy all_rows on audit_logs for select to nm_console using (true);
grant select, insert on audit_logs to nm_api;
grant select on audit_logs to nm_console;
