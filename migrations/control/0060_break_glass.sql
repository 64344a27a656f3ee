-- The door for the worst day: sealed codes of named holders, the sessions they opened, and what was done in them.
create table break_glass_holders (
  staff_id text primary key references staff on delete cascade,
  totp_sealed text not null,
  totp_last_step bigint,
  enrolled_at timestamptz not null,
  reminded_at timestamptz
);
comment on table break_glass_holders is 'Who may break the glass, with an authenticator that serves for nothing else.';
comment on column break_glass_holders.reminded_at is 'When admins were last told that a drill is due.';
comment on column break_glass_holders.totp_last_step is 'The last time step a code was accepted for: a code serves once.';

create table break_glass_codes (
  id text primary key check (id ~ '^bgc_[0-9a-z]{26}$'),
  staff_id text not null references break_glass_holders on delete cascade,
  name text not null check (name ~ '^[2-9A-HJKMNP-Z]{4}$'),
  tag text not null,
  code_hash text not null check (code_hash like '$argon2id$%'),
  sealed_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint one_sealed_code_per_name unique (name)
);
create index break_glass_codes_of_holder on break_glass_codes (staff_id);
comment on table break_glass_codes is 'Codes that were printed for paper; each opens one session.';
comment on column break_glass_codes.name is 'The first four characters, which tell one paper from another and are no secret.';
comment on column break_glass_codes.tag is '32 bits of a keyed digest: what is wrong is refused by it, so that nobody has us compute argon2id by guessing.';

create table break_glass_sessions (
  id text primary key check (id ~ '^bgs_[0-9a-z]{26}$'),
  staff_id text not null references staff,
  code_id text not null references break_glass_codes,
  is_drill boolean not null,
  reason text not null check (char_length(reason) between 1 and 1000),
  incident text not null check (char_length(incident) between 1 and 100),
  minutes integer not null check (minutes between 1 and 60),
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  address text,
  user_agent text,
  ended_at timestamptz,
  ended_by text references staff,
  verdict text check (verdict in ('drill', 'emergency', 'misuse')),
  review text check (char_length(review) between 1 and 5000),
  reviewed_by text references staff,
  reviewed_at timestamptz,
  constraint ends_within_an_hour check (expires_at > opened_at and expires_at <= opened_at + interval '60 minutes'),
  constraint reviewed_whole check (num_nonnulls(verdict, review, reviewed_by, reviewed_at) in (0, 4)),
  constraint reviewed_by_another check (reviewed_by <> staff_id),
  constraint reviewed_once_over check (reviewed_at is null or coalesce(ended_at, expires_at) <= reviewed_at)
);
create unique index one_session_per_sealed_code on break_glass_sessions (code_id);
create index break_glass_sessions_to_review on break_glass_sessions (opened_at) where reviewed_at is null;
comment on table break_glass_sessions is 'Who broke the glass, why and for how long, and what another person made of it.';
comment on column break_glass_sessions.ended_by is 'Nobody, where it ended at its time.';

create table break_glass_acts (
  id text primary key check (id ~ '^bga_[0-9a-z]{26}$'),
  session_id text not null references break_glass_sessions,
  at timestamptz not null,
  kind text not null check (kind in ('read', 'asked', 'changed')),
  what text not null check (char_length(what) <= 1000),
  target text,
  why text,
  request_id text not null
);
create index break_glass_acts_of_session on break_glass_acts (session_id, id);
comment on table break_glass_acts is 'The transcript: what was read, what was asked to be changed, and what was changed. Never altered.';
comment on column break_glass_acts.what is 'A request, or of what was changed the operation.';
create trigger append_only before update or delete on break_glass_acts for each row execute function refuse_change();
create trigger append_only_as_a_whole before truncate on break_glass_acts for each statement execute function refuse_change();

alter table staff_sessions
  add column break_glass_id text references break_glass_sessions,
  drop constraint staff_sessions_door_check,
  add constraint staff_sessions_door_check check (door in ('api', 'console', 'break_glass')),
  add constraint broken_glass_is_a_door_of_its_own check ((door = 'break_glass') = (break_glass_id is not null));
create index staff_sessions_behind_broken_glass on staff_sessions (break_glass_id) where break_glass_id is not null;

alter table break_glass_holders enable row level security;
alter table break_glass_codes enable row level security;
alter table break_glass_sessions enable row level security;
alter table break_glass_acts enable row level security;
create policy platform on break_glass_holders to nm_api using (sees_everything());
create policy platform on break_glass_codes to nm_api using (sees_everything());
create policy platform on break_glass_sessions to nm_api using (sees_everything());
create policy platform on break_glass_acts to nm_api using (sees_everything());
create policy all_rows on break_glass_holders for select to nm_console using (true);
create policy all_rows on break_glass_codes for select to nm_console using (true);
create policy all_rows on break_glass_sessions for select to nm_console using (true);
create policy all_rows on break_glass_acts for select to nm_console using (true);
grant select, insert, update on break_glass_holders, break_glass_codes, break_glass_sessions to nm_api;
grant select, insert on break_glass_acts to nm_api;
grant select (staff_id, enrolled_at, reminded_at) on break_glass_holders to nm_console;
grant select (id, staff_id, name, sealed_at, used_at, revoked_at) on break_glass_codes to nm_console;
grant select on break_glass_sessions, break_glass_acts to nm_console;
