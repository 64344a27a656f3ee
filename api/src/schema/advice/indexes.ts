import { ownTables, qualified, type Rule } from "./rule.ts";

/** The first columns of index `i` are those of foreign key `k`, in any order. */
const covers = `
  i.indrelid = k.conrelid and i.indpred is null and i.indisvalid
  and (i.indkey::pg_catalog.int2[])[0:pg_catalog.cardinality(k.conkey) - 1] @> k.conkey`;

/** What can't just be dropped comes first, then what promises more. */
const rank = (index: string) => `
  case
    when exists (select from pg_catalog.pg_constraint r where r.conindid = ${index}.indexrelid and r.contype in ('p', 'u', 'x')) then 2
    when ${index}.indisunique then 1
    else 0
  end`;

const dropIndex = `pg_catalog.format('drop index %s', ${qualified("n", "x")})`;
const ownIndexes = `${ownTables}
  join pg_catalog.pg_index i on i.indrelid = c.oid
  join pg_catalog.pg_class x on x.oid = i.indexrelid and not x.relispartition`;

/** A table that was read so often has shown which indexes it needs: PostgreSQL does not know how old one is. */
const readsMin = 1_000;

export const indexRules: readonly Rule[] = [
  {
    id: "foreign_key_without_index",
    level: "warning",
    why: "No index begins with the columns of this foreign key: joins along it, and deletes of what it refers to, read the whole table.",
    query: `
      select n.nspname as schema, 'constraint' as kind, k.conname as name, c.relname as "table",
        pg_catalog.format('create index on %s (%s)', ${qualified("n", "c")}, (
          select pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' order by u.at)
          from pg_catalog.unnest(k.conkey) with ordinality u (number, at)
          join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = u.number
        )) as fix
      from ${ownTables}
      join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and k.conparentid = 0
      where not exists (select from pg_catalog.pg_index i where ${covers})`,
  },
  {
    id: "duplicate_index",
    level: "warning",
    why: "Another index of this table has the same columns and conditions: this one only costs time at each write, and room.",
    query: `
      select n.nspname as schema, 'index' as kind, x.relname as name, c.relname as "table", ${dropIndex} as fix
      from ${ownIndexes}
      where ${rank("i")} < 2 and exists (
        select from pg_catalog.pg_index j
        join pg_catalog.pg_class y on y.oid = j.indexrelid
        where j.indrelid = i.indrelid and j.indexrelid <> i.indexrelid and j.indisvalid and y.relam = x.relam
          and j.indnkeyatts = i.indnkeyatts and j.indkey::pg_catalog.text = i.indkey::pg_catalog.text
          and j.indclass = i.indclass and j.indcollation = i.indcollation and j.indoption::pg_catalog.text = i.indoption::pg_catalog.text
          and pg_catalog.pg_get_expr(j.indexprs, j.indrelid) is not distinct from pg_catalog.pg_get_expr(i.indexprs, i.indrelid)
          and pg_catalog.pg_get_expr(j.indpred, j.indrelid) is not distinct from pg_catalog.pg_get_expr(i.indpred, i.indrelid)
          and ((${rank("j")}) > (${rank("i")}) or ((${rank("j")}) = (${rank("i")}) and j.indexrelid < i.indexrelid)))`,
  },
  {
    id: "unused_index",
    level: "info",
    why: `The table was read more than ${readsMin} times since PostgreSQL began to count, and never by this index: it may only cost time at each write, and room.`,
    query: `
      select n.nspname as schema, 'index' as kind, x.relname as name, c.relname as "table", ${dropIndex} as fix
      from ${ownIndexes}
      where not i.indisunique and i.indisvalid and pg_catalog.pg_stat_get_numscans(x.oid) = 0
        and not exists (select from pg_catalog.pg_constraint r where r.conindid = x.oid and r.conrelid = c.oid)
        and not exists (select from pg_catalog.pg_constraint k where k.contype = 'f' and ${covers})
        and ${readsMin} < pg_catalog.pg_stat_get_numscans(c.oid) + (
          select pg_catalog.sum(pg_catalog.pg_stat_get_numscans(o.indexrelid)) from pg_catalog.pg_index o where o.indrelid = c.oid)`,
  },
  {
    id: "invalid_index",
    level: "warning",
    why: "Building this index beside writers failed halfway: it is kept up to date, but no query uses it.",
    query: `
      select n.nspname as schema, 'index' as kind, x.relname as name, c.relname as "table",
        pg_catalog.format('reindex index %s', ${qualified("n", "x")}) as fix
      from ${ownIndexes}
      where not i.indisvalid and x.relkind = 'i'`,
  },
];
