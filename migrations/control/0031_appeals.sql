-- One appeal per sanction: what its owner says against it, what staff answer, and who decided what.
create table appeals (
  id text primary key check (id ~ '^apl_[0-9a-z]{26}$'),
  suspension_id text not null references suspensions,
  project_id text not null references projects,
  state text not null check (state in ('open', 'overdue', 'upheld', 'lifted', 'replaced', 'closed')),
  opened_by text not null,
  opened_at timestamptz not null,
  due_at timestamptz not null check (due_at > opened_at),
  reminded_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  answer text check (char_length(answer) between 1 and 4000),
  is_decided_alone boolean not null default false,
  replaced_by_id text references suspensions,
  constraint one_appeal_per_sanction unique (suspension_id),
  constraint what_is_decided_has_an_answer check ((state in ('open', 'overdue')) = (decided_at is null and decided_by is null and answer is null)),
  constraint only_what_is_replaced_names_the_next check ((state = 'replaced') = (replaced_by_id is not null))
);
create index appeals_of_project on appeals (project_id, id desc);
create index appeals_by_deadline on appeals (due_at, id) where state in ('open', 'overdue');
create index appeals_by_outcome on appeals (replaced_by_id) where replaced_by_id is not null;
comment on table appeals is 'What owners say against sanctions, by when staff decide, and what they decided.';
comment on column appeals.answer is 'What the owner was told of the decision.';
comment on column appeals.is_decided_alone is 'Whoever imposed the sanction decided, since nobody else on staff could, a day after it was opened.';
comment on column appeals.replaced_by_id is 'The milder sanction that the decision put in the place of the one appealed against.';

create table appeal_messages (
  id text primary key check (id ~ '^amg_[0-9a-z]{26}$'),
  appeal_id text not null references appeals,
  project_id text not null references projects,
  side text not null check (side in ('owner', 'staff')),
  written_by text not null,
  body text not null check (char_length(body) between 1 and 4000),
  written_at timestamptz not null
);
create index appeal_messages_in_order on appeal_messages (appeal_id, id);
comment on table appeal_messages is 'What owner and staff wrote to each other about an appeal.';

-- A decision in the owner's favour is not undone by automation a minute later.
alter table suspensions add column spared_until timestamptz;
comment on column suspensions.spared_until is 'Until then automation imposes nothing for this cause: an appeal was decided in the owner''s favour.';

-- Owners open and read; only the platform decides.
alter table appeals enable row level security;
alter table appeal_messages enable row level security;
create policy own_reads on appeals for select to nm_api using (exists (select from projects p where p.id = project_id));
create policy own_opens on appeals for insert to nm_api with check (exists (select from projects p where p.id = project_id));
create policy platform_decides on appeals for update to nm_api using (sees_everything());
create policy own_reads on appeal_messages for select to nm_api using (exists (select from projects p where p.id = project_id));
create policy own_writes on appeal_messages for insert to nm_api
  with check (exists (select from projects p where p.id = project_id) and (side = 'owner' or sees_everything()));
create policy all_rows on appeals for select to nm_console using (true);
create policy all_rows on appeal_messages for select to nm_console using (true);
grant select, insert, update on appeals to nm_api;
grant select, insert on appeal_messages to nm_api;
grant select on appeals, appeal_messages to nm_console;
