-- Alone, `exists (select from projects …)` is planned as a join, which in the platform's own transactions may read all projects there are for the
-- sake of one row. They see every project anyway, so nothing is looked up for them; for developers nothing changes.
alter policy own on refresh_tokens using (sees_everything() or exists (select from developer_sessions s where s.id = session_id));
alter policy own on tenants using (sees_everything() or exists (select from projects p where p.id = project_id));
alter policy own on api_keys using (sees_everything() or exists (select from projects p where p.id = project_id));
alter policy own on project_quotas using (sees_everything() or exists (select from projects p where p.id = project_id));
alter policy own on manual_overrides using (sees_everything() or exists (select from projects p where p.id = project_id));
alter policy own on suspensions using (sees_everything() or exists (select from projects p where p.id = project_id));
alter policy own on end_user_auth using (sees_everything() or exists (select from projects p where p.id = project_id));
alter policy own on notices using (sees_everything() or exists (select from projects p where p.id = project_id));
alter policy own on webhook_endpoints using (sees_everything() or exists (select from projects p where p.id = project_id));
alter policy own_reads on appeals using (sees_everything() or exists (select from projects p where p.id = project_id));
alter policy own_reads on appeal_messages using (sees_everything() or exists (select from projects p where p.id = project_id));
alter policy own on quota_warnings using (sees_everything() or exists (select from projects p where p.id = project_id));
alter policy own on reclaims using (sees_everything() or exists (select from projects p where p.id = project_id));
