/** From this id on, everything was made by a tenant or came with an extension: PostgreSQL's own has smaller ones. */
const firstForeign = 16384;

/** Changes with time or chance, but runs nothing of a tenant's and reads no setting. */
const harmlessVolatile = "'now', 'clock_timestamp', 'statement_timestamp', 'transaction_timestamp', 'gen_random_uuid', 'random'";

/** What a stored expression may be made of, by the names that PostgreSQL's versions give the parts. Casts to domains run their checks, so they are not here. */
const harmlessParts = [
  ...["VAR", "CONST", "FUNCEXPR", "OPEXPR", "DISTINCTEXPR", "NULLIFEXPR", "SCALARARRAYOPEXPR", "BOOLEXPR", "NULLTEST", "BOOLEANTEST"],
  ...["RELABELTYPE", "COERCEVIAIO", "ARRAYCOERCEEXPR", "CASETESTEXPR", "NEXTVALUEEXPR", "SQLVALUEFUNCTION", "SUBSCRIPTINGREF"],
  ...["CASE", "CASEEXPR", "WHEN", "CASEWHEN", "ARRAY", "ARRAYEXPR", "COALESCE", "COALESCEEXPR", "MINMAX", "MINMAXEXPR"],
  ...["COLLATE", "COLLATEEXPR"],
];

/** Where the stored expressions stand, as the parser left them: those that reading a table may run, its checks, its defaults. */
const storedCode = `(
  select y.polrelid, 'policy', y.polqual::pg_catalog.text from pg_catalog.pg_policy y
  union all select y.polrelid, 'policy', y.polwithcheck::pg_catalog.text from pg_catalog.pg_policy y
  union all select i.indrelid, 'index', i.indexprs::pg_catalog.text from pg_catalog.pg_index i
  union all select i.indrelid, 'index', i.indpred::pg_catalog.text from pg_catalog.pg_index i
  union all select k.conrelid, 'check', k.conbin::pg_catalog.text from pg_catalog.pg_constraint k where k.contype = 'c'
  union all select f.adrelid, 'default', f.adbin::pg_catalog.text from pg_catalog.pg_attrdef f)`;

/**
 * The tables with an expression that is not made only of what is known to be harmless: parts, functions and types. Told for all at
 * once, since PostgreSQL takes longer to plan such a question than to answer it.
 */
export const harmful = `
  select e.id, e.kind
  from ${storedCode} as e (id, kind, code)
  where e.id >= ${firstForeign} and e.code is not null and (
    exists (
      select from pg_catalog.regexp_matches(e.code, '\\{([A-Z_]+)', 'g') as part (name)
      where part.name[1] not in (${harmlessParts.map((part) => `'${part}'`).join(", ")}))
    or exists (
      select from pg_catalog.regexp_matches(e.code, ':(?:[a-z]*type|[a-z]*typeid|[a-z]*func|[a-z]*funcid|opno) ([0-9]+)', 'g') as named (id)
      where named.id[1]::pg_catalog.oid >= ${firstForeign})
    or exists (
      select from pg_catalog.regexp_matches(e.code, ':(?:op)?funcid ([0-9]+)', 'g') as called (id)
      left join pg_catalog.pg_proc p on p.oid = called.id[1]::pg_catalog.oid and p.oid < ${firstForeign}
        and p.prolang = (select l.oid from pg_catalog.pg_language l where l.lanname = 'internal')
        and (p.provolatile = 'i' or p.proname in (${harmlessVolatile}) or p.proname = 'nextval' and e.kind in ('check', 'default'))
      where p.oid is null))`;

/** Operators that may fit a column better than PostgreSQL's: only an extension's that are not written in SQL are borne. */
export const strangeOperators = `
  select o.oid from pg_catalog.pg_operator o
  where o.oid >= ${firstForeign} and not (
    exists (
      select from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass and d.objid = o.oid and d.deptype = 'e')
    and exists (
      select from pg_catalog.pg_proc p join pg_catalog.pg_language l on l.oid = p.prolang
      where p.oid = o.oprcode and p.oid >= ${firstForeign} and l.lanname in ('c', 'internal')))`;

/**
 * A table that is read without any code of the tenant's: no view, no part or parent of other tables, no type of its own, no
 * policy that asks for more than the row. Checks and indexes count too: the planner computes what is constant in them.
 */
export const isPlainToRead = `(
  c.relkind = 'r' and not c.relhassubclass and not c.relispartition
  and not exists (
    select from pg_catalog.pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and (a.atttypid >= ${firstForeign} or a.attgenerated not in ('', 's')))
  and not exists (select from harmful h where h.id = c.oid and h.kind <> 'default')
  and not exists (select from strange_operators))`;

/** What is written, if it is also plain to read: no trigger, rule or default that runs such code, and nobody who refers to it. */
export const isPlainToWrite = `(
  not c.relhasrules
  and not exists (
    select from pg_catalog.pg_trigger t where t.tgrelid = c.oid and (not t.tgisinternal or t.tgfoid >= ${firstForeign}))
  and not exists (select from pg_catalog.pg_constraint k where k.confrelid = c.oid)
  and not exists (select from harmful h where h.id = c.oid and h.kind = 'default'))`;
