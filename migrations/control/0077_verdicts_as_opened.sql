-- A session is found to have been what it was opened as, or misuse. What was reviewed before this was refused stays as it is.
alter table break_glass_sessions add constraint verdict_as_opened
  check (verdict is null or verdict = 'misuse' or (verdict = 'drill') = is_drill) not valid;
