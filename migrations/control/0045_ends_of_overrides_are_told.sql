alter table manual_overrides add column end_told_at timestamptz;
comment on column manual_overrides.end_told_at is 'When the owner was told that it ends soon.';
-- What is about to end just now was agreed upon without that.
update manual_overrides set end_told_at = now() where ended_at is null and ends_at <= now() + interval '1 day';
