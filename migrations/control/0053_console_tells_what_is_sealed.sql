-- The console reads no numbers of transactions, and still tells which batch holds an entry.
create function audit_batches_of(ids text[]) returns table (id text, batch bigint) language sql stable security definer set search_path = public, pg_temp
begin atomic
  select l.id, (
    select b.number from audit_batches b where (b.last_xact, b.last_id) >= (l.xact, l.id) order by b.last_xact, b.last_id limit 1)
  from audit_logs l
  where l.id = any (ids);
end;
comment on function audit_batches_of is 'The batch that each of these entries is sealed in; null where it is in none yet.';
revoke execute on function audit_batches_of from public;
grant execute on function audit_batches_of to nm_console;
