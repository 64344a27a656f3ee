-- What the console finds by a part of it, and counts for its first page, is found by an index.

-- The words of a name or an address, whatever stands between them.
create function words_of(text text) returns tsvector language sql immutable parallel safe
  return to_tsvector('pg_catalog.simple', regexp_replace(text, '[^[:alnum:]]+', ' ', 'g'));
-- Matches where each of these words begins a word; nothing where there is no word.
create function words_like(text text) returns tsquery language sql immutable parallel safe
  return (select string_agg(quote_literal(word) || ':*', ' & ')::tsquery
          from regexp_split_to_table(lower(text), '[^[:alnum:]]+') word where word <> '');

create index projects_by_word on projects using gin (words_of(name));
create index developers_by_word on developers using gin (words_of(email || ' ' || name));

-- The beginning of an id, or of a key as it is shown, in any collation.
create index projects_by_beginning on projects (id text_pattern_ops);
create index developers_by_beginning on developers (id text_pattern_ops);
create index api_keys_by_beginning on api_keys (id text_pattern_ops);
create index suspensions_by_beginning on suspensions (id text_pattern_ops);
create index manual_overrides_by_beginning on manual_overrides (id text_pattern_ops);
create index api_keys_by_prefix on api_keys (prefix text_pattern_ops);
create index developer_tokens_by_prefix on developer_tokens (prefix text_pattern_ops);
create index audit_logs_by_request on audit_logs (request_id);

create index projects_by_age on projects (created_at);
create index developers_by_age on developers (created_at);
create index quota_counters_by_window on quota_counters (window_start);
create index manual_overrides_ending on manual_overrides (ends_at) where ended_at is null;
create index outbox_unsent on outbox (state) where state <> 'sent';
