import pg from "pg";

/** What a schema of the present platform holds, at the moment of the transaction it was read in. */
export interface Inventory {
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  readonly sequences: readonly { readonly name: string; readonly lastValue: string | null }[];
  readonly extensions: readonly Extension[];
  /** Range types and their multiranges: their functions belong to nobody who could move them. */
  readonly ranges: readonly string[];
  readonly policies: readonly Policy[];
  /** Entries of a dump that name things outside the schema, so that they can't be restored: by catalog and id. */
  readonly leading: readonly { readonly catalog: number; readonly id: number; readonly what: string }[];
  readonly grants: readonly Grant[];
  /** Other roles that something was granted to. */
  readonly otherRoles: readonly string[];
}

export interface Extension {
  readonly name: string;
  readonly schema: string;
  /** Something of the schema needs it for certain; a function's text may need others. */
  readonly isNeeded: boolean;
  /** What it consists of: functions, types, operators and classes of operators, by name. */
  readonly members: readonly string[];
}

/** A row-level security policy that names roles there are not here. */
export interface Policy {
  readonly id: number;
  readonly name: string;
  readonly table: string;
  readonly isPermissive: boolean;
  readonly command: string;
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}

export interface Grant {
  /** As GRANT names it: `table "shop"."orders"`. */
  readonly on: string;
  readonly privilege: string;
  readonly role: string;
}

/** Roles that every tenant's database has here, as there. */
export const sharedRoles: readonly string[] = ["anon", "authenticated", "service_role"];

export async function takeInventory(client: pg.Client, schema: string): Promise<Inventory> {
  const ask = async <Row extends pg.QueryResultRow>(text: string) => (await client.query<Row>(text, [schema])).rows;
  const { rows } = await client.query("select from pg_namespace where nspname = $1", [schema]);
  if (rows.length === 0) throw new Error(`there is no schema ${schema} there`);
  const otherRoles = await ask<{ role: string }>(
    `select distinct role from (${grants}) g where role <> all ('{${sharedRoles.join(",")}}') order by 1`,
  );
  return {
    tables: await count(client, schema, await ask<{ name: string }>(tables)),
    sequences: await ask(sequences),
    extensions: await ask<Extension & pg.QueryResultRow>(extensions),
    ranges: (await ask<{ name: string }>(ranges)).map(({ name }) => name),
    policies: (await ask<Policy & pg.QueryResultRow>(policies)).filter(({ roles }) =>
      roles.some((role) => role !== "public" && !sharedRoles.includes(role)),
    ),
    leading: await ask(leading),
    grants: await ask<Grant & pg.QueryResultRow>(`select * from (${grants}) g where role in ('anon', 'authenticated')`),
    otherRoles: otherRoles.map(({ role }) => role),
  };
}

/** Rows of each table itself, its partitions and heirs not counted in. */
async function count(client: pg.Client, schema: string, found: readonly { readonly name: string }[]) {
  const counted: { name: string; rows: number }[] = [];
  for (const { name } of found) {
    const { rows } = await client.query<{ rows: number }>(
      `select count(*)::float8 as rows from only ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`,
    );
    counted.push({ name, rows: rows[0]?.rows ?? 0 });
  }
  return counted;
}

const ours = "relnamespace = (select oid from pg_namespace where nspname = $1)";
const inSchema = "(select oid from pg_namespace where nspname = $1)";
const notOfExtension = (catalog: string, id: string) =>
  `not exists (select from pg_depend e where e.classid = '${catalog}'::regclass and e.objid = ${id} and e.deptype = 'e')`;

const tables = `select relname as name from pg_class where ${ours} and relkind = 'r' and ${notOfExtension("pg_class", "pg_class.oid")} order by 1`;

const sequences = `
  select c.relname as name, s.last_value::text as "lastValue"
  from pg_class c join pg_sequences s on s.schemaname = $1 and s.sequencename = c.relname
  where c.${ours} and c.relkind = 'S' order by 1`;

/** All of the database's: what the text of a function needs is written down nowhere. */
const extensions = `
  with own as (
    select 'pg_class'::regclass as classid, oid as objid from pg_class where ${ours}
    union all select 'pg_proc'::regclass, oid from pg_proc where pronamespace = ${inSchema}
    union all select 'pg_type'::regclass, oid from pg_type where typnamespace = ${inSchema}
    union all select 'pg_constraint'::regclass, oid from pg_constraint where connamespace = ${inSchema}
    union all select 'pg_attrdef'::regclass, a.oid from pg_attrdef a join pg_class c on c.oid = a.adrelid where c.${ours}
    union all select 'pg_trigger'::regclass, t.oid from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.${ours}
    union all select 'pg_rewrite'::regclass, r.oid from pg_rewrite r join pg_class c on c.oid = r.ev_class where c.${ours}
    union all select 'pg_policy'::regclass, p.oid from pg_policy p join pg_class c on c.oid = p.polrelid where c.${ours}
  )
  select x.extname as name, n.nspname as schema, exists (
      select from own join pg_depend d on d.classid = own.classid and d.objid = own.objid
      join pg_depend m on m.classid = d.refclassid and m.objid = d.refobjid and m.deptype = 'e' and m.refobjid = x.oid
    ) as "isNeeded",
    array(
      select distinct coalesce(p.proname, t.typname, o.oprname, k.opcname, c.relname)::text from pg_depend m
      left join pg_proc p on m.classid = 'pg_proc'::regclass and p.oid = m.objid
      left join pg_type t on m.classid = 'pg_type'::regclass and t.oid = m.objid
      left join pg_operator o on m.classid = 'pg_operator'::regclass and o.oid = m.objid
      left join pg_opclass k on m.classid = 'pg_opclass'::regclass and k.oid = m.objid
      left join pg_class c on m.classid = 'pg_class'::regclass and c.oid = m.objid
      where m.refclassid = 'pg_extension'::regclass and m.refobjid = x.oid and m.deptype = 'e'
        and coalesce(p.proname, t.typname, o.oprname, k.opcname, c.relname) is not null
    ) as members
  from pg_extension x join pg_namespace n on n.oid = x.extnamespace
  where x.extname <> 'plpgsql' order by 1`;

const ranges = `
  select typname::text as name from pg_type where typnamespace = ${inSchema} and typtype in ('r', 'm') and ${notOfExtension("pg_type", "pg_type.oid")}
  order by typtype desc`;

const policies = `
  select p.oid::int8::float8 as id, p.polname as name, c.relname as table, p.polpermissive as "isPermissive",
    case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end as command,
    array(select case r when 0 then 'public' else pg_get_userbyid(r)::text end from unnest(p.polroles) r) as roles,
    pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
  from pg_policy p join pg_class c on c.oid = p.polrelid where c.${ours} order by 3, 2`;

/** References and triggers that lead out of the schema. */
const leading = `
  select 'pg_constraint'::regclass::oid::int8::float8 as catalog, k.oid::int8::float8 as id,
    format('the reference %s of %s, for %s is no part of it', k.conname, k.conrelid::regclass, k.confrelid::regclass) as what
  from pg_constraint k join pg_class f on f.oid = k.confrelid
  where k.contype = 'f' and k.connamespace = ${inSchema} and f.relnamespace <> k.connamespace
  union all
  select 'pg_trigger'::regclass::oid::int8::float8, t.oid::int8::float8,
    format('the trigger %s of %s, for its function %s is no part of it', t.tgname, t.tgrelid::regclass, t.tgfoid::regprocedure)
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc f on f.oid = t.tgfoid
  where c.${ours} and not t.tgisinternal and f.pronamespace not in (c.relnamespace, 'pg_catalog'::regnamespace)
    and ${notOfExtension("pg_proc", "f.oid")}
  order by 3`;

const grants = `
  select format('%s %s', case c.relkind when 'S' then 'sequence' else 'table' end, c.oid::regclass) as on, a.privilege_type as privilege,
    pg_get_userbyid(a.grantee)::text as role
  from pg_class c, aclexplode(c.relacl) a
  where c.${ours} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and a.grantee not in (0, c.relowner)
    and a.privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'USAGE')
  union all
  select format('routine %s', f.oid::regprocedure), a.privilege_type, pg_get_userbyid(a.grantee)::text
  from pg_proc f, aclexplode(f.proacl) a
  where f.pronamespace = ${inSchema} and a.grantee not in (0, f.proowner) and ${notOfExtension("pg_proc", "f.oid")}`;
