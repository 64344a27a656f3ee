alter table approvals add column subject text
  generated always as (case when effects -> 0 -> 'before' = 'null' then effects -> 0 -> 'after' ->> 'email' end) stored;
comment on column approvals.subject is 'The address of whom it will add to staff: they have no id before it is done, and `target` names nobody.';
grant select (subject) on approvals to nm_console;
