-- Members of staff who forgot their password choose another by a link that was mailed to them, or that whoever runs the server gave them.
alter table staff
  add column reset_hash bytea check (length(reset_hash) = 32),
  add column reset_until timestamptz,
  add constraint a_reset_ends check ((reset_hash is null) = (reset_until is null));
create unique index one_member_per_reset on staff (reset_hash) where reset_hash is not null;
comment on column staff.reset_hash is 'SHA-256 of the token in the link for a new password; it goes once the link has served, or another way was taken.';
comment on column staff.reset_until is 'Until when that link serves.';
