-- Members of staff who were asked to join, and set their own password by a mailed link.
alter table staff
  add column invitation_hash bytea check (length(invitation_hash) = 32),
  add column invited_until timestamptz,
  add constraint an_invitation_ends check ((invitation_hash is null) = (invited_until is null)),
  add constraint who_is_invited_is_not_in_yet check (invitation_hash is null or not is_active),
  add constraint who_is_in_has_a_password check (not is_active or password_hash <> '!');
create unique index one_member_per_invitation on staff (invitation_hash) where invitation_hash is not null;
comment on column staff.invitation_hash is 'SHA-256 of the token in the mailed link; it goes once the link has served or is revoked.';
comment on column staff.invited_until is 'Until when the mailed link serves.';
grant select (invited_until) on staff to nm_console;
