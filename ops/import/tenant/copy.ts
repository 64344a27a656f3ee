import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Present, reading } from "../present.ts";
import { atHome, makeExtensions } from "./extensions.ts";
import { type Inventory, takeInventory } from "./inventory.ts";
import { grantRights, makePolicies, moveToPublic } from "./move.ts";
import type { Programs, Target } from "./programs.ts";

/** What came of copying a schema. */
export interface TenantCopy {
  readonly tables: number;
  readonly rows: number;
  /** What a person may want to know about it. */
  readonly notes: readonly string[];
}

export interface CopyOrder {
  readonly present: Present;
  readonly programs: Programs;
  readonly schema: string;
  /** The project's database, entered as its owner: what the dump says is the tenant's, and must run with no more rights than that. */
  readonly target: Target;
  readonly rewritesFunctions: boolean;
}

/** Left by the transaction that made the copy public, until that is written down: a crash in between must not copy again. */
const mark = "nextmavens_import";

/**
 * Copies a schema with its rows into the schema public of a project's database. It is restored under its own name, counted,
 * and made public in one transaction, so whatever goes wrong before leaves nothing that could be seen.
 */
export async function copySchema(order: CopyOrder): Promise<TenantCopy> {
  const done = await findMark(order.target);
  if (done) return done;
  await dropLeftovers(order);
  try {
    return await reading(order.present, (client) => copyFrom(client, order), true);
  } catch (error) {
    await dropLeftovers(order).catch(() => undefined);
    throw error;
  }
}

async function copyFrom(client: pg.Client, order: CopyOrder): Promise<TenantCopy> {
  const { schema, target, rewritesFunctions } = order;
  const notes: string[] = [];
  const say = (what: string) => void notes.push(what);
  const inventory = await takeInventory(client, schema);
  for (const { what } of inventory.leading) say(`left out: ${what}`);
  const { rows } = await client.query<{ snapshot: string }>("select pg_export_snapshot() as snapshot");
  await asOwner(target, (owner) => prepare(owner, schema, inventory, say));
  await restore(order, inventory, rows[0]?.snapshot ?? "");
  return asOwner(target, async (owner) => {
    await verify(owner, schema, inventory);
    await makePolicies(owner, schema, inventory, say);
    await grantRights(owner, schema, inventory, say);
    await moveToPublic(owner, schema, rewritesFunctions, say);
    const copy: TenantCopy = { tables: inventory.tables.length, rows: inventory.tables.reduce((sum, each) => sum + each.rows, 0), notes };
    await owner.query(`create schema ${mark}; comment on schema ${mark} is ${pg.escapeLiteral(JSON.stringify(copy))}`);
    return copy;
  });
}

/** Call once the copy is written down. */
export const forgetMark = (target: Target): Promise<unknown> => asOwner(target, (owner) => owner.query(`drop schema if exists ${mark}`));

const findMark = (target: Target): Promise<TenantCopy | undefined> =>
  asOwner(target, async (owner) => {
    const { rows } = await owner.query<{ text: string }>(
      "select obj_description(oid, 'pg_namespace') as text from pg_namespace where nspname = $1",
      [mark],
    );
    return rows[0] === undefined ? undefined : (JSON.parse(rows[0].text) as TenantCopy);
  });

const tablesAtOnce = 50;

/** Some tables at a time, for the sake of locks; then what is left. */
async function dropLeftovers({ target, schema }: CopyOrder): Promise<void> {
  const at = pg.escapeIdentifier(schema);
  const tables = await asOwner(target, async (owner) => {
    const { rows } = await owner.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = (select oid from pg_namespace where nspname = $1) and relkind in ('r', 'p')",
      [schema],
    );
    return rows.map(({ name }) => `${at}.${pg.escapeIdentifier(name)}`);
  });
  for (let n = 0; n < tables.length; n += tablesAtOnce) {
    await asOwner(target, (owner) => owner.query(`drop table if exists ${tables.slice(n, n + tablesAtOnce).join(", ")} cascade`));
  }
  await asOwner(target, (owner) => owner.query(`drop schema if exists ${at} cascade`));
}

/** One transaction as the owner of the project's database. */
async function asOwner<T>(target: Target, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    ...target,
    options: "-c search_path=pg_catalog",
    application_name: "nextmavens import",
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function prepare(owner: pg.Client, schema: string, inventory: Inventory, say: (what: string) => void): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
       and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
     limit 3`,
  );
  if (rows.length > 0) throw new Error(`the project's database has tables already: ${rows.map(({ name }) => name).join(", ")}`);
  // Left by an earlier try, which made them public at once.
  for (const range of inventory.ranges) await owner.query(`drop type if exists public.${pg.escapeIdentifier(range)} cascade`);
  await owner.query(`create schema ${pg.escapeIdentifier(schema)}`);
  await makeExtensions(owner, inventory.extensions, say);
}

const leaveOut = ["--no-owner", "--no-privileges", "--no-publications", "--no-subscriptions", "--no-security-labels", "--no-tablespaces"];

/**
 * Tables first, then their rows straight from there to here, then what is built on rows. The statements of a dump are sent as
 * they are and never given to psql, which would also obey what is written in it for psql.
 */
async function restore({ present, programs, schema, target }: CopyOrder, inventory: Inventory, snapshot: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "nextmavens-import-"));
  const from: Target = { ...present.server, user: present.server.admin.user, password: present.password };
  const file = join(folder, "schema.dump");
  const list = join(folder, "list");
  const only = [`--schema=${pg.escapeIdentifier(schema)}`, "--strict-names", `--snapshot=${snapshot}`, "--format=custom", ...leaveOut];
  const section = async (name: "pre-data" | "post-data", entries: readonly string[]) => {
    for (let at = 0; at < entries.length; at += entriesAtOnce) {
      await writeFile(list, entries.slice(at, at + entriesAtOnce).join("\n"));
      const text = await programs.restore(target, [
        "--no-owner",
        "--no-privileges",
        `--section=${name}`,
        `--use-list=${list}`,
        "--file=-",
        file,
      ]);
      await asOwner(target, (owner) => run(owner, atHome(withoutPsql(text), schema, inventory)));
    }
  };
  try {
    await programs.dump(from, [...only, "--schema-only", `--file=${file}`]);
    const entries = chosen(await programs.restore(target, ["--list", file]), inventory);
    await section("pre-data", entries);
    await programs.pipe(from, [...only, "--data-only", "--compress=0"], target, ["--exit-on-error", "--no-owner"]);
    await section("post-data", entries);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Newer programs begin and end a dump with a word for psql alone. */
const withoutPsql = (text: string) => text.replaceAll(/^\\(?:un)?restrict [A-Za-z0-9]+$/gm, "");

async function run(owner: pg.Client, statements: string): Promise<void> {
  try {
    await owner.query(statements);
  } catch (error) {
    const { message, position } = error as Error & { readonly position?: string };
    const at = position === undefined ? "" : statements.slice(0, Number(position)).split(/\n\n/).at(-1);
    throw new Error(at ? `${message}, in: ${at.replace(/^(--.*\n)+/, "").trim()}…` : message);
  }
}

/** Whatever is made in one transaction stays locked until its end, and a tenant's session that holds too many locks is ended. */
const entriesAtOnce = 200;
const namespaces = 2615;
const policyCatalog = 3256;

/** The entries of a dump's list that are wanted: each begins with its number, and the catalog and id of what it makes. */
function chosen(list: string, { policies, leading }: Inventory): string[] {
  const unwanted = new Set([
    ...policies.map(({ id }) => `${policyCatalog} ${id}`),
    ...leading.map(({ catalog, id }) => `${catalog} ${id}`),
  ]);
  const isWanted = (line: string) => {
    const [entry, catalog, id] = /^\d+; (\d+) (\d+) /.exec(line) ?? [];
    return entry !== undefined && Number(catalog) !== namespaces && !unwanted.has(`${catalog} ${id}`);
  };
  return list.split("\n").filter(isWanted);
}

/** Every table has as many rows as there were, and no sequence lags behind. */
async function verify(owner: pg.Client, schema: string, { tables, sequences }: Inventory): Promise<void> {
  for (const { name, rows: wanted } of tables) {
    const { rows } = await owner.query<{ rows: number }>(
      `select count(*)::float8 as rows from only ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`,
    );
    if (rows[0]?.rows !== wanted) throw new Error(`the table ${name} has ${rows[0]?.rows} rows here and ${wanted} there`);
  }
  for (const { name, lastValue } of sequences) {
    const { rows } = await owner.query<{ value: string | null }>(
      "select last_value::text as value from pg_sequences where schemaname = $1 and sequencename = $2",
      [schema, name],
    );
    if (lastValue !== null && rows[0]?.value === null) throw new Error(`the sequence ${name} is not where it was there`);
  }
}
