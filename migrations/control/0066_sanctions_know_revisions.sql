-- So that nobody changes the end of a sanction that somebody else changed meanwhile.
alter table suspensions add column revision integer not null default 1;
