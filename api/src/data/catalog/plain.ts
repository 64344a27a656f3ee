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

/** Whether a stored expression, as the parser left it, is made only of what is known to be harmless: parts, functions and types. */
const isHarmless = (expression: string, isWriting = false) => `
  (${expression} is null or (
    not exists (
      select from pg_catalog.regexp_matches(${expression}::pg_catalog.text, '\\{([A-Z_]+)', 'g') as part (name)
      where part.name[1] not in (${harmlessParts.map((part) => `'${part}'`).join(", ")}))
    and not exists (
      select from pg_catalog.regexp_matches(${expression}::pg_catalog.text, ':(?:[a-z]*type|[a-z]*typeid|[a-z]*func|[a-z]*funcid|opno) ([0-9]+)', 'g') as named (id)
      where named.id[1]::pg_catalog.oid >= ${firstForeign})
    and not exists (
      select from pg_catalog.regexp_matches(${expression}::pg_catalog.text, ':(?:op)?funcid ([0-9]+)', 'g') as called (id)
      left join pg_catalog.pg_proc p on p.oid = called.id[1]::pg_catalog.oid and p.oid < ${firstForeign}
        and p.prolang = (select l.oid from pg_catalog.pg_language l where l.lanname = 'internal')
        and (p.provolatile = 'i' or p.proname in (${harmlessVolatile}${isWriting ? ", 'nextval'" : ""}))
      where p.oid is null)))`;

/**
 * A table that is read without any code of the tenant's: no view, no part or parent of other tables, no type of its own, no
 * policy that asks for more than the row. Checks and indexes count too: the planner computes what is constant in them. And so do
 * operators, which may fit a column better than PostgreSQL's: only an extension's that are not written in SQL are borne.
 */
export const isPlainToRead = `(
  c.relkind = 'r' and not c.relhassubclass and not c.relispartition
  and not exists (
    select from pg_catalog.pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and (a.atttypid >= ${firstForeign} or a.attgenerated not in ('', 's')))
  and not exists (
    select from pg_catalog.pg_policy y where y.polrelid = c.oid and not (${isHarmless("y.polqual")} and ${isHarmless("y.polwithcheck")}))
  and not exists (select from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and not ${isHarmless("k.conbin", true)})
  and not exists (
    select from pg_catalog.pg_index i where i.indrelid = c.oid and not (${isHarmless("i.indexprs")} and ${isHarmless("i.indpred")}))
  and not exists (
    select from pg_catalog.pg_operator o
    where o.oid >= ${firstForeign} and not (
      exists (
        select from pg_catalog.pg_depend d
        where d.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass and d.objid = o.oid and d.deptype = 'e')
      and exists (
        select from pg_catalog.pg_proc p join pg_catalog.pg_language l on l.oid = p.prolang
        where p.oid = o.oprcode and p.oid >= ${firstForeign} and l.lanname in ('c', 'internal')))))`;

/** And that is written so: no trigger, rule or default that runs such code, and nobody who refers to it. */
export const isPlainToWrite = `(
  not c.relhasrules
  and not exists (
    select from pg_catalog.pg_trigger t where t.tgrelid = c.oid and (not t.tgisinternal or t.tgfoid >= ${firstForeign}))
  and not exists (select from pg_catalog.pg_constraint k where k.confrelid = c.oid)
  and not exists (select from pg_catalog.pg_attrdef f where f.adrelid = c.oid and not ${isHarmless("f.adbin", true)}))`;
