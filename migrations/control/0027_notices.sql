-- What the owner of a project was told is kept; how it went to them, and what staff is told, is the outbox's: one row for each way.
create table notices (
  id text primary key check (id ~ '^ntc_[0-9a-z]{26}$'),
  project_id text not null references projects,
  template text not null,
  subject text not null,
  body text not null,
  data jsonb not null default '{}',
  created_at timestamptz not null
);
create index notices_newest_first on notices (project_id, id desc);
comment on table notices is 'What owners were told about their projects.';
comment on column notices.data is 'The same for machines: what webhooks carry. No secrets.';
alter table notices enable row level security;
create policy own on notices to nm_api using (exists (select from projects p where p.id = project_id));
create policy all_rows on notices for select to nm_console using (true);
grant select, insert on notices to nm_api;
grant select on notices to nm_console;

alter table outbox
  add column channel text not null default 'mail' check (channel in ('mail', 'telegram', 'webhook')),
  add column notice_id text references notices,
  add column project_id text references projects;
create index outbox_of_notice on outbox (notice_id) where notice_id is not null;
create index outbox_of_project on outbox (project_id, id desc) where project_id is not null;
comment on table outbox is 'What is to be told, one row for each way it goes: written in the transaction that is its cause, sent by a job where the way is configured.';
comment on column outbox.recipient is 'Of mail: an address. Of telegram: staff. Of webhook: the endpoint''s id.';
create policy own_reads on outbox for select to nm_api
  using (notice_id is not null and exists (select from projects p where p.id = project_id));
