-- Who comes in by a sealed code holds the rights of its role and not of their own: what they asked for does not lapse for want of the latter.
alter table approvals add column break_glass text references break_glass_sessions;
comment on column approvals.break_glass is 'The session behind broken glass in which it was asked for.';
grant select (break_glass) on approvals to nm_console;
