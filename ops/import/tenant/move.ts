import pg from "pg";
import { atHome } from "./extensions.ts";
import { type Inventory, type Policy, sharedRoles } from "./inventory.ts";
import { mentions, namesFrom, renamed } from "./mentions.ts";

/** Policies that name roles there are not here, for those of their roles that there are; one for none of ours bound nobody here. */
export async function makePolicies(owner: pg.Client, schema: string, inventory: Inventory, say: (what: string) => void): Promise<void> {
  for (const policy of inventory.policies) {
    const roles = policy.roles.filter((role) => role === "public" || sharedRoles.includes(role));
    const missing = policy.roles.filter((role) => !roles.includes(role));
    const rest =
      roles.length > 0
        ? `it stands for ${roles.join(", ")} only`
        : "it is left out, and the table stays shut to whom no other policy lets in";
    say(`the policy ${policy.name} of ${policy.table} names the roles ${missing.join(", ")}, which there are not here: ${rest}`);
    if (roles.length > 0) await owner.query(atHome(policyText(schema, policy, roles), schema, inventory));
  }
}

const policyText = (schema: string, { name, table, isPermissive, command, using, check }: Policy, roles: readonly string[]) =>
  [
    `create policy ${pg.escapeIdentifier(name)} on ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`,
    `as ${isPermissive ? "permissive" : "restrictive"} for ${command} to ${roles.join(", ")}`,
    using === null ? "" : `using (${using})`,
    check === null ? "" : `with check (${check})`,
  ].join(" ");

/** What the owner's default privileges would have given in the schema public, and what anon and authenticated had there. */
export async function grantRights(
  owner: pg.Client,
  schema: string,
  { grants, otherRoles }: Inventory,
  say: (what: string) => void,
): Promise<void> {
  const at = pg.escapeIdentifier(schema);
  await owner.query(`
    grant select, insert, update, delete on all tables in schema ${at} to service_role;
    grant usage, select on all sequences in schema ${at} to service_role;
    grant execute on all routines in schema ${at} to service_role`);
  for (const { on, privilege, role } of grants) await owner.query(`grant ${privilege.toLowerCase()} on ${on} to ${role}`);
  if (otherRoles.length > 0) say(`rights of the roles ${otherRoles.join(", ")}, which there are not here, are left out`);
}

/**
 * Makes the restored schema the schema public: PostgreSQL knows its own objects by themselves, so views, defaults, policies and
 * references go along. Names inside the text of functions do not; they are told, or put right where that was asked for.
 */
export async function moveToPublic(owner: pg.Client, schema: string, rewrites: boolean, say: (what: string) => void): Promise<void> {
  const { rows } = await owner.query<{ statement: string }>(moves, [schema]);
  for (const { statement } of rows) await owner.query(statement);
  await owner.query(`drop schema ${pg.escapeIdentifier(schema)}`);
  await renameSearchPaths(owner, schema);
  if (rewrites) await rewriteFunctions(owner, schema, say);
  await tellMentions(owner, schema, say);
}

const own = (catalog: string) =>
  `not exists (select from pg_depend e where e.classid = '${catalog}'::regclass and e.objid = o.oid and e.deptype = 'e')`;

/** Routines and operators first: they name their arguments' types, which must be where they are told to be until then. */
const moves = `
  with there as (select oid from pg_namespace where nspname = $1),
  found as (
    select 1 as rank, 'routine' as kind, o.oid::regprocedure::text as path from pg_proc o
      where o.pronamespace = (table there) and ${own("pg_proc")}
    union all select 1, 'operator', o.oid::regoperator::text from pg_operator o
      where o.oprnamespace = (table there) and ${own("pg_operator")}
    union all select 2, 'operator class', format('%I.%I using %I', $1::text, o.opcname, m.amname) from pg_opclass o join pg_am m on m.oid = o.opcmethod
      where o.opcnamespace = (table there) and ${own("pg_opclass")}
    union all select 2, 'operator family', format('%I.%I using %I', $1::text, o.opfname, m.amname) from pg_opfamily o join pg_am m on m.oid = o.opfmethod
      where o.opfnamespace = (table there) and ${own("pg_opfamily")}
    union all select 3, case o.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' when 'f' then 'foreign table'
        when 'c' then 'type' else 'table' end, format('%I.%I', $1::text, o.relname) from pg_class o
      where o.relnamespace = (table there) and o.relkind in ('r', 'p', 'v', 'm', 'f', 'c', 'S') and ${own("pg_class")}
        and not (o.relkind = 'S' and exists (
          select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = o.oid and d.deptype in ('a', 'i') and d.refobjsubid > 0))
    union all select 4, case o.typtype when 'd' then 'domain' else 'type' end, format('%I.%I', $1::text, o.typname) from pg_type o
      where o.typnamespace = (table there) and o.typtype in ('e', 'd') and ${own("pg_type")}
    union all select 5, 'collation', format('%I.%I', $1::text, o.collname) from pg_collation o where o.collnamespace = (table there) and ${own("pg_collation")}
    union all select 5, 'conversion', format('%I.%I', $1::text, o.conname) from pg_conversion o where o.connamespace = (table there) and ${own("pg_conversion")}
    union all select 5, 'statistics', format('%I.%I', $1::text, o.stxname) from pg_statistic_ext o
      where o.stxnamespace = (table there) and ${own("pg_statistic_ext")}
    union all select 5, 'text search dictionary', format('%I.%I', $1::text, o.dictname) from pg_ts_dict o
      where o.dictnamespace = (table there) and ${own("pg_ts_dict")}
    union all select 5, 'text search configuration', format('%I.%I', $1::text, o.cfgname) from pg_ts_config o
      where o.cfgnamespace = (table there) and ${own("pg_ts_config")}
  )
  select format('alter %s %s set schema public', kind, path) as statement from found order by rank, kind, path`;

/** A function's own search_path is a setting and no text: it is put right always. */
async function renameSearchPaths(owner: pg.Client, schema: string): Promise<void> {
  const { rows } = await owner.query<{ path: string; setting: string }>(
    `select o.oid::regprocedure::text as path, substr(setting, length('search_path=') + 1) as setting
     from pg_proc o, unnest(o.proconfig) setting
     where o.pronamespace = 'public'::regnamespace and setting like 'search\\_path=%' and ${own("pg_proc")}`,
  );
  for (const { path, setting } of rows) {
    const names = setting.split(",").map((each) => each.trim().replaceAll(/^"|"$/g, ""));
    if (!names.includes(schema)) continue;
    const wanted = [...new Set([...names.map((each) => (each === schema ? "public" : each)), "extensions"])];
    await owner.query(`alter routine ${path} set search_path to ${wanted.map((each) => pg.escapeIdentifier(each)).join(", ")}`);
  }
}

async function rewriteFunctions(owner: pg.Client, schema: string, say: (what: string) => void): Promise<void> {
  const { rows } = await owner.query<{ path: string; text: string; definition: string }>(
    `select o.oid::regprocedure::text as path, o.prosrc as text, pg_get_functiondef(o.oid) as definition
     from pg_proc o join pg_language l on l.oid = o.prolang
     where o.pronamespace = 'public'::regnamespace and l.lanname in ('sql', 'plpgsql') and o.prosqlbody is null and o.prokind in ('f', 'p') and ${own("pg_proc")}`,
  );
  for (const { path, definition } of rows.filter(({ text }) => mentions(text, schema))) {
    await owner.query("savepoint rewritten");
    try {
      await owner.query(renamed(definition, schema));
      say(`the function ${path} named ${schema} in its text: that says public now`);
    } catch (error) {
      await owner.query("rollback to savepoint rewritten");
      say(`the function ${path} names ${schema} in its text, and could not be rewritten: ${(error as Error).message}`);
    }
    await owner.query("release savepoint rewritten");
  }
}

const texts = `
  select 'the function ' || o.oid::regprocedure as what, o.prosrc as text from pg_proc o
    where o.pronamespace = 'public'::regnamespace and o.prosqlbody is null and ${own("pg_proc")}
  union all select format('the default of %s.%s', c.relname, a.attname), pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d
    join pg_class c on c.oid = d.adrelid join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum where c.relnamespace = 'public'::regnamespace
  union all select format('the constraint %s', o.conname), pg_get_constraintdef(o.oid) from pg_constraint o where o.connamespace = 'public'::regnamespace
  union all select format('the view %s', o.relname), pg_get_viewdef(o.oid) from pg_class o
    where o.relnamespace = 'public'::regnamespace and o.relkind in ('v', 'm') and ${own("pg_class")}
  union all select format('the trigger %s of %s', t.tgname, c.relname), pg_get_triggerdef(t.oid) from pg_trigger t
    join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
  union all select format('the policy %s of %s', p.polname, c.relname), concat_ws(' ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace`;

/** By now the old schema is nowhere but in text. What text takes from the schema public there meant what all projects shared. */
async function tellMentions(owner: pg.Client, schema: string, say: (what: string) => void): Promise<void> {
  const { rows } = await owner.query<{ what: string; text: string | null }>(texts);
  const { rows: known } = await owner.query<{ name: string }>(
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace
     union select proname from pg_proc where pronamespace = 'public'::regnamespace
     union select typname from pg_type where typnamespace = 'public'::regnamespace`,
  );
  const here = new Set(known.map(({ name }) => name));
  for (const { what, text } of rows) {
    if (mentions(text ?? "", schema)) say(`${what} names the schema ${schema} in its text: it will fail until that says public`);
    const lost = what.startsWith("the function") ? namesFrom(text ?? "", "public").filter((name) => !here.has(name)) : [];
    if (lost.length > 0) say(`${what} names ${[...new Set(lost)].map((name) => `public.${name}`).join(", ")}, which there is not here`);
  }
}
