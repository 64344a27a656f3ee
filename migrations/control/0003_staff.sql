create table staff (
  id text primary key check (id ~ '^stf_[0-9a-z]{26}$'),
  email text not null check (char_length(email) between 3 and 254),
  name text not null check (char_length(name) between 1 and 100),
  role text not null check (role in ('viewer', 'support', 'operator', 'admin')),
  password_hash text not null,
  totp_sealed text,
  totp_pending_sealed text,
  totp_last_step bigint,
  is_active boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  revision integer not null default 1
);
create unique index one_staff_member_per_email on staff (lower(email));
comment on table staff is 'The people who run the platform.';
comment on column staff.totp_last_step is 'The last time step a code was accepted for: a code serves once.';

create table staff_sessions (
  id text primary key check (id ~ '^ses_[0-9a-z]{26}$'),
  staff_id text not null references staff on delete cascade,
  door text not null check (door in ('api', 'console')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  user_agent text,
  address text
);
create index staff_sessions_of_member on staff_sessions (staff_id);

create table console_sessions (
  sid text primary key,
  sess json not null,
  expire timestamptz not null
);
create index console_sessions_by_expiry on console_sessions (expire);
comment on table console_sessions is 'Cookies of the console, in the shape connect-pg-simple keeps.';

alter table staff enable row level security;
alter table staff_sessions enable row level security;
create policy platform on staff to nm_api using (sees_everything());
create policy platform on staff_sessions to nm_api using (sees_everything());
create policy all_rows on staff for select to nm_console using (true);
create policy all_rows on staff_sessions for select to nm_console using (true);
grant select, insert, update on staff to nm_api;
grant select, insert, update, delete on staff_sessions, console_sessions to nm_api;
grant select (id, email, name, role, is_active, created_at, updated_at, revision) on staff to nm_console;
grant select on staff_sessions to nm_console;
