create table end_user_auth (
  project_id text primary key references projects,
  secret_sealed text,
  jwks_url text check (char_length(jwks_url) <= 2000),
  issuer text check (char_length(issuer) between 1 and 500),
  audience text[] not null,
  clock_skew_seconds integer not null check (clock_skew_seconds between 0 and 300),
  issuer_grants_service_role boolean not null,
  updated_at timestamptz not null,
  revision integer not null default 1,
  constraint keys_are_an_issuers check (jwks_url is null or issuer is not null),
  constraint service_role_is_an_issuers_to_grant check (jwks_url is not null or not issuer_grants_service_role)
);
comment on table end_user_auth is 'By what a project believes the tokens of its end users.';
comment on column end_user_auth.secret_sealed is 'What the project signs tokens with itself (HS256), sealed under the master key; it is never shown.';
comment on column end_user_auth.jwks_url is 'Where the issuer publishes the keys that its tokens verify with.';

alter table end_user_auth enable row level security;
create policy own on end_user_auth to nm_api using (exists (select from projects p where p.id = project_id));
create policy all_rows on end_user_auth for select to nm_console using (true);
grant select, insert, update, delete on end_user_auth to nm_api;
grant select (project_id, jwks_url, issuer, audience, clock_skew_seconds, issuer_grants_service_role, updated_at, revision) on end_user_auth to nm_console;
