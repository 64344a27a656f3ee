-- The console finds members of staff by words of their address and name, as it does developers.
create index staff_by_word on staff using gin (words_of(email || ' ' || name));
