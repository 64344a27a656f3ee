-- Codes for whoever has lost their authenticator, and when each session was last used and last proven.
create table staff_recovery_codes (
  code_hash bytea primary key check (length(code_hash) = 32),
  staff_id text not null references staff on delete cascade,
  made_at timestamptz not null,
  used_at timestamptz
);
create index staff_recovery_codes_of_member on staff_recovery_codes (staff_id);
comment on table staff_recovery_codes is 'What serves once in place of an authenticator; SHA-256 of 80 random bits each.';

alter table staff_recovery_codes enable row level security;
create policy platform on staff_recovery_codes to nm_api using (sees_everything());
grant select, insert, update, delete on staff_recovery_codes to nm_api;

alter table staff_sessions add column last_seen_at timestamptz, add column proven_at timestamptz;
update staff_sessions set last_seen_at = created_at, proven_at = created_at;
alter table staff_sessions alter column last_seen_at set not null, alter column proven_at set not null;
comment on column staff_sessions.last_seen_at is 'To the minute: what is idle for long ends.';
comment on column staff_sessions.proven_at is 'When its member last showed who they are, by a code or where none is enrolled by the password.';
create index staff_sessions_by_address on staff_sessions (staff_id, address);
