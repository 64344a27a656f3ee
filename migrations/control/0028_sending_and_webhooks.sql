-- How the outbox empties. Who sends writes down first what is about to be sent, so that whoever comes after a crash sends the very same again.
create table outbox_channels (
  channel text primary key check (channel in ('mail', 'telegram', 'webhook')),
  free_at timestamptz not null default 'epoch'
);
insert into outbox_channels (channel) values ('mail'), ('telegram'), ('webhook');
comment on table outbox_channels is 'One process empties a channel at a time.';
comment on column outbox_channels.free_at is 'Until then somebody is sending, or the service asked to be left alone.';

create table mail_batches (
  id text primary key check (id ~ '^bat_[0-9a-z]{26}$'),
  payload_sealed text not null,
  attempts integer not null default 0,
  unclear_since timestamptz,
  due_at timestamptz not null,
  created_at timestamptz not null
);
create index mail_batches_due on mail_batches (due_at);
comment on table mail_batches is 'Mail on its way: what goes in one request, under one idempotency key, which is the id. Gone once it is known what became of it.';
comment on column mail_batches.payload_sealed is 'The request word for word, sealed under the master key: a repetition that differs would be another request.';
comment on column mail_batches.unclear_since is 'The first attempt after which the service may have it; it remembers the key for a day from then.';

create table webhook_endpoints (
  id text primary key check (id ~ '^whk_[0-9a-z]{26}$'),
  project_id text not null references projects,
  url text not null check (char_length(url) <= 2000),
  description text not null check (char_length(description) <= 200),
  events text[],
  secret_sealed text,
  previous_secret_sealed text,
  previous_until timestamptz,
  failures integer not null default 0,
  failing_since timestamptz,
  due_at timestamptz not null,
  disabled_at timestamptz,
  disabled_because text check (disabled_because in ('owner', 'gone', 'failing')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  revision integer not null default 1,
  constraint disabled_for_a_reason check ((disabled_at is null) = (disabled_because is null)),
  constraint deleted_ones_keep_no_secret check (deleted_at is null or (secret_sealed is null and previous_secret_sealed is null))
);
create index webhook_endpoints_of_project on webhook_endpoints (project_id) where deleted_at is null;
comment on table webhook_endpoints is 'Where projects want to be told by machine (https://www.standardwebhooks.com).';
comment on column webhook_endpoints.events is 'Which notices go there, by template; null: all.';
comment on column webhook_endpoints.secret_sealed is 'What signs the requests, sealed under the master key; shown once.';
comment on column webhook_endpoints.previous_secret_sealed is 'The secret before, which signs as well until previous_until.';
comment on column webhook_endpoints.failures is 'How many attempts failed since the last that went well.';
comment on column webhook_endpoints.due_at is 'Not asked before, since it failed.';

alter table outbox
  add column batch_id text references mail_batches on delete set null,
  add column taken_as text,
  add column due_at timestamptz,
  add column last_status integer;
update outbox set due_at = created_at;
alter table outbox alter column due_at set not null;
create index outbox_waiting on outbox (channel, due_at) where state = 'waiting';
create index outbox_of_batch on outbox (batch_id) where batch_id is not null;
create index outbox_of_endpoint on outbox (recipient, id desc) where channel = 'webhook';
comment on column outbox.taken_as is 'What the service calls it.';
comment on column outbox.due_at is 'When it may be tried next; mail in a batch goes by the batch.';

alter table outbox_channels enable row level security;
alter table mail_batches enable row level security;
alter table webhook_endpoints enable row level security;
create policy platform on outbox_channels to nm_api using (sees_everything());
create policy platform on mail_batches to nm_api using (sees_everything());
create policy own on webhook_endpoints to nm_api using (exists (select from projects p where p.id = project_id));
create policy all_rows on webhook_endpoints for select to nm_console using (true);
grant select, update on outbox_channels to nm_api;
grant select, insert, update, delete on mail_batches to nm_api;
grant select, insert, update on webhook_endpoints to nm_api;
grant select (id, project_id, url, description, events, previous_until, failures, failing_since, due_at, disabled_at, disabled_because, created_at, updated_at,
  deleted_at, revision) on webhook_endpoints to nm_console;

-- Owners see what went to their webhooks, tests included, and have it sent again.
create policy own_webhooks on outbox for select to nm_api
  using (channel = 'webhook' and exists (select from projects p where p.id = project_id));
create policy own_webhooks_again on outbox for update to nm_api
  using (channel = 'webhook' and exists (select from projects p where p.id = project_id));
