-- What an act for two would change of a member of staff names them, before they have an id and after: it goes with them.
create function forget_in_approvals(person text, address text, moment timestamptz) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  forgotten int;
begin
  update approvals a
  set effects = (
      select jsonb_agg(
        case when is_about(effect, person, address)
          then effect || jsonb_build_object('before', audit_without_personal(effect -> 'before'), 'after', audit_without_personal(effect -> 'after'))
          else effect
        end order by place)
      from jsonb_array_elements(a.effects) with ordinality as each (effect, place)),
    -- What still waits is found changed when it is approved, and lapses.
    input_sealed = case when a.decision is null and a.ends_at > moment then a.input_sealed else '' end
  where exists (
      select from jsonb_array_elements(a.effects) as effect
      where is_about(effect, person, case when a.decision is null and a.ends_at > moment then null else address end));
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
comment on function forget_in_approvals is 'Takes who somebody was out of what waited for a second person about them; what others ask for about the address anew stays.';

create function is_about(effect jsonb, person text, address text) returns boolean language sql immutable parallel safe set search_path = pg_catalog
  return coalesce(effect ->> 'target' = person or lower(address) in (lower(effect #>> '{before,email}'), lower(effect #>> '{after,email}')), false);
comment on function is_about is 'Whether a change that an act for two would make is about this person, by id or address.';
revoke execute on function forget_in_approvals from public;
grant execute on function forget_in_approvals to nm_api;
