-- Rules that find abuse, and what they found. A detection names the revision of the rule that made it and keeps what it was decided from.
create table detection_rules (
  id text primary key check (id ~ '^rul_[0-9a-z]{26}$'),
  key text not null check (key ~ '^[a-z][a-z0-9_]{2,60}$'),
  kind text not null check (kind in ('pattern', 'spike', 'error_rate')),
  title text not null check (char_length(title) between 1 and 200),
  description text not null check (char_length(description) between 1 and 2000),
  is_enabled boolean not null,
  mode text not null check (mode in ('observe', 'warn', 'act')),
  level text not null check (level in ('warned', 'throttled', 'restricted', 'suspended')),
  duration_seconds integer not null check (duration_seconds between 60 and 604800),
  cooldown_seconds integer not null check (cooldown_seconds between 0 and 604800),
  settings jsonb not null,
  is_shipped boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by text not null,
  removed_at timestamptz,
  revision integer not null default 1,
  constraint one_rule_of_a_key unique (key)
);
comment on table detection_rules is 'What is looked for in requests, and what follows when it is found.';
comment on column detection_rules.settings is 'Of patterns: subject, expression, windowSeconds. Of spikes: metric, threshold, floor. Of error rates: objective, requestsMin.';
comment on column detection_rules.level is 'The strictest sanction that it may impose.';
comment on column detection_rules.removed_at is 'A rule stays, for what it found; one that ships does not come back by itself.';

create table detection_rule_revisions (
  rule_id text not null references detection_rules,
  revision integer not null,
  rule jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  reason text not null,
  primary key (rule_id, revision)
);
comment on table detection_rule_revisions is 'Every rule as it was, since detections are judged by the rule that made them.';

create table detections (
  id text not null check (id ~ '^det_[0-9a-z]{26}$'),
  kind text not null,
  rule_id text not null,
  rule_revision integer not null,
  mode text not null check (mode in ('observe', 'warn', 'act')),
  subject_kind text not null check (subject_kind in ('project', 'network')),
  subject_id text not null,
  project_id text references projects,
  endpoint text not null default '',
  score double precision not null,
  inputs jsonb not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz,
  suspension_id text references suspensions,
  acts_until timestamptz,
  verdict text check (verdict in ('true_positive', 'false_positive', 'dismissed')),
  verdict_by text,
  verdict_at timestamptz,
  verdict_note text check (char_length(verdict_note) <= 1000),
  primary key (id, kind),
  foreign key (rule_id, rule_revision) references detection_rule_revisions,
  constraint projects_are_named check ((subject_kind = 'project') = (project_id is not null)),
  constraint verdicts_are_somebodys check ((verdict is null) = (verdict_by is null) and (verdict is null) = (verdict_at is null))
) partition by list (kind);
create table pattern_detections partition of detections for values in ('pattern');
create table spike_detections partition of detections for values in ('spike');
create table error_rate_detections partition of detections for values in ('error_rate');
create unique index one_open_detection on detections (kind, rule_id, subject_id, endpoint) where ended_at is null;
create index detections_newest_first on detections (id desc);
create index detections_of_project on detections (project_id, id desc) where project_id is not null;
create index detections_of_rule on detections (rule_id, id desc);
create index detections_of_subject on detections (rule_id, subject_id, endpoint, last_seen_at desc);
comment on table detections is 'What rules found: one row from when it was found until it fell quiet.';
comment on table pattern_detections is 'Detections by rules over the features of a window.';
comment on table spike_detections is 'Detections of use far above what is usual at this hour of the week.';
comment on table error_rate_detections is 'Detections of endpoints whose requests are mistaken too often.';
comment on column detections.inputs is 'All that it was decided from, as it was when the score was highest.';
comment on column detections.subject_id is 'A project, or the digest of a network.';
comment on column detections.endpoint is 'Of error rates: the door and what was asked for there.';
comment on column detections.acts_until is 'Until when the sanction that followed lasts.';

alter table detection_rules enable row level security;
alter table detection_rule_revisions enable row level security;
alter table detections enable row level security;
alter table pattern_detections enable row level security;
alter table spike_detections enable row level security;
alter table error_rate_detections enable row level security;
-- Owners are told which rule it was that found something of theirs.
create policy all_of_them on detection_rules to nm_api using (true) with check (sees_everything());
create policy platforms on detection_rule_revisions to nm_api using (sees_everything());
create policy own on detections to nm_api using (sees_everything() or exists (select from projects p where p.id = project_id));
create policy all_rows on detection_rules for select to nm_console using (true);
create policy all_rows on detection_rule_revisions for select to nm_console using (true);
create policy all_rows on detections for select to nm_console using (true);
create policy all_rows on pattern_detections for select to nm_console using (true);
create policy all_rows on spike_detections for select to nm_console using (true);
create policy all_rows on error_rate_detections for select to nm_console using (true);
grant select, insert, update on detection_rules, detections to nm_api;
grant select, insert on detection_rule_revisions to nm_api;
grant select on detection_rules, detection_rule_revisions, detections, pattern_detections, spike_detections, error_rate_detections to nm_console;
