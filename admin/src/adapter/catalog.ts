import { type Sql, sql } from "@nextmavens/api/platform/db/sql";
import type { Db } from "@nextmavens/api/platform/db/store";
import { z } from "zod";

/** How a column is compared, filtered and shown. */
export const columnKinds = ["text", "number", "boolean", "time", "date", "uuid", "json", "bytes", "other"] as const;
export type ColumnKind = (typeof columnKinds)[number];

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly isArray: boolean;
  readonly isRequired: boolean;
  readonly comment: string | undefined;
  /** The only values the database accepts: an enum's labels, or the list of a check on the column or its domain. */
  readonly choices: readonly string[] | undefined;
  /** The table this column refers to, as `id()` of its resource. */
  readonly refersTo: string | undefined;
}

/** An index by plain columns. */
export interface Index {
  readonly method: string;
  readonly isUnique: boolean;
  /** Over all rows; otherwise over those that have something in its first column. */
  readonly isWhole: boolean;
  readonly columns: readonly {
    readonly name: string;
    readonly isDescending: boolean;
    readonly hasEmptyFirst: boolean;
    /** The operator class: what can be asked of it. */
    readonly by: string;
    readonly isUsual: boolean;
  }[];
}

/** A table or view as the reading role sees it: columns it may not read do not exist. */
export interface Relation {
  readonly schema: string;
  readonly name: string;
  readonly comment: string | undefined;
  /** The one column that tells rows apart. */
  readonly key: string;
  readonly columns: readonly Column[];
  readonly indexes: readonly Index[];
}

export const relationId = (schema: string, name: string) => (schema === "public" ? name : `${schema}.${name}`);

const RawColumn = z.object({
  name: z.string(),
  type: z.string(),
  category: z.string(),
  isArray: z.boolean(),
  isRequired: z.boolean(),
  comment: z.string().nullable(),
  labels: z.array(z.string()).nullable(),
  checks: z.array(z.string()),
  refersTo: z.object({ schema: z.string(), name: z.string() }).nullable(),
});
const RawIndex = z.object({
  method: z.string(),
  isUnique: z.boolean(),
  isWhole: z.boolean(),
  columns: z.array(
    z.object({ name: z.string(), isDescending: z.boolean(), hasEmptyFirst: z.boolean(), by: z.string(), isUsual: z.boolean() }),
  ),
});
const RawRelation = z.object({
  schema: z.string(),
  name: z.string(),
  comment: z.string().nullable(),
  uniqueColumns: z.array(z.string()),
  isTrusted: z.boolean(),
  columns: z.array(RawColumn),
  indexes: z.array(RawIndex),
});

/** Everything the connected role may read, found in pg_catalog: information_schema hides keys from a role that only reads. */
export async function readCatalog(db: Db, schemas: readonly string[]): Promise<Relation[]> {
  const raw = await db.many(RawRelation, catalogOf(schemas));
  return raw.flatMap((relation) => {
    const key = keyOf(relation);
    return key ? [{ ...relation, comment: relation.comment ?? undefined, key, columns: relation.columns.map(columnOf) }] : [];
  });
}

/** A readable single column that is unique: the primary key, or a unique `id`; a view is trusted to have a unique `id`, and so is a table in partitions, whose key names the partition as well. */
const keyOf = ({ uniqueColumns, isTrusted, columns }: z.output<typeof RawRelation>) => {
  const readable = new Set(columns.map(({ name }) => name));
  if (readable.has("id") && (isTrusted || uniqueColumns.includes("id"))) return "id";
  return uniqueColumns.find((name) => readable.has(name));
};

const columnOf = (raw: z.output<typeof RawColumn>): Column => ({
  name: raw.name,
  kind: kindOf(raw),
  isArray: raw.isArray,
  isRequired: raw.isRequired,
  comment: raw.comment ?? undefined,
  choices: raw.labels ?? raw.checks.map(choicesOf).find((choices) => choices !== undefined),
  refersTo: raw.refersTo ? relationId(raw.refersTo.schema, raw.refersTo.name) : undefined,
});

const kindByType: Readonly<Record<string, ColumnKind>> = {
  date: "date",
  timestamp: "time",
  timestamptz: "time",
  json: "json",
  jsonb: "json",
  uuid: "uuid",
  bytea: "bytes",
};
const kindByCategory: Readonly<Record<string, ColumnKind>> = { S: "text", N: "number", B: "boolean" };
const kindOf = ({ type, category }: { type: string; category: string }): ColumnKind =>
  kindByType[type] ?? kindByCategory[category] ?? "other";

/** The list of `check (x in ('a', 'b'))`, which PostgreSQL prints as `= ANY (ARRAY['a'::text, 'b'::text])`. */
export function choicesOf(check: string): string[] | undefined {
  const list = /= ANY \(+ARRAY\[((?:'(?:[^']|'')*'(?:::[\w" ]+)?(?:, )?)+)\]/.exec(check)?.[1];
  return list ? [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = ""]) => text.replaceAll("''", "'")) : undefined;
}

/** Of the table `c`: those by expressions, and over some rows only, serve no list. */
const indexes = sql`
  select coalesce(jsonb_agg(jsonb_build_object('method', m.amname, 'isUnique', i.indisunique, 'isWhole', i.indpred is null, 'columns', (
           select jsonb_agg(jsonb_build_object(
             'name', a.attname,
             'isDescending', i.indoption[k.n - 1] & 1 = 1,
             'hasEmptyFirst', i.indoption[k.n - 1] & 2 = 2,
             'by', o.opcname,
             'isUsual', o.opcdefault) order by k.n)
           from generate_series(1, i.indnkeyatts) as k (n)
           join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[k.n - 1]
           join pg_opclass o on o.oid = i.indclass[k.n - 1]))), '[]')
  from pg_index i join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam
  where i.indrelid = c.oid and i.indisvalid and i.indexprs is null
    and coalesce(pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', (select attname from pg_attribute where attrelid = c.oid and attnum = i.indkey[0])), true)`;

const catalogOf = (schemas: readonly string[]): Sql => sql`
  select n.nspname as schema, c.relname as name, obj_description(c.oid, 'pg_class') as comment,
         c.relkind in ('v', 'm', 'p') as "isTrusted",
         array(select a.attname::text
               from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
               where i.indrelid = c.oid and i.indisunique and i.indisvalid and i.indnkeyatts = 1
                 and i.indpred is null and i.indexprs is null
               order by i.indisprimary desc, a.attnum) as "uniqueColumns",
         (${indexes}) as indexes,
         jsonb_agg(jsonb_build_object(
           'name', a.attname,
           'type', element.typname,
           'category', element.typcategory,
           'isArray', declared.typcategory = 'A',
           'isRequired', a.attnotnull,
           'comment', col_description(c.oid, a.attnum),
           'labels', (select jsonb_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = element.oid),
           'checks', (select coalesce(jsonb_agg(pg_get_constraintdef(k.oid)), '[]'::jsonb) from pg_constraint k
                      where k.contype = 'c' and ((k.conrelid = c.oid and k.conkey = array[a.attnum]) or k.contypid = a.atttypid)),
           'refersTo', (select jsonb_build_object('schema', fn.nspname, 'name', fc.relname)
                        from pg_constraint k join pg_class fc on fc.oid = k.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
                        where k.contype = 'f' and k.conrelid = c.oid and k.conkey = array[a.attnum] limit 1)
         ) order by a.attnum) as columns
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  join pg_type declared on declared.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
  join pg_type element on element.oid = case when declared.typcategory = 'A' and declared.typelem <> 0 then declared.typelem else declared.oid end
  where n.nspname = any(${schemas}) and c.relkind in ('r', 'p', 'v', 'm')
    and has_column_privilege(c.oid, a.attnum, 'SELECT')
  group by n.nspname, c.oid, c.relname, c.relkind
  order by n.nspname, c.relname`;
