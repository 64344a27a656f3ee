create table outbox (
  id text primary key check (id ~ '^msg_[0-9a-z]{26}$'),
  recipient text not null,
  template text not null,
  subject text not null,
  body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index outbox_newest_first on outbox (id desc);
comment on table outbox is 'Mail, written in the transaction that is its cause; sent by a job when a mail service is configured.';
alter table outbox enable row level security;
create policy write on outbox for insert to nm_api with check (true);
create policy platform_reads on outbox for select to nm_api using (sees_everything());
create policy platform_updates on outbox for update to nm_api using (sees_everything());
create policy all_rows on outbox for select to nm_console using (true);
grant select, insert, update on outbox to nm_api;
grant select on outbox to nm_console;

create table idempotency_keys (
  key_hash bytea primary key,
  operation text not null,
  request_hash bytea not null,
  status integer not null,
  body_sealed bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index idempotency_keys_by_expiry on idempotency_keys (expires_at);
comment on table idempotency_keys is 'Answers kept for a repetition of their request, each encrypted under the caller''s own Idempotency-Key.';
grant select, insert, update, delete on idempotency_keys to nm_api;

create table bus (
  only_row boolean primary key default true check (only_row),
  seq bigint not null default 0
);
insert into bus default values;
comment on table bus is 'Counts what was announced, so that a process sees when it missed something.';
grant select on bus to nm_api;

-- Last in the transaction that changed something: the row's lock puts announcements in order of commit.
create function bus_announce(project_id text) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare n bigint;
begin
  update public.bus set seq = seq + 1 returning seq into n;
  perform pg_notify('nm_bus', n || ' ' || project_id);
end $$;
revoke all on function bus_announce from public;
grant execute on function bus_announce to nm_api;
