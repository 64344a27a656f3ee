-- What the console lists first, and narrows a list to, is found by an index however many rows there are. Each of these is made in a second or two
-- of a table of a million rows; those that take longer are made beside what goes on, by ops/tasks/long-indexes.ts.

-- By state, where few rows have it: nearly all projects are active, and nearly all keys live.
create index projects_by_status on projects (status, id desc) where status <> 'active';
create index api_keys_revoked on api_keys (id desc) where revoked_at is not null;
create index api_keys_expiring on api_keys (expires_at) where revoked_at is null and expires_at is not null;

-- The order that appeals are listed in.
create index appeals_by_due_date on appeals (due_at desc, id desc);

-- What somebody has judged, among all that was found.
create index detections_judged on detections (rule_id, verdict) where verdict is not null;

-- Those on a plan.
create index developers_of_plan on developers (plan, id) where deleted_at is null;

-- What was rejected, which is little.
create index override_requests_rejected on override_requests (id desc) where decision = 'rejected';
create index quota_proposals_rejected on quota_proposals (id desc) where decision = 'rejected';

-- Entries without a time come last, as lists have it.
drop index imported_audit_logs_newest_first;
create index imported_audit_logs_newest_first on imported_audit_logs (at desc nulls last, id desc);

-- By age, and those of one moment by their ids.
drop index projects_by_age;
drop index developers_by_age;
create index projects_by_age on projects (created_at, id);
create index developers_by_age on developers (created_at, id);
