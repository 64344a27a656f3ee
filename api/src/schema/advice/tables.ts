import { isOfExtension, isOwnSchema } from "../catalog/scope.ts";
import { ownTables, qualified, type Rule } from "./rule.ts";

/** Of what a sequence can count, so much is used. */
const nearEnd = 0.75;

const ownSequences = `
  pg_catalog.pg_sequence s
  join pg_catalog.pg_class c on c.oid = s.seqrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace and ${isOwnSchema("n")} and not ${isOfExtension("pg_class", "c.oid")}
  left join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid
    and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.deptype in ('a', 'i')
  left join pg_catalog.pg_class t on t.oid = d.refobjid
  left join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
  left join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid`;

/** PostgreSQL may ask a condition of every relation before it knows which are sequences. */
const ofSequence = (question: string) => `case when c.relkind = 'S' then ${question} end`;

export const tableRules: readonly Rule[] = [
  {
    id: "missing_primary_key",
    level: "warning",
    why: "The table has no primary key: a row of it can't be named, changed alone, or referred to.",
    query: `
      select n.nspname as schema, 'table' as kind, c.relname as name,
        case when c.relkind = 'r' then pg_catalog.format(
          'alter table %s add column %I bigint generated always as identity primary key', ${qualified("n", "c")}, (
            select free.name from pg_catalog.unnest('{id,row_id,row_number_id}'::pg_catalog.text[]) with ordinality free (name, at)
            where not exists (select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attname = free.name)
            order by free.at limit 1)
        ) end as fix
      from ${ownTables}
      where not c.relispartition and not exists (select from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
  },
  {
    id: "unvalidated_constraint",
    level: "info",
    why: "The constraint holds for new rows only: those that were there before it were never checked.",
    query: `
      select n.nspname as schema, 'constraint' as kind, k.conname as name, c.relname as "table",
        pg_catalog.format('alter table %s validate constraint %I', ${qualified("n", "c")}, k.conname) as fix
      from ${ownTables}
      join pg_catalog.pg_constraint k on k.conrelid = c.oid and not k.convalidated`,
  },
  {
    id: "sequence_near_end",
    level: "error",
    why: "The sequence has given out three quarters of its numbers; at the last one, inserts fail. Columns that refer to it need the wider type too.",
    query: `
      select n.nspname as schema, 'sequence' as kind, c.relname as name, t.relname as "table",
        case when s.seqtypid <> 'pg_catalog.int8'::pg_catalog.regtype then pg_catalog.concat_ws('; ',
          case when d.deptype is distinct from 'i' then pg_catalog.format('alter sequence %s as bigint', ${qualified("n", "c")}) end,
          case when t.oid is not null then
            pg_catalog.format('alter table %s alter column %I type bigint', ${qualified("tn", "t")}, a.attname) end
        ) end as fix
      from ${ownSequences}
      where not s.seqcycle and s.seqincrement > 0
        and ${ofSequence("pg_catalog.has_sequence_privilege(c.oid, 'usage, select')")}
        and ${ofSequence("pg_catalog.pg_sequence_last_value(c.oid)::pg_catalog.float8")} > ${nearEnd} * s.seqmax`,
  },
  {
    id: "sequence_not_granted",
    level: "warning",
    why: "Publishable keys or end users may insert into the table, but not use the sequence that its default asks: their inserts fail.",
    query: `
      select n.nspname as schema, 'sequence' as kind, c.relname as name, t.relname as "table",
        pg_catalog.format('grant usage on sequence %s to %s', ${qualified("n", "c")}, pg_catalog.string_agg(r.role, ', ')) as fix
      from ${ownSequences}
      cross join pg_catalog.unnest('{anon,authenticated}'::pg_catalog.text[]) r (role)
      where d.deptype = 'a' and pg_catalog.has_schema_privilege(r.role, tn.oid, 'usage')
        and pg_catalog.has_column_privilege(r.role, t.oid, a.attnum, 'insert')
        and not ${ofSequence("pg_catalog.has_sequence_privilege(r.role, c.oid, 'usage')")}
        and exists (select from pg_catalog.pg_attrdef f where f.adrelid = t.oid and f.adnum = a.attnum)
      group by n.nspname, c.relname, t.relname`,
  },
];
