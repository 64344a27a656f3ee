-- A quota that waits for a second person is listed, approved and rejected like an override that waits; what was decided stays.
alter table quota_proposals
  drop constraint quota_proposals_pkey,
  add column id text,
  add column ends_at timestamptz,
  add column decision text check (decision in ('approved', 'rejected')),
  add column decided_at timestamptz,
  add column decided_by text,
  add column decision_reason text check (char_length(decision_reason) between 1 and 1000);
update quota_proposals
set id = 'qpr_0' || substr(md5(project_id || metric), 1, 25), ends_at = proposed_at + interval '7 days';
alter table quota_proposals
  alter column id set not null,
  alter column ends_at set not null,
  add primary key (id),
  add check (id ~ '^qpr_[0-9a-z]{26}$'),
  add check (ends_at > proposed_at),
  add constraint nobody_decides_their_own_quota check (decided_by <> proposed_by),
  add constraint a_decision_of_a_quota_is_whole
    check ((decision is null) = (decided_at is null and decided_by is null and decision_reason is null));
create index quota_proposals_of_project on quota_proposals (project_id, id desc);
create index quota_proposals_waiting on quota_proposals (id) where decision is null;
comment on table quota_proposals is 'Limits of projects that somebody other than who proposed them has to approve.';
comment on column quota_proposals.ends_at is 'Until when somebody may approve it.';
