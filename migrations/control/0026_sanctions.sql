-- A suspension is the strictest of four sanctions; a project may have several at a time, each of a cause of its own, and the
-- strictest in force counts.
alter table suspensions
  add column level text not null default 'suspended' check (level in ('warned', 'throttled', 'restricted', 'suspended')),
  add column cause text not null default 'staff' check (cause in ('staff', 'quota', 'detection')),
  add column cause_id text,
  add column evidence text,
  add column evidence_sha256 text check (evidence_sha256 ~ '^[0-9a-f]{64}$'),
  add column follows_id text references suspensions,
  add constraint automatic_sanctions_name_their_cause check ((cause = 'staff') = (cause_id is null)),
  drop constraint suspensions_reason_check,
  add constraint suspensions_reason_check check (reason in ('abuse', 'billing', 'legal', 'security', 'quota', 'other'));
comment on table suspensions is 'Sanctions on projects: periods in which one is warned, slowed down, kept from growing or refused service, and why.';
comment on column suspensions.cause_id is 'Of quota: the metric. Of detection: the rule.';
comment on column suspensions.evidence is 'JSON of what was known when it was decided; removed when nobody can appeal any more.';
comment on column suspensions.evidence_sha256 is 'Of the text of evidence, from the moment of the decision.';
comment on column suspensions.follows_id is 'The sanction that this one took the place of.';

drop index one_open_suspension;
create unique index one_open_sanction_of_a_cause on suspensions (project_id, cause, coalesce(cause_id, '')) where lifted_at is null;
create index suspensions_open on suspensions (project_id) where lifted_at is null;

-- An address that tells anybody who has it how a project stands.
alter table projects add column public_token text not null unique default replace(gen_random_uuid()::text, '-', '');
comment on column projects.public_token is 'Part of the address of its status page, which asks for no key.';
