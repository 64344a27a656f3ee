-- PostgreSQL's own parser reads `08e5f2` as a number and a word: what begins like a number was not found as a whole.
create or replace function words_of(text text) returns tsvector language sql immutable parallel safe
  return array_to_tsvector(array(select word from regexp_split_to_table(lower(text), '[^[:alnum:]]+') word where word <> ''));

reindex index projects_by_word;
reindex index developers_by_word;
reindex index staff_by_word;
