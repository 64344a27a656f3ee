-- Run as the tenant's owner. What the owner creates, secret keys may use; publishable keys and end users get nothing until granted.
grant usage on schema public to anon, authenticated, service_role;
alter default privileges revoke execute on functions from public;
alter default privileges in schema public grant select, insert, update, delete on tables to service_role;
alter default privileges in schema public grant usage, select on sequences to service_role;
alter default privileges in schema public grant execute on functions to service_role;
create extension if not exists pgcrypto schema extensions;
