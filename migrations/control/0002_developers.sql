create table developers (
  id text primary key check (id ~ '^dev_[0-9a-z]{26}$'),
  email text not null check (char_length(email) between 3 and 254),
  name text not null check (char_length(name) between 1 and 100),
  password_hash text not null,
  email_verified_at timestamptz,
  plan text not null default 'free',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  revision integer not null default 1
);
create unique index one_developer_per_email on developers (lower(email));
comment on table developers is 'The platform''s customers.';
comment on column developers.password_hash is 'argon2id, in PHC string format.';

create table developer_sessions (
  id text primary key check (id ~ '^ses_[0-9a-z]{26}$'),
  developer_id text not null references developers on delete cascade,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  user_agent text,
  address text
);
create index developer_sessions_of_developer on developer_sessions (developer_id);
comment on table developer_sessions is 'A sign-in and everything refreshed from it: one family of refresh tokens.';

create table refresh_tokens (
  token_hash bytea primary key,
  session_id text not null references developer_sessions on delete cascade,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_tokens_of_session on refresh_tokens (session_id);
comment on table refresh_tokens is 'Each serves once; one used again ends its session.';

create table developer_tokens (
  id text primary key check (id ~ '^pat_[0-9a-z]{26}$'),
  developer_id text not null references developers on delete cascade,
  name text not null check (char_length(name) between 1 and 100),
  prefix text not null,
  token_hash bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index developer_tokens_of_developer on developer_tokens (developer_id);
comment on table developer_tokens is 'Personal access tokens (nm_pat_…), accepted wherever a developer''s JWT is.';

create table email_tokens (
  token_hash bytea primary key,
  developer_id text not null references developers on delete cascade,
  purpose text not null check (purpose in ('verify', 'reset')),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table email_tokens is 'What a link in a mail carries, hashed.';

create table signing_keys (
  kid text primary key,
  public_jwk jsonb not null,
  private_sealed text not null,
  created_at timestamptz not null,
  retires_at timestamptz
);
comment on table signing_keys is 'Keys of access tokens (ES256). The newest signs; those not yet retired verify.';

create table throttle (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
comment on table throttle is 'Attempts counted over all processes, in the shape rate-limiter-flexible keeps.';

alter table developers enable row level security;
alter table developer_sessions enable row level security;
alter table refresh_tokens enable row level security;
alter table developer_tokens enable row level security;
alter table email_tokens enable row level security;
create policy own on developers to nm_api using (sees_developer(id));
create policy own on developer_sessions to nm_api using (sees_developer(developer_id));
create policy own on refresh_tokens to nm_api using (exists (select from developer_sessions s where s.id = session_id));
create policy own on developer_tokens to nm_api using (sees_developer(developer_id));
create policy own on email_tokens to nm_api using (sees_developer(developer_id));
create policy all_rows on developers for select to nm_console using (true);
create policy all_rows on developer_sessions for select to nm_console using (true);
create policy all_rows on developer_tokens for select to nm_console using (true);

grant select, insert, update, delete on developers, developer_sessions, refresh_tokens, developer_tokens, email_tokens, throttle to nm_api;
grant select, insert, update on signing_keys to nm_api;
grant select (id, email, name, email_verified_at, plan, created_at, updated_at, deleted_at, revision) on developers to nm_console;
grant select on developer_sessions to nm_console;
grant select (id, developer_id, name, prefix, scopes, created_at, expires_at, last_used_at, revoked_at) on developer_tokens to nm_console;
