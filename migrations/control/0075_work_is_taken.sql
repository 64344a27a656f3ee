-- Who looks after what waits in the work queue, so that two do not look at the same thing.
create table taken_work (
  item_id text primary key check (item_id ~ '^[a-z]{3}_[0-9a-z]{26}$'),
  staff_id text not null references staff on delete cascade,
  taken_at timestamptz not null
);
create index taken_work_of_staff on taken_work (staff_id);
comment on table taken_work is 'Members of staff who took something of the work queue upon themselves.';
comment on column taken_work.item_id is 'What waits: an appeal, a detection, an approval or whatever else the work queue lists.';
alter table taken_work enable row level security;
create policy platform on taken_work to nm_api using (sees_everything());
grant select, insert, update, delete on taken_work to nm_api;
