-- What one person of staff does not do alone waits here, whatever it is, until another approves exactly that.
create table approvals (
  id text primary key check (id ~ '^apv_[0-9a-z]{26}$'),
  operation text not null,
  summary text not null,
  target text not null,
  project_id text references projects,
  effects jsonb not null,
  reason text,
  input_sealed text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  asked_by text not null references staff,
  asked_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > asked_at),
  decision text check (decision in ('approved', 'rejected', 'withdrawn', 'lapsed')),
  decided_by text references staff,
  decided_at timestamptz,
  decision_reason text check (char_length(decision_reason) between 1 and 1000),
  is_decided_alone boolean not null default false,
  expiry_told_at timestamptz,
  constraint an_approval_is_decided_whole check (num_nulls(decision, decided_by, decided_at, decision_reason) in (0, 4)),
  constraint nobody_approves_alone_at_once check (
    case decision
      when 'approved' then (decided_by = asked_by) = is_decided_alone and (not is_decided_alone or decided_at >= asked_at + interval '1 day')
      when 'rejected' then decided_by <> asked_by and not is_decided_alone
      when 'withdrawn' then decided_by = asked_by and not is_decided_alone
      else not is_decided_alone
    end)
);
create index approvals_of_asker on approvals (asked_by, operation) where decision is null;
create index approvals_waiting on approvals (asked_at) where decision is null;
create index approvals_of_project on approvals (project_id) where project_id is not null;
comment on table approvals is 'Acts of staff that wait for a second person, and what became of them.';
comment on column approvals.operation is 'What is done once it is approved.';
comment on column approvals.effects is 'What the act would change, as it was found out by a trial that was taken back: without secrets, as in the audit log.';
comment on column approvals.input_sealed is 'What the first person said, word for word, encrypted: it may hold a password.';
comment on column approvals.digest is 'Of all that is approved, under a key that the database does not have.';
comment on column approvals.decision is 'Lapsed: what it is about, or who asked, was not as before any more.';
comment on column approvals.is_decided_alone is 'By whoever asked, a day later, since nobody else on staff could.';

alter table approvals enable row level security;
create policy platform on approvals to nm_api using (sees_everything());
create policy all_rows on approvals for select to nm_console using (true);
grant select, insert, update (decision, decided_by, decided_at, decision_reason, is_decided_alone, expiry_told_at) on approvals to nm_api;
grant select (id, operation, summary, target, project_id, reason, digest, asked_by, asked_at, ends_at, decision, decided_by, decided_at,
  decision_reason, is_decided_alone) on approvals to nm_console;
