-- Row-level security of the control tables: a developer's statements see the developer's own, the platform's see all,
-- and a statement that says nothing of itself sees nothing. The setting is made by the transaction's first statement.
create function sees_everything() returns boolean language sql stable
  return coalesce(current_setting('nm.scope', true), '') = 'platform';
create function sees_developer(developer_id text) returns boolean language sql stable
  return coalesce(current_setting('nm.scope', true), '') = 'platform'
      or (coalesce(current_setting('nm.scope', true), '') = 'developer' and developer_id = current_setting('nm.developer_id', true));
comment on function sees_everything is 'True in a transaction of the platform itself: staff, jobs, sign-in.';
comment on function sees_developer is 'True where the row belongs to the developer that the transaction runs for, and in the platform''s own.';
grant usage on schema public to nm_api, nm_console, nm_jobs;
