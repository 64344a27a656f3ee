-- What a member of staff looks for again and again, by a name of their own.
create table saved_filters (
  id text primary key check (id ~ '^flt_[0-9a-z]{26}$'),
  staff_id text not null references staff on delete cascade,
  list text not null check (list ~ '^[a-z_]{1,63}$'),
  name text not null check (char_length(name) between 1 and 60),
  query text not null check (char_length(query) between 1 and 2000),
  created_at timestamptz not null,
  constraint one_filter_of_a_name unique (staff_id, list, name)
);
comment on table saved_filters is 'Filters of the console''s lists, saved by members of staff for themselves.';
comment on column saved_filters.query is 'As it stands in the address of the list.';
alter table saved_filters enable row level security;
create policy platforms on saved_filters to nm_api using (sees_everything());
grant select, insert, delete, update (name) on saved_filters to nm_api;
