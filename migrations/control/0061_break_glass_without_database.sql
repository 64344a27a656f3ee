-- What opens the door while the database is away, and what is known of it once it is back.
alter table break_glass_codes add column totp_under_code text;
comment on column break_glass_codes.totp_under_code is
  'The authenticator''s secret under a key that only the code gives: for the local verifier file, by which a code opens while the database is away.';

alter table break_glass_sessions
  add column is_offline boolean not null default false,
  add column is_second_use boolean not null default false;
comment on column break_glass_sessions.is_offline is 'Opened while the database was away, and merged from the journal of that host.';
comment on column break_glass_sessions.is_second_use is 'Its code had served or was revoked before: on another host, or while that was not known there.';
drop index one_session_per_sealed_code;
create unique index one_session_per_sealed_code on break_glass_sessions (code_id) where not is_second_use;
