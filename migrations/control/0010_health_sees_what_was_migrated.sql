grant select on migrations to nm_api;
comment on table migrations is 'Which of the files in migrations/control this database has; /api/health/ready compares.';
