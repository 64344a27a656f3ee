-- How long the audit log is kept is remembered from the first start on: less is set by two persons, and by no variable of the environment.
alter table audit_retention alter column set_by drop not null;
comment on table audit_retention is 'How long the audit log is kept: as staff said, or as AUDIT_RETENTION_MONTHS did when it was longest.';
comment on column audit_retention.set_by is 'Nobody, where it is as the configuration says.';
